// What explain says of raters: what each gave where they differ, the score that counts, and how far they
// agree.
import {
  agreementOf,
  ratedOf,
  type Alpha,
  type Rated,
  type RaterAgreement,
} from '../../analysis/explain/raters.ts';
import type { RaterScore, Scale } from '../../model/edition.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { fixed, significant } from '../../report/numbers.ts';
import { ratingWord, stepsBetween } from '../shared/parts/ratings.ts';

const MOST_ALPHAS = 6;

const columns: readonly Column[] = [
  { key: 'indicator', label: 'indicator', kind: 'text' },
  { key: 'given', label: 'raters', kind: 'text' },
  { key: 'used', label: 'score', kind: 'text' },
  { key: 'range', label: 'range', kind: 'text' },
  { key: 'deviation', label: 'std dev', kind: 'number', decimals: 2 },
];

/** The passage about a country's raters; none if the edition has no raters. */
export function ratersPassage(result: Result, row: ResultRow): Passage[] {
  const { edition } = result;
  if (edition.raters === undefined) return [];
  const rated = ratedOf(result, row);
  const contested = rated.filter(({ low, high }) => low < high);
  const passage: Passage = {
    title: 'Raters',
    lines: [agreementOnCountry(rated, contested), ...agreementLines(agreementOf(edition))],
  };
  return [
    contested.length === 0 ? passage : { ...passage, table: contestedTable(edition.scales, contested) },
  ];
}

/** On how much of a country its raters agree. */
function agreementOnCountry(rated: readonly Rated[], contested: readonly Rated[]): string {
  const shared = rated.filter(({ given }) => given.length > 1).length;
  const differ = contested.length;
  if (shared === 0) return 'No score of this country comes from several raters.';
  if (shared === 1)
    return `Raters ${differ === 0 ? 'agree' : 'differ'} on the one score that several gave this country.`;
  return `Raters ${extentWords(differ, shared)} scores that several gave this country.`;
}

function extentWords(differ: number, shared: number): string {
  if (differ === 0) return `agree on all ${shared}`;
  return differ === shared ? `differ on all ${shared}` : `differ on ${differ} of the ${shared}`;
}

/** How far the raters of an edition agree, in a sentence or two. */
function agreementLines({ raters, shared, equal, alphas }: RaterAgreement): string[] {
  if (shared === 0) return [];
  const percent = fixed((100 * equal) / shared, 0);
  const lines = [
    `In the whole edition, ${count(raters.length, 'rater')} agree exactly on ${equal} of ` +
      `${count(shared, 'shared score')} (${percent} %).`,
  ];
  const texts = alphas.flatMap((one) => alphaText(one) ?? []);
  if (texts.length > 0)
    lines.push(
      `Krippendorff's alpha is ${list(texts, MOST_ALPHAS)}.`,
      '1 means full agreement, 0 means chance; values below 0.67 are too low to rely on.',
    );
  return lines;
}

/** Null where it says nothing: of a single score alpha is 0, whatever it is. */
function alphaText({ of, level, alpha, shared }: Alpha): string | null {
  if (alpha === null || shared < 2) return null;
  return `${fixed(alpha, 2)} for ${of} (${level}, ${count(shared, 'score')})`;
}

function contestedTable(scales: readonly Scale[], contested: readonly Rated[]): DocumentTable {
  return {
    columns,
    shown: columns.map(({ key }) => key),
    exported: [],
    rows: contested.map((one) => rowOf(scales, one)),
  };
}

function rowOf(scales: readonly Scale[], { leaf, given, used, low, high, deviation }: Rated): Row {
  const scoreText = (score: number) => ratingWord(scales, leaf, score) ?? significant(score, 6);
  const isEven = new Set(given.map(({ confidence }) => confidence)).size === 1;
  const givenText = ({ rater, value, confidence }: RaterScore) =>
    `${rater} ${scoreText(value)}${isEven ? '' : ` (confidence ${confidence})`}`;
  const steps = stepsBetween(scales, leaf, low, high);
  return {
    indicator: leaf.code,
    used: used === null ? null : scoreText(used),
    given: given.map(givenText).join(', '),
    range: steps === null ? significant(high - low, 6) : count(steps, 'step'),
    deviation,
  };
}
