import { describe, expect, it } from 'vitest';
import { maximum, median, minimum } from '../../../src/methods/aggregate/order.ts';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';

it('maximum is the strongest score', () => {
  expect([maximum([80, 20, 50]), maximum([-1, 0]), maximum([-3])]).toEqual([80, 0, -3]);
});

describe('median', () => {
  const thirds = [1 / 3, 1 / 3, 1 / 3];
  const fifths = [0.2, 0.2, 0.2, 0.2, 0.2];

  it(
    'of an odd number of equal weights is the one in the middle, of an even number the mean of the two ' +
      'there',
    () => {
      expect(median([90, 10, 40], thirds)).toBe(40);
      expect(median([90, 10, 40, 20], [0.25, 0.25, 0.25, 0.25])).toBe(30); // (20 + 40) / 2
      expect(median([5, 4, 3, 2, 1], fifths)).toBe(3);
    },
  );

  it('is where half of the weight is reached', () => {
    // From the lowest: 10 has 0.2, 20 with it 0.5 and more, so it is 20.
    expect(median([40, 10, 20], [0.45, 0.2, 0.35])).toBe(20);
    // 10 has 0.2, 20 with it 0.3, 40 all.
    expect(median([40, 10, 20], [0.7, 0.2, 0.1])).toBe(40);
    // 10 alone has more than a half.
    expect(median([40, 10, 20], [0.2, 0.6, 0.2])).toBe(10);
  });

  it('is between two scores where one ends at exactly one half, floating-point noise or not', () => {
    expect(median([40, 10, 20], [0.5, 0.25, 0.25])).toBe(30); // 10 and 20 have 0.5: (20 + 40) / 2
    // 0.1 + 0.2 + 0.4 of 1.4 is one half; added up, either way round, it may be just above or below: (3 + 5)
    // / 2
    expect(median([1, 2, 3, 5], [0.1 / 1.4, 0.2 / 1.4, 0.4 / 1.4, 0.7 / 1.4])).toBe(4);
    expect(median([5, 3, 2, 1], [0.7 / 1.4, 0.4 / 1.4, 0.2 / 1.4, 0.1 / 1.4])).toBe(4);
  });

  it('of equal scores is that score, whatever the weights', () => {
    expect(median([7, 7, 7], [0.1, 0.4, 0.5])).toBe(7);
    expect(median([7, 7, 1], [0.25, 0.25, 0.5])).toBe(4); // 1 ends at one half: (1 + 7) / 2
  });

  it('of one score is that score', () => {
    expect(median([-2], [1])).toBe(-2);
  });
});

it('takes the scores that are there, their weights scaled up', () => {
  const framework = category('index', [
    indicator('law', { weight: 3 }),
    indicator('army', { weight: 1 }),
    indicator('navy', { weight: 2 }),
  ]);
  const columns = { law: [null, 9], army: [10, 10], navy: [40, null] };
  const indexBy = (method: string) =>
    build(
      editionOf(columns, {
        framework,
        recipe: { normalise: { method: 'none' }, aggregate: { method }, missing: { method: 'skip' } },
      }),
    ).index;
  expect(indexBy('median')).toEqual([40, 9]); // army 1/3, navy 2/3; law 3/4, army 1/4
  expect(indexBy('maximum')).toEqual([40, 10]);
  expect(indexBy('minimum')).toEqual([10, 9]);
  expect([minimum([10, 40]), maximum([10, 40])]).toEqual([10, 40]);
});
