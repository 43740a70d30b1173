// A heat map in characters: a row of shares, one character each.

const shades = ['·', '░', '▒', '▓', '█'];

/**
 * Shares from 0 to 1 as shades: a dot for nothing, a full block for three quarters and more. Where there are more shares
 * than fit, neighbours are added up.
 *
 * @example heat([0, 0.1, 0.3, 0.6, 1], 5) // → '·░▒▓█'
 * @example heat([0.25, 0.25, 0, 0.5], 2) // → '▓▓'
 */
export function heat(shares: readonly number[], width: number): string {
  const cells = Math.min(width, shares.length);
  const sums = Array.from({ length: cells }, () => 0);
  for (const [i, share] of shares.entries()) {
    const cell = Math.floor((i * cells) / shares.length);
    sums[cell] = (sums[cell] ?? 0) + share;
  }
  return sums.map((share) => shades[share <= 0 ? 0 : Math.min(4, 1 + Math.floor(share * 4))] ?? '').join('');
}
