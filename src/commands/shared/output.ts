// How the output is to be written, as the options of every command say.
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Format } from '../../report/formats/format.ts';
import { fileEndings, formats } from '../../report/formats/index.ts';
import { badValue } from './bad-value.ts';
import { listOf, textOf } from './options.ts';

export interface OutputOptions {
  readonly format: Format;
  /** The file to write; null for standard output. */
  readonly file: string | null;
  readonly fields: readonly string[] | null;
  readonly hasHeader: boolean;
  readonly isRaw: boolean;
  readonly color: string;
  readonly isStrict: boolean;
  readonly isQuiet: boolean;
}

const colorings = ['auto', 'always', 'never'];

/** Reads the output options; throws with all that are wrong. */
export function readOutputOptions(options: Readonly<Record<string, unknown>>): OutputOptions {
  const problems: Problem[] = [];
  const file = textOf(options['output']);
  const format = readFormat(textOf(options['format']), file, problems);
  const color = textOf(options['color']) ?? 'auto';
  if (!colorings.includes(color)) problems.push(noSuch('--color', color, colorings));
  if (format === null || problems.length > 0) throw new ProblemsError(problems);
  return {
    format,
    file,
    color,
    fields: listOf(options['fields']),
    hasHeader: options['header'] !== false,
    isRaw: options['raw'] === true,
    isStrict: options['strict'] === true,
    isQuiet: options['quiet'] === true,
  };
}

/** The format that is asked for, else the one that the file's ending names, else the first. */
function readFormat(written: string | null, file: string | null, problems: Problem[]): Format | null {
  if (written === null) return formatOfFile(file, problems);
  const found = formats.find(({ name, shortName }) => name === written || shortName === written);
  if (found === undefined)
    problems.push(
      noSuch(
        '--format',
        written,
        formats.map(({ name }) => name),
      ),
    );
  return found ?? null;
}

function formatOfFile(file: string | null, problems: Problem[]): Format | null {
  const [, ending] = /\.([^./\\]+)$/.exec(file ?? '') ?? [];
  if (ending === undefined) return formats[0];
  const found = formats.find((format) => format.ending === ending.toLowerCase());
  if (found === undefined) {
    const endings = list(fileEndings).replace(' and ', ' or ');
    const fix = `end the file in ${endings}, or say which with --format`;
    problems.push(badValue('--output', ending, `the ending ".${ending}" names no format`, fix));
  }
  return found ?? null;
}

function noSuch(option: string, value: string, choices: readonly string[]): Problem {
  const what = `there is no "${value}"${didYouMean(value, choices)}`;
  return badValue(option, value, what, `choose one of ${list(choices)}`);
}
