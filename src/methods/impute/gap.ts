// What is known where a score is missing: all that an imputation may look at.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';

/** One missing score. */
export interface Gap {
  /** The scores of its indicator. */
  readonly column: Column;
  /** The row of its country. */
  readonly row: number;
  readonly countries: readonly Country[];
  /** The other indicators directly in the same category, brought to 0 to 1, more being better. */
  readonly siblings: readonly Column[];
  /** All other indicators, the siblings first, brought to 0 to 1, more being better. */
  readonly others: readonly Column[];
  /** A score of 0 to 1 in the unit of the indicator. */
  unscale(share: number): number;
}

/** The group that the country with the gap is in, as of regions; undefined if it is in none. */
export function groupOf(
  { countries, row }: { readonly countries: readonly Pick<Country, 'groups'>[]; readonly row: number },
  by: string,
): string | undefined {
  return at(countries, row).groups[by];
}
