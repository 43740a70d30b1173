// Where a country stands once its scores are others: with the normalisation as it was, and with everything
// computed anew.
import type { Column } from '../../math/statistics/column.ts';
import { build } from '../../methods/build.ts';
import { aggregateLevels } from '../../methods/levels.ts';
import { tier } from '../../methods/tier/run.ts';
import { ProblemsError } from '../../model/problem.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Lever } from './levers.ts';

export interface Standing {
  /** 1 + the number of countries strictly ahead. */
  readonly rank: number;
  readonly score: number;
  readonly tier: string | null;
}

/**
 * The rows that a country is ranked with: in a panel those of its year, and only those that have an index.
 */
export function fieldOf({ countries, index }: Result, row: number): number[] {
  return [...countries.keys()].filter(
    (other) => countries[other]?.year === countries[row]?.year && (index[other] ?? null) !== null,
  );
}

/** Where a country stands now. */
export function standingOf(result: Result, row: number): Standing {
  const score = result.index[row] ?? Number.NaN;
  return {
    rank: 1 + fieldOf(result, row).filter((other) => (result.index[other] ?? 0) > score).length,
    score,
    tier: tierOf(result, row),
  };
}

/** After some rises, with normalisation and weights as the present field has them. */
export function frozen(
  result: Result,
  row: number,
  levers: readonly Lever[],
  rises: readonly number[],
): Standing {
  const { framework, recipe, edition, countries, weights, countryWeights, stages } = result;
  const leaves = new Map<string, Column>(stages.at(-1)?.columns);
  const raw = new Map<string, Column>(stages[0]?.columns);
  for (const [j, lever] of levers.entries()) {
    const rise = rises[j] ?? 0;
    const to = rise === 0 ? null : rawAfter(lever, rise);
    if (rise === 0) continue;
    for (const [code, effect] of lever.effects) {
      leaves.set(
        code,
        changed(leaves.get(code), row, (leaves.get(code)?.[row] ?? Number.NaN) + effect * rise),
      );
      if (to !== null) raw.set(code, changed(raw.get(code), row, to));
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
  const index = levels.scores.get(framework.code) ?? [];
  const after = { ...result, index };
  return standingOf({ ...after, tiering: tier(after, raw) }, row);
}

/**
 * After the changes were written into the scores and the whole recipe was run again; null if it cannot be.
 */
export function rebuilt(
  result: Result,
  row: number,
  levers: readonly Lever[],
  rises: readonly number[],
): Standing | null {
  const at = result.rows[row] ?? -1;
  const columns = new Map(result.edition.columns);
  for (const [j, lever] of levers.entries()) {
    const rise = rises[j] ?? 0;
    if (rise === 0) continue;
    const to = rawAfter(lever, rise);
    if (to === null) return null;
    columns.set(lever.column, changed(columns.get(lever.column), at, to));
  }
  const again = buildAnew(result, columns);
  const found = again?.rows.indexOf(at) ?? -1;
  if (again === null || found === -1 || (again.index[found] ?? null) === null) return null;
  // The rank as the recipe counts and rounds.
  return { ...standingOf(again, found), rank: again.ranks[found] ?? Number.NaN };
}

/**
 * The raw score to be written, without the noise of floating-point numbers; a rating's own number where there
 * is one.
 */
export function rawAfter({ stops, rawAt }: Lever, rise: number): number | null {
  const raw = stops?.find((stop) => Math.abs(stop.rise - rise) <= 1e-9 * (1 + stop.rise))?.raw ?? rawAt(rise);
  const short = raw === null ? null : Number(raw.toPrecision(12));
  return raw !== null && short !== null && Math.abs(short - raw) <= 1e-14 * Math.abs(raw) ? short : raw;
}

function buildAnew({ edition, recipe }: Result, columns: ReadonlyMap<string, Column>): Result | null {
  try {
    return build({ ...edition, columns }, recipe);
  } catch (error) {
    if (error instanceof ProblemsError) return null;
    throw error;
  }
}

function changed(column: Column | undefined, row: number, to: number): Column {
  return (column ?? []).map((score, at) => (at === row ? to : score));
}
