// What a weighting is given, and what it may have to say against it.
import type { Column } from '../../math/statistics/column.ts';
import type { Problem } from '../../model/problem.ts';

/** The children of one category: codes, weights as the framework gives them, values. */
export interface Siblings {
  readonly codes: readonly string[];
  readonly given: readonly number[];
  readonly columns: readonly Column[];
}

export type WeightSets = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What keeps a method from weighing its siblings, or from weighing them for the country in a row. */
export type WeightFault = Pick<Problem, 'code' | 'what' | 'indicator' | 'why' | 'fix'> & {
  readonly row?: number;
};

/** How far a share may go among all weights that are best. */
export interface ShareRange {
  readonly least: number;
  readonly most: number;
}

/** What a country gets from weights of its own: its value, and what share of it each child is. */
export interface OwnWeights {
  readonly value: number;
  /** Summing to 1. */
  readonly shares: readonly number[];
}
