// What a rule of tiers asks for in vain is said, and a tier that nobody is in.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const ruled = (need: object) =>
  folderOf({
    'indicators.csv': 'code,low,high\nlaws,0,5\nskills,0,5\n',
    'scores.csv': 'country,laws,skills\nEstonia,4,3\nLatvia,2,5\n',
    'index.json': JSON.stringify({
      recipe: {
        normalise: 'goalposts',
        tiers: { method: 'profile', tiers: [{ name: 'High', needs: [need] }, { name: 'Low' }] },
      },
    }),
  });

describe('a level outside its indicator’s scale', () => {
  it.each([7, -1])('is warned of: %i where scores run from 0 to 5', async (level) => {
    const { problems } = await told('tiers', ruled({ atLeast: level, count: 1 }));
    const problem = problems.find(({ code }) => code === 'tiers/level-outside-scale');
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem?.what).toContain(String(level));
  });

  it('is none within it', async () => {
    expect((await told('tiers', ruled({ atLeast: 5, count: 1 }))).problems).toEqual([]);
  });
});

describe('a condition that nobody can meet', () => {
  it('is warned of', async () => {
    const { problems } = await told('tiers', ruled({ atLeast: { laws: 7, skills: 7 }, share: 0.5 }));
    expect(problems.map(({ code }) => code)).toContain('tiers/never-met');
  });

  it('is refused if it asks for more indicators than have weight', async () => {
    const folder = folderOf({
      'indicators.csv': 'code,weight\nx,1\ny,1\nz,0\n',
      'scores.csv': 'country,x,y,z\nEstonia,3,3,3\nLatvia,1,1,1\n',
      'index.json':
        '{ "recipe": { "normalise": "none", "tiers": { "method": "profile", "tiers": [' +
        '{ "name": "A", "needs": [{ "atLeast": 3, "count": 3 }] }, { "name": "B" }] } } }',
    });
    const { code, stderr } = await run(['tiers', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/3 indicators, but there are only 2/);
  });
});

describe('an empty tier', () => {
  it('is said to be empty', async () => {
    const { stdout } = await run(['tiers', ruled({ atLeast: 5, count: 2 })]);
    expect(stdout).toMatch(/High is empty/i);
  });

  it('is said to be empty where it was cut out of the index', async () => {
    const { stdout } = await run(['tiers', ruled({ atLeast: 5, count: 2 }), '--tiers', 'thresholds:90,1']);
    expect(stdout).toMatch(/Tier 1 and Tier 3 are empty|Tier 1 is empty/i);
  });
});
