// A weighting in the form that `rank --weights` takes: relative to the siblings, in as few digits as still do
// what it is for.
import { at } from '../../math/at.ts';
import { sum } from '../../math/statistics/stats.ts';
import { build } from '../../methods/build.ts';
import type { WeightSpace } from '../../methods/region/table.ts';
import { nodes, type Category } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { resultRowOf, type ResultRow } from '../../model/rows.ts';
import { localWeights } from './local-weights.ts';

/** What differs from the given weights, by code. */
export type WrittenWeights = Readonly<Record<string, number>>;

/**
 * Weights under which one country is no longer behind another, as they are written: run with them, the recipe
 * says so.
 *
 * `change` leads from the nominal weights to those where the two are level. Digits are added, and it is gone
 * a little further the same way, up to a hundredth, until the whole recipe built with what is written puts
 * `behind` level or ahead. Null if that never happens. Where one weight changes `alone`, it is the one that
 * is named.
 */
export function writeSwap(
  result: Result,
  space: WeightSpace,
  weights: readonly number[],
  ahead: ResultRow,
  behind: ResultRow,
  alone?: string,
): WrittenWeights | null {
  for (let digits = 3; digits <= 12; digits += 1) {
    for (const beyond of [0, 0.001, 0.003, 0.01]) {
      const further = weights.map((weight, i) =>
        Math.max(0, weight + beyond * (weight - at(space.nominal, i))),
      );
      const written = weightsAsWritten(result, space, further, digits, alone);
      if (isSwapped(result, written, ahead, behind)) return written;
    }
  }
  return null;
}

/**
 * Effective weights as weights among siblings.
 *
 * Of each category, those that stay as they are given are left out where the others can be said in the same
 * unit: moving weight from one to another names the two, changing one alone names the one. What takes no part
 * is named with 0, unless that is what it is given.
 */
function weightsAsWritten(
  result: Result,
  space: WeightSpace,
  weights: readonly number[],
  digits: number,
  alone?: string,
): WrittenWeights {
  const local = new Map([...result.weights, ...localWeights(space, weights)]);
  return Object.fromEntries(
    nodes(result.framework).flatMap((node) =>
      node.kind === 'category' ? writtenBelow(node, local, digits, alone) : [],
    ),
  );
}

function writtenBelow(
  { children }: Category,
  local: ReadonlyMap<string, number>,
  digits: number,
  alone: string | undefined,
): [string, number][] {
  const shares = children.map(({ code, weight }) => ({
    code,
    given: weight,
    share: cleared(local.get(code) ?? 0),
  }));
  const unit = unitOf(shares, alone);
  const average = unit / Math.max(1, shares.filter(({ share }) => share > 0).length);
  const decimals = Math.min(15, Math.max(0, digits - Math.round(Math.log10(average))));
  return shares.flatMap(({ code, given, share }): [string, number][] => {
    const weight = share * unit;
    return Math.abs(weight - given) <= 1e-12 * unit ? [] : [[code, Number(weight.toFixed(decimals))]];
  });
}

/** What is left of a share by rounding alone is none: the others would be huge in its unit. */
function cleared(share: number): number {
  return share <= 1e-12 ? 0 : share;
}

interface Share {
  readonly code: string;
  readonly given: number;
  readonly share: number;
}

/**
 * What the weights of siblings are to sum to: such that most of them are what they are given, if that is more
 * than one.
 */
function unitOf(shares: readonly Share[], alone: string | undefined): number {
  const total = sum(shares.map(({ given }) => given));
  const candidates = shares.flatMap(({ code, given, share }) =>
    code !== alone && given > 0 && share > 0 ? [given / share] : [],
  );
  const otherwise = total > 0 ? total : 1;
  const unchanged = (unit: number) =>
    shares.filter(({ given, share }) => Math.abs(share * unit - given) <= 1e-12 * unit).length;
  const best = candidates.reduce(
    (most, unit) => (unchanged(unit) > unchanged(most) ? unit : most),
    otherwise,
  );
  return unchanged(best) > 1 || shares.length === 2 ? best : otherwise;
}

function isSwapped(
  { edition, rows, recipe }: Result,
  weights: WrittenWeights,
  ahead: ResultRow,
  behind: ResultRow,
): boolean {
  try {
    const { index, rows: rowsBuilt } = build(edition, { ...recipe, weights: { method: 'inline', weights } });
    const scoreOf = (row: ResultRow) => {
      const rowBuilt = resultRowOf(rowsBuilt, at(rows, row));
      return rowBuilt === null ? Number.NaN : (at(index, rowBuilt) ?? Number.NaN);
    };
    return scoreOf(behind) >= scoreOf(ahead);
  } catch (error) {
    if (error instanceof ProblemsError) return false;
    throw error;
  }
}

/** @example inlineText({ offence: 1.35, resilience: 0.65 }) // → 'offence=1.35,resilience=0.65' */
export function inlineText(weights: WrittenWeights): string {
  return Object.entries(weights)
    .map(([code, weight]) => `${code}=${weight}`)
    .join(',');
}
