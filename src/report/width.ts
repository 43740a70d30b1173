// How many columns of a terminal a text takes up.
import stringWidth from 'string-width';

/**
 * Latin letters, dashes and blocks take one column each, and most text is made of them; the library knows
 * the others: wide, combining, emoji.
 *
 * @example widthOf('Ruritania') // → 9
 * @example widthOf('日本') // → 4
 */
export function widthOf(text: string): number {
  return /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u259f]*$/.test(text)
    ? text.length
    : stringWidth(text);
}
