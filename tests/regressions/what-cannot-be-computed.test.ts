// What is said where a field is too small for a method, or scores are none that an aggregation takes.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

const textOf = async (...args: readonly string[]): Promise<string> => (await run(args)).stdout;

describe('nearest neighbours', () => {
  it('are counted as they are, not as they were asked for', async () => {
    const folder = folderOf({
      'my.csv': 'country,x,y\nEstonia,1,\nLatvia,2,4\nPoland,3,6\nFinland,4,8\n',
    });
    const args = ['rank', `${folder}/my.csv`, '--impute', 'neighbours'];
    const { changes } = await told<object, { changes: { how: string }[] }>(...args);
    expect(changes).toMatchObject([{ how: 'mean of its 3 nearest neighbours' }]);
    expect(await textOf(...args)).not.toContain('5 nearest');
  });
});

describe('a field of one country', () => {
  const one = () => `${folderOf({ 'my.csv': 'country,a,b\nEstonia,4,5\n' })}/my.csv`;

  it.each(['minmax', 'zscore', 'rank', 'percentile'])(
    'is refused by %s, which compares countries',
    async (normalise) => {
      const { code, stdout, stderr } = await run(['rank', one(), '--normalise', normalise]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/Estonia/);
      expect(stderr.match(/error:/g)).toHaveLength(1);
    },
  );

  it('has an index where scores mean something by themselves', async () => {
    expect(named(await told('rank', one(), '--normalise', 'none'), 'Estonia').score).toBe(4.5);
  });
});

describe('an aggregation that cannot take many scores', () => {
  it('says so once, with how many and an example', async () => {
    const { code, stderr } = await run(['rank', 'iiss-2021', '--aggregate', 'geometric']);
    expect(code).toBe(1);
    expect(stderr.match(/error:/g)).toHaveLength(1);
    // So many ratings of the edition are "weakness", which its goalposts make 0.
    expect(stderr).toMatch(/\b22 normalised scores\b/);
    expect(stderr).toMatch(/China's "?resilience"?/);
  });

  it('names a score that is the only one', async () => {
    const folder = folderOf({ 'my.csv': 'country,x,y\nEstonia,1,2\nLatvia,0,4\n' });
    const { stderr } = await run([
      'rank',
      `${folder}/my.csv`,
      '--normalise',
      'none',
      '--aggregate',
      'geometric',
    ]);
    expect(stderr).toMatch(/Latvia's normalised score for "x" is 0/);
  });
});
