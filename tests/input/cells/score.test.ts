import { describe, expect, it } from 'vitest';
import { isMissing, isNotFinite } from '../../../src/input/cells/score.ts';

describe('a cell', () => {
  it.each(['', 'NA', 'na', 'N/A', 'n/a', '..', '-', '–', '—', ' '])('"%s" is a missing score', (text) => {
    expect(isMissing(text)).toBe(true);
  });

  it.each(['0', 'no', 'x', '.', '...', '--'])('"%s" is not', (text) => {
    expect(isMissing(text)).toBe(false);
  });

  it.each(['inf', '-Inf', '+infinity', '∞', 'NaN', '#NUM!', '#DIV/0!'])(
    '"%s" is a number that nobody can compute with',
    (text) => {
      expect(isNotFinite(text)).toBe(true);
    },
  );
});
