// Comparing numbers that were computed in two ways.

/** Whether two numbers differ by at most this share of the greater one. */
export function isNear(actual: number, expected: number, relative: number): boolean {
  return (
    Object.is(actual, expected) ||
    Math.abs(actual - expected) <= relative * Math.max(Math.abs(actual), Math.abs(expected))
  );
}

type Numbers = readonly (number | null | undefined)[];

/**
 * The numbers as expected where they differ by no more than this share, and as computed elsewhere: what is
 * left to compare is equality.
 */
export function snap(actual: Numbers | undefined, expected: Numbers, relative: number): Numbers | undefined {
  return actual?.map((x, i) => {
    const wanted = expected[i];
    return typeof x === 'number' && typeof wanted === 'number' && isNear(x, wanted, relative) ? wanted : x;
  });
}
