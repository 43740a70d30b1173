// Weights by which each sibling is as important as it was meant to be.
import { at } from '../../../math/at.ts';
import { present, type Column } from '../../../math/statistics/column.ts';
import { correlationMatrix, isConstant } from '../../../math/statistics/correlation.ts';
import { symmetricEigen } from '../../../math/linear/eigen.ts';
import { deviation, sum } from '../../../math/statistics/stats.ts';
import { dot, magnitude } from '../../../math/linear/vector.ts';
import { count } from '../../../model/words.ts';
import type { Siblings, WeightFault } from '../siblings.ts';
import { sameScores } from './faults.ts';

/** Eigenvalues below it are what rounding leaves of 0: siblings that are made of each other. */
const LEAST_EIGENVALUE = 1e-10;
/** How far a share of the correlations may be from its target. */
const TOLERANCE = 1e-10;

/**
 * Balanced importance: weights by which the correlations of the siblings with their weighted arithmetic mean
 * stand in the proportion of the given weights. A given weight is then an importance, not a factor.
 *
 *     corr(xᵢ, y) / Σ corr(xⱼ, y) = gᵢ / Σ gⱼ,   y = Σ wⱼ xⱼ
 *
 * The covariance of xᵢ with y is Σ wⱼ cov(xᵢ, xⱼ), so with R the correlations, s the deviations and vᵢ = wᵢ
 * sᵢ it comes down to R v ∝ g: one system of linear equations, and no search. If R is singular and there are
 * several solutions, it is the one with the smallest Σ v².
 *
 * Use it where given weights say how important something should be, and siblings overlap or vary unevenly.
 * Two siblings of the same importance get weights in inverse proportion to their deviations. Correlations are
 * over the countries that have all of the scores, as the mean needs them all. A negative weight is a problem
 * rather than a result.
 *
 * @example balanced({ given: [1, 1], columns: [[0, 1, 2], [4, 0, 8]] }).map((w, _, all) => w / all[1]) // →
 *   [4, 1]
 * @see Paruolo, Saisana & Saltelli (2013), JRSS A 176; Becker, Saisana, Paruolo & Vandecasteele (2017),
 *   Ecological Indicators 80
 */
export function balanced({ given, columns }: Pick<Siblings, 'given' | 'columns'>): readonly number[] {
  const complete = shared(columns);
  const { contributions } = solve(given, complete);
  const most = magnitude(contributions);
  return contributions.map((v, i) => (Math.abs(v) < 1e-12 * most ? 0 : v / deviation(complete[i] ?? [])));
}

/** What keeps siblings from being balanced by weights of 0 or more. */
export function balancedFaults({ codes, given, columns }: Siblings): WeightFault[] {
  const complete = shared(columns);
  const countries = complete[0]?.length ?? 0;
  if (countries < 2) return [tooFew(countries)];
  const constant = codes.flatMap((code, i) =>
    isConstant(complete[i] ?? [])
      ? [sameScores(code, complete[i] ?? [], 'countries that have all scores')]
      : [],
  );
  if (constant.length > 0) return constant;
  const { contributions, independent, error } = solve(given, complete);
  const most = magnitude(contributions);
  const negative = codes.filter((_, i) => at(contributions, i) < -1e-12 * most);
  const isReached = error <= TOLERANCE;
  if (!isReached || (independent < codes.length && negative.length > 0))
    return [dependent(codes.length, Math.min(independent, codes.length - 1), countries)];
  return negative.map((code) => needsNegative(code, codes, given));
}

interface Solution {
  /** Weight times deviation, for each sibling. */
  readonly contributions: readonly number[];
  /** How many of the siblings are not made of the others. */
  readonly independent: number;
  /** How far the worst share of the correlations is from its target. */
  readonly error: number;
}

/** Solves R v = g by the eigenvalues of R; what the first solution misses is solved for again. */
function solve(given: readonly number[], columns: readonly Column[]): Solution {
  const correlations = correlationMatrix(columns).map((row) => row.map((r) => r ?? Number.NaN));
  const { values, vectors } = symmetricEigen(correlations);
  const kept = [...values.keys()].filter((k) => at(values, k) > LEAST_EIGENVALUE);
  const inverse = (x: readonly number[]): number[] => {
    const parts = kept.map((k) => ({
      vector: vectors[k] ?? [],
      along: dot(vectors[k] ?? [], x) / at(values, k),
    }));
    return x.map((_, i) => sum(parts.map(({ vector, along }) => along * at(vector, i))));
  };
  const forward = (v: readonly number[]): number[] => correlations.map((row) => dot(row, v));
  const total = sum(given);
  const targets = given.map((g) => g / total);
  let contributions = inverse(targets);
  for (let step = 0; step < 3; step += 1) {
    const reached = forward(contributions);
    const more = inverse(targets.map((target, i) => target - at(reached, i)));
    contributions = contributions.map((v, i) => v + at(more, i));
  }
  const reached = forward(contributions);
  const all = sum(reached);
  return {
    contributions,
    independent: kept.length,
    error: magnitude(reached.map((r, i) => r / all - at(targets, i))),
  };
}

/** The scores of the countries that have all of them. */
function shared(columns: readonly Column[]): number[][] {
  return columns.map((column) =>
    present(column.filter((_, row) => columns.every((one) => (one[row] ?? null) !== null))),
  );
}

function tooFew(countries: number): WeightFault {
  return {
    code: 'weights/not-determined',
    what: `${countries === 0 ? 'no country has' : 'only one country has'} all scores`,
    why: 'the correlations need countries with all scores',
    fix: 'fill in missing scores (--impute median), or use another weighting, such as --weights deviation',
  };
}

function dependent(siblings: number, independent: number, countries: number): WeightFault {
  return {
    code: 'weights/not-determined',
    what: `only ${independent} of its ${siblings} children vary independently`,
    why:
      siblings >= countries
        ? `only ${count(countries, 'country has', 'countries have')} all scores, too few for so many ` +
          'children'
        : 'some of them follow from the others',
    fix: 'leave some out with --select without:…, or use another weighting, such as --weights deviation',
  };
}

function needsNegative(code: string, codes: readonly string[], given: readonly number[]): WeightFault {
  const share = at(given, codes.indexOf(code)) / sum(given);
  return {
    code: 'weights/unbalanced',
    indicator: code,
    what: `"${code}" would need a negative weight`,
    why:
      'even with weight 0, its correlation with the mean exceeds its share of ' +
      `${Number(share.toPrecision(3))}`,
    fix:
      `raise its weight in indicators.csv, leave it out with --select without:${code}, or use another ` +
      'weighting, such as --weights critic',
  };
}
