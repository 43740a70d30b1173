// tiers: who is in which tier, and why?
import { at } from '../../math/at.ts';
import type { Tiering } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, rowOptions } from '../shared/options.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { arrange, inRankOrder } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { emptyTierLines } from '../shared/recipe/empty-tiers.ts';
import { noTiers } from '../shared/recipe/tier-problems.ts';
import { columnsFor, cutNotes, rowOf, tableOf } from './text.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [...recipeOptions, ...rowOptions, ...outputOptions],
  description:
    'Sorts the countries into tiers, shows the condition that decided each tier, and the indicators ' +
    'that separate a country from the tiers above and below.',
  examples: [
    { line: 'cyberpower tiers', says: "the bundled example, by IISS's rule" },
    { line: 'cyberpower tiers --only China', says: 'one country' },
    {
      line: 'cyberpower tiers my.csv --tiers thresholds:80,50',
      says: 'your own scores, with cut-offs on the index',
    },
    { line: 'cyberpower tiers my.csv --tiers breaks:4 --format csv', says: 'natural breaks, as CSV' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0]);
  const { edition, result } = session;
  const { tiering } = result;
  if (tiering === null) throw noTiers(edition.id);
  const all = inRankOrder(result.ranks, result.countries, result.shown.rows);
  const entries = byTier(tiering, all).map((row) => ({
    row,
    country: at(result.countries, row),
    fields: rowOf(result, tiering, row),
  }));
  const columns = columnsFor(result, tiering);
  const keys = columns.map(({ key }) => key);
  const { entries: shown, hidden, notes } = await arrange(entries, call.options, keys);
  const rows = shown.map(({ fields }) => fields);
  return {
    command: 'tiers',
    title: titleOf(session),
    table: tableOfYear(result, tableOf(result, tiering, columns, rows, all)),
    notes: [
      ...notes,
      ...notInShownYear(result),
      ...emptyTierLines(result, all),
      ...cutNotes(tiering),
      ...notesOf(session),
    ],
    data: async () => {
      const shownRows = shown.map(({ row }) => row);
      return (await import('./json.ts')).dataOf(session, tiering, hidden, shownRows, all);
    },
  };
}

/** The best tier first, those without a tier last; within a tier as they come. */
function byTier({ placements, tiers }: Tiering, rows: readonly ResultRow[]): ResultRow[] {
  const position = (row: ResultRow) => at(placements, row).tier ?? tiers.length;
  return rows.toSorted((a, b) => position(a) - position(b));
}
