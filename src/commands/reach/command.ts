// reach: what must a country improve to reach a rank or a tier?
import { reach, type Question } from '../../analysis/reach/index.ts';
import { isOfIndicators } from '../../analysis/reach/aim.ts';
import { fieldOf } from '../../analysis/reach/outcome.ts';
import { at } from '../../math/at.ts';
import { countsAhead } from '../../methods/rank/run.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { comparableNotes } from '../shared/comparable.ts';
import { nameAt } from '../shared/countries.ts';
import {
  editionOption,
  outputOptions,
  recipeOptions,
  regionOption,
  rowOptions,
  textOf,
} from '../shared/options.ts';
import { tableOfYear } from '../shared/panel.ts';
import { regionLine } from '../shared/recipe/regions.ts';
import { findRow } from '../shared/rows.ts';
import { inYearOf, notesOf, open, titleOf } from '../shared/session.ts';
import { allDocument } from './all.ts';
import { readCountry, readFixed, readTarget } from './options.ts';
import { indexOverWeights } from './robust.ts';
import { changeTable } from './table.ts';
import { checkNotes, headline, otherWays, unmovedNotes } from './text.ts';

const group = 'Target';

export const command: Command = {
  arguments: [{ name: 'country', meaning: 'its ISO code or name' }],
  options: [
    { flags: '--to-tier <name>', meaning: 'the tier to reach', group },
    { flags: '--to-rank <n>', meaning: 'the rank to reach; a tie is enough', group },
    { flags: '--all', meaning: 'all countries below the target, nearest first', group },
    {
      flags: '--fixed <codes>',
      meaning: 'score columns, indicators or categories that must not change',
      group,
      isRepeated: true,
    },
    {
      flags: '--robust',
      meaning: 'reach the target under all weights of the region; --region implies this',
      group,
    },
    regionOption,
    editionOption,
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'Finds the smallest improvement that takes a country to a rank or a tier: the fewest steps on ' +
    'its ratings, or the smallest total rise of its normalised scores. The result is confirmed by ' +
    'recomputing the index.',
  examples: [
    { line: 'cyberpower reach China --to-tier "Tier One"', says: 'the bundled example' },
    { line: 'cyberpower reach --all --to-tier "Tier One"', says: 'which countries are nearest' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 1', says: 'your own scores' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 3 --fixed offence', says: 'without changing offence' },
    {
      line: 'cyberpower reach EST -e my.csv --to-rank 3 --robust',
      says: 'while each weight stays within ±25 %',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const country = readCountry(call);
  const isRobust = call.options['robust'] === true || call.options['region'] !== undefined;
  const opened = await open(call, textOf(call.options['edition']) ?? undefined, { published: isRobust });
  const row = country === null ? null : await findRow(opened.result, country, 'reach China --to-rank 3');
  const session = row === null ? opened : inYearOf(opened, row);
  const { result } = session;
  const fixed = readFixed(result, call.options);
  const field = fieldOf(result, row ?? at(result.shown.rows, 0));
  const named = { ...readTarget(result, call.options, field.length), isRobust };
  const { target } = named;
  const robust =
    isRobust && !isOfIndicators(result, target)
      ? await session.withPlaces(() => indexOverWeights(session, field))
      : null;
  const question: Question = { target, fixed, robust, isWeightedSum: isRobust };
  const notes = [
    ...(robust === null ? [] : [regionLine({ ...robust, space: robust.index.space })]),
    ...notesOf(session),
  ];
  if (row === null) return allDocument(session, call.options, question, named, notes);
  const found = await session.withPlaces(() => reach(result, row, question));
  const changes = found.changes ?? [];
  return {
    command: 'reach',
    title: `${titleOf(session)}: ${nameAt(result, row)} to ${named.name}`,
    lead: headline(result, found, named),
    ...(changes.length === 0
      ? {}
      : { table: tableOfYear(result, changeTable(result, row, changes), 'country') }),
    passages: otherWays(result, found),
    notes: [
      ...unmovedNotes(found),
      ...comparableNotes(!countsAhead(result.recipe.rank), 'reach counts', result.recipe.rank, 'ranks'),
      ...checkNotes(found),
      ...notes,
    ],
    data: async () => (await import('./json.ts')).dataOf(session, named, [found], 0),
  };
}
