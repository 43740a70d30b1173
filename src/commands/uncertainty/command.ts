// uncertainty: in which share of draws does each country get which rank and tier?
import { countsAhead } from '../../methods/rank/run.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { comparableNotes } from '../shared/comparable.ts';
import {
  editionArgument,
  outputOptions,
  recipeOptions,
  regionOption,
  rowOptions,
  samplingOptions,
  varyOption,
} from '../shared/options.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { arrange } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { findingsOf } from './findings.ts';
import { centralPassages, effectPassages } from './passages.ts';
import { columnsFor, entriesOf, tableOf } from './table.ts';
import { drawingNotes, headline } from './text.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    varyOption,
    regionOption,
    ...samplingOptions,
    {
      flags: '--replicates <file>',
      meaning: "write every draw as CSV: the methods it used and each country's rank",
      group: 'Sampling',
    },
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'Shows the share of draws in which each country gets each rank and tier. Weights are drawn uniformly ' +
    'from the region, or the choices of --vary at random. A share of draws is not a probability.',
  examples: [
    { line: 'cyberpower uncertainty', says: 'the bundled example, each weight within ±25 %' },
    { line: 'cyberpower uncertainty my.csv --region any', says: 'all weights' },
    {
      line: 'cyberpower uncertainty my.csv --vary normalise=minmax/rank --vary noise=5%',
      says: 'several choices at once',
    },
    {
      line: 'cyberpower uncertainty my.csv --replicates all.csv --seed 7',
      says: 'keep every draw in a file',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0], { published: true });
  const { result } = session;
  const findings = await findingsOf(call, session);
  const columns = columnsFor(result, findings);
  const shown = await arrange(
    entriesOf(result, findings),
    call.options,
    columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key),
  );
  return {
    command: 'uncertainty',
    title: titleOf(session),
    lead: headline(result, findings),
    table: tableOfYear(result, tableOf(result, columns, shown.entries)),
    passages: [...centralPassages(result, findings), ...effectPassages(result, findings)],
    notes: [
      ...shown.notes,
      ...notInShownYear(result),
      ...comparableNotes(!countsAhead(result.recipe.rank), 'shares count', result.recipe.rank),
      ...drawingNotes(result, findings),
      ...notesOf(session),
    ],
    ...(findings.replicates === null ? {} : { besides: [findings.replicates] }),
    data: async () => {
      const rows = shown.entries.map(({ row }) => row);
      return (await import('./json.ts')).dataOf(session, findings, shown.hidden, rows);
    },
  };
}
