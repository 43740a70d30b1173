// Named sets may weigh what the edition's own weights leave out.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, named, regression, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const zs = regression('zs');
const sets = ['--region', 'sets'] as const;

// Under s1 (a ¾, b ¼) Estonia has ¾ · 9 + ¼ · 1 = 7 and Latvia ¾ · 1 + ¼ · 3 = 1.5; under s2 (a ⅘, b ⅕) they
// have 7.4 and 1.4. By the edition's own weights (b ½, c ½) Estonia has 1.5 and Latvia 2.
describe('over mixtures of sets that weigh an indicator of weight 0', () => {
  it('bounds put the country first that every set puts first', async () => {
    const { countries, ...rest } = await told<
      { best: number; worst: number; otherRegion: { best: number; worst: number } },
      { mainRegion: { nominalInside: boolean } }
    >('bounds', zs, ...sets);
    expect(rest.mainRegion.nominalInside).toBe(false);
    expect(countries.map(({ name, best, worst }) => ({ name, best, worst }))).toEqual([
      { name: 'Latvia', best: 2, worst: 2 },
      { name: 'Estonia', best: 1, worst: 1 },
    ]);
  });

  it('the least change that moves a country is the same as over any other region', async () => {
    const nearestOver = async (...region: readonly string[]) => {
      const { countries } = await told<{ nearest: object }>('bounds', zs, ...region);
      return countries.map(({ nearest }) => nearest);
    };
    expect(await nearestOver(...sets)).toEqual(await nearestOver('--region', 'any'));
  });

  it('bounds over all weights lie no further in than those over the sets', async () => {
    const { countries } = await told<{
      best: number;
      worst: number;
      otherRegion: { best: number; worst: number };
    }>('bounds', zs, ...sets);
    for (const { best, worst, otherRegion } of countries) {
      expect(otherRegion.best).toBeLessThanOrEqual(best);
      expect(otherRegion.worst).toBeGreaterThanOrEqual(worst);
    }
  });

  it('compare finds the nominal order reversed, by 5.5 to 6 points', async () => {
    const { pairs } = await told<object, { pairs: { ahead: string; region: object }[] }>(
      'compare',
      'Estonia',
      'Latvia',
      '-e',
      zs,
      ...sets,
    );
    expect(pairs[0]?.ahead).toBe('LVA');
    expect(pairs[0]?.region).toEqual({ relation: 'reversed', least: -6, most: -5.5 });
  });

  it('uncertainty draws from what the sets weigh', async () => {
    const found = await told<{ acceptability: number[] }>('uncertainty', zs, ...sets, '--draws', '500');
    expect(named(found, 'Estonia').acceptability).toEqual([1, 0]);
  });

  it('uncertainty draws so, too, where something else varies with the weights', async () => {
    const found = await told<{ acceptability: number[] }>(
      'uncertainty',
      zs,
      '--vary',
      'weights=sets',
      '--vary',
      'normalise=none/vector',
      '--draws',
      '40',
    );
    expect(named(found, 'Estonia').acceptability).toEqual([1, 0]);
  });

  it('fit finds weights that reproduce the published order', async () => {
    const { fits } = await told<
      object,
      { fits: { found: boolean; agree: number; weights: Record<string, { local: number }> }[] }
    >('fit', zs, ...sets);
    expect(fits).toMatchObject([{ found: true, agree: 2 }]);
    const share = fits[0]?.weights['a']?.local ?? Number.NaN;
    expect(share).toBeGreaterThanOrEqual(0.75);
    expect(share).toBeLessThanOrEqual(0.8);
  });

  it('reach --robust finds that Estonia is first already', async () => {
    const found = await told<{ reached: boolean; worst: object }>(
      'reach',
      'Estonia',
      '-e',
      zs,
      '--to-rank',
      '1',
      '--robust',
      ...sets,
    );
    expect(named(found, 'Estonia')).toMatchObject({ reached: true, worst: { now: 1, after: 1 } });
  });

  it('reach --robust counts a rise of the indicator that only the sets weigh', async () => {
    // Latvia needs 7.4 under s2 with ⅘ of a rise in a and ⅕ of one in b: the least is 6 ÷ ⅘ = 7.5 in a, which
    // gives it 7.125 to Estonia's 7 under s1.
    const found = await told<{ possible: boolean; changes: { column: string; rise: number }[] }>(
      'reach',
      'Latvia',
      '-e',
      folderOf({
        'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,1,3,1\n',
        'indicators.csv': 'code,weight,low,high\na,0,0,10\nb,1,0,10\nc,1,0,10\n',
        'weights.csv': 'code,s1,s2\na,3,4\nb,1,1\nc,0,0\n',
        'index.json': '{ "recipe": { "normalise": "none" } }',
      }),
      '--to-rank',
      '1',
      '--robust',
      ...sets,
    );
    expect(named(found, 'Latvia')).toMatchObject({ possible: true, changes: [{ column: 'a', rise: 7.5 }] });
  });
});

