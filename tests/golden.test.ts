// What every command prints in every format, whole, in files under golden/: `npm run golden` writes them
// anew, and the diff is to be read like any other. And what must hold of all of it, whatever it says.
import { readdirSync } from 'node:fs';
import { chdir, cwd } from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'csv-parse/sync';
import widthOf from 'string-width';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { bundledNames } from '../src/input/files/files.ts';
import { of } from '../src/math/at.ts';
import { formats } from '../src/report/formats/index.ts';
import { folderOf } from './support/files.ts';
import { run, type World } from './support/run.ts';

/** What each command is called with; a command that is not here fails. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  rank: [['iiss-2021']],
  tiers: [['iiss-2021']],
  explain: [
    ['China', '-e', 'iiss-2021'],
    ['China', '-e', 'ncpi-2020'],
  ],
  bounds: [['iiss-2021']],
  uncertainty: [['iiss-2021', '--draws', '200', '--vary', 'weights=around:25%', '--vary', 'ratings=10%']],
  sensitivity: [['iiss-2021', '--draws', '16']],
  whatif: [
    ['CHN.resilience=strength', '-e', 'iiss-2021'],
    ['weights.offense=2', 'CHN.norms-10%', '-e', 'ncpi-2020'],
  ],
  fit: [['iiss-2021'], ['ncpi-2020']],
  compare: [
    ['China', 'Russia', '-e', 'iiss-2021'],
    ['China', 'Russia', '-e', 'ncpi-2020'],
    ['USA', 'CHN', 'RUS', 'IRN', '-e', 'iiss-2021'],
  ],
  reach: [
    ['China', '-e', 'iiss-2021', '--to-rank', '2'],
    ['--all', '-e', 'iiss-2021', '--to-tier', 'Tier One'],
  ],
  check: [['iiss-2021'], ['gci-2020']],
  methods: [[], ['geometric']],
  editions: [[], ['iiss-2021']],
  schema: [[]],
  problems: [[], ['scores'], ['scores/not-a-number']],
  init: [[]],
};

const endings = new Map(formats.map(({ name, ending }) => [name, ending]));

interface Golden {
  /** Its file under golden/. */
  readonly file: string;
  readonly args: readonly string[];
  /** Its name. */
  readonly format: string;
  readonly command: string;
  readonly world: World;
}

const terminal: World = { terminal: 80, env: { NO_COLOR: '1' } };

function golden(name: string, args: readonly string[], format = 'text', world: World = terminal): Golden {
  return {
    file: `${name}.${of(endings, format)}`,
    args: format === 'text' ? args : [...args, '--format', format],
    format,
    command: args[0] ?? '',
    world,
  };
}

/** In every format; as JSON one edition a command, as the form is the same for all. */
const inEveryFormat = commands.flatMap(({ name }) =>
  (calls[name] ?? []).flatMap((args, call) =>
    formats
      .filter(({ name: format }) => format !== 'json' || call === 0 || !isOtherEdition(name, args))
      .map(({ name: format }) => golden(fileName([name, ...args]), [name, ...args], format)),
  ),
);

/** Whether a call is one that came before, of another edition. */
function isOtherEdition(name: string, args: readonly string[]): boolean {
  const known = new Set(bundledNames());
  const without = (some: readonly string[]) => some.filter((arg) => !known.has(arg)).join(' ');
  return (calls[name] ?? []).some(
    (other) => other !== args && without(other) === without(args) && other.includes('iiss-2021'),
  );
}

function fileName(args: readonly string[]): string {
  return args
    .filter((arg) => arg !== '-e')
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\w.]+/g, '-')
    .replace(/-$/, '');
}

const help = [
  golden('help', ['--help']),
  ...commands.map(({ name }) => golden(`${name}-help`, [name, '--help'])),
];

const hdi = ['rank', 'tests/reference/hdi-2022', '--top', '10'];

const goldens: readonly Golden[] = [
  ...inEveryFormat,
  ...help,
  golden('rank-iiss-2021-coloured', ['rank', 'iiss-2021'], 'text', {
    terminal: 80,
    env: { FORCE_COLOR: '1' },
  }),
  golden('rank-hdi-2022-top-10', hdi),
  golden('rank-hdi-2022-top-10', hdi, 'csv'),
  golden('rank-gci-2024-top-5', ['rank', 'gci-2024', '--top', '5']),
  golden('explain-china-ncpi-2020-all', ['explain', 'China', '-e', 'ncpi-2020', '--depth', 'all']),
  ...['ncpi-2020', 'gci-2024'].map((name) => golden(`check-${name}`, ['check', name])),
  ...['ncpi-2020', 'gci-2020', 'gci-2024'].map((name) => golden(`editions-${name}`, ['editions', name])),
  golden('reach-estonia-gci-2024-robust', [
    'reach',
    'Estonia',
    '-e',
    'gci-2024',
    '--to-rank',
    '1',
    '--robust',
  ]),
  golden('bounds-iiss-2021-hasse', ['bounds', 'iiss-2021', '--hasse']),
  golden('bounds-iiss-2021-dot', ['bounds', 'iiss-2021', '--hasse', 'dot']),
  golden('bounds-iiss-2021-mermaid', ['bounds', 'iiss-2021', '--hasse', 'mermaid']),
  golden('bounds-ncpi-2020-top-5', ['bounds', 'ncpi-2020', '--top', '5', '--draws', '100']),
  golden('tiers-iiss-2021-thresholds', ['tiers', 'iiss-2021', '--tiers', 'thresholds:80,50']),
];

