import { expect, it } from 'vitest';
import { mapPresent, present } from '../../../src/math/statistics/column.ts';

it('present leaves out what is missing and keeps zero', () => {
  expect(present([2, null, 0, -1])).toEqual([2, 0, -1]);
  expect(present([null])).toEqual([]);
});

it('mapPresent leaves missing scores missing, at their place', () => {
  expect(mapPresent([2, null, 0], (x) => x + 1)).toEqual([3, null, 1]);
});
