// The 15 × 7 matrix of the reference results on weight regions, and regions as a recipe has them.
import { completeRecipe } from '../../src/methods/steps.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';
import type { Choice } from '../../src/model/registry.ts';
import { readChoices } from '../../src/input/options/choice/choice.ts';
import { build } from '../../src/methods/build.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { Result } from '../../src/model/result.ts';
import { country, editionOf } from './edition.ts';
import { resultRows, type ResultRow } from '../../src/model/rows.ts';
import { numbersOf, readReference } from './reference.ts';

const nominal = {
  strategy: 2,
  governance: 1,
  intelligence: 1.5,
  dependence: 1,
  security: 2,
  leadership: 1,
  offence: 1.5,
};

/** Additive, on the scores as they are. */
export function matrixEdition(): Edition {
  const records = readReference('robust/matrix.csv');
  const codes = Object.keys(nominal);
  return editionOf(Object.fromEntries(codes.map((code) => [code, numbersOf(records, code)])), {
    framework: category(
      ROOT_CODE,
      Object.entries(nominal).map(([code, weight]) => indicator(code, { weight, high: 10 })),
    ),
    countries: records.map((record) => country(record['uCode'] ?? '')),
    recipe: { normalise: { method: 'none' } },
  });
}

/** As it is written after --region. */
export function regionFrom(text: string): readonly Choice[] {
  const complaints: string[] = [];
  const region = readChoices('region', text, ({ what }) => complaints.push(what));
  if (complaints.length > 0) throw new Error(complaints.join('; '));
  return completeRecipe({ region }).region;
}

/** The result of an edition, and all its rows. */
export function resultOf(edition: Edition): { result: Result; rows: ResultRow[] } {
  return { result: build(edition), rows: resultRows(edition.countries) };
}
