// Selections: is a country or an indicator kept, given whether the selection names it?

/**
 * Keeps what is named, and leaves out the others.
 *
 *     kept if named
 *
 * @example only(true) // → true
 * @see OECD/JRC Handbook (2008), step 2
 */
export function only(isNamed: boolean): boolean {
  return isNamed;
}

/**
 * Leaves out what is named.
 *
 *     kept unless named
 *
 * @example without(true) // → false
 * @see OECD/JRC Handbook (2008), step 2
 */
export function without(isNamed: boolean): boolean {
  return !isNamed;
}
