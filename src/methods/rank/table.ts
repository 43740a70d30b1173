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
    meaning: 'rank scores, and cut them into tiers, rounded to this many places, as they are published',
  },
];

export const rankings = {
  competition: {
    apply: competition,
    countsAhead: true,
    file: 'rank/ties.ts',
    summary: 'equal scores share a rank, a gap follows: 1, 2, 2, 4',
    formula: 'r = 1 + number of countries strictly ahead',
    use: 'The default, and the usual one in print.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
  dense: {
    apply: dense,
    file: 'rank/ties.ts',
    summary: 'equal scores share a rank, no gap follows: 1, 2, 2, 3',
    formula: 'r = 1 + number of distinct scores strictly ahead',
    use: 'When the published ranks run without gaps, as in the Global Cybersecurity Index 2020.',
    parameters: decimals,
    source: 'ITU (2021), Global Cybersecurity Index 2020',
  },
  fractional: {
    apply: fractional,
    file: 'rank/ties.ts',
    summary: 'equal scores share the mean of their ranks: 1, 2.5, 2.5, 4',
    formula: 'r = 1 + number strictly ahead + (number equal − 1) / 2',
    use: 'When ranks are used in further computation, as for rank correlations.',
    parameters: decimals,
    source: 'Kendall & Gibbons (1990), Rank Correlation Methods',
  },
  ordinal: {
    apply: ordinal,
    isStrict: true,
    file: 'rank/ties.ts',
    summary: 'nobody shares a rank; ties follow each other by country code: 1, 2, 3, 4',
    formula: 'r = position after sorting by score, then by code',
    use: 'When every country needs a rank of its own. The order within ties means nothing.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
} satisfies MethodTable<Ranking>;
