// Which scores of an edition are certain, country by country.
import { at } from '../../math/at.ts';
import type { Country, Edition } from '../../model/edition.ts';
import { nameOf } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { list } from '../../model/words.ts';
import { editionRows } from '../../model/rows.ts';

/** A country, and the codes of the indicators for which its score is certain. */
export interface CertainOf {
  readonly country: Country;
  readonly codes: readonly string[];
}

const MOST_COUNTRIES = 5;
const MOST_CODES = 6;

/** The countries of which some score is certain, in the order of their rows. */
export function certainOf({ countries, framework, certain }: Edition): CertainOf[] {
  const leaves = indicators(framework);
  return editionRows(countries)
    .map((row) => ({
      country: at(countries, row),
      codes: leaves.filter(({ column }) => certain?.get(column)?.has(row) === true).map(({ code }) => code),
    }))
    .filter(({ codes }) => codes.length > 0);
}

/** `United States (all 7 indicators), Estonia (laws)`. */
export function certainText(edition: Edition): string {
  const all = indicators(edition.framework).length;
  const texts = certainOf(edition).map(({ country, codes }) => {
    const which = codes.length === all && all > 1 ? `all ${all} indicators` : list(codes, MOST_CODES);
    return `${nameOf(country)} (${which})`;
  });
  return list(texts, MOST_COUNTRIES);
}
