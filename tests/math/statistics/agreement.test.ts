import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from '../../../src/math/statistics/agreement.ts';

/**
 * Four observers, twelve units, as printed in Krippendorff (2011), Computing Krippendorff's
 * alpha-reliability, section D.
 */
const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'] as const;
const published = Array.from({ length: 12 }, (_, unit) =>
  observers.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])])),
);

const units = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
});

describe('alpha', () => {
  it('gives the figures that Krippendorff (2011) prints for four observers with gaps', () => {
    expect(alpha(published, 'ordinal')?.toFixed(3)).toBe('0.815');
    expect(alpha(published, 'interval')?.toFixed(3)).toBe('0.849');
  });

  it('gives the figure that Krippendorff (2011) prints for two observers and two values', () => {
    const [one, other] = ['0100000010', '1110010000'];
    const pairs = [...one].map((x, i) => [Number(x), Number(other[i])]);
    expect(alpha(pairs, 'ordinal')?.toFixed(3)).toBe('0.095');
    expect(alpha(pairs, 'interval')?.toFixed(3)).toBe('0.095'); // two values have one distance
  });

  it('is one less observed by expected disagreement', () => {
    // Of the six scores, two are 1 apart from the other of their unit, the rest 0: Do = 2/6. Over the 30
    // ordered pairs of 1 1 2 2 3 4, Σ (a − b)² = 2 · (6 · 35 − 13²) = 82: De = 82/30. α = 1 − (2/6) · (30/82)
    // = 72/82.
    expect(
      alpha(
        [
          [1, 1],
          [2, 2],
          [3, 4],
        ],
        'interval',
      ),
    ).toBeCloseTo(36 / 41, 12);
  });

  it('on the ordinal level counts the scores between, not how far they are apart', () => {
    expect(
      alpha(
        [
          [1, 2],
          [2, 2],
          [3, 3],
        ],
        'ordinal',
      ),
    ).toBe(
      alpha(
        [
          [1, 7],
          [7, 7],
          [900, 900],
        ],
        'ordinal',
      ),
    );
    expect(
      alpha(
        [
          [1, 2],
          [2, 2],
          [3, 3],
        ],
        'interval',
      ),
    ).not.toBe(
      alpha(
        [
          [1, 7],
          [7, 7],
          [900, 900],
        ],
        'interval',
      ),
    );
  });

  it('is 1 where all agree, below 0 where they agree less than by chance', () => {
    expect(
      alpha(
        [
          [1, 1, 1],
          [4, 4],
        ],
        'ordinal',
      ),
    ).toBe(1);
    expect(
      alpha(
        [
          [1, 4],
          [1, 4],
          [4, 1],
        ],
        'interval',
      ),
    ).toBeLessThan(0);
  });

  it('takes no notice of units with a single score', () => {
    expect(alpha([[1, 2], [3, 3], [9]], 'interval')).toBe(
      alpha(
        [
          [1, 2],
          [3, 3],
        ],
        'interval',
      ),
    );
    expect(alpha([[1, 2], [3, 3], [2.5]], 'ordinal')).toBe(
      alpha(
        [
          [1, 2],
          [3, 3],
        ],
        'ordinal',
      ),
    );
  });

  it('is not defined without two scores of one unit, or where all are equal', () => {
    expect([
      alpha([], 'ordinal'),
      alpha([[1], [2]], 'interval'),
      alpha(
        [
          [3, 3],
          [3, 3],
        ],
        'interval',
      ),
    ]).toEqual([null, null, null]);
  });

  it.each(['ordinal', 'interval'] as const)(
    'is at most 1, and the same in any order of raters and units: %s',
    (level) => {
      fc.assert(
        fc.property(units, (some) => {
          const value = alpha(some, level);
          const turned = alpha(
            some.toReversed().map((scores) => scores.toReversed()),
            level,
          );
          expect(turned).toEqual(value === null ? null : expect.closeTo(value, 12));
          expect(value ?? 0).toBeLessThanOrEqual(1);
        }),
        { seed: 1, numRuns: 200 },
      );
    },
  );
});
