// init: how do I start an edition of my own?
import { findFiles, type EditionFiles } from '../../input/edition/edition-files.ts';
import { bundledNames, writeFolder, type SourceFile } from '../../input/files/files.ts';
import { loadEdition, type Loaded, type LoadOptions } from '../../input/edition/load.ts';
import { decode } from '../../input/files/text.ts';
import { settingsSchema } from '../../input/options/settings/schema.ts';
import {
  recipeTemplate,
  schemaComment,
  settingsTemplate,
  templateFiles,
} from '../../input/edition/template.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { completeRecipe, stepNames, steps } from '../../methods/steps.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { isError, ProblemsError } from '../../model/problem.ts';
import { describeChoice, type Choice } from '../../model/registry.ts';
import { count } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import { formatDelimited } from '../../report/formats/delimited.ts';
import type { Call, Command } from '../command.ts';
import { fileOptions, outputOptions, readDecimal, textOf } from '../shared/options.ts';
import { isQuiet } from '../shared/recipe.ts';

export const command: Command = {
  arguments: [{ name: 'folder', meaning: 'where to write it; my-index unless given' }],
  options: [
    {
      flags: '--from <edition>',
      meaning: 'copy a bundled edition or a folder, or make an edition of a CSV file',
      group: 'Start',
    },
    ...fileOptions,
    ...outputOptions,
  ],
  description:
    'Writes a small edition that works at once and says in comments what may be changed, or a copy of ' +
    'another one. Nothing that is there is replaced.',
  examples: [
    { line: 'cyberpower init', says: 'a small example in my-index' },
    { line: 'cyberpower init power-2026 --from ncpi-2020', says: 'a copy to change' },
    { line: 'cyberpower init baltic --from my.csv', says: 'what was assumed of a CSV' },
  ],
  run,
};

/** What each file is for. */
const purposes: Readonly<Record<string, string>> = {
  'index.yaml': 'name, scales of ratings and recipe',
  'index.yml': 'name, scales of ratings and recipe',
  'index.json': 'name, sources, scales of ratings and recipe',
  'indicators.csv': 'the framework: a row an indicator or category',
  'scores.csv': 'the scores: a row a country',
  'weights.csv': 'named sets of weights',
  'raters.csv': 'the same scores by several raters',
  'published.csv': 'what was published, for cyberpower check',
  'index.schema.json': 'lets editors complete and check the settings',
};

async function run(call: Call): Promise<Document> {
  const from = textOf(call.options['from']);
  const folder = call.arguments[0] ?? (from === null ? 'my-index' : `my-${baseName(from)}`);
  const path = bundledNames().includes(folder) ? `./${folder}` : folder;
  const files = from === null ? smallEdition(path) : await copyOf(from, path, call);
  files.set('index.schema.json', `${JSON.stringify(await settingsSchema(), null, 2)}\n`);
  writeFolder(folder, files);
  return {
    command: 'init',
    title: `${folder}: ${count(files.size, 'file')} written`,
    table: {
      columns: [
        { key: 'file', label: 'file', kind: 'text', tone: 'accent' },
        { key: 'purpose', label: 'what it holds', kind: 'text' },
      ],
      shown: ['file', 'purpose'],
      exported: ['file', 'purpose'],
      rows: [...files.keys()].map((file) => ({ file, purpose: purposes[file] ?? '' })),
    },
    notes: [`rank it: cyberpower rank ${path}`],
    inputs: [],
    data: async () => ({ folder, files: [...files.keys()] }),
  };
}

function baseName(from: string): string {
  return (
    from
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.csv$/i, '') ?? 'index'
  );
}

function smallEdition(folder: string): Map<string, string | Uint8Array> {
  const settings = settingsTemplate(
    folder,
    'My index',
    'progress: [none, partial, full]',
    'The scores are invented, to show the form. Replace them with your own.',
    recipeTemplate,
  );
  return new Map<string, string | Uint8Array>([['index.yaml', settings], ...templateFiles]);
}

/**
 * The files of another edition; of a CSV alone, with a framework and settings that say what was assumed of
 * it.
 */
