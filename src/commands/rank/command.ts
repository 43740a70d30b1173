// rank: who ranks where?
import { at } from '../../math/at.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, rowOptions } from '../shared/options.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { emptyTierLines } from '../shared/recipe/empty-tiers.ts';
import { arrange, inRankOrder } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { fieldsFor, rowOf, tableOf } from './text.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [...recipeOptions, ...rowOptions, ...outputOptions],
  description:
    'Computes the index and ranks the countries. A rank is 1 + the number of countries strictly ahead.',
  examples: [
    { line: 'cyberpower rank', says: 'the bundled example' },
    { line: 'cyberpower rank my.csv', says: 'your own scores' },
    {
      line: 'cyberpower rank --weights set:security-first --top 5',
      says: 'other weights, first five countries',
    },
    {
      line: 'cyberpower rank my.csv --aggregate geometric --normalise minmax:floor=1',
      says: 'another recipe',
    },
    { line: 'cat my.csv | cyberpower rank - --format json | jq .countries', says: 'in a pipeline' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0]);
  const { result } = session;
  const fields = fieldsFor(result);
  const entries = inRankOrder(result.ranks, result.countries, result.shown.rows).map((row) => ({
    row,
    country: at(result.countries, row),
    fields: rowOf(result, fields, row),
  }));
  const sortable = fields.columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key);
  const { entries: shown, hidden, notes } = await arrange(entries, call.options, sortable);
  const rows = shown.map((entry) => entry.fields);
  return {
    command: 'rank',
    title: titleOf(session),
    table: tableOfYear(
      result,
      tableOf(
        result,
        fields,
        rows,
        entries.map((entry) => entry.fields),
      ),
    ),
    notes: [
      ...notes,
      ...notInShownYear(result),
      ...emptyTierLines(result, result.shown.rows),
      ...notesOf(session),
    ],
    data: async () => {
      const shownRows = shown.map(({ row }) => row);
      return (await import('./json.ts')).dataOf(session, hidden, shownRows);
    },
  };
}
