// What stands before and after a sign, in what is written after an option.

/**
 * What stands before the first of a sign, and after it; null if there is none.
 *
 * @example splitOnce('a=b=c', '=') // → ['a', 'b=c']
 * @example splitOnce('a', '=') // → ['a', null]
 */
export function splitOnce(text: string, sign: string): [before: string, after: string | null] {
  const place = text.indexOf(sign);
  return place === -1 ? [text, null] : [text.slice(0, place), text.slice(place + sign.length)];
}
