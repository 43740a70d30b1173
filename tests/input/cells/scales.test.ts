import { describe, expect, it } from 'vitest';
import { findRating, knownScales, scaleOfWords } from '../../../src/input/cells/scales.ts';

describe('ratings', () => {
  it.each(['world-leading', 'World leading', 'WORLD_LEADING', ' world  leading '])(
    'may be written "%s"',
    (word) => {
      expect(knownScales.flatMap((scale) => findRating(scale, word)?.value ?? [])).toEqual([3]);
    },
  );

  it.each([
    [['low', 'high', 'medium'], 'low-high'],
    [['very low', 'low', 'high'], 'very-low-high'],
    [['yes', 'no'], 'no-yes'],
    [['yes', 'partial'], 'no-partial-yes'],
    [['Strategic', 'Formative'], 'maturity'],
    [['Strength', 'Weakness'], 'iiss'],
    [['high', 'high', 'hihg'], 'low-high'],
  ])('%j are of the scale "%s"', (words, name) => {
    expect(scaleOfWords(words)?.scale.name).toBe(name);
  });

  it('words of no scale have none', () => {
    expect(scaleOfWords(['Europe', 'Asia'])).toBeNull();
  });
});
