// explain: why does a country stand where it stands?
import { explain, separate } from '../../analysis/explain/explain.ts';
import { neighbours } from '../../analysis/explain/neighbours.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { tableOfYear } from '../shared/panel.ts';
import { changesOf, changeText } from '../shared/recipe/changes.ts';
import {
  depthOption,
  editionOption,
  outputOptions,
  readDepth,
  recipeOptions,
  textOf,
} from '../shared/options.ts';
import { ratersPassage } from './raters.ts';
import { stepLines } from '../shared/recipe/recipe.ts';
import { findRow } from '../shared/rows.ts';
import { inYearOf, notesOf, open, titleOfEdition, type Session } from '../shared/session.ts';
import { againstField, neighbour } from './passages.ts';
import { reading } from './reading.ts';
import { tableOf } from './table.ts';
import { headline, standingText } from './text.ts';

export const command: Command = {
  arguments: [{ name: 'country', meaning: 'its ISO code or name' }],
  options: [editionOption, depthOption, ...recipeOptions, ...outputOptions],
  description:
    "Shows what each category or indicator contributes to a country's index, its strengths and " +
    'weaknesses, what separates it from its neighbours, and every step from score to index.',
  examples: [
    { line: 'cyberpower explain China', says: 'the bundled example' },
    { line: 'cyberpower explain China -e ncpi-2020', says: 'another edition' },
    { line: 'cyberpower explain China -e ncpi-2020 --depth all', says: 'down to the raw scores' },
    { line: 'cyberpower explain EST -e my.csv --format json', says: 'your own scores, for a script' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const depth = readDepth(textOf(call.options['depth']));
  const [term] = call.arguments;
  if (term === undefined) throw noCountry();
  const opened = await open(call, textOf(call.options['edition']) ?? undefined);
  const row = await findRow(opened.result, term);
  const session = inYearOf(opened, row);
  const { edition, result } = session;
  const parts = explain(result, row);
  const top = parts.filter((part) => part.depth === 1);
  const shown = parts.filter((part) => part.depth <= depth);
  const { above, below } = neighbours(result, row);
  const separations = [above, below]
    .filter((other) => other !== null)
    .map((other) => separate(result, row, other));
  return {
    command: 'explain',
    title: `${titleOfEdition(edition)}: ${standingText(result, row)}`,
    lead: headline(result, row, top, separations),
    table: tableOfYear(result, tableOf(result, row, shown, parts), 'country'),
    passages: [
      { title: 'Against the field', lines: againstField(result, shown) },
      ...separations.map((separation) => neighbour(result, row, separation)),
      ...ratersPassage(result, row),
      { title: 'How to read it', lines: reading(result, row, shown, parts) },
      { title: 'Steps', lines: [...stepLines(result), ...changesToCountry(result, row)] },
    ],
    notes: otherNotes(session),
    data: async () => (await import('./json.ts')).dataOf(session, row, parts, separations),
  };
}

/** What the steps did to the scores of a country, a line each. */
function changesToCountry(result: Result, row: ResultRow): string[] {
  return changesOf(result, row).map(({ step, change }) => `${step.padEnd(11)} ${changeText(result, change)}`);
}

/** The notes but those that the passage on steps tells in full. */
function otherNotes(session: Session): string[] {
  return notesOf(session).filter(
    (note) => !/^(?:recipe|denominate|transform|screen|impute|treat): /.test(note),
  );
}

function noCountry(): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/bad-arguments',
      severity: 'error',
      place: { argument: 'explain' },
      what: 'name a country',
      fix: 'write its ISO code or its name: cyberpower explain China',
    },
  ]);
}
