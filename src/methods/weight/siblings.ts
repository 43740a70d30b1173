// What a weighting is given, and what it may have to say against it.
import type { Column } from '../../math/column.ts';
import type { Problem } from '../../model/problem.ts';

/** The children of one category: codes, weights as the framework gives them, values. */
export interface Siblings {
  readonly codes: readonly string[];
  readonly given: readonly number[];
  readonly columns: readonly Column[];
}

export type WeightSets = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What keeps a method from weighing its siblings. */
export type WeightFault = Pick<Problem, 'code' | 'what' | 'indicator' | 'why' | 'fix'>;
