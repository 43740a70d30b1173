// A weighting as `rank --weights` takes it back, with as few digits as give the same.

/**
 * As it is written after --weights, rounded as far as `holds` still says that it does what it is for.
 *
 * @example weightText(new Map([['a', 1 / 3], ['b', 2 / 3]]), () => true) // → 'a=0.333,b=0.667'
 */
export function weightText(
  weights: ReadonlyMap<string, number>,
  holds: (weights: ReadonlyMap<string, number>) => boolean,
): string {
  for (const digits of [3, 4, 6, 9, 12]) {
    const rounded = new Map([...weights].map(([code, weight]) => [code, Number(weight.toPrecision(digits))]));
    if (holds(rounded)) return written(rounded);
  }
  return written(weights);
}

function written(weights: ReadonlyMap<string, number>): string {
  return [...weights].map(([code, weight]) => `${code}=${weight}`).join(',');
}