describe('a set that weighs an indicator of which a score is missing', () => {
  it('is refused, as no index under it can be built', async () => {
    const folder = folderOf({
      'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,,3,1\n',
      'indicators.csv': 'code,weight\na,0\nb,1\nc,1\n',
      'weights.csv': 'code,s1,s2\na,3,4\nb,1,1\nc,0,0\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    });
    const { code, stderr } = await run(['bounds', folder, ...sets]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Latvia.*"a"/);
  });
});

describe('in a tree', () => {
  it('sets weigh a whole category whose own weight is 0', async () => {
    // Only under the sets does q count: half of the weight, all of it on c. Latvia has ½ · 0 + ½ · 9 there.
    const found = await told<{ best: number; worst: number }>(
      'bounds',
      folderOf({
        'scores.csv': 'country,a,b,c,d\nEstonia,4,4,0,0\nLatvia,0,0,9,0\n',
        'indicators.csv': 'code,parent,weight\np,,1\nq,,0\na,p,1\nb,p,1\nc,q,1\nd,q,1\n',
        'weights.csv': 'code,s1,s2\np,1,1\nq,1,1\na,1,1\nb,1,2\nc,1,1\nd,0,0\n',
        'index.json': '{ "recipe": { "normalise": "none" } }',
      }),
      ...sets,
    );
    expect(named(found, 'Latvia')).toMatchObject({ best: 1, worst: 1 });
  });
});

describe('tiers by a rule on indicators over mixtures of sets', () => {
  // s1 weighs a and b, s2 weighs c alone. Estonia is strong in a and c, Latvia in b.
  const folder = (tiers: unknown) =>
    folderOf({
      'index.json': JSON.stringify({ recipe: { normalise: 'none', tiers } }),
      'indicators.csv': 'code,weight\na,1\nb,1\nc,0\n',
      'weights.csv': 'code,s1,s2\na,1,0\nb,1,0\nc,0,1\n',
      'scores.csv': 'country,a,b,c\nEstonia,9,1,9\nLatvia,5,9,1\n',
    });
  const needs = (condition: object) => ({
    method: 'profile',
    tiers: [{ name: 'High', needs: [{ atLeast: 8, ...condition }] }, { name: 'Low' }],
  });
  const boundsOf = async (tiers: unknown) => {
    const found = await told<{ bestTier: string; worstTier: string }>('bounds', folder(tiers), ...sets);
    return byName(found, ({ bestTier, worstTier }) => [bestTier, worstTier]);
  };

  it('count the indicators that each mixture weighs', async () => {
    // Two of them: under s1 nobody has two, under s2 there is one, under mixtures Estonia has two of three.
    expect(await boundsOf(needs({ count: 2 }))).toEqual({
      Estonia: ['High', 'Low'],
      Latvia: ['Low', 'Low'],
    });
  });

  it('take shares of what each mixture weighs', async () => {
    // Estonia has from half of the weight, under s1, to all of it, under s2; Latvia from none to half.
    expect(await boundsOf(needs({ share: 0.6 }))).toEqual({
      Estonia: ['High', 'Low'],
      Latvia: ['Low', 'Low'],
    });
    expect(await boundsOf(needs({ share: 0.5 }))).toEqual({
      Estonia: ['High', 'High'],
      Latvia: ['High', 'Low'],
    });
  });

  it('have the layers of each, which may be more than by the nominal weights', async () => {
    // By s1 neither is behind; by s2 Latvia is behind Estonia; by mixtures neither is.
    expect(await boundsOf('layers')).toEqual({
      Estonia: ['Layer 1', 'Layer 1'],
      Latvia: ['Layer 1', 'Layer 2'],
    });
  });

  it('contain the tiers by each set', async () => {
    const tiers = needs({ count: 1 });
    const bounds = await boundsOf(tiers);
    for (const set of ['s1', 's2']) {
      const found = await told('tiers', folder(tiers), '--weights', `set:${set}`);
      for (const { name, tier } of found.countries) expect(bounds[name]).toContain(tier);
    }
    expect(bounds).toEqual({ Estonia: ['High', 'High'], Latvia: ['High', 'Low'] });
  });
});

it.each([
  ['a,3,4\nb,1,1\nc,0,0\n', 'the sets give weight to other indicators than the nominal weights'],
  ['a,3,4\nb,1,1\nc,0,1\n', 'the sets give weight to different indicators'],
])('a sum is told to be none over sets for what it is: %s', async (weights, why) => {
  // By the edition b and c are summed: 4 · ½ · 2 for Latvia, 3 · ½ · 2 for Estonia.
  const folder = folderOf({
    'index.json': '{ "recipe": { "normalise": "none", "aggregate": "sum" } }',
    'indicators.csv': 'code,weight\na,0\nb,1\nc,1\n',
    'weights.csv': `code,s1,s2\n${weights}`,
    'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,1,3,1\n',
  });
  const { stdout } = await run(['compare', 'Estonia', 'Latvia', '-e', folder, ...sets]);
  expect(stdout).toContain('Latvia (rank 1, index 4) leads Estonia (rank 2, index 3) by 1.0 points.');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    `there are no exact results for other weights, because the index is not a weighted sum of its indicators: ` +
      `"index" is a sum, of which ${why} lead:`,
  );
});
