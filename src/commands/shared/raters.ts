// What explain says of raters: what each gave where they differ, the score that counts, and how far they
// agree.
import { agreementOf, ratedOf, type Rated, type RaterAgreement } from '../../analysis/explain/raters.ts';
import type { Scale } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Passage, Row } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';

const columns: readonly Column[] = [
  { key: 'indicator', label: 'indicator', kind: 'text' },
  { key: 'given', label: 'raters', kind: 'text' },
  { key: 'used', label: 'used', kind: 'text' },
  { key: 'range', label: 'range', kind: 'text' },
  { key: 'deviation', label: 'deviation', kind: 'number', decimals: 2 },
];

/** The passage about a country's raters; none if the edition has no raters. */
export function ratersPassage(result: Result, row: number): Passage[] {
  if (result.edition.raters === undefined) return [];
  const rated = ratedOf(result, row);
  const contested = rated.filter(({ low, high }) => low < high);
  return [
    {
      title: 'Raters',
      lines: [...standingOf(rated, contested), ...agreementLines(agreementOf(result.edition))],
      ...(contested.length === 0
        ? {}
        : {
            table: {
              columns,
              shown: columns.map(({ key }) => key),
              exported: [],
              rows: contested.map((one) => rowOf(result.edition.scales, one)),
            },
          }),
    },
  ];
}

/** On how much of a country its raters agree. */
function standingOf(rated: readonly Rated[], contested: readonly Rated[]): string[] {
  const shared = rated.filter(({ given }) => given.length > 1).length;
  if (shared === 0) return ['No score of this country was given by several raters.'];
  if (shared === 1)
    return [
      `They ${contested.length === 0 ? 'agree' : 'differ'} on the one score of this country that several ` +
        'gave.',
    ];
  const of =
    contested.length === 0
      ? `agree on all ${shared}`
      : contested.length === shared
        ? `differ on all ${shared}`
        : `differ on ${contested.length} of the ${shared}`;
  return [`They ${of} scores of this country that several gave.`];
}

/** How far the raters of an edition agree, in a sentence or two. */
export function agreementLines({ raters, shared, equal, alphas }: RaterAgreement): string[] {
  if (shared === 0) return [];
  // Of a single score alpha is 0, whatever it is.
  const known = alphas.flatMap((one) =>
    one.alpha === null || one.shared < 2
      ? []
      : [`${fixed(one.alpha, 2)} for ${one.of} (${one.level}, ${count(one.shared, 'score')})`],
  );
  return [
    `In the edition ${count(raters.length, 'rater')} agree exactly on ${equal} of ` +
      `${count(shared, 'score')} that several gave (${fixed((100 * equal) / shared, 0)} %).`,
    ...(known.length === 0
      ? []
      : [
          `Krippendorff's alpha is ${list(known, 6)}; 1 is agreement, 0 chance, and below 0.67 is too ` +
            'little to go by.',
        ]),
  ];
}

function rowOf(scales: readonly Scale[], { leaf, given, used, low, high, deviation }: Rated): Row {
  const values = valuesOf(scales, leaf);
  const isEven = given.every(({ confidence }) => confidence === given[0]?.confidence);
  const steps = values.indexOf(high) - values.indexOf(low);
  return {
    indicator: leaf.code,
    used: used === null ? null : textOf(scales, leaf, used),
    given: given
      .map(
        ({ rater, value, confidence }) =>
          `${rater} ${textOf(scales, leaf, value)}${isEven ? '' : ` (confidence ${confidence})`}`,
      )
      .join(', '),
    range: values.includes(low) && values.includes(high) ? count(steps, 'step') : short(high - low),
    deviation,
  };
}

function valuesOf(scales: readonly Scale[], { scale }: Indicator): number[] {
  return scales.find(({ name }) => name === scale)?.ratings.map(({ value }) => value) ?? [];
}

function textOf(scales: readonly Scale[], leaf: Indicator, score: number): string {
  return wordOf(scales, leaf, score) ?? short(score);
}

/** The word that a score of an indicator was rated with; null for a number. */
export function wordOf(scales: readonly Scale[], { scale }: Indicator, score: number): string | null {
  return (
    scales.find(({ name }) => name === scale)?.ratings.find(({ value }) => value === score)?.word ?? null
  );
}

function short(x: number): string {
  return String(Number(x.toPrecision(6)));
}
