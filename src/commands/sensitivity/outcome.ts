// Which result of a ranking --of chooses: how far ranks move, one country's rank, or who stays first.
import type { Outcome } from '../../analysis/uncertainty/outcome.ts';
import { at } from '../../math/at.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import { shownPlaceOf, type ResultRow } from '../../model/rows.ts';
import { idAt, nameAt } from '../shared/countries.ts';
import { findRow } from '../shared/rows.ts';

/** Reads --of; `rows` are those that countries are counted in. */
export async function readOutcome(
  result: Result,
  written: string,
  rows: readonly ResultRow[],
): Promise<Outcome> {
  if (written === 'shift') return { kind: 'shift' };
  const size = /^top:(.*)$/.exec(written)?.[1];
  if (size === undefined) return outcomeOfCountry(result, await findRow(result, written), rows);
  const most = Math.max(1, rows.length - 1);
  if (/^[1-9]\d*$/.test(size) && Number(size) <= most) return { kind: 'top', size: Number(size) };
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--of' },
      value: written,
      what:
        `"top" takes a whole number from 1 to ${most}, not "${size}": ` +
        `${count(rows.length, 'country is', 'countries are')} ranked`,
      fix: 'write, for example, --of top:1',
    },
  ]);
}

function outcomeOfCountry(result: Result, row: ResultRow, rows: readonly ResultRow[]): Outcome {
  if (rows.includes(row)) return { kind: 'country', country: shownPlaceOf(rows, row) };
  const [name, { year }] = [nameAt(result, row), at(result.countries, at(rows, 0))];
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--of' },
      value: name,
      what: `${name} has no row for ${year ?? 'the latest year'}, the year shown`,
      fix: 'name a country that has one, or leave --of out',
    },
  ]);
}

/** As it is written after --of. */
export function writtenOutcome(result: Result, rows: readonly ResultRow[], outcome: Outcome): string {
  switch (outcome.kind) {
    case 'shift':
      return 'shift';
    case 'country':
      return idAt(result, at(rows, outcome.country));
    case 'top':
      return `top:${outcome.size}`;
  }
}

/** In words: what varies. */
export function outcomeWords(result: Result, rows: readonly ResultRow[], outcome: Outcome): string {
  switch (outcome.kind) {
    case 'shift':
      return 'the average rank shift';
    case 'country':
      return `the rank of ${nameAt(result, at(rows, outcome.country))}`;
    case 'top':
      return outcome.size === 1
        ? 'whether the first place changes'
        : `how many of the first ${outcome.size} stay among them`;
  }
}
