// Weights of its own for every country: those that are best for it.
import { at } from '../../../math/at.ts';
import { present, type Column } from '../../../math/statistics/column.ts';
import {
  bestFace,
  optimumOf,
  regionOf,
  restrict,
  towards,
  type Constraint,
  type Dictionary,
} from '../../../math/linear/linear-program.ts';
import { mostEven } from '../../../math/linear/most-even.ts';
import { settle } from '../../../math/statistics/rounding.ts';
import { largest, range, sum } from '../../../math/statistics/stats.ts';
import { dot } from '../../../math/linear/vector.ts';
import type { OwnWeights, ShareRange, Siblings } from '../siblings.ts';

/**
 * The least and the most that each sibling may have of a country's value, as shares. A type alias, as
 * `Values` asks.
 */
export type ShareLimits = { least: number; most: number };

/**
 * Benefit of the doubt: every country is measured with the weights that are best for it, such that with these
 * same weights no country gets more than 1.
 *
 *     yᵢ = max over w ≥ 0 of Σ wⱼ xᵢⱼ,   Σ wⱼ xₖⱼ ≤ 1 for every country k,
 *     least · yᵢ ≤ wⱼ xᵢⱼ ≤ most · yᵢ for every j
 *
 * Use it where nobody can say which weights are right, and a country should not be able to blame them:
 * whoever is behind here is behind under any weights. Without limits whoever is first in anything gets 1, and
 * the more siblings there are, the more countries do. A weight depends on the unit of its scores and can be
 * compared with none, so the shares wⱼ xᵢⱼ / yᵢ stand for them. Units change no value; zeros do, so scores
 * that are min–maxed favour extremes.
 *
 * Values are unique, weights need not be: of several best ones it takes those whose shares are the most even
 * (the smallest share as large as can be, then the second smallest, and so on). An only child is divided by
 * its largest score, and no limit binds it. A country that lacks a score has no value, and none is measured
 * by it. Without any score above 0 its value is 0, all shares being equal. In a panel countries are measured
 * by those of all years.
 *
 * Scores are of 0 or more. Shares sum to 1, those of countries without a value are null.
 *
 * @example benefitOfTheDoubt({ columns: [[4, 2, 1], [1, 2, 4]] }, { least: 0, most: 1 }) // → [{ value: 1,
 *   shares: [0.8, 0.2] }, { value: 0.8, shares: [0.5, 0.5] }, { value: 1, shares: [0.2, 0.8] }]
 * @see Melyn & Moesen (1991), Public Economics Research Paper 17, KU Leuven; Cherchye, Moesen, Rogge & Van
 *   Puyenbroeck (2007), Social Indicators Research 82
 */
export function benefitOfTheDoubt(
  { columns }: Pick<Siblings, 'columns'>,
  limits: ShareLimits,
): (OwnWeights | null)[] {
  const field = fieldOf(columns, limits);
  return [...(columns[0] ?? []).keys()].map((row) => {
    const scores = scaled(field, row);
    if (scores === null) return null;
    const best = bestFor(scores, field);
    return best === null
      ? { value: 0, shares: scores.map(() => 1 / scores.length) }
      : { value: best.value, shares: evenShares(best) };
  });
}

/** The value of the country in one row alone, whose shares are not asked for. */
export function benefitOfTheDoubtOf(
  { columns }: Pick<Siblings, 'columns'>,
  limits: ShareLimits,
  row: number,
): number | null {
  const field = fieldOf(columns, limits);
  const scores = scaled(field, row);
  return scores === null ? null : (bestFor(scores, field)?.value ?? 0);
}

/**
 * How far each sibling's share of a country's value may go among all weights that are best for it: the least
 * and the most of wⱼ xᵢⱼ / yᵢ over them. Where the best weights are unique, both are the share itself.
 *
 * Two linear programs a sibling, over the weights that give the value. For the countries in some rows; null
 * for one that lacks a score, and from 0 to 1 where there is nothing to weigh.
 *
 * @example shareRanges({ columns: [[4, 4, 1], [4, 1, 4]] }, { least: 0, most: 1 }, [0, 1]) // → [[{ least: 0,
 *   most: 1 }, { least: 0, most: 1 }], [{ least: 1, most: 1 }, { least: 0, most: 0 }]]
 */
export function shareRanges(
  { columns }: Pick<Siblings, 'columns'>,
  limits: ShareLimits,
  rows: readonly number[],
): (readonly ShareRange[] | null)[] {
  const field = fieldOf(columns, limits);
  return rows.map((row) => {
    const scores = scaled(field, row);
    if (scores === null) return null;
    const best = bestFor(scores, field);
    return best === null ? scores.map(() => ({ least: 0, most: 1 })) : rangesOn(best);
  });
}

