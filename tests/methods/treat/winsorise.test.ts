import { describe, expect, it } from 'vitest';
import { winsorise } from '../../../src/methods/treat/winsorise.ts';

const limits = { skewness: 2, kurtosis: 3.5 };
const even = [1, 2, 3, 2, 1, 2, 3, 2, 2];

describe('winsorise', () => {
  it('sets the highest score to the next one if the skew is to the right', () => {
    expect(winsorise([...even, 50], { most: 5, ...limits })).toEqual([...even, 3]);
  });

  it('sets the lowest score to the next one if the skew is to the left', () => {
    expect(winsorise([...even, -50], { most: 5, ...limits })).toEqual([...even, 1]);
  });

  it('stops as soon as the column is no longer skewed, and after so many times', () => {
    const two = [...even, ...even, 40, 60];
    expect(winsorise(two, { most: 1, ...limits })).toEqual([...even, ...even, 40, 40]);
    expect(winsorise(two, { most: 5, ...limits })).toEqual([...even, ...even, 3, 3]);
  });

  it('leaves alone what is not skewed, missing scores and the original column', () => {
    const column = Object.freeze([...even, null]);
    expect(winsorise(column, { most: 5, ...limits })).toEqual(column);
  });
});
