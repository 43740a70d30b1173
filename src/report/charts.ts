// Charts drawn in characters.
import { at } from '../math/at.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/**
 * A bar of a share of a width, in eighths of a character. A share above nothing shows at least a sliver.
 *
 * @example bar(0.5, 5) // → '██▌'
 */
export function bar(share: number, width: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const drawn = share > 0 ? Math.max(1, steps) : 0;
  return '█'.repeat(Math.floor(drawn / 8)) + at(eighths, drawn % 8);
}

/**
 * An interval of places, counted from 1, with a mark in it, on a width in characters; of several places in
 * one character the mark is what is seen, then the ends.
 *
 * @example interval({ from: 2, to: 6, at: 3 }, 7, 7) // → ' ├●──┤'
 */
export function interval(
  { from, to, at: mark }: { from: number; to: number; at: number | null },
  places: number,
  width: number,
): string {
  const position = (place: number) => Math.floor(((place - 1) * Math.min(width, places)) / places);
  const [start, end] = [position(from), position(to)];
  const length = position(Math.max(to, mark ?? to)) + 1;
  const drawn: string[] = Array.from({ length }, (_, i) => (i < start || i > end ? ' ' : '─'));
  drawn[end] = '┤';
  drawn[start] = from === to ? '│' : '├';
  if (mark !== null) drawn[position(mark)] = '●';
  return drawn.join('');
}

const shades = ['·', '░', '▒', '▓', '█'];

/**
 * Shares from 0 to 1 as shades: a dot for nothing, a full block for three quarters and more. Where there are
 * more shares than fit, neighbours are added up.
 *
 * @example heat([0, 0.1, 0.3, 0.6, 1], 5) // → '·░▒▓█'
 * @example heat([0.25, 0.25, 0, 0.5], 2) // → '▓▓'
 */
export function heat(shares: readonly number[], width: number): string {
  const cells = Math.min(width, shares.length);
  const sums = Array.from({ length: cells }, () => 0);
  for (const [i, share] of shares.entries()) {
    const cell = Math.floor((i * cells) / shares.length);
    sums[cell] = at(sums, cell) + share;
  }
  return sums.map(shadeOf).join('');
}

function shadeOf(share: number): string {
  const darkest = shades.length - 1;
  return at(shades, share <= 0 ? 0 : Math.min(darkest, 1 + Math.floor(share * darkest)));
}
