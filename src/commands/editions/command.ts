// editions: which indices are bundled, and what is one of them?
import { loadEdition, type Loaded } from '../../input/edition/load.ts';
import { bundledNames } from '../../input/files/files.ts';
import { ProblemsError } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { fileOptions, outputOptions, readDecimal } from '../shared/options.ts';
import { illustrativeNotes, passagesOf, tableOf } from './text.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a bundled edition, a folder or a CSV file' }],
  options: [...fileOptions, ...outputOptions],
  description:
    'Lists the bundled editions. For one edition, it shows the sources, which figures are facts and ' +
    'which are illustrative, the framework and the recipe.',
  examples: [
    { line: 'cyberpower editions', says: 'all editions' },
    { line: 'cyberpower editions iiss-2021', says: 'one edition' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const [name] = call.arguments;
  const isOne = name !== undefined;
  const names = isOne ? [name] : bundledNames();
  const loaded = await Promise.all(names.map((one) => load(call, one, isOne)));
  call.say(loaded.flatMap(({ problems }) => problems));
  const editions = loaded.map(({ edition }) => edition);
  return {
    command: 'editions',
    title: isOne ? '' : 'Bundled editions',
    table: tableOf(editions, isOne),
    passages: isOne ? loaded.flatMap(passagesOf) : [],
    notes: isOne ? [] : illustrativeNotes(editions),
    data: async () => (await import('./json.ts')).dataOf(loaded),
  };
}

/** Loads an edition; of a name that is nowhere it tells which there are. */
async function load({ io, options }: Call, name: string, isPublishedRead: boolean): Promise<Loaded> {
  try {
    const decimal = readDecimal(options);
    return await loadEdition(name, { stdin: io.stdin, decimal, published: isPublishedRead });
  } catch (error) {
    const bundled = bundledNames();
    const isUnknown =
      error instanceof ProblemsError &&
      !bundled.includes(name) &&
      error.problems.some(({ code }) => code === 'files/not-found');
    throw isUnknown ? unknown(name, bundled) : error;
  }
}

function unknown(name: string, bundled: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no edition "${name}"${didYouMean(name, bundled)}`,
      fix: `bundled are ${list(bundled)}; or name a folder or a CSV file`,
    },
  ]);
}
