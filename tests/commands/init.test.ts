import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundledNames, bundledPath } from '../../src/input/files/files.ts';
import { folderOf } from '../support/files.ts';
import { run, type World } from '../support/run.ts';

const everyFile = ['index.schema.json', 'index.yaml', 'indicators.csv', 'scores.csv'];

/** A folder with files in it, and how to call the program on what is there. */
function workshop(files: Parameters<typeof folderOf>[0] = {}) {
  const folder = folderOf(files);
  const call = async (args: readonly string[], world: World = {}) => {
    const ran = await run(
      args.map((arg) => arg.replaceAll('FOLDER', folder)),
      world,
    );
    return {
      ...ran,
      stdout: ran.stdout.replaceAll(folder, 'FOLDER'),
      stderr: ran.stderr.replaceAll(folder, 'FOLDER'),
    };
  };
  return {
    folder,
    call,
    read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
    /** What is in the folder, at whatever depth. */
    there: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(),
    /** What is ranked and how, whatever the edition and its files are called. */
    ranking: async (edition: string, world: World = {}) => {
      const { code, stdout, stderr } = await call(['rank', edition, '--format', 'json'], world);
      if (code !== 0) return stderr;
      const document: Readonly<Record<string, unknown>> = JSON.parse(stdout);
      return {
        recipe: document['recipe'],
        overrides: document['overrides'],
        illustrative: document['illustrative'],
        countries: document['countries'],
      };
    },
  };
}

