// rank: who stands where, and what do countries with equal scores get?
import type { Column } from '../../math/statistics/column.ts';
import type { Method, MethodTable, Parameter } from '../../model/registry.ts';
import { competition, dense, fractional, ordinal } from './ties.ts';

export interface Ranking extends Method {
  /** Ranks by the scores; where it needs an order among equal ones, by their codes. */
  apply(scores: Column, codes: readonly string[]): Column;
  /** No two countries share a rank: equal scores are told apart by code. */
  readonly isStrict?: true;
  /** A rank is 1 + the number of countries strictly ahead, as bounds, shares and reach count. */
  readonly countsAhead?: true;
}

const decimals: readonly Parameter[] = [
  {
    name: 'decimals',
    kind: 'integer',
    default: null,
    least: 0,
    most: 12,
    meaning:
      'round scores to this many decimals before ranking and before sorting into tiers, as published ' +
      'scores are',
  },
];

export const rankings = {
  competition: {
    apply: competition,
    countsAhead: true,
    file: 'rank/ties.ts',
    summary: 'equal scores share a rank and the next rank is skipped: 1, 2, 2, 4',
    formula: 'r = 1 + number of countries strictly ahead',
    use: 'The default, and the most common.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
  dense: {
    apply: dense,
    file: 'rank/ties.ts',
    summary: 'equal scores share a rank and no rank is skipped: 1, 2, 2, 3',
    formula: 'r = 1 + number of distinct scores strictly ahead',
    use: 'When published ranks skip none, as in the Global Cybersecurity Index 2020.',
    parameters: decimals,
    source: 'ITU (2021), Global Cybersecurity Index 2020',
  },
  fractional: {
    apply: fractional,
    file: 'rank/ties.ts',
    summary: 'equal scores get the mean of their ranks: 1, 2.5, 2.5, 4',
    formula: 'r = 1 + number strictly ahead + (number equal − 1) / 2',
    use: 'When you compute with ranks, for example rank correlations.',
    parameters: decimals,
    source: 'Kendall & Gibbons (1990), Rank Correlation Methods',
  },
  ordinal: {
    apply: ordinal,
    isStrict: true,
    file: 'rank/ties.ts',
    summary: 'no shared ranks: equal scores are ordered by country code: 1, 2, 3, 4',
    formula: 'r = position after sorting by score, then by code',
    use: 'When every country needs its own rank. The order of equal scores means nothing.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
} satisfies MethodTable<Ranking>;
