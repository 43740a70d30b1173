// Charts drawn in characters.

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar of a share of a width, in eighths of a character. A share above nothing shows at least a sliver.
 *
 * @example bar(0.5, 5) // → '██▌'
 */
export function bar(share: number, width: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const drawn = share > 0 ? Math.max(1, steps) : 0;
  return '█'.repeat(Math.floor(drawn / 8)) + (eighths[drawn % 8] ?? '');
}