describe('a small edition', () => {
  it('is written, listed, and ranked as it stands, without a word', async () => {
    const { call, there } = workshop();
    const { code, stdout, stderr } = await call(['init', 'FOLDER/mine']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^FOLDER\/mine: 4 files written\n[^]*\nrank it: cyberpower rank FOLDER\/mine\n$/);
    expect(there()).toEqual(['mine', ...everyFile.map((file) => path.join('mine', file))]);
    for (const command of ['rank', 'tiers', 'check', 'editions'])
      expect(await call([command, 'FOLDER/mine', '--strict'])).toMatchObject({ code: 0, stderr: '' });
    expect(
      await call(['explain', 'Estonia', '-e', 'FOLDER/mine', '--strict', '--depth', 'all']),
    ).toMatchObject({ code: 0, stderr: '' });
  });

  it('says under every output that it is invented, until the line is deleted', async () => {
    const { call } = workshop();
    await call(['init', 'FOLDER/mine']);
    expect((await call(['rank', 'FOLDER/mine'])).stdout).toContain('illustrative: The scores are invented');
  });

  it.each([
    ['normalise', 'minmax'],
    ['normalise', 'zscore'],
    ['missing', 'skip:0.6'],
    ['weights', 'equal'],
    ['aggregate', 'geometric'],
    ['tiers', 'quantiles:3'],
    ['tiers', 'breaks:3'],
    ['tiers', 'none'],
  ])('works with what its comments offer for the step "%s": %s', async (step, other) => {
    const { call, read, folder } = workshop();
    await call(['init', 'FOLDER/mine']);
    const settings = read('mine/index.yaml');
    const line = settings.split('\n').find((one) => one.startsWith(`  ${step}: `)) ?? '';
    expect(/#.*\bor (.*)$/.exec(line)?.[1]).toContain(other);
    // Some go together with another method of another step.
    const [, besides = '', needed = ''] = /\bwith (\w+): (\S+)/.exec(line) ?? [];
    const changed = settings.replace(line, `  ${step}: ${other}`);
    writeFileSync(
      path.join(folder, 'mine', 'index.yaml'),
      besides === ''
        ? changed
        : changed.replace(new RegExp(`^  ${besides}: \\S+`, 'm'), `  ${besides}: ${needed}`),
    );
    expect(await call(['rank', 'FOLDER/mine', '--strict'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is my-index in the folder that one is in, unless it is given a name', async () => {
    const { call, there, folder } = workshop();
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder);
    expect((await call(['init'])).stdout).toContain('rank it: cyberpower rank my-index\n');
    expect((await call(['init', '--from', 'gci-2024'])).stdout).toContain(
      'rank it: cyberpower rank my-gci-2024\n',
    );
    expect(there().filter((name) => !name.includes(path.sep))).toEqual(['my-gci-2024', 'my-index']);
  });

  it('in a folder called like a bundled edition is told apart from it', async () => {
    const { call, read, folder } = workshop();
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder);
    expect((await call(['init', 'iiss-2021'])).stdout).toContain('rank it: cyberpower rank ./iiss-2021\n');
    expect(read('iiss-2021/index.yaml').split('\n')).toContainEqual(
      expect.stringMatching(/^#.* cyberpower rank \.\/iiss-2021$/),
    );
  });

  it('as JSON is the folder and its files', async () => {
    const { call } = workshop();
    expect(JSON.parse((await call(['init', 'FOLDER/mine', '--format', 'json'])).stdout)).toEqual({
      schema: 'cyberpower/init@1',
      folder: 'FOLDER/mine',
      files: ['index.yaml', 'indicators.csv', 'scores.csv', 'index.schema.json'],
    });
  });
});

describe('a copy', () => {
  it.each([...bundledNames(), 'tests/reference/hdi-2022'])(
    'of %s has the same ranking, and the same to be checked against',
    async (edition) => {
      const { call, ranking, there } = workshop();
      expect(await call(['init', 'FOLDER/mine', '--from', edition])).toMatchObject({ code: 0, stderr: '' });
      expect(await ranking('FOLDER/mine')).toEqual(await ranking(edition));
      const files = readdirSync(bundledNames().includes(edition) ? bundledPath(edition) : edition);
      expect(there()).toEqual([
        'mine',
        ...[...files, 'index.schema.json'].toSorted().map((file) => path.join('mine', file)),
      ]);
      const check = async (name: string) => {
        const {
          published,
          differences,
          tiers,
        }: { published?: unknown; differences?: unknown; tiers?: unknown } = JSON.parse(
          (await call(['check', name, '--format', 'json'])).stdout,
        );
        return { published, differences, tiers };
      };
      expect(await check('FOLDER/mine')).toEqual(await check(edition));
    },
  );

  it('leaves the files as they are, but for a line that names the schema', async () => {
    const yaml = '# Ours.\nname: Arcadia # the whole of it\nrecipe:\n  aggregate: sum\n';
    const files = {
      'scores.csv': '\ufeffcountry;laws\r\nFrance;3,5\r\nJapan;1\r\n',
      'indicators.csv': 'code\r\nlaws\r\n',
      'index.yaml': yaml,
    };
    const { call, read } = workshop(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`old/${name}`, text])),
    );
    await call(['init', 'FOLDER/new', '--from', 'FOLDER/old']);
    expect([read('new/scores.csv'), read('new/indicators.csv')]).toEqual([
      files['scores.csv'],
      files['indicators.csv'],
    ]);
    expect(read('new/index.yaml')).toBe(`# yaml-language-server: $schema=index.schema.json\n${yaml}`);
    // A copy of a copy has the line already.
    await call(['init', 'FOLDER/newer', '--from', 'FOLDER/new']);
    expect(read('newer/index.yaml')).toBe(read('new/index.yaml'));
  });

  it.each([
    ['with a key', '{ "name": "Arcadia" }'],
    ['with none', '{}'],
    ['over several lines', '{\n  "name": "{ Arcadia }"\n}\n'],
    ['in UTF-16', new Uint8Array(Buffer.from('\ufeff{ "name": "Arcadia" }', 'utf16le'))],
  ])('of JSON settings %s can be read', async (_, settings) => {
    const { call, read, ranking } = workshop({
      'old/scores.csv': 'country,laws\nFrance,3\nJapan,1\n',
      'old/indicators.csv': 'code\nlaws\n',
      'old/index.json': settings,
    });
    expect(await ranking('FOLDER/old')).toBeTypeOf('object');
    expect((await call(['init', 'FOLDER/new', '--from', 'FOLDER/old'])).code).toBe(0);
    expect(await ranking('FOLDER/new')).toEqual(await ranking('FOLDER/old'));
    if (typeof settings === 'string')
      expect(JSON.parse(read('new/index.json'))).toMatchObject({ $schema: 'index.schema.json' });
  });
});

const iiss = (header: string, lines: readonly string[]) => `country,${header}\n${lines.join('\n')}\n`;
const codes = 'strategy,governance,intelligence,empowerment,resilience,leadership,offence';
const rated = [
  'France,strength,potential,strength,weakness,strength,strength,world-leading',
  'Japan,weakness,potential,weakness,weakness,strength,potential,potential',
  `United States${',world-leading'.repeat(7)}`,
];

