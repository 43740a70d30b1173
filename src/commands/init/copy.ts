// The files of another edition, to change.
import { findFiles, type EditionFiles } from '../../input/edition/edition-files.ts';
import { loadEdition, type Loaded, type LoadOptions } from '../../input/edition/load.ts';
import { schemaComment } from '../../input/edition/template.ts';
import type { SourceFile } from '../../input/files/files.ts';
import { decode } from '../../input/files/text.ts';
import { isError, ProblemsError } from '../../model/problem.ts';
import type { Call } from '../command.ts';
import { readDecimal } from '../shared/options.ts';
import { assumedFiles } from './assumed.ts';
import { fileName } from './file-names.ts';

/** Contents by name. */
export type Files = Map<string, string | Uint8Array>;

/**
 * The files of another edition; of a CSV alone, with a framework and settings that say what was assumed of
 * it.
 */
export async function copyOf(from: string, folder: string, { io, options, say }: Call): Promise<Files> {
  const { edition, problems } = await loadWithGaps(from, { stdin: io.stdin, decimal: readDecimal(options) });
  say(problems);
  const [scores, ...others] = edition.inputs;
  if (scores !== undefined && others.length === 0)
    return assumedFiles(edition, folder).set('scores.csv', scores.bytes);
  return copies(await findFiles(from, io.stdin, []));
}

/** Loads an edition; a CSV with gaps in it is no less a start, with a recipe that skips them. */
async function loadWithGaps(from: string, options: LoadOptions): Promise<Loaded> {
  try {
    return await loadEdition(from, options);
  } catch (error) {
    const areGaps =
      error instanceof ProblemsError &&
      error.problems.filter(isError).every(({ code }) => code === 'scores/missing');
    if (!areGaps) throw error;
    return loadEdition(from, { ...options, recipe: { missing: { method: 'skip' } } });
  }
}

function copies(files: EditionFiles): Files {
  const { settings, indicators, scores, weights, raters, certain } = files;
  const sources = [settings, indicators, scores, weights, raters, certain, files.published()];
  const copied: Files = new Map();
  for (const file of sources.filter((one) => one !== null))
    copied.set(fileName(file.path), file === settings ? withSchema(settings) : file.bytes);
  return copied;
}

/** Settings that name the schema beside them. */
function withSchema(file: SourceFile): string {
  const text = decode(file);
  if (text.includes('index.schema.json')) return text;
  if (!file.path.endsWith('.json')) return `${schemaComment}\n${text}`;
  return text.replace(/\{(\s*\}\s*$)?/, (_, end?: string) => {
    const rest = end === undefined ? ',' : `\n${end.trim()}\n`;
    return `{\n  "$schema": "index.schema.json"${rest}`;
  });
}
