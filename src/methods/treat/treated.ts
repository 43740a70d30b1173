// What a treatment gives: the column, and what is said of it.
import type { Column } from '../../math/statistics/column.ts';

export interface Treated {
  readonly column: Column;
  /** Whether single scores were changed, or the whole indicator. */
  readonly changed: 'scores' | 'indicator';
  /** What was done to these. */
  readonly how: string;
}

export function untreated(column: Column): Treated {
  return { column, changed: 'scores', how: '' };
}

export function winsorised(column: Column): Treated {
  return { column, changed: 'scores', how: 'winsorised' };
}

export function logged(column: Column): Treated {
  const how = 'logarithm, shifted by the lowest score and a hundredth of the range';
  return { column, changed: 'indicator', how };
}

export function boxCoxed(column: Column): Treated {
  return { column, changed: 'indicator', how: 'Box–Cox transformation' };
}
