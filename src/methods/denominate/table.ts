// denominate: is a score divided by the size of the country, so that large and small ones can be compared?
import type { Column } from '../../math/statistics/column.ts';
import type { Method, MethodTable, Values } from '../../model/registry.ts';
import { by } from './quotients.ts';

export interface Denomination extends Method {
  /** `sizes` is the column that the parameter `by` names. */
  apply(column: Column, sizes: Column, parameters: Values): Column;
}

export const denominations = {
  none: {
    apply: (column) => column,
    isIdentity: true,
    summary: 'scores as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  by: {
    apply: by,
    file: 'denominate/quotients.ts',
    example: 'by:people',
    summary: 'divide by another column of scores.csv, for example by:population',
    formula: 'y = factor x / size',
    use: 'When a score grows with the size of the country. Usually set per indicator in indicators.csv.',
    parameters: [
      {
        name: 'by',
        kind: 'text',
        default: undefined,
        positional: true,
        meaning: 'the column of scores.csv to divide by',
      },
      {
        name: 'factor',
        kind: 'number',
        default: 1,
        meaning: 'a multiplier, such as 1000 for "per 1000 inhabitants"',
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
} satisfies MethodTable<Denomination>;
