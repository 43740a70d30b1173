import { describe, expect, it } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { explain, explained } from './calls.ts';

describe('--depth', () => {
  const nested = {
    'scores.csv': 'country,army,navy,laws,norms\nFrance,3,9,1,2\nJapan,2,5,5,1\n',
    'indicators.csv': 'code,parent\npower,\nforce,power\narmy,force\nnavy,force\nlaws,power\nnorms,\n',
  };
  const shown = async (...depth: string[]) => explain('France', '-e', folderOf(nested), ...depth);
  const codes = async (...depth: string[]) =>
    (await shown('--format', 'csv', '--fields', 'code', '--no-header', ...depth)).stdout
      .trimEnd()
      .split('\n');

  it('is 1 unless given, and all or more than there is shows everything', async () => {
    expect(await codes()).toEqual(['power', 'norms']);
    expect(await codes('--depth', '2')).toEqual(['power', 'force', 'laws', 'norms']);
    expect(await codes('--depth', 'all')).toEqual(['power', 'force', 'army', 'navy', 'laws', 'norms']);
    expect(await codes('--depth', '99')).toEqual(await codes('--depth', 'all'));
  });

  it('says how much deeper it goes', async () => {
    const told = async (depth: string) =>
      /--depth all shows .*/.exec((await shown('--depth', depth)).stdout)?.[0];
    expect([await told('1'), await told('2'), await told('all')]).toEqual([
      '--depth all shows 2 more levels',
      '--depth all shows 1 more level',
      undefined,
    ]);
  });

  it('cuts nothing off the JSON', async () => {
    expect(
      (await explained('France', '-e', folderOf(nested), '--depth', '1')).parts.map(({ depth }) => depth),
    ).toEqual([1, 2, 3, 3, 2, 1]);
  });

  it.each(['0', '-1', '1.5', 'some', ''])('cannot be "%s"', async (depth) => {
    const { code, stderr } = await explain('China', `--depth=${depth}`);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`it takes a number of levels or "all", not "${depth}"`),
    });
  });
});

describe('the table', () => {
  it('shows ratings as words, and what a step made of a score if it made something of any', async () => {
    const { stdout } = await explain('China', '-e', 'iiss-2021');
    expect(stdout).toMatch(
      /part +score +normalised +weight +points +rank +median\nstrategy +strength +66\.7/,
    );
    expect((await explain('Norway', '-e', 'tests/reference/hdi-2022', '--depth', 'all')).stdout).toMatch(
      /part +score +transform +normalised/,
    );
  });

  it('marks what is better the less there is of it', async () => {
    expect((await explain('China', '-e', 'ncpi-2020', '--depth', 'all')).stdout).toMatch(
      / {4}shodan ↓ +24\.995[^]*\n↓ +lower is better\n/,
    );
    expect((await explain('China', '-e', 'iiss-2021')).stdout).not.toContain('↓');
  });

  it('as CSV has the codes, the parents and the depth of every part, and says so if it is illustrative', async () => {
    const lines = (await explain('China', '-e', 'ncpi-2020', '--format', 'csv', '--depth', '2')).stdout.split(
      '\n',
    );
    expect(lines.slice(0, 3)).toEqual([
      'country,code,name,parent,depth,raw,rating,score,weight,adds,rank,median',
      expect.stringMatching(
        /^CHN,surveillance,Surveillance of domestic groups,index,1,,,48\.05466633\d+,0\.142857142857,6\.864952334\d+,1,17\.56508614\d+$/,
      ),
      expect.stringMatching(/^CHN,surveillance\.capability,Capability,surveillance,2,,,53\.39/),
    ]);
    expect((await explain('China', '-e', 'iiss-2021', '--format', 'csv')).stdout.split('\n', 2)).toEqual([
      'country,code,name,parent,depth,raw,rating,score,weight,adds,rank,median,illustrative',
      expect.stringMatching(/^CHN,strategy,.*,true$/),
    ]);
  });

  it('says of a part that takes none, nothing but where it stands', async () => {
    const nations = folderOf({
      'scores.csv': 'country,laws,army,navy\nFrance,3,9,1\nJapan,2,5,5\nKenya,1,1,9\n',
      'indicators.csv': 'code,parent,weight\nlaws,,1\nforce,,0\narmy,force,1\nnavy,force,1\n',
    });
    const { stdout } = await explain('France', '-e', nations, '--depth', 'all');
    expect(stdout).toMatch(/\n {2}army +9 +100 +– +– +1 +50\n/);
    // What counts for nothing is neither a strength nor a weakness.
    expect(stdout).toMatch(
      /\nStrengths +laws \(rank 1, 50 above the median\)\nWeaknesses +no part is below the median/,
    );
  });
});
