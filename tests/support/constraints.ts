// Whether weights meet linear constraints.
import type { Constraint } from '../../src/math/linear/linear-program.ts';

/** By how much a constraint is missed where its sum is so far over its bound; 0 or less where it is met. */
export function overBy(relation: Constraint['relation'], over: number): number {
  if (relation === '≤') return over;
  return relation === '≥' ? -over : Math.abs(over);
}