async function copyOf(
  from: string,
  folder: string,
  { io, options, say }: Call,
): Promise<Map<string, string | Uint8Array>> {
  const { edition, problems } = await loadWithGaps(from, { stdin: io.stdin, decimal: readDecimal(options) });
  say(problems);
  const [scores] = edition.inputs;
  if (edition.inputs.length === 1 && scores !== undefined) {
    return new Map<string, string | Uint8Array>([
      [
        'index.yaml',
        settingsTemplate(folder, asYaml(baseName(edition.about.title)), null, null, recipeLines(edition)),
      ],
      ['indicators.csv', frameworkOf(edition)],
      ['scores.csv', scores.bytes],
    ]);
  }
  const files = await findFiles(from, io.stdin, []);
  return new Map(
    sourcesOf(files).map((file): [string, string | Uint8Array] => {
      const name = file.path.split(/[/\\]/).at(-1) ?? file.path;
      return [name, file === files.settings ? withSchema(name, decode(file)) : file.bytes];
    }),
  );
}

/** Loads an edition; a CSV with gaps in it is no less a start, with a recipe that skips them. */
async function loadWithGaps(from: string, options: LoadOptions): Promise<Loaded> {
  try {
    return await loadEdition(from, options);
  } catch (error) {
    if (
      !(error instanceof ProblemsError) ||
      !error.problems.filter(isError).every(({ code }) => code === 'scores/missing')
    )
      throw error;
    return loadEdition(from, { ...options, recipe: { missing: { method: 'skip' } } });
  }
}

function sourcesOf({
  settings,
  indicators: framework,
  scores,
  weights,
  raters,
  published,
}: EditionFiles): SourceFile[] {
  return [settings, framework, scores, weights, raters, published()].flatMap((file) => file ?? []);
}

/** Settings that name the schema beside them. */
function withSchema(name: string, text: string): string {
  if (text.includes('index.schema.json')) return text;
  return name.endsWith('.json')
    ? text.replace(
        /\{(\s*\}\s*$)?/,
        (_, end?: string) =>
          `{\n  "$schema": "index.schema.json"${end === undefined ? ',' : `\n${end.trim()}\n`}`,
      )
    : `${schemaComment}\n${text}`;
}

function recipeLines({ recipe }: Edition): string[] {
  const steady = stepNames.filter((step) => step !== 'select' && step !== 'region');
  const region = describeRegion(recipe.region);
  const lines = steady.flatMap((step) =>
    step !== 'missing' && isQuiet(step, recipe[step])
      ? []
      : [
          `${step}: ` +
            (isStructured(recipe[step])
              ? JSON.stringify(recipe[step])
              : describeChoice(steps[step].table, recipe[step])),
        ],
  );
  return [...lines, ...(region === describeRegion(completeRecipe({}).region) ? [] : [`region: ${region}`])];
}

/**
 * Text as YAML writes it: as it is, or between quotation marks where it would be taken for something else.
 */
function asYaml(text: string): string {
  return /^[A-Za-z][\w -]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** Whether a choice cannot be written on one line after its name. */
function isStructured(choice: Choice): boolean {
  return Object.values(choice).some(
    (value) => Array.isArray(value) && value.some((one) => typeof one === 'object'),
  );
}

/** indicators.csv of the framework that was assumed. */
function frameworkOf({ framework }: Edition): string {
  const keys = ['code', 'name', 'weight', 'direction', 'column', 'low', 'high', 'ratings', 'normalise'];
  return formatDelimited(
    {
      command: 'init',
      title: '',
      notes: [],
      inputs: [],
      data: async () => ({}),
      table: {
        columns: keys.map((key) => ({ key, label: key, kind: 'text' as const })),
        shown: keys,
        exported: keys,
        rows: indicators(framework).map((leaf) => ({
          code: leaf.code,
          name: leaf.name,
          weight: leaf.weight,
          direction: leaf.direction,
          column: leaf.column === leaf.code ? '' : leaf.column,
          low: leaf.low,
          high: leaf.high,
          ratings: leaf.scale,
          normalise: leaf.normalise === null ? '' : describeChoice(steps.normalise.table, leaf.normalise),
        })),
      },
    },
    ',',
    { fields: null, hasHeader: true },
  );
}
