// Weights by what siblings have in common.
import { at } from '../../../math/at.ts';
import { present, type Column } from '../../../math/statistics/column.ts';
import { correlationMatrix, isConstant } from '../../../math/statistics/correlation.ts';
import { symmetricEigen } from '../../../math/linear/eigen.ts';
import { sum } from '../../../math/statistics/stats.ts';
import { list } from '../../../model/words.ts';
import type { Siblings, WeightFault } from '../siblings.ts';
import { sameScores } from './faults.ts';

/** A loading that is smaller, and a first eigenvalue that is less ahead, is what rounding makes of 0. */
const LEAST_LOADING = 1e-9;
const LEAST_LEAD = 1e-6;

/**
 * First principal component: what goes along with its siblings counts more.
 *
 *     wᵢ = lᵢ / Σ lⱼ,   l the first eigenvector of the correlations, its sign such that Σ lⱼ > 0
 *
 * Use it where siblings are many measures of one thing: what they have in common then weighs most, and what
 * stands apart least. With two siblings both weights are ½. Loadings are taken as they are, not squared. A
 * negative one is a problem rather than a weight. Correlations are over the countries that have both scores;
 * all of them must be defined, and the first eigenvalue must be ahead of the second.
 *
 * Three siblings of which the third is made of the others, r = 0.6 and 0.8 (among themselves 0):
 *
 * @example principalComponent({ columns: [[1, 1, -1, -1], [1, -1, 1, -1], [1.4, -0.2, 0.2, -1.4]] }) // →
 *   [0.25, 1 / 3, 5 / 12]
 * @see OECD/JRC Handbook (2008), step 6; Jolliffe (2002), Principal Component Analysis
 */
export function principalComponent({ columns }: Pick<Siblings, 'columns'>): readonly number[] {
  const { loadings } = firstComponent(columns);
  const total = sum(loadings);
  return loadings.map((loading) => (Math.abs(loading) < LEAST_LOADING ? 0 : loading / total));
}

/** How much of the variance of all siblings the component holds: its eigenvalue over their number. */
export function varianceHeld({ columns }: Pick<Siblings, 'columns'>): string {
  const share = firstComponent(columns).value / columns.length;
  return `the component holds ${Number((100 * share).toPrecision(3))} % of the variance`;
}

/** What keeps siblings from having a first component with weights of 0 or more. */
export function principalComponentFaults({ codes, columns }: Siblings): WeightFault[] {
  const constant = codes.flatMap((code, i) =>
    isConstant(present(columns[i] ?? [])) ? [sameScores(code, present(columns[i] ?? []))] : [],
  );
  if (constant.length > 0) return constant;
  const apart = undefinedPair(codes, columns);
  if (apart !== null) return [apart];
  const { loadings, lead, value } = firstComponent(columns);
  if (lead < LEAST_LEAD) return [noFirst(value)];
  const nonzero = codes.filter((_, i) => Math.abs(at(loadings, i)) >= LEAST_LOADING);
  if (Math.abs(sum(loadings)) < LEAST_LOADING) return [opposite(nonzero)];
  return codes.flatMap((code, i) =>
    at(loadings, i) > -LEAST_LOADING ? [] : [negative(code, at(loadings, i))],
  );
}

/** The loadings on it, its eigenvalue, and by how much that is ahead of the next. */
function firstComponent(columns: readonly Column[]): {
  loadings: readonly number[];
  value: number;
  lead: number;
} {
  const correlations = correlationMatrix(columns).map((row) => row.map((r) => r ?? Number.NaN));
  const {
    values: [value = Number.NaN, next = -Infinity],
    vectors: [vector = []],
  } = symmetricEigen(correlations);
  return { loadings: sum(vector) < 0 ? vector.map((x) => -x) : vector, value, lead: value - next };
}

function undefinedPair(codes: readonly string[], columns: readonly Column[]): WeightFault | null {
  const correlations = correlationMatrix(columns);
  const [pair] = codes.flatMap((code, i) =>
    codes.slice(0, i).flatMap((other, j) => (correlations[i]?.[j] === null ? [[other, code]] : [])),
  );
  return pair === undefined
    ? null
    : {
        code: 'weights/not-determined',
        what: `${list(pair)} have no correlation`,
        why: 'too few countries have both scores, or their scores are equal',
        fix: 'fill in missing scores (--impute median), or use another weighting, such as --weights critic',
      };
}

function noFirst(value: number): WeightFault {
  return {
    code: 'weights/not-determined',
    what: 'no first principal component stands out',
    why:
      `the two largest eigenvalues are both ${Number(value.toPrecision(3))}: the siblings have too ` +
      'little in common',
    fix: 'use another weighting, such as --weights critic',
  };
}

function opposite(codes: readonly string[]): WeightFault {
  return {
    code: 'weights/opposed',
    what: `${list(codes, 8)} run in opposite directions`,
    why: 'their loadings on the first principal component cancel out',
    fix:
      'set direction -1 if lower is better in one of them, or use another weighting, such as --weights ' +
      'critic',
  };
}

function negative(code: string, loading: number): WeightFault {
  return {
    code: 'weights/opposed',
    indicator: code,
    what: `"${code}" runs against its siblings`,
    why:
      `its loading on the first principal component is ${Number(loading.toPrecision(3))}, and weights ` +
      'must not be negative',
    fix:
      `set its direction to -1 if lower is better, leave it out with --select without:${code}, or use ` +
      'another weighting, such as --weights critic',
  };
}
