// The options that mean the same on every command, and the reading of their values.
import { decimalMarks, type DecimalMark } from '../../input/files/decimal.ts';
import { stepNames, steps } from '../../methods/steps.ts';
import { dataSteps } from '../../model/recipe.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Argument, Option } from '../command.ts';

export const formats = ['text', 'markdown', 'csv', 'tsv', 'json'] as const;
export type Format = (typeof formats)[number];

/** What the commands about one edition take. */
export const editionArgument: Argument = {
  name: 'edition',
  meaning: 'a bundled edition, a folder, a CSV file, or - for standard input',
};

/** The same, for commands whose argument is something else. */
export const editionOption: Option = {
  flags: '-e, --edition <edition>',
  meaning: editionArgument.meaning,
  group: 'Edition',
};

/** How the files of an edition are written, where they do not tell. */
export const fileOptions: readonly Option[] = [
  {
    flags: '--decimal <mark>',
    meaning: 'what stands before decimals in the files: . or , (the other one then parts thousands)',
    group: editionOption.group,
  },
];

/** Reads --decimal; null if it is not given. */
export function readDecimal(options: Readonly<Record<string, unknown>>): DecimalMark | null {
  const text = textOf(options['decimal']);
  const mark = decimalMarks.find((one) => one === text);
  if (text === null || mark !== undefined) return mark ?? null;
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--decimal' },
      value: text,
      what: `it takes a point or a comma, not "${text}"`,
      fix: 'write --decimal . or --decimal ,',
    },
  ]);
}

const recipeGroup = "Recipe (each overrides the edition's own)";

/** One option for each step, named as the step, after how the files are to be read. */
export const recipeOptions: readonly Option[] = [
  ...fileOptions,
  {
    flags: '--recipe <file>',
    meaning:
      'take the recipe of a result kept as JSON, or of a file of its own; without an edition, that of ' +
      'the result too',
    group: recipeGroup,
  },
  {
    flags: '--steps <names>',
    meaning: `let steps change places: impute,screen; the usual order is ${dataSteps.join(', ')}`,
    group: recipeGroup,
  },
  ...stepNames
    .filter((step) => step !== 'region')
    .map((step): Option => ({
      flags: `--${step} <method>`,
      meaning: `${steps[step].question.replace('?', '')}: ${Object.keys(steps[step].table).join(', ')}`,
      group: recipeGroup,
      ...(step === 'select' ? { isRepeated: true as const } : {}),
    })),
];

/** Of the commands that ask what holds for other weights. */
export const regionOption: Option = {
  flags: '--region <region>',
  meaning:
    `which weights count as defensible: ${Object.keys(steps.region.table).join(', ')}; around:25%+order:a,b ` +
    'for both at once, around:25%@top for the first level alone',
  group: recipeGroup,
  isRepeated: true,
};

/** Of the commands that ask what else could have been chosen. */
export const varyOption: Option = {
  flags: '--vary <choice>',
  meaning:
    'what is uncertain, once for each: normalise=minmax/zscore, weights=around:25%, noise=5%, ' +
    'ratings=10%, drop, raters',
  group: 'Uncertain choices',
  isRepeated: true,
};

/** Of the commands that draw weightings at random. */
export const samplingOptions: readonly Option[] = [
  {
    flags: '--draws <n>',
    meaning: 'how many weightings to draw where the answer is sampled',
    group: 'Sampling',
  },
  {
    flags: '--threads <n>',
    meaning: 'on how many threads to compute; as many as are of use unless given. No number depends on it',
    group: 'Sampling',
  },
  { flags: '--seed <n>', meaning: 'where the random numbers begin; 1 unless given', group: 'Sampling' },
];

/** Reads the sampling options; throws if one is no whole number. */
export function readDraws(
  options: Readonly<Record<string, unknown>>,
  usual = 2000,
): { draws: number; seed: number; threads: number | null } {
  const read = (name: 'draws' | 'seed' | 'threads', least: number, fallback: number): number => {
    const text = textOf(options[name]);
    if (text === null) return fallback;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    throw new ProblemsError([
      {
        code: 'usage/bad-value',
        severity: 'error',
        place: { argument: `--${name}` },
        value: text,
        what: `it takes a whole number from ${least}, not "${text}"`,
        fix: `write, for example, --${name} ${fallback}`,
      },
    ]);
  };
  return {
    draws: read('draws', 1, usual),
    seed: read('seed', 0, 1),
    threads: options['threads'] === undefined ? null : read('threads', 1, 2),
  };
}

