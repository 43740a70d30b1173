import { describe, expect, it } from 'vitest';
import { compareText, count, didYouMean, fold, list, nearest } from '../../src/model/words.ts';

describe('nearest', () => {
  it.each([
    ['zcore', 'zscore'], // one letter left out
    ['minmaxx', 'minmax'], // one too many
    ['mimmax', 'minmax'], // one wrong
    ['nimmax', 'minmax'], // two wrong of six
    ['GOALPOSTS', 'goalposts'], // case
    ['goal', 'goalposts'], // the beginning
    ['nnoe', 'none'], // two letters changed places
  ])('takes "%s" for "%s"', (word, meant) => {
    expect(nearest(word, ['minmax', 'goalposts', 'zscore', 'none'])).toBe(meant);
  });

  it.each(['offence', 'x', '', 'go'])('has nothing to offer for "%s"', (word) => {
    expect(nearest(word, ['minmax', 'goalposts', 'zscore', 'none'])).toBeNull();
  });

  it('prefers a slip to a beginning', () => {
    expect(nearest('rank', ['ranking', 'tank'])).toBe('tank');
  });

  it('prefers the one with the same first letter of equally near words', () => {
    expect(nearest('rank', ['tank', 'rang'])).toBe('rang');
  });

  it('gives the first of words that are equally near otherwise', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });

  it('knows nothing among nothing', () => {
    expect(nearest('minmax', [])).toBeNull();
  });
});

it('didYouMean is a clause, or nothing', () => {
  expect(didYouMean('zcore', ['zscore'])).toBe('; did you mean "zscore"?');
  expect(didYouMean('offence', ['zscore'])).toBe('');
});

describe('list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('of %j reads "%s"', (words, text) => {
    expect(list(words)).toBe(text);
  });

  it('counts the rest of a long one, unless it is a single one', () => {
    expect(list(['a', 'b', 'c', 'd', 'e'], 3)).toBe('a, b, c and 2 more');
    expect(list(['a', 'b', 'c', 'd'], 3)).toBe('a, b, c and d');
    expect(list(['a', 'b', 'c'], 3)).toBe('a, b and c');
  });
});

it('count has one for one and many for all others', () => {
  expect([0, 1, 2].map((n) => count(n, 'country', 'countries'))).toEqual([
    '0 countries',
    '1 country',
    '2 countries',
  ]);
  expect(count(2, 'indicator')).toBe('2 indicators');
});

it('compareText has capitals before small letters and accents last, whatever the language of the machine', () => {
  expect(['côte', 'Zubrowka', 'cote', 'éire', 'Arcadia', 'zone'].toSorted(compareText)).toEqual([
    'Arcadia',
    'Zubrowka',
    'cote',
    'côte',
    'zone',
    'éire',
  ]);
  expect(compareText('a', 'a')).toBe(0);
});

it('fold makes case, spaces, hyphens and underscores alike', () => {
  expect(['World leading', ' world-leading ', 'WORLD_LEADING', 'world  - leading'].map(fold)).toEqual(
    Array(4).fill('world-leading'),
  );
});
