// compare: which of two countries is ahead, or of several, and for which weights that holds.
import { at } from '../../math/at.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { nameAt } from '../shared/countries.ts';
import {
  depthOption,
  editionOption,
  outputOptions,
  readDepth,
  recipeOptions,
  regionOption,
  textOf,
} from '../shared/options.ts';
import { tableOfYear } from '../shared/panel.ts';
import { inYearOf, notesOf, open, titleOf } from '../shared/session.ts';
import { comparisonOf } from './comparison.ts';
import { readCountries, tooFew } from './countries.ts';
import { pairPassages } from './pairs.ts';
import { sideBySide } from './side-by-side.ts';
import { headline, leadNotes, regionNotes } from './text.ts';

export const command: Command = {
  arguments: [{ name: 'countries', meaning: 'two or more countries, by ISO code or name', isMany: true }],
  options: [editionOption, depthOption, ...recipeOptions, regionOption, ...outputOptions],
  description:
    'Compares countries side by side: which one leads, whether it leads under all weights of a ' +
    'region, and the smallest change of weights that makes them tie. Results over weights are exact.',
  examples: [
    { line: 'cyberpower compare China Russia', says: 'the bundled example' },
    {
      line: 'cyberpower compare China Russia --region order:offence,resilience',
      says: 'for all weights with offence above resilience',
    },
    {
      line: 'cyberpower compare USA GBR CHN -e ncpi-2020 --depth 2',
      says: 'several countries, one level deeper',
    },
    { line: 'cyberpower compare EST FIN -e my.csv --format json', says: 'your own scores, for a script' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const depth = readDepth(textOf(call.options['depth']));
  const terms = call.arguments.flatMap((term) => term ?? []);
  if (terms.length < 2) throw tooFew(terms);
  const opened = await open(call, textOf(call.options['edition']) ?? undefined, { published: true });
  const rows = await readCountries(opened.result, terms);
  const session = inYearOf(opened, at(rows, 0));
  const { result } = session;
  const comparison = await session.withPlaces(() => comparisonOf(session, rows));
  const shown = comparison.parts.filter((part) => part.depth <= depth);
  const { table, rest } = sideBySide(result, comparison, shown);
  return {
    command: 'compare',
    title: `${titleOf(session)}: ${rows.map((row) => nameAt(result, row)).join(', ')}`,
    lead: headline(result, comparison, shown),
    table: tableOfYear(result, table, null),
    passages: [...rest, ...pairPassages(result, comparison)],
    notes: [...regionNotes(result, comparison), ...leadNotes(result, comparison), ...notesOf(session)],
    data: async () => (await import('./json.ts')).dataOf(session, comparison),
  };
}