/** Scores without a framework, of every kind that is read. */
const bare: Readonly<Record<string, string | Uint8Array>> = {
  'numbers.csv': 'country,laws,skills\nFrance,3,4\nJapan,2,5\nKenya,1,1\n',
  'ratings.csv': 'country,laws,skills\nFrance,low,yes\nJapan,high,no\nKenya,medium,yes\n',
  'mixed.csv':
    'country,laws,skills,maturity\nFrance,low,3,formative\nJapan,high,4,dynamic\nKenya,medium,1,start-up\n',
  'groups.csv': 'country,region,laws,rank\nFrance,Europe,3,1\nJapan,Asia,2,2\nKenya,Africa,1,3\n',
  'headers.csv':
    'country,"Laws, and courts",% of GDP,index,Ärger\nFrance,3,4,5,6\nJapan,2,5,1,1\nKenya,1,1,1,3\n',
  'commas.csv': 'country;laws;skills\nFrance;3,5;4\nJapan;2,25;5\nKenya;1;1,5\n',
  'panel.csv': 'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nJapan,2021,2,5\nKenya,2020,1,1\n',
  'long.csv': 'country,indicator,value\nFrance,laws,3\nFrance,skills,4\nJapan,laws,2\nJapan,skills,5\n',
  'utf16.csv': new Uint8Array(
    Buffer.from('\ufeffcountry\tlaws\tskills\nFrance\t3\t4\nJapan\t2\t5\n', 'utf16le'),
  ),
  'iiss.csv': iiss(codes, rated),
  'iiss-names.csv': iiss(
    'Strategy and doctrine,"Governance, command and control",Core cyber-intelligence capability,Cyber ' +
      'empowerment and dependence,Cyber security and resilience,Global leadership in cyberspace ' +
      'affairs,Offensive cyber capability',
    rated,
  ),
  'iiss-numbers.csv': iiss(codes, ['France,1,2,3,4,5,6,7', 'Japan,7,6,5,4,3,2,1']),
  'iiss-and-more.csv': iiss(
    `${codes},size`,
    rated.map((line, i) => `${line},${i}`),
  ),
  // Names that YAML would take for something else.
  '2024.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'true.csv': 'country,laws\nFrance,3\nJapan,1\n',
  'laws: a draft #1.csv': 'country,laws\nFrance,3\nJapan,1\n',
  '[laws].csv': 'country,laws\nFrance,3\nJapan,1\n',
};

describe('a copy of what several raters gave', () => {
  it('has it too', async () => {
    const raters = 'rater,country,indicator,value\nAna,France,laws,1\nBo,France,laws,2\n';
    const { call, read } = workshop({
      'old/scores.csv': 'country,laws\nFrance,1\nJapan,2\n',
      'old/raters.csv': raters,
    });
    expect((await call(['init', 'FOLDER/new', '--from', 'FOLDER/old'])).stdout).toMatch(
      /^raters\.csv +the same scores by several raters$/m,
    );
    expect(read('new/raters.csv')).toBe(raters);
  });
});