const runs = new Map<string, Promise<string>>();

/** What a call prints; each is run once, whatever is looked for in it. */
async function printed({ args, world }: Pick<Golden, 'args' | 'world'>): Promise<string> {
  const key = JSON.stringify([args, world]);
  const found = runs.get(key) ?? printAnew(args, world);
  runs.set(key, found);
  return found;
}

async function printAnew(args: readonly string[], world: World): Promise<string> {
  const { stdout, ...rest } = await (args[0] === 'init' ? runElsewhere(args, world) : run(args, world));
  // How far it is shows on slow machines only, and is wiped out in the end.
  expect({ ...rest, stderr: rest.stderr.replaceAll(/\r[ \d%]*/g, '') }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** In a new folder, for what writes into the one that it is called in. */
async function runElsewhere(args: readonly string[], world: World): ReturnType<typeof run> {
  const here = cwd();
  chdir(folderOf({}));
  try {
    return await run(args, world);
  } finally {
    chdir(here);
  }
}

it('every command is called, and every file is of a call', () => {
  expect(commands.filter(({ name }) => calls[name] === undefined).map(({ name }) => name)).toEqual([]);
  const files = goldens.map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
  expect(readdirSync(new URL('golden/', import.meta.url)).filter((file) => !files.includes(file))).toEqual(
    [],
  );
});

it.each(goldens)('$file', async ({ file, args, world }) => {
  await expect(await printed({ args, world })).toMatchFileSnapshot(`golden/${file}`);
});

describe('text', () => {
  it.each(goldens.filter(({ format }) => format === 'text'))(
    '$file is at most 80 wide, without blanks at the end of a line',
    async ({ args, world }) => {
      const text = await printed({ args, world });
      expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
      expect(text.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
    },
  );

  it.each(goldens.filter(({ format, world }) => format === 'text' && world === terminal))(
    '$file in colour says the same',
    async ({ args, world }) => {
      const coloured = await printed({ args, world: { terminal: 80, env: { FORCE_COLOR: '1' } } });
      expect(stripVTControlCharacters(coloured)).toBe(await printed({ args, world }));
    },
  );

  it.each(
    commands.flatMap(({ name }) =>
      (calls[name] ?? []).flatMap((args) =>
        (name === 'rank' ? [40, 60, 100] : [60, 100]).map((width) => ({ width, line: [name, ...args] })),
      ),
    ),
  )('$line in a terminal of $width is no wider', async ({ width, line }) => {
    const text = await printed({ args: line, world: { terminal: width, env: { NO_COLOR: '1' } } });
    expect(text.split('\n').filter((one) => widthOf(one) > width)).toEqual([]);
  });
});

it.each(goldens.filter(({ format }) => format === 'json'))(
  '$file begins with its schema',
  async ({ args, world, command }) => {
    const document: unknown = JSON.parse(await printed({ args, world }));
    expect(Object.entries(Object(document))[0]).toEqual([
      'schema',
      `cyberpower/${command}@${['bounds', 'explain', 'tiers', 'sensitivity', 'uncertainty'].includes(command) ? 2 : 1}`,
    ]);
  },
);

it.each(goldens.filter(({ format }) => format === 'csv'))(
  '$file has a cell for each column in every row',
  async ({ args, world, command }) => {
    const [header = [], ...rows]: string[][] = parse(await printed({ args, world }), {
      relax_column_count: true,
    });
    // Where nothing differs, check has no rows.
    expect(rows.length).toBeGreaterThanOrEqual(command === 'check' ? 0 : 1);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  },
);

it.each(inEveryFormat.filter(({ format }) => format === 'tsv'))(
  '$file says what the CSV says',
  async ({ args, world }) => {
    const tsv = (await printed({ args, world }))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const csv: string[][] = parse(await printed({ args: [...args.slice(0, -1), 'csv'], world }));
    expect(tsv).toEqual(csv);
  },
);

it.each(
  inEveryFormat.filter(
    ({ args, command, format }) =>
      args.includes('iiss-2021') && !(command === 'check' && ['csv', 'tsv'].includes(format)),
  ),
)('$file says that the ratings are illustrative', async ({ args, world }) => {
  expect(await printed({ args, world })).toContain('illustrative');
});

it.each(goldens.filter(({ file }) => !file.includes('coloured')))(
  '$file has no control characters',
  async ({ args, world }) => {
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(await printed({ args, world })).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
  },
);
