// Rounding that people can predict: to decimal places, and to where floating-point noise begins.

/**
 * Rounds to decimal places, halves away from zero, as printed tables do: what floating point
 * makes of 1.005 counts as 1.005.
 *
 * @example roundTo(1.005, 2) // → 1.01
 * @example roundTo(-2.5, 0) // → -3
 */
export function roundTo(x: number, decimals: number): number {
  const scaled = Number((Math.abs(x) * 10 ** decimals).toPrecision(15));
  if (scaled >= Number.MAX_SAFE_INTEGER) return x;
  return (Math.sign(x) * Math.round(scaled)) / 10 ** decimals;
}

/**
 * Rounds numbers to 10⁻¹² of a magnitude, so that two ways of adding up the same numbers compare as equal.
 * The step is a power of ten, so that decimal figures stay what they are.
 *
 * @example settle(0.1 + 0.2, 1) // → 0.3
 */
export function settle(x: number, magnitude: number): number {
  if (!Number.isFinite(x) || magnitude <= 0) return x;
  const decimals = 12 - Math.ceil(Math.log10(magnitude));
  if (decimals > 300) return x;
  return decimals >= 0
    ? Math.round(x * 10 ** decimals) / 10 ** decimals
    : Math.round(x / 10 ** -decimals) * 10 ** -decimals;
}
