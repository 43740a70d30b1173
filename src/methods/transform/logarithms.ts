// Transformations that compress large scores.

/**
 * Natural logarithm: equal ratios become equal differences.
 *
 *     y = ln(x)
 *
 * Use it for sizes that spread over orders of magnitude (income, firms, people): what
 * counts is then how many times more, not how much more. Goalposts are transformed too.
 * Zero and negative scores have no logarithm: a problem.
 *
 * @example log(Math.E) // → 1
 * @see OECD/JRC Handbook (2008), step 4; UNDP, Human Development Report, technical note 1
 */
export function log(score: number): number {
  return Math.log(score);
}
