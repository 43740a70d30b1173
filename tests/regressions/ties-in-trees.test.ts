// Whether two countries are level is decided once, at the index, by what their scores are.
import { expect, describe, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, numbers, regression, told } from '../support/regressions.ts';

vi.setConfig({ testTimeout: 60_000 }); // some hundred editions

const tree = regression('tietree');

// p is a, q the mean of b and c, the index (p + 2 q) / 3, of scores 0 to 3 as shares of 100:
// Estonia (200/3 + 2 · (0 + 200/3) / 2) / 3 = 400/9, Latvia (0 + 2 · (300/3 + 100/3) / 2) / 3 = 400/9.
describe('two countries that both have 400/9', () => {
  it('share the first rank', async () => {
    expect(byName(await told('rank', tree), ({ rank }) => rank)).toEqual({ Estonia: 1, Latvia: 1 });
  });

  it('have the same index, to the last digit', async () => {
    const { countries } = await told('rank', tree);
    expect(countries[0]?.score).toBe(countries[1]?.score);
  });

  it('are level in a comparison', async () => {
    const { pairs } = await told<object, { pairs: { gap: number }[] }>(
      'compare',
      'Estonia',
      'Latvia',
      '-e',
      tree,
    );
    expect(pairs[0]?.gap).toBe(0);
  });

  it('are both first by the nominal weights, and each within its bounds', async () => {
    const found = await told<{ best: number; worst: number; comparableRank?: number }>('bounds', tree);
    for (const country of ['Estonia', 'Latvia'])
      expect(named(found, country)).toMatchObject({ rank: 1, best: 1 });
  });
});

/**
 * A framework of some levels, and the index of a country by whole numbers: its numerator, over what all
 * share.
 */
interface Grown {
  readonly lines: readonly string[];
  readonly leaves: readonly string[];
  index(scores: ReadonlyMap<string, number>): { numerator: bigint; denominator: bigint };
}

/** A category of two or three children, each a category itself until the levels are used up. */
function grown(random: () => number, levels: number, code: string): Grown {
  const children = Array.from({ length: 2 + Math.floor(2 * random()) }, (_, i) => {
    const weight = 1 + Math.floor(3 * random());
    const name = `${code}${i + 1}`;
    const below = levels > 1 && random() < 0.8 ? grown(random, levels - 1, name) : null;
    return { name, weight, below };
  });
  const parent = code === 'n' ? '' : code;
  const whole = children.reduce((total, { weight }) => total + weight, 0);
  return {
    lines: children.flatMap(({ name, weight, below }) => [
      `${name},${parent},${weight},${below === null ? '0,3' : ','}`,
      ...(below?.lines ?? []),
    ]),
    leaves: children.flatMap(({ name, below }) => below?.leaves ?? [name]),
    index: (scores) => {
      const parts = children.map(({ name, weight, below }) => {
        const part = below?.index(scores) ?? { numerator: BigInt(scores.get(name) ?? -1), denominator: 3n };
        return { numerator: BigInt(weight) * part.numerator, denominator: part.denominator };
      });
      const denominator = parts.reduce((product, part) => product * part.denominator, 1n);
      return {
        numerator: parts.reduce(
          (total, part) => total + (part.numerator * denominator) / part.denominator,
          0n,
        ),
        denominator: denominator * BigInt(whole),
      };
    },
  };
}

const countries = ['Estonia', 'Latvia', 'Lithuania', 'Poland', 'Finland', 'Sweden', 'Norway', 'Denmark'];

/** A random edition of scores 0 to 3, and the rank of each country by arithmetic of whole numbers. */
function edition(
  seed: number,
  levels: number,
): { files: Record<string, string>; ranks: Record<string, number> } {
  const random = numbers(seed);
  const framework = grown(random, levels, 'n');
  const scores = countries.map(
    () => new Map(framework.leaves.map((leaf) => [leaf, Math.floor(4 * random())])),
  );
  const index = scores.map((one) => framework.index(one));
  const ahead = (i: number, j: number) => {
    const [a, b] = [index[i], index[j]];
    return a !== undefined && b !== undefined && a.numerator * b.denominator > b.numerator * a.denominator;
  };
  return {
    files: {
      'index.json': '{ "recipe": { "normalise": "goalposts" } }',
      'indicators.csv': `code,parent,weight,low,high\n${framework.lines.join('\n')}\n`,
      'scores.csv': [
        `country,${framework.leaves.join(',')}`,
        ...scores.map((one, i) => [countries[i], ...one.values()].join(',')),
        '',
      ].join('\n'),
    },
    ranks: Object.fromEntries(
      countries.map((name, i) => [name, 1 + countries.filter((_, j) => ahead(j, i)).length]),
    ),
  };
}

it.each([1, 2, 3])('ranks of trees of %i levels are those of exact arithmetic', async (levels) => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { files, ranks } = edition(1000 * levels + seed, levels);
    const found = byName(await told('rank', folderOf(files)), ({ rank }) => rank);
    expect({ seed, ranks: found }).toEqual({ seed, ranks });
  }
});

it('columns that only noise of a lower level parts are level where countries are compared one by one', async () => {
  // a + b + c is 0.6 of both countries, in another order; Copeland counts who is ahead in p and in q.
  const found = await told(
    'rank',
    folderOf({
      'index.json': '{ "recipe": { "normalise": "none", "aggregate": "copeland" } }',
      'indicators.csv':
        'code,parent,weight,aggregate\np,,1,arithmetic\nq,,1,arithmetic\na,p,1,\nb,p,1,\nc,p,1,\nd,q,1,\n',
      'scores.csv': 'country,a,b,c,d\nEstonia,0.1,0.2,0.3,5\nLatvia,0.3,0.2,0.1,5\nPoland,0,0,0,1\n',
    }),
  );
  expect(byName(found, ({ rank }) => rank)).toEqual({ Estonia: 1, Latvia: 1, Poland: 3 });
});
