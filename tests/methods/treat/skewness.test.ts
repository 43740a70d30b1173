import { expect, it } from 'vitest';
import { isSkewed } from '../../../src/methods/treat/skewness.ts';

const limits = { skewness: 2, kurtosis: 3.5 };
const even = [1, 2, 3, 2, 1, 2, 3, 2, 2];

it('skewed means beyond both limits', () => {
  expect(isSkewed([...even, 50], limits)).toBe(true);
  expect(isSkewed([...even, 50], { skewness: 4, kurtosis: 3.5 })).toBe(false);
  expect(isSkewed([...even, 50], { skewness: 2, kurtosis: 40 })).toBe(false);
});
