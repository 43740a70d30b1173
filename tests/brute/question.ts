// One edition with its exact index: what every comparison starts from.
import { at } from './fraction.ts';
import {
  effectiveShares,
  exactIndex,
  givenWeights,
  type Cell,
  type ExactIndex,
  type Weights,
} from './exact-index.ts';
import { exactRanks } from './exact-ranks.ts';
import type { TierField } from './exact-tiers.ts';
import { tierField } from './exact-tiers.ts';
import type { Findings } from './findings.ts';
import { leavesOf, type Row, type Sample } from './sample.ts';
import type { Random } from '../support/random.ts';

export interface Question {
  readonly sample: Sample;
  readonly folder: string;
  readonly random: Random;
  readonly findings: Findings;
  readonly weights: Weights;
  readonly exact: ExactIndex;
  /** The rows of the latest year: those that are ranked together. */
  readonly rows: readonly number[];
  /** In the order of `rows`. */
  readonly countries: readonly Row[];
  readonly index: readonly Cell[];
  readonly ranks: readonly (number | null)[];
  readonly field: TierField;
}

export function questionOf(sample: Sample, folder: string, random: Random, findings: Findings): Question {
  const weights = givenWeights(sample.root);
  const exact = exactIndex(sample, weights);
  const latest = Math.max(...sample.rows.map(({ year }) => year ?? 0));
  return {
    sample,
    folder,
    random,
    findings,
    weights,
    exact,
    ...inYear(sample, weights, exact, latest),
  };
}

/** The countries of one year, ranked among themselves. */
export function inYear(
  sample: Sample,
  weights: Weights,
  exact: ExactIndex,
  year: number,
): Pick<Question, 'rows' | 'countries' | 'index' | 'ranks' | 'field'> {
  const rows = [...sample.rows.keys()].filter((row) => (at(sample.rows, row).year ?? 0) === year);
  const countries = rows.map((row) => at(sample.rows, row));
  const index = rows.map((row) => at(exact.index, row));
  return {
    rows,
    countries,
    index,
    ranks: exactRanks(
      index,
      countries.map(({ code }) => code),
      sample.rank,
    ),
    field: tierField(sample, weights, exact, rows),
  };
}

/** Whether all that counts is there for every country that is ranked, so that the index is a weighted sum. */
export function isWeightedSum({ sample, weights, exact, rows, index }: Question): boolean {
  const shares = effectiveShares(sample.root, weights);
  return rows.every(
    (row, i) =>
      at(index, i) === null ||
      leavesOf(sample.root).every(
        (_, leaf) => at(shares, leaf).sign === 0 || at(at(exact.normalised, row), leaf) !== null,
      ),
  );
}

/** The positions of the countries that have an index. */
export function rankedPlaces({ index }: Question): number[] {
  return [...index.keys()].filter((place) => at(index, place) !== null);
}

/** For the names of comparisons: whether some indicator weighs nothing. */
export function idleSuffix({ sample, weights }: Pick<Question, 'sample'> & { weights: Weights }): string {
  return effectiveShares(sample.root, weights).some(({ sign }) => sign === 0) ? '.zero-weight' : '';
}

/**
 * For the names of comparisons: whether countries have exactly the same index in a framework of several
 * levels, and whether scores are wide.
 */
export function closeSuffix({ sample, index }: Pick<Question, 'sample' | 'index'>): string {
  const scores = index.flatMap((score) => (score === null ? [] : [String(score)]));
  const isTree = sample.root.children.some(({ kind }) => kind === 'branch');
  const ties = isTree && new Set(scores).size < scores.length ? '.tree-ties' : '';
  return `${ties}${wideSuffix(sample)}`;
}

/** For the names of comparisons: whether some scores are a million times others. */
export function wideSuffix({ rows }: Sample): string {
  return rows.some(({ scores }) => scores.some((score) => Number(score) > 1e5)) ? '.wide' : '';
}

/** For the names of comparisons: whether scores are rounded before they are ranked. */
export function roundedSuffix({ rank }: Sample): string {
  return rank.decimals === null ? '' : '.rounded';
}
