// What must be there: taken, or it is a bug that says so.

/**
 * The value at a place of a list that must have it.
 *
 * Throws a RangeError, which is a bug and no problem of the user's, where the list ends before it.
 *
 * @example at(['a', 'b'], 1) // → 'b'
 */
export function at<T>(list: ArrayLike<T>, place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`a list of ${list.length} has nothing at ${place}`);
  return value;
}

/**
 * The value of a key that a map must have.
 *
 * Throws a RangeError where it has none.
 *
 * @example of(new Map([['a', 1]]), 'a') // → 1
 */
export function of<Key, T>(map: ReadonlyMap<Key, T>, key: Key): T {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`a map of ${map.size} has nothing for ${String(key)}`);
  return value;
}
