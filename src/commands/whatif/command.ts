// whatif: what if scores or weights were different?
import { ProblemsError } from '../../model/problem.ts';
import { list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import {
  editionOption,
  outputOptions,
  recipeOptions,
  rowGroup,
  rowOptions,
  textOf,
} from '../shared/options.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { arrange } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { changedLines } from './changes.ts';
import { countryOf, type Comparison } from './moves.ts';
import { rebuild } from './rebuild.ts';
import { columnsFor, moveTable, rowOf } from './table.ts';
import { headline, unchangedLines } from './text.ts';

const MOST_CHANGES = 4;

export const command: Command = {
  arguments: [
    {
      name: 'changes',
      meaning:
        'COUNTRY.INDICATOR=SCORE, or +10% or -0.5 instead of =SCORE; weights.INDICATOR=2; "all" stands ' +
        'for every country or every indicator',
      isMany: true,
    },
  ],
  options: [
    editionOption,
    {
      flags: '--all',
      meaning: 'also show countries that do not change',
      group: rowGroup,
    },
    ...rowOptions,
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Changes scores or weights, recomputes the index and shows ranks, index and tiers before and ' +
    'after. A score is a rating or a number in the unit of the scores file. A category stands for ' +
    'all its indicators. Weights are relative to the siblings.',
  examples: [
    { line: 'cyberpower whatif CHN.resilience=strength', says: 'another rating' },
    {
      line: 'cyberpower whatif USA.all-10% CHN.offence+1',
      says: '10 % less in every score, and one step more',
    },
    { line: 'cyberpower whatif weights.offence=2', says: 'another weight' },
    { line: 'cyberpower whatif "South Korea.legal=15" -e gci-2024', says: 'another edition' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const [first, ...others] = call.arguments.filter((argument) => argument !== undefined);
  if (first === undefined) throw noChange();
  const opened = await open(call, textOf(call.options['edition']) ?? undefined);
  const { session, changes, comparison } = await rebuild(opened, [first, ...others], call);
  const { entries: left, hidden, notes } = await arrangedMoves(comparison, call);
  const isWhole = call.options['all'] === true || call.options['only'] !== undefined;
  const shown = left.filter(({ move }) => isWhole || move.isMoved);
  return {
    command: 'whatif',
    title: `${titleOf(opened)}: what if ${list([first, ...others], MOST_CHANGES)}`,
    lead: headline(comparison, changes),
    table: tableOfYear(
      session.result,
      moveTable(
        comparison,
        shown.map(({ fields }) => fields),
      ),
    ),
    notes: [
      ...unchangedLines(left.length - shown.length),
      ...notes,
      ...notInShownYear(comparison.after),
      ...changedLines(comparison.before, changes),
      ...notesOf(session),
    ],
    data: async () => {
      const moves = left.map(({ move }) => move);
      return (await import('./json.ts')).dataOf(session, comparison, changes, moves, hidden);
    },
  };
}

/** The moves as --only and the like say. */
function arrangedMoves(comparison: Comparison, { options }: Call) {
  const entries = comparison.moves.map((move) => ({
    move,
    country: countryOf(comparison, move),
    fields: rowOf(comparison, move),
  }));
  const fields = columnsFor(comparison).map(({ key }) => key);
  return arrange(entries, options, fields);
}

function noChange(): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/bad-arguments',
      severity: 'error',
      place: { argument: 'whatif' },
      what: 'no change is named',
      fix: 'name a change: cyberpower whatif CHN.resilience=strength',
    },
  ]);
}
