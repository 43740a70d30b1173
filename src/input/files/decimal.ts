// Numbers as files write them: with a decimal point, or with a comma where commas do not part cells.

const withPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;

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
