// Numbers as files write them: with a decimal point, or with a comma where commas do not part cells.

const withPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;
const pointsInThrees = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;

/** What stands before the decimals of a file's numbers; the other of the two then parts thousands. */
export const decimalMarks = ['.', ','] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** What parts thousands where the other mark stands before decimals. */
const thousands: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:,\d{3})+(?![\d,])/,
  ',': /^[+-]?\d{1,3}(?:\.\d{3})+(?![\d.])/,
};

/** Whether a text is a number as files write it: 3, -0.5, 1e6; none that is too large to be represented. */
export function isDecimal(text: string): boolean {
  // Most cells that are no numbers show it in their first character.
  const first = text.charCodeAt(0);
  return first < 58 && withPoint.test(text) && Number.isFinite(Number(text));
}

/** Whether a text is a number with a decimal comma: 3,5. */
export function hasDecimalComma(text: string): boolean {
  return withComma.test(text);
}

/**
 * Whether all points of a number may part thousands.
 *
 * @example mayPartThousands('1.234') // → true
 * @example mayPartThousands('0.234') // → false
 */
export function mayPartThousands(text: string): boolean {
  return pointsInThrees.test(text);
}

/**
 * The number that a text is where it is known which mark stands before decimals; null if it is none.
 *
 * @example numberWith(',', '1.234,5') // → 1234.5
 * @example numberWith('.', '1.234') // → 1.234
 * @example numberWith(',', '1.5') // → null
 */
export function numberWith(mark: DecimalMark, text: string): number | null {
  const whole = thousands[mark].exec(text)?.[0] ?? '';
  const plain = whole.replaceAll(mark === '.' ? ',' : '.', '') + text.slice(whole.length);
  if (mark === '.') return isDecimal(plain) ? Number(plain) : null;
  const pointed = plain.includes('.') ? '' : plain.replace(',', '.');
  return isDecimal(pointed) ? Number(pointed) : null;
}
