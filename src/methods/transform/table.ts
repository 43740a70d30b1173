// transform: does a score mean the same step everywhere on its range, or should large ones be compressed
// first?
import type { Column } from '../../math/statistics/column.ts';
import type { Domain, Method, MethodTable, Values } from '../../model/registry.ts';
import { log } from './logarithms.ts';

/** Called with a column, it gives the function that is applied to each score and to the goalposts. */
export interface Transformation extends Method {
  apply(column: Column, parameters: Values): (score: number) => number;
  readonly domain?: Domain;
}

export const transformations = {
  none: {
    apply: () => (score) => score,
    isIdentity: true,
    summary: 'scores as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4',
  },
  log: {
    apply: () => log,
    file: 'transform/logarithms.ts',
    domain: {
      accepts: (score) => score > 0,
      needs: 'scores above 0, because 0 and negative numbers have no logarithm',
      remedy:
        'set "none" for this indicator in the column "transform" of indicators.csv, or correct the score',
    },
    summary: 'natural logarithm: equal ratios become equal differences',
    formula: 'y = ln(x)',
    use:
      'For quantities over several orders of magnitude, such as income per head. Goalposts are ' +
      'transformed too. Scores must be above 0.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4; UNDP Human Development Report, technical note 1',
  },
} satisfies MethodTable<Transformation>;
