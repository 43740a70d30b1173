import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../src/input/files/files.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

interface Part {
  readonly code: string;
  readonly parent: string;
  readonly depth: number;
  readonly weight: number | null;
  readonly adds: number | null;
}

interface Explained {
  readonly country: {
    readonly rank: number | null;
    readonly name: string;
    readonly year?: number;
    readonly score: number;
    readonly tier: string | null;
  };
  readonly parts: readonly Part[];
  readonly neighbours: readonly {
    readonly side: string;
    readonly name: string;
    readonly gap: number;
    readonly parts: readonly { readonly adds: number }[];
  }[];
}

const explain = async (...args: readonly string[]) => run(['explain', ...args, '--quiet']);

async function explained(...args: readonly string[]): Promise<Explained> {
  const { code, stdout } = await explain(...args, '--format', 'json');
  expect(code).toBe(0);
  const document: Explained = JSON.parse(stdout);
  return document;
}

const csvOf = (lines: readonly string[]) => `${folderOf({ 'my.csv': `${lines.join('\n')}\n` })}/my.csv`;
const total = (numbers: readonly (number | null)[]) => numbers.reduce<number>((sum, x) => sum + (x ?? 0), 0);

describe('the country', () => {
  it.each(['China', 'CHN', 'cn', "People's Republic of China"])('may be called "%s"', async (term) => {
    expect((await explained(term, '-e', 'iiss-2021')).country).toEqual({
      rank: 5,
      code: 'CHN',
      name: 'China',
      score: 66.6666666667,
      tier: 'Tier Two',
    });
  });

  it('that nobody knows is called as in the file', async () => {
    expect(
      (await explained('arcadia', '-e', csvOf(['country,laws', 'Arcadia,3', 'Borduria,1']))).country,
    ).toMatchObject({ rank: 1, name: 'Arcadia' });
  });

  it('that is not there is refused, with the ones that are', async () => {
    const { code, stdout, stderr } = await explain('Chinna', '-e', 'iiss-2021');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('"Chinna" is not among what is ranked; did you mean "China"?');
  });

  it('must be named', async () => {
    const { code, stderr } = await explain();
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('no country is named') });
  });

  it('of a panel is that of its latest year', async () => {
    const panel = csvOf([
      'country,year,laws',
      'France,2020,3',
      'France,2021,4',
      'Japan,2021,2',
      'Kenya,2020,1',
    ]);
    expect((await explained('France', '-e', panel)).country).toMatchObject({ year: 2021, rank: 1 });
    expect((await explained('Kenya', '-e', panel)).country).toMatchObject({ year: 2020, rank: 2 });
    expect((await explained('France', '-e', panel, '--select', 'only:year=2020')).country).toMatchObject({
      year: 2020,
    });
    expect((await explain('France', '-e', panel)).stdout).toContain('France 2021, rank 1 of 2, index');
  });

  it('that is not ranked is said to be so, without neighbours and without points of an index', async () => {
    const gaps = csvOf(['country,laws,skills,talent', 'France,3,4,2', 'Japan,2,,', 'Kenya,1,1,1']);
    const { stdout } = await explain('Japan', '-e', gaps, '--missing', 'skip');
    expect(stdout).toContain('Japan, not ranked\n');
    expect(stdout).not.toMatch(/Just above|Just below|Most of it/);
    expect((await explained('Japan', '-e', gaps, '--missing', 'skip')).parts.map(({ adds }) => adds)).toEqual(
      [null, null, null],
    );
  });

  it('that shares its rank says with whom', async () => {
    expect((await explain('China', '-e', 'iiss-2021')).stdout).toMatch(
      /China, rank 5 of 15 with Australia and Canada, index 66\.7, Tier Two/,
    );
  });

  it('cannot drive the terminal', async () => {
    const { stdout } = await explain(
      'Arca\u001b[2Jdia',
      '-e',
      csvOf(['country,laws', 'Arca\u001b[2Jdia,3', 'Japan,1']),
    );
    expect(stdout).toContain('Arca␛[2Jdia');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('what the parts add', () => {
  it.each([...bundledNames(), 'tests/reference/hdi-2022'])(
    'adds up to the index at every depth, for the first and the last, in %s',
    async (edition) => {
      const ranking: { countries: { name: string }[] } = JSON.parse(
        (await run(['rank', edition, '--format', 'json'])).stdout,
      );
      const names = [0, -1].map((at) => ranking.countries.at(at)?.name ?? '');
      for (const name of names) {
        const { country, parts } = await explained(name, '-e', edition);
        const below = (code: string) =>
          parts.flatMap(({ parent, adds }) => (parent === code && adds !== null ? [adds] : []));
        expect(total(below('index'))).toBeCloseTo(country.score, 8);
        // Under a product of nearly nothing it is not told what the factors add.
        for (const { code, adds } of parts)
          if (adds !== null && below(code).length > 0) expect(total(below(code))).toBeCloseTo(adds, 8);
      }
    },
  );

  it('of what separates neighbours adds up to the gap', async () => {
    for (const edition of ['ncpi-2020', 'gci-2024', 'tests/reference/hdi-2022']) {
      const { neighbours } = await explained('France', '-e', edition);
      expect(neighbours.map(({ side }) => side)).toEqual(['above', 'below']);
      for (const { gap, parts } of neighbours)
        expect(total(parts.map(({ adds }) => adds))).toBeCloseTo(gap, 8);
    }
  });

  it('is told in sentences only where it is points', async () => {
    const nations = csvOf(['country,laws,skills', 'France,3,4', 'Japan,2,5', 'Kenya,1,1']);
    const recipe = ['--normalise', 'goalposts:low=0,high=5', '--aggregate'];
    expect((await explain('France', '-e', nations, ...recipe, 'arithmetic')).stdout).toContain(
      'Most of it comes from skills (40.0) and laws (30.0).',
    );
    for (const aggregation of ['geometric', 'harmonic', 'power:p=2', 'product', 'minimum'])
      expect((await explain('France', '-e', nations, ...recipe, aggregation)).stdout).not.toContain(
        'Most of it',
      );
  });

  it('is not told where the aggregation has no parts', async () => {
    const { stdout } = await explain('China', '-e', 'iiss-2021', '--aggregate', 'minimum');
    expect(stdout).toMatch(/not told by the aggregation\s+"minimum"/);
    expect(stdout).toContain('the aggregation does not tell which part the difference is due to');
  });

  it('of a logarithm that is negative is said to hold the index down', async () => {
    // 0.25 to 0.75 of 1: all logarithms are negative.
    const nations = csvOf(['country,laws,skills', 'France,1,3', 'Japan,2,2', 'Kenya,3,1']);
    expect(
      (
        await explain(
          'France',
          '-e',
          nations,
          '--normalise',
          'goalposts:low=0,high=4,ceiling=1',
          '--aggregate',
          'geometric',
        )
      ).stdout,
    ).toMatch(/the more it\s+holds the index\s+down/);
  });
});

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
    expect(stdout).toMatch(/part +score +normalised +weight +adds +rank +median\nstrategy +strength +66\.7/);
    expect((await explain('Norway', '-e', 'tests/reference/hdi-2022', '--depth', 'all')).stdout).toMatch(
      /part +score +transform +normalised/,
    );
  });

  it('marks what is better the less there is of it', async () => {
    expect((await explain('China', '-e', 'ncpi-2020', '--depth', 'all')).stdout).toMatch(
      / {4}shodan ↓ +24\.995[^]*\n↓ +less is better\n/,
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
      /\nStrengths +laws \(rank 1, 50 above the median\)\nWeaknesses +nothing below the median/,
    );
  });
});

