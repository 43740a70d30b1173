// screen: which countries or indicators have too few scores to be taken along?
import type { Column } from '../../math/statistics/column.ts';
import type { Method, MethodTable, Parameter, Values } from '../../model/registry.ts';
import { all, countries, indicators, type Left } from './completeness.ts';

export interface Screening extends Method {
  /** What is left of the columns of scores, one an indicator. */
  apply(columns: readonly Column[], parameters: Values): Left;
}

const shares: readonly Parameter[] = [
  {
    name: 'present',
    kind: 'number',
    default: 0.5,
    least: 0,
    most: 1,
    positional: true,
    meaning: 'the smallest share of scores that must be known',
  },
  {
    name: 'nonzero',
    kind: 'number',
    default: 0,
    least: 0,
    most: 1,
    meaning: 'the smallest share of scores that must be known and not zero',
  },
];

export const screenings = {
  none: {
    apply: all,
    isIdentity: true,
    summary: 'drop nothing',
    formula: 'kept',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  countries: {
    apply: countries,
    file: 'screen/completeness.ts',
    example: 'countries:0.9',
    summary: 'drop countries with too few scores, for example countries:0.8',
    formula: 'dropped if present / all < p or nonzero / all < q',
    use: 'Before imputing, so that no country is mostly imputed. A note lists the dropped countries.',
    parameters: shares,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  indicators: {
    apply: indicators,
    file: 'screen/completeness.ts',
    example: 'indicators:0.9',
    summary: 'drop indicators with too few scores, for example indicators:0.8',
    formula: 'dropped if present / all < p or nonzero / all < q',
    use: 'Before imputing, so that no indicator is mostly imputed. A note lists the dropped indicators.',
    parameters: shares,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
} satisfies MethodTable<Screening>;