describe('an edition made of a CSV file', () => {
  it.each(Object.keys(bare))('has the same ranking: %s', async (name) => {
    const { call, ranking } = workshop({ [name]: bare[name] ?? '' });
    expect((await call(['init', 'FOLDER/mine', '--from', `FOLDER/${name}`])).code).toBe(0);
    const original = await ranking(`FOLDER/${name}`);
    expect(original).toBeTypeOf('object');
    expect(await ranking('FOLDER/mine')).toEqual(original);
  });

  it('is called as the file, and says what was assumed', async () => {
    const { call, read } = workshop({ 'my laws.csv': bare['mixed.csv'] ?? '' });
    const { stderr } = await call(['init', 'FOLDER/mine', '--from', 'FOLDER/my laws.csv']);
    expect(stderr).toContain('note: assumed 3 indicators');
    expect(read('mine/index.yaml')).toContain('\nname: my laws\n');
    expect(read('mine/indicators.csv')).toBe(
      'code,name,weight,direction,column,low,high,ratings,normalise\nlaws,laws,1,1,,,,low-high,goalposts\n' +
        'skills,skills,1,1,,,,,\nmaturity,maturity,1,1,,,,maturity,goalposts\n',
    );
    expect(read('mine/scores.csv')).toBe(bare['mixed.csv']);
  });

  it('says each step of the recipe', async () => {
    const { call, read } = workshop({ 'iiss.csv': bare['iiss.csv'] ?? '' });
    await call(['init', 'FOLDER/mine', '--from', 'FOLDER/iiss.csv']);
    expect(read('mine/index.yaml')).toMatch(
      /\nrecipe:\n {2}missing: error\n {2}normalise: goalposts\n {2}weights: given\n {2}aggregate: arithmetic\n {2}rank: competition\n {2}tiers: \{"method":"profile",/,
    );
  });

  it('may come from standard input', async () => {
    const { call, ranking } = workshop();
    const world = { stdin: bare['numbers.csv'] ?? '' };
    expect((await call(['init', 'FOLDER/mine', '--from', '-'], world)).code).toBe(0);
    expect(await ranking('FOLDER/mine')).toEqual(await ranking('-', world));
  });
});

describe('what is there', () => {
  it('is never replaced: every file that would be is named, and nothing is written', async () => {
    const { call, read, there } = workshop({
      'mine/scores.csv': 'precious\n',
      'mine/index.yaml': 'dear\n',
      'mine/notes.txt': 'kept\n',
    });
    const before = there();
    const { code, stdout, stderr } = await call(['init', 'FOLDER/mine']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'FOLDER/mine: error: the folder holds index.yaml and scores.csv already [files/exists]',
    );
    expect(there()).toEqual(before);
    expect([read('mine/scores.csv'), read('mine/index.yaml')]).toEqual(['precious\n', 'dear\n']);
  });

  it('is not replaced by running it again', async () => {
    const { call, read } = workshop();
    await call(['init', 'FOLDER/mine']);
    const before = read('mine/scores.csv');
    expect((await call(['init', 'FOLDER/mine', '--from', 'gci-2024'])).code).toBe(1);
    expect(read('mine/scores.csv')).toBe(before);
  });

  it('may be another file: it stays where it is', async () => {
    const { call, read, there } = workshop({ 'mine/notes.txt': 'kept\n' });
    expect((await call(['init', 'FOLDER/mine'])).code).toBe(0);
    expect(there()).toHaveLength(2 + everyFile.length);
    expect(read('mine/notes.txt')).toBe('kept\n');
  });
});

describe('on failure nothing is left behind', () => {
  it.each([
    ['an edition that is not there', ['FOLDER/mine', '--from', 'ncpi-2021'], 1],
    ['an edition that is broken', ['FOLDER/mine', '--from', 'FOLDER/broken.csv'], 1],
    ['a warning that is an error', ['FOLDER/mine', '--from', 'FOLDER/doubtful.csv', '--strict'], 1],
    ['an option that there is not', ['FOLDER/mine', '--fom', 'ncpi-2020'], 2],
    ['a file where the folder should be', ['FOLDER/broken.csv'], 1],
    ['a path that leads through a file', ['FOLDER/broken.csv/mine'], 1],
  ] as const)('by %s', async (_, args, expected) => {
    const files = {
      'broken.csv': 'country,laws,skills\nFrance,3,many\nJapan,1,2\nKenya,2,2\n',
      'doubtful.csv': 'country,laws\nArcadia,3\nJapan,1\nKenya,2\n',
    };
    const { call, read, there } = workshop(files);
    expect(await call(['init', ...args])).toMatchObject({
      code: expected,
      stdout: '',
      stderr: expect.stringMatching(/error: /),
    });
    expect(there()).toEqual(Object.keys(files));
    expect(read('broken.csv')).toBe(files['broken.csv']);
  });

  it('where only the last file cannot be written, in a folder that is new', async () => {
    const { call, there, folder } = workshop();
    // The names of files may not be longer than a path as a whole may be.
    const deep = path.join(folder, ...Array.from({ length: 30 }, () => 'd'.repeat(200))).slice(0, 4080);
    expect((await call(['init', deep])).code).toBe(1);
    expect(there()).toEqual([]);
  });

  it('where only the last file cannot be written, in a folder that was there', async () => {
    const { call, there, folder } = workshop({ 'mine/notes.txt': 'kept\n' });
    // A weightedSum that leads nowhere is in the way.
    symlinkSync(path.join(folder, 'nowhere', 'else'), path.join(folder, 'mine', 'index.schema.json'));
    const before = there();
    expect((await call(['init', 'FOLDER/mine'])).code).toBe(1);
    expect(there()).toEqual(before);
    expect(lstatSync(path.join(folder, 'mine', 'index.schema.json')).isSymbolicLink()).toBe(true);
  });

  it('and what is said is about the folder', async () => {
    const { call, folder } = workshop();
    mkdirSync(path.join(folder, 'mine'));
    symlinkSync('nowhere', path.join(folder, 'mine', 'scores.csv'));
    expect((await call(['init', 'FOLDER/mine'])).stderr).not.toContain('--output');
  });
});
