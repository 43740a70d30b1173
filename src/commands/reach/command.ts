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
  arguments: [{ name: 'country', meaning: 'its ISO code or its name' }],
  options: [
    { flags: '--to-tier <name>', meaning: 'a tier, or a better one', group },
    { flags: '--to-rank <n>', meaning: 'a rank, or a better one; ties suffice', group },
    { flags: '--all', meaning: 'every country that is not there yet, the nearest first', group },
    {
      flags: '--fixed <codes>',
      meaning: 'score columns, indicators or categories that stay as they are',
      group,
      isRepeated: true,
    },
    {
      flags: '--robust',
      meaning: 'the target is reached under every weighting of the region; --region asks for it too',
      group,
    },
    regionOption,
    editionOption,
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'Finds the least that a country must improve to reach a rank or a tier: the fewest steps on its ' +
    'ratings, or the least total rise of its normalised scores, each at most to the top of its range. ' +
    'The answer is checked by building the index with it.',
  examples: [
    { line: 'cyberpower reach China --to-tier "Tier One"', says: 'in the bundled example' },
    { line: 'cyberpower reach --all --to-tier "Tier One"', says: 'who is nearest to it' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 1', says: 'in your own scores' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 3 --fixed offence', says: 'with offence as it is' },
    {
      line: 'cyberpower reach EST -e my.csv --to-rank 3 --robust',
      says: 'whatever the weights, each within 25 %',
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
