// Natural breaks are the same on every scale: of equal optima one rule decides, and never noise.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, numbers, told } from '../support/regressions.ts';

const names = ['Estonia', 'Latvia', 'Lithuania', 'Poland', 'Finland', 'Sweden'];

/** The tier of each country, in the order of the scores. */
async function tiersOf(scores: readonly number[], classes: number): Promise<(string | null)[]> {
  const file = `${folderOf({ 'my.csv': `country,x\n${scores.map((x, i) => `${names[i]},${x}`).join('\n')}\n` })}/my.csv`;
  const found = byName(
    await told('rank', file, '--normalise', 'none', '--tiers', `breaks:${classes}`),
    ({ tier }) => tier,
  );
  return scores.map((_, i) => found[names[i] ?? ''] ?? null);
}

describe('of several divisions that are equally good', () => {
  // 0 | 1 2 and 0 1 | 2 both leave a spread of ½.
  it.each([
    [0, 1, 2],
    [0, 0.1, 0.2],
    [0.1, 0.2, 0.3],
    [0.7, 0.8, 0.9],
    [1000.1, 1000.2, 1000.3],
    [1e-7, 2e-7, 3e-7],
    [-3, -2, -1],
  ])('that with the smallest best tier is taken: %f, %f, %f', async (...scores) => {
    expect(await tiersOf(scores, 2)).toEqual(['Tier 2', 'Tier 2', 'Tier 1']);
  });

  it('the rule goes on to the next tiers', async () => {
    // Six in a row in four classes: two classes of one and two of two, or the like, all with a spread of 1;
    // the best tier and the next have one country each.
    const expected = ['Tier 4', 'Tier 4', 'Tier 3', 'Tier 3', 'Tier 2', 'Tier 1'];
    expect(await tiersOf([1, 2, 3, 4, 5, 6], 4)).toEqual(expected);
    expect(await tiersOf([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 4)).toEqual(expected);
  });
});

it('tiers do not depend on the scale or the origin', async () => {
  const random = numbers(8);
  for (let trial = 0; trial < 12; trial += 1) {
    const scores = names.map(() => Math.floor(6 * random()));
    const classes = 2 + Math.floor(3 * random());
    const tiers = await tiersOf(scores, classes);
    for (const [factor, shift] of [
      [0.1, 0],
      [1 / 3, 0],
      [0.1, 0.7],
      [1e6, 0.1],
    ] as const)
      expect({
        scores,
        classes,
        factor,
        shift,
        tiers: await tiersOf(
          scores.map((x) => factor * x + shift),
          classes,
        ),
      }).toEqual({ scores, classes, factor, shift, tiers });
  }
});

it('equal indices of a tree share a tier', async () => {
  // Estonia and Latvia both have 400/9, as in the edition "tietree"; Poland 0 and Finland 100.
  const found = byName(
    await told(
      'rank',
      folderOf({
        'index.json': '{ "recipe": { "normalise": "goalposts", "tiers": "breaks:4" } }',
        'indicators.csv': 'code,parent,weight,low,high\np,,1,,\nq,,2,,\na,p,1,0,3\nb,q,1,0,3\nc,q,1,0,3\n',
        'scores.csv': 'country,a,b,c\nEstonia,2,0,2\nLatvia,0,3,1\nPoland,0,0,0\nFinland,3,3,3\n',
      }),
    ),
    ({ tier }) => tier,
  );
  expect(found['Estonia']).toBe(found['Latvia']);
  expect(found).toMatchObject({ Finland: 'Tier 1', Poland: 'Tier 3' });
});
