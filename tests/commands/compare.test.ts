// compare: what it says of weights is borne out by running it, and what it refuses.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

vi.setConfig({ testTimeout: 60_000 }); // each swap is run

interface Change {
  readonly change: number;
  readonly effective: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>> | null;
}

interface Compared {
  readonly countries: readonly {
    readonly code: string | null;
    readonly name: string;
    readonly score: number;
    readonly year?: number;
  }[];
  readonly parts: readonly { readonly code: string; readonly depth: number; readonly adds: number | null }[];
  readonly level: string | null;
  readonly obstacle: string | null;
  readonly pairs: readonly {
    readonly ahead: string;
    readonly behind: string;
    readonly gap: number;
    readonly epsilon: number | null;
    readonly region: { readonly relation: string; readonly least: number | null } | null;
    readonly any: { readonly relation: string } | null;
    readonly flips: Readonly<Record<'l1' | 'l2' | 'lInfinity', Change | null>> | null;
    readonly single: Readonly<
      Record<
        string,
        { readonly local: number; readonly weights: Readonly<Record<string, number>> | null } | null
      >
    > | null;
  }[];
}

async function compared(...args: readonly string[]): Promise<Compared> {
  const { code, stdout, stderr } = await run(['compare', ...args, '--quiet', '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document: Compared = JSON.parse(stdout);
  return document;
}

/** The index of each country, by code or name, as `rank` computes it. */
async function scores(...args: readonly string[]): Promise<Map<string, number>> {
  const { code, stdout } = await run(['rank', ...args, '--quiet', '--format', 'json']);
  expect(code).toBe(0);
  const { countries }: Compared = JSON.parse(stdout);
  return new Map(countries.map(({ code: known, name, score }) => [known ?? name, score]));
}

/** A small framework of two levels, in a folder of its own, which lasts as long as the test. */
const baltic =
  (recipe: object, row = '') =>
  () =>
    folderOf({
      'scores.csv':
        'country,cert,laws,attacks,exports\nEST,4,4.1,12,2300\nLVA,3,3.2,20,900\nLTU,4,3.9,16,1500\n' +
        'POL,3,3.4,41,7800\n',
      'indicators.csv': `code,parent,weight,direction,low,high,transform,aggregate\nprotection,,2,,,,,${row}\ncert,protection,1,,0,4,,\nlaws,protection,3,,0,5,,\nattacks,protection,1,-1,0,50,,\nindustry,,1,,,,,\nexports,industry,1,,100,10000,log,\n`,
      'weights.csv': 'code,hawks\nprotection,1\nindustry,4\nattacks,2\n',
      'index.json': JSON.stringify({ recipe: { normalise: 'goalposts', ...recipe } }),
    });

const close: readonly (readonly (string | (() => string))[])[] = [
  ['China', 'Russia', '-e', 'iiss-2021'],
  ['USA', 'CHN', 'IRN', '-e', 'iiss-2021'],
  ['UK', 'Russia', '-e', 'ncpi-2020'],
  ['Japan', 'Germany', 'Netherlands', '-e', 'ncpi-2020', '--weights', 'critic'],
  ['Germany', 'France', 'Spain', '-e', 'gci-2024'],
  ['Norway', 'Canada', '-e', 'tests/reference/hdi-2022', '--aggregate', 'arithmetic'],
  ['Lithuania', 'Poland', '-e', baltic({})],
  ['Lithuania', 'Poland', '-e', baltic({ aggregate: 'geometric' })],
  ['Latvia', 'Poland', '-e', baltic({ aggregate: 'harmonic', weights: 'set:hawks' })],
  ['Latvia', 'Poland', '-e', baltic({ aggregate: 'sum' })],
  ['Latvia', 'Poland', '-e', baltic({}, 'geometric')],
  ['Latvia', 'Poland', '-e', baltic({ weights: 'entropy', normalise: 'goalposts:floor=1' })],
];

describe('weights that are said to put the one behind level', () => {
  it.each(
    close.map((lazy, i) => [i, lazy.filter((one) => typeof one === 'string').join(' '), lazy] as const),
  )('do so when they are run (%s: %s)', async (_, __, lazy) => {
    const args = lazy.map((one) => (typeof one === 'string' ? one : one()));
    const { pairs } = await compared(...args);
    const rest = args
      .slice(args.indexOf('-e') + 1)
      .filter((arg, i, all) => arg !== '--weights' && all[i - 1] !== '--weights');
    const written = pairs.flatMap(({ ahead, behind, flips, single }) =>
      [...Object.values(flips ?? {}), ...Object.values(single ?? {})].flatMap((flip) =>
        flip === null ? [] : [{ ahead, behind, weights: flip.weights }],
      ),
    );
    expect(written.length).toBeGreaterThan(2);
    for (const { ahead, behind, weights } of written) {
      expect(weights).not.toBeNull();
      const index = await scores(
        ...rest,
        '--weights',
        Object.entries(weights ?? {})
          .map(([code, weight]) => `${code}=${weight}`)
          .join(','),
      );
      expect(index.get(behind)).toBeGreaterThanOrEqual(index.get(ahead) ?? Infinity);
    }
  });

  it('name what changes, in the unit of the weights that are given', async () => {
    const [pair] = (await compared('China', 'Russia', '-e', 'iiss-2021')).pairs;
    // The gap is (100 − 2 · 100/3) / 7 = 100/21; each unit from empowerment (100) to intelligence (−100/3)
    // closes 400/3: 1/28 is moved, a quarter of 1/7.
    expect(pair?.flips?.l1).toMatchObject({
      change: expect.closeTo(1 / 14, 9),
      weights: { intelligence: 1.25, empowerment: 0.75 },
    });
    expect(pair?.single).toMatchObject({
      intelligence: { local: 0.25, weights: { intelligence: 2 } },
      empowerment: { local: 0.1, weights: { empowerment: 0.666 } },
    });
  });
});

describe('the order of two', () => {
  it('holds within the share of the weight that is said, and not beyond', async () => {
    const {
      pairs: [pair],
    } = await compared('UK', 'Russia', '-e', 'ncpi-2020');
    const relation = async (share: number) =>
      (await compared('UK', 'Russia', '-e', 'ncpi-2020', '--region', `mix:${share}@top`)).pairs[0]?.region
        ?.relation;
    expect(pair?.epsilon).toBeCloseTo(0.208, 2);
    expect(await relation((pair?.epsilon ?? 0) - 1e-6)).toBe('necessary');
    expect(await relation((pair?.epsilon ?? 0) + 1e-6)).toBe('undecided');
  });

  it('is the other way round where the region leaves the nominal weights out', async () => {
    const {
      pairs: [pair],
    } = await compared('China', 'Russia', '-e', 'iiss-2021', '--region', 'published:RUS,CHN');
    expect(pair).toMatchObject({ ahead: 'CHN', region: { relation: 'reversed' } });
    const { stdout } = await run([
      'compare',
      'China',
      'Russia',
      '-e',
      'iiss-2021',
      '--region',
      'published:RUS,CHN',
      '--quiet',
    ]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'But Russia leads or ties while Russia stays at least level with China, by 0.0 to 33.3 points.',
    );
  });

  it('is claimed of the first level alone where that is all that was looked at', async () => {
    // France is ahead in both categories and behind in patents; Italy's gap keeps the index from being a
    // weighted sum.
    const folder = folderOf({
      'scores.csv': 'country,laws,skills,patents\nFrance,8,9,4\nSpain,4,2,6\nItaly,1,1,\n',
      'indicators.csv':
        'code,parent,low,high\nstate,,,\nlaws,state,0,10\nbase,,,\nskills,base,0,10\npatents,base,0,10\n',
      'index.json': JSON.stringify({ name: 'Gaps', recipe: { normalise: 'goalposts', missing: 'skip' } }),
    });
    const { stdout } = await run(['compare', 'France', 'Spain', '-e', folder, '--quiet']);
    expect(stdout).toContain('France leads under all first-level weights, by 25.0 to 40.0 points.');
    expect(stdout).toContain('No first-level weights do: France leads in every part that counts.');
    const { stdout: ranked } = await run([
      'rank',
      folder,
      '--weights',
      'state=0,skills=0',
      '--quiet',
      '--format',
      'csv',
      '--fields',
      'name',
    ]);
    expect(ranked.split('\n')[1]).toBe('Spain');
    const { stdout: several } = await run(['compare', 'France', 'Spain', 'Italy', '-e', folder, '--quiet']);
    expect(several.replaceAll(/\s+/g, ' ')).toContain('under all first-level weights.');
  });

  it(
    'is told of the first level where the index is no weighted sum of its indicators, and not at all ' +
      'where it is none of that either',
    async () => {
      expect(await compared('UK', 'Russia', '-e', 'ncpi-2020')).toMatchObject({
        level: 'first',
        obstacle: '"surveillance" aggregates by "product" and "index" by "arithmetic"',
      });
      expect(
        await compared('China', 'Russia', '-e', 'iiss-2021', '--weights', 'benefit-of-the-doubt'),
      ).toMatchObject({
        level: null,
        obstacle: '"benefit-of-the-doubt" gives each country its own weights',
      });
      const none = await compared('China', 'Russia', '-e', 'iiss-2021', '--aggregate', 'minimum');
      expect(none).toMatchObject({
        level: null,
        obstacle: '"index" aggregates by "minimum"',
        pairs: [{ region: null, any: null, epsilon: null, flips: null, single: null }],
      });
      const { stdout } = await run([
        'compare',
        'China',
        'Russia',
        '-e',
        'iiss-2021',
        '--aggregate',
        'minimum',
        '--quiet',
      ]);
      expect(stdout).toContain('there are no exact results for other weights');
    },
  );

  it('does not depend on the order in which they are named', async () => {
    expect(await compared('Russia', 'China', '-e', 'iiss-2021')).toEqual(
      await compared('China', 'Russia', '-e', 'iiss-2021'),
    );
  });

  it('of countries that are level under all weights', async () => {
    expect((await compared('Israel', 'GBR', '-e', 'iiss-2021')).pairs).toMatchObject([
      {
        gap: 0,
        region: { relation: 'level' },
        any: { relation: 'level' },
        flips: { l1: { change: 0, weights: {} } },
      },
    ]);
  });
});

describe('what parts contribute', () => {
  it.each([
    ['China', 'Russia', '-e', 'iiss-2021'],
    ['UK', 'Russia', '-e', 'ncpi-2020'],
    ['Norway', 'Niger', '-e', 'tests/reference/hdi-2022'],
    ['Lithuania', 'Poland', '-e', baltic({})],
  ])('adds up to the gap: %s and %s %s %s', async (...lazy) => {
    const args = lazy.map((one) => (typeof one === 'string' ? one : one()));
    const {
      pairs: [pair],
      parts,
    } = await compared(...args);
    const depths = [
      1,
      ...(args.at(-1)?.includes('/') === true && !args.includes('tests/reference/hdi-2022') ? [2] : []),
    ];
    for (const depth of depths)
      expect(
        parts.filter((part) => part.depth === depth).reduce((total, { adds }) => total + (adds ?? 0), 0),
      ).toBeCloseTo(pair?.gap ?? Number.NaN, 8);
  });
});

describe('of a panel', () => {
  const panel =
    'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nKenya,2021,2,5\nJapan,2020,1,1\n';

  it('the latest rows are compared', async () => {
    expect(
      (await compared('France', 'Kenya', '-e', `${folderOf({ 'panel.csv': panel })}/panel.csv`)).countries,
    ).toMatchObject([{ year: 2021 }, { year: 2021 }]);
  });
});

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('in words', () => {
  it('weights at the limit of a change are the limit itself', async () => {
    const { stdout } = await run(['compare', 'USA', 'Israel', '-e', 'iiss-2021']);
    expect(stdout).toMatch(/smallest distance +[\d.]+ +strategy=0,governance=0,empowerment=0,leadership=0\n/);
    expect(stdout).not.toMatch(/=\d{6}/);
  });

  it('one pair whose order the weights decide is named, and that none keeps its order under all', async () => {
    const args = ['compare', 'China', 'Russia', 'Iran', '-e', `${folderOf({ 'my.csv': open })}/my.csv`];
    const text = flat((await run(args)).stdout);
    expect(text).toContain('Whether Iran leads China depends on the weights.');
    expect(text).toContain('; none does under all weights.');
  });

  it('several such pairs are named together', async () => {
    const args = ['compare', 'China', 'Russia', 'Iran', '-e', `${folderOf({ 'my.csv': open })}/my.csv`];
    expect(flat((await run([...args, '--region', 'any'])).stdout)).toMatch(
      /The order of these depends on the weights: Russia or Iran, Russia or China and Iran or China\./,
    );
  });

  it('weights that cannot make a tie alone are named', async () => {
    const text = flat((await run(['compare', 'USA', 'Israel', '-e', 'iiss-2021'])).stdout);
    expect(text).toContain('Changing one weight alone is not enough for these: "Strategy and doctrine"');
  });
});

/** From 0 to 100, China has 100 and 0, Iran 12.5 and 100: close by equal weights; Russia has 87.5 and 75. */
const open = 'country,x,y\nChina,9,4\nRussia,8,5.5\nIran,2,6\nChad,1,4\n';
