// sensitivity: which choice moves the ranking?
import { countsAhead } from '../../methods/rank/run.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { comparableNotes } from '../shared/comparable.ts';
import {
  editionArgument,
  outputOptions,
  recipeOptions,
  regionOption,
  samplingOptionsFor,
  varyOption,
} from '../shared/options.ts';
import { tableOfYear } from '../shared/panel.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { findingsOf, USUAL_BLOCKS } from './findings.ts';
import { choiceTable, leftOutPassage } from './table.ts';
import { findingNotes, headline } from './text.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    varyOption,
    regionOption,
    {
      flags: '--of <outcome>',
      meaning:
        'the result to explain: shift (the average change of ranks), the rank of a country, or top:3 for ' +
        'who is among the first three; default shift',
      group: 'Uncertain choices',
    },
    ...samplingOptionsFor(
      'how many blocks to draw; a block has 2 rankings and 2 more for each choice; ' +
        `default ${USUAL_BLOCKS}, best a power of two`,
    ),
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Shows which uncertain choice moves ranks most: the share of the variance due to each choice, alone ' +
    "and including interactions (Sobol' indices). Then it leaves out each indicator and category in turn.",
  examples: [
    { line: 'cyberpower sensitivity', says: 'the bundled example: weights, indicators and ratings' },
    {
      line: 'cyberpower sensitivity my.csv --vary normalise=minmax/rank --vary noise=5%',
      says: 'your own choices',
    },
    { line: 'cyberpower sensitivity my.csv --of China', says: "for one country's rank" },
    {
      line: 'cyberpower sensitivity my.csv --of top:3 --draws 1024',
      says: 'for who stays among the first three, with more draws',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0], { published: true });
  const { result } = session;
  const findings = await findingsOf(call, session);
  return {
    command: 'sensitivity',
    title: titleOf(session),
    lead: headline(result, findings),
    table: tableOfYear(result, choiceTable(result, findings), null),
    passages: [leftOutPassage(result, findings)],
    notes: [
      ...findingNotes(result, findings),
      ...comparableNotes(!countsAhead(result.recipe.rank), 'shifts count', result.recipe.rank, 'ranks'),
      ...notesOf(session),
    ],
    data: async () => (await import('./json.ts')).dataOf(session, findings),
  };
}
