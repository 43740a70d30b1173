// What a country lacks for a tier, and what would cost it its own: the smallest sets of indicators that do
// it.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, numbers, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

interface Gap {
  readonly tier: string;
  readonly sets: readonly (readonly string[])[];
  readonly levels?: readonly Readonly<Record<string, number | string>>[];
  readonly more?: number;
}

interface Sorted {
  readonly above: Gap | null;
  readonly below: Gap | null;
}

// Weights 1, 2, 1; A asks for ¾ of them: for laws and one of the others.
describe('by share of the weight', () => {
  const neg = regression('neg');

  it('a tier is reached by sets of which each suffices and no part does', async () => {
    const above = byName(await told<Sorted>('tiers', neg), (country) => country.above?.sets ?? null);
    expect(above).toEqual({
      Germany: null,
      France: null,
      Poland: [['laws']],
      Japan: [
        ['attacks', 'laws'],
        ['laws', 'gdp'],
      ],
    });
  });

  it('a tier is lost by such sets too, the smallest first', async () => {
    const below = byName(await told<Sorted>('tiers', neg), (country) => country.below?.sets ?? null);
    const either = [['laws'], ['attacks', 'gdp']];
    expect(below).toEqual({ Germany: either, France: either, Poland: null, Japan: null });
  });

  it('levels stand beside the sets where each indicator has its own', async () => {
    const found = await told<Sorted>('tiers', neg);
    expect(named(found, 'Japan').above).toEqual({
      tier: 'A',
      sets: [
        ['attacks', 'laws'],
        ['laws', 'gdp'],
      ],
      levels: [
        { attacks: 30, laws: 3 },
        { laws: 3, gdp: 150 },
      ],
    });
  });

  it('a heading says which level of which indicator, and how much of the weight', async () => {
    const { stdout } = await run(['tiers', neg]);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toContain('attacks ≤ 30, laws ≥ 3, gdp ≥ 150');
    expect(words).toContain('75 % of the weight');
    expect(words).not.toContain('any 1 of');
  });
});

describe('an indicator of weight 0', () => {
  const a = regression('a');

  it('takes no part in a rule by number', async () => {
    expect(byName(await told('tiers', a), ({ tier }) => tier)).toEqual({
      Estonia: 'A',
      Latvia: 'B',
      Lithuania: 'B',
    });
  });

  it('is not counted by a heading', async () => {
    expect((await run(['tiers', a])).stdout).toContain('3 in all 2 indicators');
  });

  it('lifts nobody', async () => {
    const found = await told<Sorted>('tiers', a);
    expect(named(found, 'Latvia').above?.sets).toEqual([['y']]);
  });

  it('takes no part in dominance layers either', async () => {
    // On x and y Estonia (3, 3) is ahead of both others, of which neither is ahead of the other.
    expect(byName(await told('tiers', a, '--tiers', 'layers'), ({ tier }) => tier)).toEqual({
      Estonia: 'Layer 1',
      Latvia: 'Layer 2',
      Lithuania: 'Layer 2',
    });
  });
});

const words = ['weakness', 'potential', 'strength'] as const;

