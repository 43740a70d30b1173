// What check says in words: what agrees, in numbers, and what differs, row by row.
import type { Agreement, Comparison } from '../../analysis/check/reproduce.ts';
import { at } from '../../math/at.ts';
import { nameOf, type Country, type Edition } from '../../model/edition.ts';
import type { Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { count, fold, list } from '../../model/words.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { exact } from '../../report/numbers.ts';
import { formatProblems } from '../../report/problems.ts';
import { plainTheme } from '../../report/theme.ts';
import type { Session } from '../shared/session.ts';
import { changeOf, isAccepted, tierSizesOf, type Compared, type Finding } from './findings.ts';

const columns: readonly Column[] = [
  { key: 'against', label: 'against', kind: 'text' },
  { key: 'code', label: 'code', kind: 'text' },
  { key: 'name', label: 'country', kind: 'text' },
  { key: 'who', label: 'country', kind: 'text' },
  { key: 'what', label: 'what', kind: 'text' },
  { key: 'was', label: 'was', kind: 'text' },
  { key: 'is', label: 'is', kind: 'text' },
  { key: 'there', label: 'reference', kind: 'text' },
  { key: 'here', label: 'computed', kind: 'text' },
  { key: 'difference', label: 'difference', kind: 'number' },
  { key: 'known', label: 'known reason', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

/** A row for each difference. */
export function tableOf(edition: Edition, findings: readonly Finding[]): DocumentTable {
  const exported = ['against', 'code', 'name', 'what', 'was', 'is', 'difference', 'known'];
  if (edition.about.illustrative !== null) exported.push('illustrative');
  return {
    columns,
    shown: shownOf(findings),
    exported,
    rows: findings.map((finding) => rowOf(edition, finding)),
  };
}

function shownOf(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const shown = ['against', 'who', 'what', 'there', 'here'];
  return findings.some(({ difference }) => isAccepted(difference)) ? [...shown, 'known'] : shown;
}

function rowOf({ about }: Edition, { against, difference }: Finding): Row {
  const { country, quantity, was, is, deviation } = difference;
  return {
    against,
    code: country.code,
    name: country.name,
    who: nameOf(country),
    year: country.year,
    what: quantity,
    was: textOf(was, exact),
    is: textOf(is, exact),
    there: textOf(was, short),
    here: textOf(is, short),
    difference: changeOf(difference),
    known: deviation,
    illustrative: about.illustrative === null ? 'false' : 'true',
  };
}

function textOf(value: number | string | null, round: (x: number) => number): string | null {
  return typeof value === 'number' ? String(round(value)) : value;
}

function short(x: number): number {
  return Number(x.toPrecision(7));
}

/** `passed`, or how much failed. */
export function verdictOf(failing: readonly Finding[]): string {
  return failing.length === 0 ? 'passed' : `failed, ${count(failing.length, 'difference')}`;
}

/** Problems as they are told on standard error, here as a result. */
export function problemsPassage(problems: readonly Problem[], width: number | null): Passage {
  const lines = formatProblems(problems, plainTheme, width).trimEnd().split('\n');
  return { lines, isVerbatim: true };
}

/** A line on the files, on each comparison, and on the tiers. */
export function summaryOf(session: Session, all: readonly Compared[], warnings: number): string[] {
  const { edition, result, published } = session;
  const found = warnings === 0 ? 'no problems' : count(warnings, 'warning');
  const lines = [`files      ${list(fileNamesOf(edition))}: ${found}`];
  if (published === null) lines.push('published  nothing to compare with: there is no published.csv');
  for (const { against, comparison } of all) {
    const missing = against === 'published' && published !== null ? uncovered(result, published) : '';
    lines.push(`${against.padEnd(9)}  ${agreementText(comparison)}${missing}`);
  }
  const sizes = tierSizesOf(result);
  if (sizes !== null) lines.push(`tiers      ${list(sizes.map(({ name, size }) => `${size} ${name}`))}`);
  return lines;
}

/** The files of an edition, without the folder if all are in it. */
function fileNamesOf({ id, inputs }: Edition): string[] {
  const prefix = inputs.every(({ path }) => path.startsWith(`${id}/`)) ? id.length + 1 : 0;
  return inputs.map(({ path }) => path.slice(prefix));
}

/** `29 of 29 ranks match; 29 of 29 scores match within 0.0005 (largest difference 0.00046, Israel)`. */
function agreementText({ agreements, differences }: Comparison): string {
  const parts = agreements.map((one) => {
    const match = one.of === 1 ? 'matches' : 'match';
    return `${one.agree} of ${count(one.of, one.quantity)} ${match}${furthestText(one)}`;
  });
  const moved = differences.filter(({ quantity }) => quantity === 'country').length;
  if (moved > 0) parts.push(`${count(moved, 'country', 'countries')} added or removed`);
  const known = differences.filter(isAccepted).length;
  if (known > 0) parts.push(count(known, 'known difference'));
  return parts.join('; ');
}

function furthestText({ tolerance, isOne, largest }: Agreement): string {
  if (tolerance === null || largest === null) return '';
  const apart = Number(largest.apart.toPrecision(2));
  const limit = isOne ? String(tolerance) : 'their tolerances';
  return ` within ${limit} (largest difference ${apart}, ${largest.country.name})`;
}

/** How many countries are ranked that the published file does not have. */
function uncovered(result: Result, published: readonly PublishedRow[]): string {
  const keyOf = ({ code, name }: Country) => code ?? fold(name);
  const there = new Set(published.map(({ country }) => keyOf(country)));
  const others = result.shown.rows.filter((row) => !there.has(keyOf(at(result.countries, row)))).length;
  return others === 0
    ? ''
    : `; ${count(others, 'ranked country is', 'ranked countries are')} missing from it`;
}

/** That agreement of illustrative scores shows nothing, where all agrees with what was published. */
export function evidenceNotes({ edition, published }: Session, isPassed: boolean): string[] {
  return edition.about.illustrative !== null && published !== null && isPassed
    ? ['illustrative scores match what was published by construction; this is no evidence']
    : [];
}
