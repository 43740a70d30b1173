// Who may import whom (an arrow of the architecture each), and who may touch the outside world.
import path from 'node:path/posix';
import { expect, it } from 'vitest';
import { sourceTexts } from './support/sources.ts';

const texts = sourceTexts().map(({ file, text }) => ({
  file,
  text,
  code: text.replaceAll(/\/\*.*?\*\/|(?<=^|\s)\/\/.*?$/gms, ''),
}));

const imports = texts.flatMap(({ file, code }) =>
  [
    ...[...code.matchAll(/^(?:import|export)\s(?:(type)\s)?[^'";]*?from '([^']+)'/gm)],
    ...[...code.matchAll(/\bimport(\s)?\(?\s*'([^']+)'/g)],
  ].map(([, type, from = '']) => ({
    file,
    from: from.startsWith('.') ? path.join(path.dirname(file), from) : from,
    isType: type === 'type',
  })),
);

const folders: Readonly<Record<string, readonly string[]>> = {
  math: [],
  model: [],
  methods: ['math', 'model'],
  analysis: ['math', 'model', 'methods'],
  input: ['math', 'model', 'methods'],
  report: ['math', 'model'],
  commands: ['math', 'model', 'methods', 'analysis', 'input', 'report'],
  cli: ['math', 'model', 'methods', 'analysis', 'input', 'report', 'commands'],
  'index.ts': ['math', 'model', 'methods', 'analysis', 'input', 'report', 'commands'],
};

const outside: readonly (readonly [what: RegExp, who: RegExp])[] = [
  [/^(?:node:)?(?:fs|crypto|path|url)(?:\/|$)/, /^input\/files\/(?:files|disk\/\w+)\.ts$/],
  [/^(?:node:)?worker_threads$/, /^cli\/(?:threads|worker)\.ts$/],
  [/^csv-parse/, /^input\/files\/csv\.ts$/],
  [/^chalk/, /^report\/theme\.ts$/],
  [/^cli-table3/, /^report\//],
  [/^commander/, /^cli\//],
];

const isOurs = (from: string) => texts.some(({ file }) => file === from);
const top = (file: string) => file.split('/')[0] ?? '';
const show = (found: typeof imports) => found.map(({ file, from }) => `${file} → ${from}`);

it('every file is in a known folder, and every import of ours was found', () => {
  expect(texts.filter(({ file }) => folders[top(file)] === undefined)).toEqual([]);
  expect(show(imports.filter(({ from }) => from.endsWith('.ts') && !isOurs(from)))).toEqual([]);
  expect(imports.filter(({ from }) => isOurs(from)).length).toBeGreaterThan(100);
});

it('folders import each other only along the arrows; model may take types from math', () => {
  expect(
    show(
      imports.filter(
        ({ file, from, isType }) =>
          isOurs(from) &&
          top(from) !== top(file) &&
          !folders[top(file)]?.includes(top(from)) &&
          !(top(file) === 'model' && top(from) === 'math' && isType),
      ),
    ),
  ).toEqual([]);
});

it('math imports nothing from outside; the kernel is compiled into it', () => {
  expect(
    show(
      imports.filter(
        ({ file, from }) => top(file) === 'math' && !isOurs(from) && from !== 'math/kernel/kernel.as',
      ),
    ),
  ).toEqual([]);
});

it('files, hashes, threads, and the libraries for CSV, colour, tables and options are each behind one door', () => {
  expect(
    show(
      imports.filter(({ file, from }) => outside.some(([what, who]) => what.test(from) && !who.test(file))),
    ),
  ).toEqual([]);
});

it('no files import each other in a circle, not even for a type', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) circles.push([...above.slice(above.indexOf(file)), file].join(' → '));
    if (above.includes(file) || done.has(file)) return;
    for (const one of imports) if (one.file === file && isOurs(one.from)) walk(one.from, [...above, file]);
    done.add(file);
  };
  for (const { file } of texts) walk(file, []);
  expect(circles).toEqual([]);
});

it('only cli touches the process and the console', () => {
  const touches = ({ code }: { code: string }) =>
    /(?<![\w.])(?:process|console)[.[]|['"](?:node:)?(?:process|console)['"]/.test(code);
  expect(texts.filter((one) => touches(one) && top(one.file) !== 'cli').map(({ file }) => file)).toEqual([]);
  expect(texts.some(touches)).toBe(true);
});

/**
 * A folder of folders, each of which imports only those before it; `last` stands for all that are not named.
 */
const ranks: Readonly<Record<string, readonly string[]>> = {
  input: ['files', 'cells', 'options', 'shapes', 'edition'],
  analysis: ['region', 'pairs', 'last'],
};

it.each(Object.entries(ranks))('folders of %s import only those before them', (folder, order) => {
  const placeOf = (file: string) => {
    const [, inner = ''] = file.split('/');
    return order.includes(inner) ? order.indexOf(inner) : order.indexOf('last');
  };
  const inside = imports.filter(
    ({ file, from }) => top(file) === folder && top(from) === folder && isOurs(from),
  );
  expect(inside.length).toBeGreaterThan(10);
  expect(show(inside.filter(({ file, from }) => placeOf(from) > placeOf(file)))).toEqual([]);
});

it('no command imports another; the list of commands alone knows them', () => {
  const commandOf = (file: string) => /^commands\/([^/]+)\//.exec(file)?.[1] ?? null;
  const across = imports.filter(({ file, from }) => {
    const [one, other] = [commandOf(file), commandOf(from)];
    return other !== null && other !== 'shared' && one !== other && file !== 'commands/index.ts';
  });
  expect(show(across)).toEqual([]);
});

it('no method is known by its name outside the tables', () => {
  const named =
    /\bmethod\s*[!=]==\s*['"]|\.includes\(\s*\w*\.?method\s*\)|case '(?:profile|layers|quantiles)'/;
  const known = texts.filter(({ file, code }) => !file.startsWith('methods/') && named.test(code));
  expect(known.map(({ file }) => file)).toEqual([]);
  const steps = texts.filter(({ file, code }) => /^methods\/[^/]+\.ts$/.test(file) && named.test(code));
  expect(steps.map(({ file }) => file)).toEqual([]);
});

it('no room holds more than a dozen files side by side', () => {
  const rooms = new Map<string, number>();
  for (const { file } of texts) rooms.set(path.dirname(file), (rooms.get(path.dirname(file)) ?? 0) + 1);
  expect([...rooms].filter(([, files]) => files > 12)).toEqual([]);
});

it('no line of the source is over 110 columns', () => {
  const long = texts.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => ([...line].length > 110 ? [`${file}:${i + 1}`] : [])),
  );
  expect(long).toEqual([]);
});

it('no list of rows is spread into the arguments of Math, which takes some 125,000 of them', () => {
  const spread = texts.flatMap(({ file, text }) =>
    /Math\.(?:max|min|hypot)\((?:[^()]*, )?\.\.\./.test(text) && file !== 'model/edition.ts' ? [file] : [],
  );
  expect(spread).toEqual([]);
});
