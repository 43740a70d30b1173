// Comparing numbers that were computed in two ways.
import { expect } from 'vitest';

/** Whether two numbers differ by at most this share of the greater one. */
export function isNear(actual: number, expected: number, relative: number): boolean {
  return Object.is(actual, expected) || Math.abs(actual - expected) <= relative * Math.max(Math.abs(actual), Math.abs(expected));
}

/** Every number within the relative tolerance, everything else equal. */
export function expectNear(actual: readonly (number | null | undefined)[] | undefined, expected: readonly (number | null | undefined)[], relative: number): void {
  expect(actual).toHaveLength(expected.length);
  const settled = actual?.map((x, i) => {
    const wanted = expected[i];
    return typeof x === 'number' && typeof wanted === 'number' && isNear(x, wanted, relative) ? wanted : x;
  });
  expect(settled).toEqual(expected);
}