/** Six indicators of random ratings and weights, and a rule with two conditions and a veto. */
function sketch(seed: number) {
  const random = numbers(seed);
  const codes = ['a', 'b', 'c', 'd', 'e', 'f'];
  const weights = codes.map(() => 1 + Math.floor(4 * random()));
  const scores = ['Estonia', 'Latvia', 'Poland'].map((name) => ({
    name,
    levels: codes.map(() => Math.floor(3 * random())),
  }));
  const [share, least] = [0.3 + 0.4 * random(), 1 + Math.floor(3 * random())];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isHigh = (levels: readonly number[]) =>
    levels.reduce((sum, level, i) => sum + (level >= 1 ? (weights[i] ?? 0) : 0), 0) / total >=
      share - 1e-12 &&
    levels.filter((level) => level >= 2).length >= least &&
    (levels[0] ?? 0) >= 1;
  const files = {
    'indicators.csv': `code,weight,ratings\n${codes.map((code, i) => `${code},${weights[i]},grade\n`).join('')}`,
    'scores.csv': [
      `country,${codes.join(',')}`,
      ...scores.map(({ name, levels }) => [name, ...levels.map((level) => words[level])].join(',')),
      '',
    ].join('\n'),
    'index.json': JSON.stringify({
      scales: { grade: words },
      recipe: {
        normalise: 'goalposts',
        tiers: {
          method: 'profile',
          tiers: [
            {
              name: 'High',
              needs: [
                { atLeast: 'potential', share },
                { atLeast: 'strength', count: least },
              ],
              vetoes: [{ below: 'potential', of: ['a'] }],
            },
            { name: 'Low' },
          ],
        },
      },
    }),
  };
  return { codes, scores, isHigh, files };
}

describe('of random rules', () => {
  it('every set does what it is for, and no part of it does', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { codes, scores, isHigh, files } = sketch(seed);
      const found = await told<Sorted>('tiers', folderOf(files));
      for (const { name, levels } of scores) {
        const { tier, above, below } = named(found, name);
        expect({ seed, name, tier }).toEqual({ seed, name, tier: isHigh(levels) ? 'High' : 'Low' });
        const gap = isHigh(levels) ? below : above;
        // As far as a score can go: a set suffices if it does so then.
        const target = isHigh(levels) ? 0 : 2;
        const moved = (set: readonly string[]) =>
          levels.map((level, i) => (set.includes(codes[i] ?? '') ? target : level));
        const suffices = (set: readonly string[]) => isHigh(moved(set)) !== isHigh(levels);
        const subsets = Array.from({ length: 2 ** codes.length }, (_, mask) =>
          codes.filter((_code, i) => (mask & (1 << i)) !== 0),
        );
        const minimal = subsets.filter(
          (set) => suffices(set) && set.every((one) => !suffices(set.filter((other) => other !== one))),
        );
        // At the levels that are told each set is enough, and at none a step lower.
        for (const reach of isHigh(levels) ? [] : (above?.levels ?? [])) {
          const at = (lower: string | null) =>
            codes.map((code, i) => {
              const word = words.findIndex((one) => one === reach[code]);
              return word === -1 ? (levels[i] ?? 0) : Math.max(levels[i] ?? 0, word - Number(code === lower));
            });
          expect({ seed, name, reach, isHigh: isHigh(at(null)) }).toMatchObject({ isHigh: true });
          for (const code of Object.keys(reach))
            expect({ seed, name, reach, code, isHigh: isHigh(at(code)) }).toMatchObject({ isHigh: false });
        }
        const told = new Set((gap?.sets ?? []).map((set) => set.join()));
        expect({ seed, name, sets: [...told].toSorted() }).toEqual({
          seed,
          name,
          sets: minimal.map((set) => set.join()).toSorted(),
        });
      }
    }
  });

  it('of more than twenty sets twenty are listed, and the others counted', async () => {
    // Seven of fourteen indicators at 1: 3432 sets.
    const codes = Array.from({ length: 14 }, (_, i) => `i${i}`);
    const found = await told<Sorted>(
      'tiers',
      folderOf({
        'indicators.csv': `code\n${codes.join('\n')}\n`,
        'scores.csv': `country,${codes.join(',')}\nEstonia,${codes.map(() => 0).join(',')}\nLatvia,${codes.map(() => 1).join(',')}\n`,
        'index.json': JSON.stringify({
          recipe: {
            normalise: 'none',
            tiers: {
              method: 'profile',
              tiers: [{ name: 'High', needs: [{ atLeast: 1, count: 7 }] }, { name: 'Low' }],
            },
          },
        }),
      }),
    );
    const { above } = named(found, 'Estonia');
    expect({ listed: above?.sets.length, more: above?.more }).toEqual({ listed: 20, more: 3412 });
  });
});
