// problems: what can be wrong, what does a code mean, and how to fix it?
import { ProblemsError } from '../../model/problem.ts';
import { problemGroups } from '../../model/problems/index.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { entries, type Entry } from './entries.ts';
import { passagesOf, tableOf } from './text.ts';

export const command: Command = {
  arguments: [{ name: 'code', meaning: 'a code, or its part before the slash' }],
  options: outputOptions,
  description:
    'Lists the codes of problems. For one code, it says what it means, why it matters and how to fix ' +
    'it, with an example.',
  examples: [
    { line: 'cyberpower problems', says: 'all codes' },
    { line: 'cyberpower problems scores', says: 'codes that begin with scores/' },
    { line: 'cyberpower problems scores/missing', says: 'one code' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run({ arguments: [name], io }: Call): Promise<Document> {
  const found = name === undefined ? entries : named(name);
  const [one] = found;
  const isOne = one !== undefined && one.code === withoutBrackets(name);
  return {
    command: 'problems',
    title: isOne ? `${one.code}: ${one.meaning}` : 'Problems by group',
    table: tableOf(found, isOne ? [] : found),
    passages: isOne ? passagesOf(one, io.stdout.width) : [],
    notes: isOne ? [] : ['cyberpower problems CODE says why it matters and how to fix it'],
    data: async () => (await import('./json.ts')).dataOf(found),
  };
}

/** The code of that name, or the codes of the group; throws if there are none. */
function named(name: string): readonly Entry[] {
  const wanted = withoutBrackets(name);
  const found = entries.filter(({ code, group }) => code === wanted || group === wanted);
  if (found.length === 0) throw unknownName(name);
  return found;
}

/** A code as it stands in a message may be written with the brackets around it. */
function withoutBrackets(name = ''): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}

function unknownName(name: string): ProblemsError {
  const groups = Object.keys(problemGroups);
  const known = [...groups, ...entries.map(({ code }) => code)];
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no problem "${name}"${didYouMean(name, known)}`,
      fix: `the groups are ${list(groups)}; "cyberpower problems" lists their codes`,
    },
  ]);
}
