// Imputation by a number that is given.

/**
 * The same number for every missing score.
 *
 *     x = c
 *
 * Use it when a missing score means something, as none.
 *
 * @example constant({}, { value: 0 }) // → 0
 * @see OECD/JRC Handbook (2008), step 3
 */
export function constant(_gap: object, { value }: { value: number }): number | null {
  return value;
}
