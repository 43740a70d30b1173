// What is asked of the same thing again and again: computed once.

/**
 * The same function, which remembers what it gave for each object for as long as that object is there. Only
 * for objects that nobody changes, and for results that nobody changes.
 *
 * @example remembered((list) => list.length)([4, 5]) // → 2
 */
export function remembered<Key extends object, Value extends object | number>(
  formula: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const value = formula(key);
    known.set(key, value);
    return value;
  };
}
