// What a user of the library writes; it is checked and run against the installed package.
import { build, editionOf, jsonOf, loadEdition, ProblemsError, type Result } from 'cyberpower';

const { edition } = await loadEdition('iiss-2021');
const result: Result = build(edition);
const first = result.countries.filter((_, row) => result.ranks[row] === 1).map(({ name }) => name);

const { edition: own } = await editionOf({
  scores: [
    { country: 'France', laws: 4, skills: 2.5 },
    { country: 'Japan', laws: 3, skills: null },
    { country: 'Brazil', laws: 1, skills: 3 },
  ],
  indicators: [{ code: 'laws', weight: 2 }, { code: 'skills' }],
  index: { name: 'Ours', recipe: { normalise: 'none', impute: 'median' } },
});
const ranks: readonly (number | null)[] = build(own).ranks;

const json = await jsonOf('rank', { arguments: ['iiss-2021'], options: { top: '1' } });

let codes: string[] = [];
try {
  await editionOf({ scores: [{ country: 'France', laws: 'many' }], indicators: [{ code: 'laws' }] });
} catch (error) {
  if (!(error instanceof ProblemsError)) throw error;
  codes = error.problems.map(({ code }) => code);
}

export const found = { first, title: own.about.title, ranks, schema: json['schema'], codes };
