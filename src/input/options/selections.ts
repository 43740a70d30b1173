// Countries in selections, as a recipe names them.
import { nodes, type Framework } from '../../model/framework.ts';
import type { Choice } from '../../model/registry.ts';
import type { Countries } from '../cells/countries.ts';

/** Selections may name a country in any spelling; in the recipe they have its code. */
export function withCodes(
  selections: readonly Choice[],
  countryNames: Countries,
  codes: readonly (string | null)[],
  framework: Framework,
): Choice[] {
  const nodeCodes = new Set(nodes(framework).map(({ code }) => code));
  const translate = (term: unknown): string => {
    const text = String(term);
    const country = nodeCodes.has(text) || text.includes('=') ? null : countryNames.recognise(text);
    return country !== null && codes.includes(country.code) ? country.code : text;
  };
  return selections.map((choice) => ({ ...choice, terms: [choice['terms'] ?? []].flat().map(translate) }));
}
