// Rules for missing scores: has a country enough of a category's scores to get a value there?

/**
 * Error: all scores must be there. Those that are missing are reported before anything is aggregated.
 *
 *     computed if present = all
 *
 * @example error(6, 7) // → false
 * @see OECD/JRC Handbook (2008), step 3
 */
export function error(present: number, all: number): boolean {
  return present === all;
}

/**
 * Skip: a category is aggregated from the scores that are there, their weights rescaled to sum to 1,
 * if at least the share `least` of its children is there.
 *
 *     computed if present > 0 and present / all >= least
 *
 * It treats a missing score as if it equalled the country's own average: kind to countries
 * that hide what they are bad at. A category left out counts as missing one level up.
 *
 * @example skip(5, 7, { least: 0.5 }) // → true
 * @example skip(3, 7, { least: 0.5 }) // → false
 * @see OECD/JRC Handbook (2008), step 3
 */
export function skip(present: number, all: number, { least }: { least: number }): boolean {
  return present > 0 && present / all >= least;
}