describe('against the field', () => {
  it('nothing above or below the median names what is nearest to it', async () => {
    const nations = csvOf(['country,laws,skills', 'France,5,5', 'Japan,3,4', 'Kenya,1,1']);
    expect((await explain('France', '-e', nations)).stdout).toMatch(
      /Weaknesses +nothing below the median; nearest to it skills/,
    );
    expect((await explain('Kenya', '-e', nations)).stdout).toMatch(
      /Strengths +nothing above the median; nearest to it laws/,
    );
  });

  it('categories that are equal but for floating point are neither ahead nor behind', async () => {
    const nations = folderOf({
      'scores.csv': 'country,army,navy,norms\nFrance,0.1,0.2,1\nJapan,0.3,0,2\nKenya,0,0,0\n',
      'indicators.csv': 'code,parent\nforce,\narmy,force\nnavy,force\nnorms,\n',
    });
    const { stdout } = await explain('France', '-e', nations, '--normalise', 'none', '--aggregate', 'sum');
    expect(stdout).not.toMatch(/0\.0+ (?:above|below) the median/);
  });
});

it('who shares the rank is not said to be just above or just below', async () => {
  // Both are printed as 0.952.
  const { stdout } = await explain('Denmark', '-e', 'tests/reference/hdi-2022');
  expect(stdout).toContain('Denmark, rank 5 of 193 with Sweden');
  expect(stdout).not.toMatch(/Just (?:above|below): Sweden/);
});

