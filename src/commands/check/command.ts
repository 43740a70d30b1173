// check: are the files sound, is what was published reproduced, and is a committed ranking still true?
import { isError, ProblemsError, strictly, throwErrors, type Problem } from '../../model/problem.ts';
import { count } from '../../model/words.ts';
import { formatAnnotations } from '../../report/annotations.ts';
import type { Document, Passage } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, textOf } from '../shared/options.ts';
import { tableOfYear } from '../shared/panel.ts';
import { askedEdition, notesOf, open, titleOf, type Session } from '../shared/session.ts';
import { compare, findingsIn, isAccepted } from './findings.ts';
import { problemOf } from './problems.ts';
import { evidenceNotes, problemsPassage, summaryOf, tableOf, verdictOf } from './text.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    {
      flags: '--expect <file>',
      meaning: 'compare with a ranking saved by rank --format json',
      group: 'Check',
    },
    {
      flags: '--annotate',
      meaning: 'also write annotations for GitHub Actions to standard error',
      group: 'Check',
    },
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Checks all files of an edition, then compares the ranking with published.csv and with a saved ' +
    'ranking. Exits with 0 if all agree, 1 if the files have errors, 3 if a result differs.',
  examples: [
    { line: 'cyberpower check ncpi-2020', says: 'does it reproduce the published results?' },
    {
      line: 'cyberpower check my-index --expect ranking.json',
      says: 'is the saved ranking still the result?',
    },
    {
      line: 'cyberpower check my-index --expect ranking.json --annotate',
      says: 'the same in GitHub Actions',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const noticed: Problem[] = [];
  const listening: Call = {
    ...call,
    say(problems) {
      for (const problem of problems) noticed.push(problem);
    },
  };
  try {
    const session = await open(listening, call.arguments[0], { published: true });
    const isStrict = call.options['strict'] === true;
    return await compared(call, session, throwErrors(isStrict ? noticed.map(strictly) : noticed));
  } catch (error) {
    if (error instanceof ProblemsError && !error.problems.some(isOfCommandLine))
      return unsound(call, error.problems);
    throw error;
  }
}

function isOfCommandLine({ place }: Problem): boolean {
  return place !== undefined && 'argument' in place;
}

/** Files that can be computed with: what was noticed in them, and how their ranking compares. */
async function compared(call: Call, session: Session, noticed: readonly Problem[]): Promise<Document> {
  const { edition } = session;
  const file = textOf(call.options['expect']);
  const all = await compare(session, file);
  const findings = findingsIn(all);
  const failing = findings.filter(({ difference }) => !isAccepted(difference));
  const isPassed = failing.length === 0;
  const warnings = noticed.filter(({ severity }) => severity === 'warning');
  const passages: Passage[] = [{ lines: summaryOf(session, all, warnings.length) }];
  if (warnings.length > 0) passages.unshift(problemsPassage(warnings, call.io.stdout.width));
  return {
    command: 'check',
    title: `${titleOf(session)}: ${verdictOf(failing)}`,
    table: tableOfYear(session.result, tableOf(edition, findings)),
    passages,
    notes: [...notesOf(session), ...evidenceNotes(session, isPassed)],
    ...(isPassed ? {} : { exit: 3 }),
    ...annotated(call, [...warnings, ...failing.map((finding) => problemOf(finding, file))]),
    data: async () => (await import('./json.ts')).dataOf(session, all, findings, isPassed),
  };
}

/** Files that cannot be computed with: the problems are the result. */
async function unsound(call: Call, problems: readonly Problem[]): Promise<Document> {
  const name = await askedEdition(call, call.arguments[0]).catch(() => call.arguments[0] ?? '.');
  const errors = problems.filter(isError).length;
  return {
    command: 'check',
    title: `${name}: failed, ${count(errors, 'error')}`,
    passages: [problemsPassage(problems, call.io.stdout.width)],
    notes: [],
    exit: 1,
    ...annotated(call, problems),
    data: async () => (await import('./json.ts')).unsoundDataOf(name, problems),
  };
}

/** The problems as annotations, where they are asked for. */
function annotated({ options }: Call, problems: readonly Problem[]): Pick<Document, 'aside'> {
  return options['annotate'] === true ? { aside: formatAnnotations(problems) } : {};
}
