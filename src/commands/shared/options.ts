// The options that mean the same on every command, and the reading of their values.
import { decimalMarks, type DecimalMark } from '../../input/files/decimal.ts';
import { sizes } from '../../input/files/file-problems.ts';
import { stepNames, steps } from '../../methods/steps.ts';
import { dataSteps } from '../../model/recipe.ts';
import { ProblemsError } from '../../model/problem.ts';
import { quoted } from '../../model/words.ts';
import { formats } from '../../report/formats/index.ts';
import type { Argument, Option } from '../command.ts';
import { badValue, readWhole } from './bad-value.ts';

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

const USUAL_SEED = 1;

/** How the files of an edition are written, where they do not tell. */
export const fileOptions: readonly Option[] = [
  {
    flags: '--decimal <mark>',
    meaning: 'the decimal mark in the files: . or , (the other one then separates thousands)',
    group: editionOption.group,
  },
  {
    flags: '--max-size <size>',
    meaning: 'the largest file to read: 500MB, 2GB, or a number of bytes (default 1GB)',
    group: editionOption.group,
  },
];

/** Reads --max-size, in bytes; null if it is not given. */
export function readMaxSize(options: Readonly<Record<string, unknown>>): number | null {
  const text = textOf(options['maxSize']);
  if (text === null) return null;
  const [, number, unit = ''] = /^(\d{1,15}) ?([kMG]B)?$/i.exec(text) ?? [];
  const [, size] = sizes.find(([name]) => name.toLowerCase() === unit.toLowerCase()) ?? ['bytes', 1];
  if (Number(number) > 0) return Number(number) * size;
  const what = `it takes a size, not ${quoted(text)}`;
  throw new ProblemsError([badValue('--max-size', text, what, 'write, for example, --max-size 500MB')]);
}

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

/** Of all commands about countries; it chooses among years, and no recipe has it. */
export const yearOption: Option = {
  flags: '--year <year>',
  meaning: 'in a panel, the year to show, or "latest" (default) for the latest row of each country',
  group: 'Panel',
};

/**
 * One option for each step, named as the step; how the files are to be read, and which year of a panel is
 * shown.
 */
export const recipeOptions: readonly Option[] = [
  ...fileOptions,
  {
    flags: '--recipe <file>',
    meaning:
      'use the recipe of a saved JSON result or of a recipe file; without an edition, use the edition ' +
      'of the result too',
    group: recipeGroup,
  },
  {
    flags: '--steps <names>',
    meaning: `change the order of the steps, as in impute,screen; default: ${dataSteps.join(', ')}`,
    group: recipeGroup,
  },
  ...stepNames
    .filter((step) => step !== 'region')
    .map((step): Option => ({
      flags: `--${step} <method>`,
      meaning: `${steps[step].meaning}: ${Object.keys(steps[step].table).join(', ')}`,
      group: recipeGroup,
      ...(step === 'select' ? { isRepeated: true as const } : {}),
    })),
  yearOption,
];

/** Of the commands that ask what holds for other weights. */
export const regionOption: Option = {
  flags: '--region <region>',
  meaning:
    `which weights count as defensible: ${Object.keys(steps.region.table).join(', ')}; combine with ` +
    '+, as in around:25%+order:a,b; @top varies the first level only, as in around:25%@top',
  group: recipeGroup,
  isRepeated: true,
};

/** Of the commands that ask what else could have been chosen. */
export const varyOption: Option = {
  flags: '--vary <choice>',
  meaning:
    'an uncertain choice, repeatable: normalise=minmax/zscore, weights=around:25%, noise=5%, ' +
    'ratings=10%, drop, raters',
  group: 'Uncertain choices',
  isRepeated: true,
};

const samplingGroup = 'Sampling';

/** Of the commands that draw at random; `draws` says what --draws counts. */
export const samplingOptionsFor = (draws: string): readonly Option[] => [
  { flags: '--draws <n>', meaning: draws, group: samplingGroup },
  {
    flags: '--threads <n>',
    meaning:
      'the number of threads, at most one per processor; chosen automatically unless given; results do ' +
      'not depend on it',
    group: samplingGroup,
  },
  { flags: '--seed <n>', meaning: 'the seed of the random numbers (default 1)', group: samplingGroup },
];

/** Of the commands that draw weightings. */
export const samplingOptions = samplingOptionsFor(
  'the number of draws if results are sampled, up to 999999999',
);

/** Reads the sampling options; throws if one is no whole number. */
export function readDraws(
  options: Readonly<Record<string, unknown>>,
  usual = 2000,
): { draws: number; seed: number; threads: number | null } {
  return {
    draws: readWhole('--draws', textOf(options['draws']), 1, usual) ?? usual,
    seed: readWhole('--seed', textOf(options['seed']), 0, USUAL_SEED) ?? USUAL_SEED,
    threads: readWhole('--threads', textOf(options['threads']), 1, 2),
  };
}

/** The heading in the help of what chooses rows. */
export const rowGroup = 'Row filters (results unchanged)';

export const rowOptions: readonly Option[] = [
  { flags: '--top <n>', meaning: 'show the first n rows', group: rowGroup },
  {
    flags: '--only <countries>',
    meaning: 'show only these countries: USA,CHN or names',
    group: rowGroup,
    isRepeated: true,
  },
  {
    flags: '--where <group=value>',
    meaning: 'show only one group, such as region=Europe',
    group: rowGroup,
    isRepeated: true,
  },
  {
    flags: '--sort <field>',
    meaning: 'sort by a field; field:desc for descending order',
    group: rowGroup,
  },
];

/** Of the commands that show the framework part by part. */
export const depthOption: Option = {
  flags: '--depth <levels>',
  meaning: 'how many levels of the framework to show: 1 (default), 2, … or all',
  group: rowGroup,
};

const outputGroup = 'Output';

export const outputOptions: readonly Option[] = [
  {
    flags: '-f, --format <format>',
    meaning:
      `${formats.map(({ name }) => name).join(', ')}; default ${formats[0].name}, or what --output ` +
      'ends in',
    group: outputGroup,
  },
  {
    flags: '-o, --output <file>',
    meaning: 'write to this file, completely or not at all',
    group: outputGroup,
  },
  {
    flags: '--fields <names>',
    meaning: 'the fields to show, separated by commas',
    group: outputGroup,
  },
  {
    flags: '--raw',
    meaning: 'in CSV and TSV, do not escape text that a spreadsheet would read as a formula',
    group: outputGroup,
  },
  { flags: '--no-header', meaning: 'omit the header', group: outputGroup },
  { flags: '--color <when>', meaning: 'when to use colours: auto, always or never', group: outputGroup },
  { flags: '--strict', meaning: 'treat warnings as errors', group: outputGroup },
  { flags: '--quiet', meaning: 'do not print warnings and notes', group: outputGroup },
  { flags: '--debug', meaning: 'if the program crashes, print where', group: outputGroup },
];

/** Reads --depth. */
export function readDepth(text: string | null): number {
  if (text === null) return 1;
  if (text === 'all') return Infinity;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  const what = `it takes a number of levels or "all", not "${text}"`;
  throw new ProblemsError([badValue('--depth', text, what, 'write, for example, --depth 2')]);
}

/** The text of an option that takes one; null where it is not given. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What was written between commas, once or several times; null where nothing was. */
export function listOf(value: unknown): string[] | null {
  if (typeof value !== 'string' && !Array.isArray(value)) return null;
  return [value]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
