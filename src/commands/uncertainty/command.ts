// uncertainty: how likely is each rank and tier?
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
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
      meaning: "write every replicate as CSV: what was taken, and each country's rank",
      group: 'Sampling',
    },
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'How often each country has each rank and tier when what is uncertain is drawn at random: weights ' +
    'from the region unless --vary says what else could have been otherwise.',
  examples: [
    { line: 'cyberpower uncertainty', says: 'the bundled example, each weight within 25 %' },
    { line: 'cyberpower uncertainty my.csv --region any', says: 'any weights at all' },
    {
      line: 'cyberpower uncertainty my.csv --vary normalise=minmax/rank --vary noise=5%',
      says: 'several choices at once',
    },
    {
      line: 'cyberpower uncertainty my.csv --replicates all.csv --seed 7',
      says: 'and every replicate, to look into',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0], { published: true });
  const { edition, result } = session;
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
      ...drawingNotes(result, findings),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => {
      const rows = shown.entries.map(({ row }) => row);
      return (await import('./json.ts')).dataOf(session, findings, shown.hidden, rows);
    },
  };
}
