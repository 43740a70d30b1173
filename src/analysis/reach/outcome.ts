// Where a country stands once its scores are others: with the normalisation as it was, and with everything
// computed anew.
import { at, of } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { build } from '../../methods/build.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import { tier } from '../../methods/tier/run.ts';
import { rankedWith } from '../../methods/years.ts';
import { ProblemsError } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { resultRowOf, type ResultRow } from '../../model/rows.ts';
import type { MovableScore } from './movable-scores.ts';

export interface Standing {
  /** 1 + the number of countries strictly ahead. */
  readonly rank: number;
  readonly score: number;
  readonly tier: string | null;
}

/**
 * The rows that a country is ranked with: in a panel those of its year, and only those that have an index.
 */
export function fieldOf(result: Result, row: ResultRow): ResultRow[] {
  return rankedWith(result, row).filter((other) => at(result.index, other) !== null);
}

/** Where a country stands now; its score is NaN if it has no index. */
export function standingOf(result: Result, row: ResultRow): Standing {
  const score = at(result.index, row) ?? Number.NaN;
  const ahead = fieldOf(result, row).filter((other) => (at(result.index, other) ?? Number.NaN) > score);
  return { rank: 1 + ahead.length, score, tier: tierOf(result, row) };
}

/** After some rises, with normalisation and weights as the present field has them. */
export function standingFrozen(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  rises: readonly number[],
): Standing {
  const { framework, recipe, edition, countries, weights, countryWeights, stages } = result;
  const leaves = new Map<string, Column>(at(stages, stages.length - 1).columns);
  const raw = new Map<string, Column>(at(stages, 0).columns);
  for (const [j, score] of scores.entries()) {
    const rise = at(rises, j);
    if (rise === 0) continue;
    const to = rawAfter(score, rise);
    for (const [code, effect] of score.effects) {
      const column = of(leaves, code);
      leaves.set(code, column.with(row, (at(column, row) ?? Number.NaN) + effect * rise));
      if (to !== null) raw.set(code, of(raw, code).with(row, to));
    }
  }
  const levels = aggregateLevels(
    framework,
    leaves,
    recipe,
    edition.weightSets,
    countries,
    countryWeights === null ? weights : undefined,
    stages.at(-1)?.errors,
  );
  const index = of(levels.scores, framework.code);
  const after = { ...result, index };
  return standingOf({ ...after, tiering: tier(after, raw) }, row);
}

/** After the whole recipe was run again; null if it could not be. */
export function standingRebuilt(result: Result, row: ResultRow, again: Result | null): Standing | null {
  if (again === null) return null;
  const found = resultRowOf(again.rows, at(result.rows, row));
  if (found === null || at(again.index, found) === null) return null;
  return standingOf(again, found);
}

/** The whole recipe run again on the scores with some rises; null if it cannot be. */
export function builtWith(
  result: Result,
  row: ResultRow,
  scores: readonly MovableScore[],
  rises: readonly number[],
): Result | null {
  const editionRow = at(result.rows, row);
  const columns = new Map(result.edition.columns);
  for (const [j, score] of scores.entries()) {
    const rise = at(rises, j);
    if (rise === 0) continue;
    const to = rawAfter(score, rise);
    if (to === null) return null;
    columns.set(score.column, of(columns, score.column).with(editionRow, to));
  }
  return buildAnew(result, columns);
}

/**
 * The raw score to be written, in as many digits as are shown: a rating's own number where there is one, the
 * end of the range where the score gets there, and elsewhere rounded so that it still suffices.
 */
export function rawAfter({ ratings, rawAt, room, way }: MovableScore, rise: number): number | null {
  const raw =
    ratings?.find((rating) => Math.abs(rating.rise - rise) <= 1e-9 * (1 + rating.rise))?.raw ?? rawAt(rise);
  if (raw === null) return null;
  const short = Number(raw.toPrecision(DIGITS));
  const off = way * (short - raw);
  if (Math.abs(off) <= 1e-14 * Math.abs(raw)) return short;
  if (rise >= room) return raw;
  return off > 0 ? short : Number((short + way * lastDigitOf(raw)).toPrecision(DIGITS));
}

/** So many digits of a raw score are shown. */
const DIGITS = 12;

/** What one of the last digit that is shown is worth. */
function lastDigitOf(raw: number): number {
  return 10 ** (Math.floor(Math.log10(Math.abs(raw))) - DIGITS + 1);
}

function buildAnew({ edition, recipe }: Result, columns: ReadonlyMap<string, Column>): Result | null {
  try {
    return build({ ...edition, columns }, recipe);
  } catch (error) {
    if (error instanceof ProblemsError) return null;
    throw error;
  }
}