export const rowOptions: readonly Option[] = [
  { flags: '--top <n>', meaning: 'show the first n rows', group: 'Rows (they hide, and change no number)' },
  {
    flags: '--only <countries>',
    meaning: 'show these countries: USA,CHN or names',
    group: 'Rows (they hide, and change no number)',
    isRepeated: true,
  },
  {
    flags: '--where <group=value>',
    meaning: 'show one group, as in region=Europe',
    group: 'Rows (they hide, and change no number)',
    isRepeated: true,
  },
  {
    flags: '--sort <field>',
    meaning: 'order by a field; field:desc for the other way round',
    group: 'Rows (they hide, and change no number)',
  },
];

/** Of the commands that show the framework part by part. */
export const depthOption: Option = {
  flags: '--depth <levels>',
  meaning: 'how far down the framework: 1, 2, … or all; 1 unless given',
  group: 'Rows (they hide, and change no number)',
};

export const outputOptions: readonly Option[] = [
  {
    flags: '-f, --format <format>',
    meaning: `${formats.join(', ')}; text unless --output ends in one`,
    group: 'Output',
  },
  { flags: '-o, --output <file>', meaning: 'write to a file, all or nothing', group: 'Output' },
  { flags: '--fields <names>', meaning: 'which fields to show, with commas between them', group: 'Output' },
  { flags: '--no-header', meaning: 'leave the header out', group: 'Output' },
  { flags: '--color <when>', meaning: 'auto, always or never', group: 'Output' },
  { flags: '--strict', meaning: 'take warnings for errors', group: 'Output' },
  { flags: '--quiet', meaning: 'print no warnings and notes', group: 'Output' },
  { flags: '--debug', meaning: 'on a bug, print where it happened', group: 'Output' },
];

/** Reads --depth. */
export function readDepth(text: string | null): number {
  if (text === null) return 1;
  if (text === 'all') return Infinity;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--depth' },
      value: text,
      what: `it takes a number of levels or "all", not "${text}"`,
      fix: 'write, for example, --depth 2',
    },
  ]);
}

/** How the output is to be written. */
export interface OutputOptions {
  readonly format: Format;
  readonly output: string | null;
  readonly fields: readonly string[] | null;
  readonly hasHeader: boolean;
  readonly color: string;
  readonly isStrict: boolean;
  readonly isQuiet: boolean;
}

/** Reads the output options; throws with all that are wrong. */
export function readOutputOptions(options: Readonly<Record<string, unknown>>): OutputOptions {
  const problems: Problem[] = [];
  const output = textOf(options['output']);
  const format = oneOf(
    '--format',
    (textOf(options['format']) === 'md' ? 'markdown' : textOf(options['format'])) ??
      formatOfFile(output, problems) ??
      'text',
    formats,
    problems,
  );
  const color = oneOf('--color', textOf(options['color']) ?? 'auto', ['auto', 'always', 'never'], problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    format,
    output,
    color,
    fields: listOf(options['fields']),
    hasHeader: options['header'] !== false,
    isStrict: options['strict'] === true,
    isQuiet: options['quiet'] === true,
  };
}

/** A file's ending says which format it is to have. */
function formatOfFile(file: string | null, problems: Problem[]): Format | null {
  const ending = /\.([^./\\]+)$/.exec(file ?? '')?.[1] ?? 'txt';
  const format = ({ json: 'json', csv: 'csv', tsv: 'tsv', md: 'markdown', txt: 'text' } as const)[
    ending.toLowerCase()
  ];
  if (format === undefined) {
    problems.push({
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--output' },
      value: ending,
      what: `the ending ".${ending}" names no format`,
      fix: 'end the file in .json, .csv, .tsv, .md or .txt, or say which with --format',
    });
  }
  return format ?? null;
}

/** The choice that was written; of none, the first, with a problem. */
function oneOf<Choice extends string>(
  option: string,
  value: string,
  choices: readonly [Choice, ...Choice[]],
  problems: Problem[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    problems.push({
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: option },
      value,
      what: `there is no "${value}"${didYouMean(value, choices)}`,
      fix: `choose one of ${list(choices)}`,
    });
  }
  return found ?? choices[0];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What was written between commas. */
export function listOf(value: unknown): string[] | null {
  const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : null;
  return (
    texts
      ?.flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '') ?? null
  );
}
