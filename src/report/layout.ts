// How wide each column of a table may be, so that the whole fits the terminal.

export interface Wish {
  /** The width its content wants. */
  readonly natural: number;
  /** The width below which it is of no use. */
  readonly least: number;
}

/**
 * Widths that add up to at most `available`: each column its natural width if there is room for all, otherwise
 * the widest give way first, none below its least.
 *
 * @example fitWidths([{ natural: 4, least: 4 }, { natural: 40, least: 8 }], 24) // → [4, 20]
 */
export function fitWidths(wishes: readonly Wish[], available: number): number[] {
  const widths = wishes.map(({ natural }) => natural);
  let over = widths.reduce((total, width) => total + width, 0) - available;
  while (over > 0) {
    const shrinkable = widths.flatMap((width, i) => (width > (wishes[i]?.least ?? 0) ? [i] : []));
    const widest = shrinkable.reduce<number | null>((best, i) => (best === null || (widths[i] ?? 0) > (widths[best] ?? 0) ? i : best), null);
    if (widest === null) return widths;
    widths[widest] = (widths[widest] ?? 1) - 1;
    over -= 1;
  }
  return widths;
}
