// What a country of a result is called in words, and by what it is known in data.
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';

/** The name of the country in a row. */
export function nameAt({ countries }: Result, row: ResultRow): string {
  return at(countries, row).name;
}

/** The code of the country in a row, or the name of what is no known country. */
export function idAt({ countries }: Result, row: ResultRow): string {
  const { code, name } = at(countries, row);
  return code ?? name;
}
