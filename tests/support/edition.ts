// Editions in memory, of a few countries that do not exist.
import { completeRecipe, type PartialRecipe } from '../../src/methods/steps.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import type { Country, Edition } from '../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';

export const names = ['Arcadia', 'Borduria', 'Ruritania', 'Syldavia', 'Zubrowka'] as const;

export function country(name: string, fields: Partial<Omit<Country, 'name'>> = {}): Country {
  return { code: null, name, year: null, groups: {}, ...fields };
}

export interface Sketch extends Partial<Omit<Edition, 'columns' | 'recipe'>> {
  /** As far as it matters; the other steps take their defaults. */
  readonly recipe?: PartialRecipe;
}

/**
 * An edition of these columns, a row a country from Arcadia on; flat, of equal weights, unless the sketch
 * says otherwise.
 */
export function editionOf(
  columns: Readonly<Record<string, Column>>,
  { recipe = {}, ...fields }: Sketch = {},
): Edition {
  const [first = []] = Object.values(columns);
  return {
    id: 'sketch',
    about: {
      title: 'A sketch',
      year: null,
      description: '',
      sources: [],
      licence: '',
      facts: '',
      ours: '',
      illustrative: null,
    },
    framework: category(
      ROOT_CODE,
      Object.keys(columns).map((code) => indicator(code)),
    ),
    scales: [],
    countries: first.map((_, row) => country(names[row] ?? `Country ${row + 1}`)),
    columns: new Map(Object.entries(columns)),
    weightSets: new Map(),
    inputs: [],
    ...fields,
    recipe: completeRecipe(recipe),
  };
}

/** The same edition with its countries in another order: row i of the new one is row order[i] of the old. */
export function reordered(edition: Edition, order: readonly number[]): Edition {
  const pick = <Item>(items: readonly Item[]): Item[] => order.flatMap((row) => items.slice(row, row + 1));
  return {
    ...edition,
    countries: pick(edition.countries),
    columns: new Map([...edition.columns].map(([code, column]) => [code, pick(column)])),
  };
}
