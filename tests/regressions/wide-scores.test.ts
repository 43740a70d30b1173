// Scores of very different sizes: what is left of large numbers keeps its digits.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';

it('a small index that large scores leave is told to the digits that it has', async () => {
  const folder = folderOf({
    'index.json': '{ "recipe": { "normalise": "none" } }',
    'indicators.csv': 'code,direction\na,1\nb,1\nc,1\nd,1\ne,-1\nf,-1\n',
    'scores.csv':
      'country,a,b,c,d,e,f\nEstonia,3,3,1000001,1000000.5,1000000.5,1000000.5\nLatvia,1000000,1,2,3,4,2\n',
  });
  const found = await told('rank', folder);
  // (3 + 3 + 1,000,001 + 1,000,000.5 − 2 · 1,000,000.5) / 6 = 6.5 / 6
  expect(named(found, 'Estonia').score).toBeCloseTo(6.5 / 6, 8);
  expect(named(found, 'Latvia').score).toBeCloseTo(1_000_000 / 6, 6);
});

it('the differences of small numbers beside large ones decide, where noise does not reach them', async () => {
  const folder = folderOf({
    'index.json': '{ "recipe": { "normalise": "none" } }',
    'indicators.csv': 'code,direction\na,1\nb,-1\n',
    'scores.csv': 'country,a,b\nEstonia,1000000.0000002,1000000\nLatvia,1000000.0000001,1000000\n',
  });
  const found = await told('rank', folder);
  expect(found.countries.map(({ name, rank }) => [name, rank])).toEqual([
    ['Estonia', 1],
    ['Latvia', 2],
  ]);
});