it('who is just above by rank is said to be above, even with the same index', async () => {
  const nations = csvOf(['country,laws', 'France,50', 'Japan,50', 'Kenya,20']);
  const { stdout } = await explain('Japan', '-e', nations, '--rank', 'ordinal');
  expect(stdout).toContain('Just above: France, rank 1');
  expect(stdout).not.toContain('Just below: France');
});

describe('raters', () => {
  const rated = (...lines: string[]) =>
    folderOf({
      'scores.csv': 'country,laws,rules\nFrance,4,full\nJapan,3,none\nKenya,2,partial\n',
      'indicators.csv': 'code,ratings,low,high\nlaws,,0,5\nrules,mine,,\n',
      'index.json':
        '{ "scales": { "mine": ["none", "partial", "full"] }, "recipe": { "normalise": "goalposts" } }',
      'raters.csv': `${['rater,country,indicator,value,confidence', ...lines].join('\n')}\n`,
    });
  const passage = async (country: string, folder: string) =>
    /^Raters\n(.*?)\n\n/ms.exec((await explain(country, '-e', folder)).stdout)?.[1];
  const several = rated.bind(
    null,
    'Ana,France,laws,4,1',
    'Bo,France,laws,3.5,1',
    'Ana,Japan,laws,2,1',
    'Bo,Japan,laws,3,1',
    'Ana,France,rules,full,1',
    'Bo,France,rules,partial,2',
    'Ana,Japan,rules,none,1',
    'Bo,Japan,rules,none,1',
    'Ana,Kenya,rules,partial,1',
  );

  it('who differ are told with what each gave, the score that counts and the spread', async () => {
    expect(await passage('France', several())).toMatchInlineSnapshot(`
      "They differ on all 2 scores of this country that several gave.
      In the edition 2 raters agree exactly on 1 of 4 scores that several gave (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores); 1 is agreement, 0 chance, and below 0.67 is too little to
      go by.
      indicator  raters                                              used  range   deviation
      laws       Ana 4, Bo 3.5                                       4     0.5          0.35
      rules      Ana full (confidence 1), Bo partial (confidence 2)  full  1 step       0.71"
    `);
  });

  it('who agree are told in a sentence', async () => {
    expect(await passage('Japan', several())).toMatchInlineSnapshot(`
      "They differ on 1 of the 2 scores of this country that several gave.
      In the edition 2 raters agree exactly on 1 of 4 scores that several gave (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores); 1 is agreement, 0 chance, and below 0.67 is too little to
      go by.
      indicator  raters       used  range  deviation
      laws       Ana 2, Bo 3  3     1           0.71"
    `);
  });

  it('none of whom scored what others scored are told in a sentence', async () => {
    expect(await passage('Kenya', several())).toMatchInlineSnapshot(`
      "No score of this country was given by several raters.
      In the edition 2 raters agree exactly on 1 of 4 scores that several gave (25 %).
      Krippendorff's alpha is 0.83 for mine (ordinal, 2 scores) and 0.57 for laws
      (interval, 2 scores); 1 is agreement, 0 chance, and below 0.67 is too little to
      go by."
    `);
    expect(await passage('Kenya', rated('Ana,Kenya,rules,partial,1'))).toBe(
      'No score of this country was given by several raters.',
    );
  });

  it('are not spoken of where there are none', async () => {
    expect((await explain('China', '-e', 'iiss-2021')).stdout).not.toContain('Raters');
  });
});
