// Scores and weights that are supposed to be others than they are.
import type { EditionRow } from './rows.ts';

/** One score: in the edition's column and row, under the code by which it was named. */
export interface ScoreChange {
  readonly code: string;
  readonly column: string;
  readonly row: EditionRow;
  readonly from: number | null;
  readonly to: number;
}

/** One weight, relative to its siblings. */
export interface WeightChange {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

export interface Changes {
  readonly scores: readonly ScoreChange[];
  readonly weights: readonly WeightChange[];
}