/** The value is the same all over the face of best weights, so that a share grows with its weight alone. */
function rangesOn({ corner, sizes }: Best): ShareRange[] {
  const face = bestFace(corner);
  const whole = dot(optimumOf(corner).point.slice(0, sizes.length), sizes);
  const furthest = (part: number, sign: 1 | -1) => {
    const aim = Array.from({ length: face.variables }, (_, i) => (i === part ? sign : 0));
    const share = (at(optimumOf(towards(face, aim)).point, part) * at(sizes, part)) / whole;
    return settle(Math.min(1, Math.max(0, share)), 1);
  };
  return sizes.map((_, part) => ({ least: furthest(part, -1), most: furthest(part, 1) }));
}

/** What is the same for all countries. */
interface Field {
  readonly columns: readonly Column[];
  /** The largest score of each column: measured in it, no weight is above 1. */
  readonly highest: readonly number[];
  /** The scores that nobody may get more than 1 for, so measured. */
  readonly rivals: readonly (readonly number[])[];
  readonly limits: ShareLimits;
  /** The weights that are allowed; as many variables more are for the search of even shares. */
  readonly region: Dictionary | null;
}

function fieldOf(columns: readonly Column[], { least, most }: ShareLimits): Field {
  const parts = columns.length;
  const highest = columns.map((column) => range([0, ...present(column)]).high);
  const all = [...(columns[0] ?? []).keys()].flatMap((row) => {
    const scores = scaled({ columns, highest }, row);
    return scores === null ? [] : [scores];
  });
  const rivals = undominated(all);
  return {
    columns,
    highest,
    rivals,
    region: regionOf(
      2 * parts,
      rivals.map((coefficients) => ({ coefficients, relation: '≤', bound: 1 })),
    ),
    limits:
      parts === 1
        ? { least: 0, most: 1 }
        : { least: Math.min(least, 1 / parts), most: Math.max(most, 1 / parts) },
  };
}

/** A country's scores as parts of the largest ones; null if one is missing. */
function scaled(
  { columns, highest }: Pick<Field, 'columns' | 'highest'>,
  row: number,
): readonly number[] | null {
  const scores = columns.flatMap((column, j) => {
    const x = column[row] ?? null;
    return x === null ? [] : [x === 0 ? 0 : x / at(highest, j)];
  });
  return scores.length === columns.length ? scores : null;
}

/** Who is behind somebody in everything is no limit to anybody; of equals the first is. */
function undominated(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const isBehind = (one: readonly number[], other: readonly number[]) =>
    one.every((x, j) => x <= at(other, j));
  return rows.filter(
    (one, i) => !rows.some((other, j) => i !== j && isBehind(one, other) && (j < i || !isBehind(other, one))),
  );
}

/** A country's value, where its linear program has it, and how much each part is of the largest one. */
interface Best {
  readonly value: number;
  readonly corner: Dictionary;
  readonly sizes: readonly number[];
}

/** Null if the limits leave no weights, or there is nothing to weigh. */
function bestFor(scores: readonly number[], { region, rivals, limits }: Field): Best | null {
  const { high } = range(scores);
  const sizes = scores.map((x) => x / high);
  const limited = region === null || !(high > 0) ? null : restrict(region, ...shareLimits(sizes, limits));
  if (limited === null) return null;
  const corner = towards(limited, sizes);
  const weights = optimumOf(corner).point.slice(0, scores.length);
  // Scaled such that nobody is above 1, which takes out what the solver leaves of rounding.
  const value = dot(weights, scores) / largest(rivals.map((rival) => dot(weights, rival)));
  return value > 0 ? { value, corner, sizes } : null;
}

function evenShares({ corner, sizes }: Best): number[] {
  const contributions = mostEven(bestFace(corner), sizes, sizes.length).map(
    (weight, j) => weight * at(sizes, j),
  );
  const whole = sum(contributions);
  return contributions.map((contribution) => settle(contribution / whole, 1));
}

/** That no part has less or more of the whole than it may. */
function shareLimits(sizes: readonly number[], { least, most }: ShareLimits): Constraint[] {
  const against = (limit: number, j: number, relation: '≤' | '≥'): Constraint => ({
    coefficients: sizes.map((size, i) => (i === j ? size : 0) - limit * size),
    relation,
    bound: 0,
  });
  return [
    ...(least > 0 ? sizes.map((_, j) => against(least, j, '≥')) : []),
    ...(most < 1 ? sizes.map((_, j) => against(most, j, '≤')) : []),
  ];
}
