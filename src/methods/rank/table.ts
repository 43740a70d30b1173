// rank: who stands where, and what do countries with equal scores get?
// A rank is 1 + the number of countries strictly ahead; countries without a score have no rank.
import { mapPresent, type Column } from '../../math/statistics/column.ts';
import { roundTo } from '../../math/statistics/rounding.ts';
import { entryOf, type Choice, type Method, type Parameter, type MethodTable } from '../../model/registry.ts';
import { compareText } from '../../model/words.ts';

export interface Ranking extends Method {
  apply(scores: Column, names: readonly string[]): Column;
}

/**
 * Competition ranks: equal scores share a rank, and as many ranks are then left out.
 *
 *     r = 1 + number of countries strictly ahead
 *
 * @example competition([9, 7, 7, 5]) // → [1, 2, 2, 4]
 */
export function competition(scores: Column): Column {
  return byPosition(scores, ({ first }) => first + 1);
}

/**
 * Dense ranks: equal scores share a rank, and the next rank follows without a gap.
 *
 *     r = 1 + number of distinct scores strictly ahead
 *
 * @example dense([9, 7, 7, 5]) // → [1, 2, 2, 3]
 */
export function dense(scores: Column): Column {
  return byPosition(scores, ({ run }) => run + 1);
}

/**
 * Fractional ranks: equal scores share the mean of the ranks that they take up; the sum of ranks
 * is the same with and without ties.
 *
 *     r = 1 + number strictly ahead + (number equal - 1) / 2
 *
 * @example fractional([9, 7, 7, 5]) // → [1, 2.5, 2.5, 4]
 */
export function fractional(scores: Column): Column {
  return byPosition(scores, ({ first, equal }) => first + 1 + (equal - 1) / 2);
}

/**
 * Ordinal ranks: nobody shares one; countries with equal scores follow each other by code.
 *
 * @example ordinal([9, 7, 7, 5], ['USA', 'GBR', 'CHN', 'RUS']) // → [1, 3, 2, 4]
 */
export function ordinal(scores: Column, names: readonly string[]): Column {
  const ranks: (number | null)[] = scores.map(() => null);
  const order = descending(scores, (a, b) => compareText(names[a] ?? '', names[b] ?? ''));
  for (const [position, row] of order.entries()) ranks[row] = position + 1;
  return ranks;
}

/** Ranks the scores as a recipe's `rank` says, rounded first if it says so. */
export function rankScores(scores: Column, names: readonly string[], choice: Choice): Column {
  const { decimals } = choice;
  const compared = typeof decimals === 'number' ? mapPresent(scores, (x) => roundTo(x, decimals)) : scores;
  return entryOf<Ranking>(rankings, choice).apply(compared, names);
}

interface Position {
  /** How many countries are strictly ahead. */
  first: number;
  /** How many share the score. */
  equal: number;
  /** How many distinct scores are ahead. */
  run: number;
}

function byPosition(scores: Column, rankAt: (position: Position) => number): Column {
  const ranks: (number | null)[] = scores.map(() => null);
  const order = descending(scores, () => 0);
  let run = 0;
  for (let first = 0; first < order.length; run += 1) {
    const tied = tiedFrom(order, first, scores);
    for (const row of tied) ranks[row] = rankAt({ first, equal: tied.length, run });
    first += tied.length;
  }
  return ranks;
}

/** The rows from a position on that have the same score. */
function tiedFrom(order: readonly number[], first: number, scores: Column): number[] {
  const scoreAt = (position: number) => scores[order[position] ?? -1];
  let after = first + 1;
  while (after < order.length && scoreAt(after) === scoreAt(first)) after += 1;
  return order.slice(first, after);
}

/** Rows with a score, the highest first. */
function descending(scores: Column, breakTie: (a: number, b: number) => number): number[] {
  const ranked = scores.flatMap((score, row) => (score === null ? [] : [{ score, row }]));
  return ranked.toSorted((a, b) => b.score - a.score || breakTie(a.row, b.row)).map(({ row }) => row);
}

const decimals: readonly Parameter[] = [
  {
    name: 'decimals',
    kind: 'integer',
    default: null,
    least: 0,
    most: 12,
    meaning: 'rank scores rounded to this many places, as they are published',
  },
];

export const rankings = {
  competition: {
    apply: competition,
    summary: 'equal scores share a rank, a gap follows: 1, 2, 2, 4',
    formula: 'r = 1 + number of countries strictly ahead',
    use: 'The default, and the usual one in print.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
  dense: {
    apply: dense,
    summary: 'equal scores share a rank, no gap follows: 1, 2, 2, 3',
    formula: 'r = 1 + number of distinct scores strictly ahead',
    use: 'When the published ranks run without gaps, as in the Global Cybersecurity Index 2020.',
    parameters: decimals,
    source: 'ITU (2021), Global Cybersecurity Index 2020',
  },
  fractional: {
    apply: fractional,
    summary: 'equal scores share the mean of their ranks: 1, 2.5, 2.5, 4',
    formula: 'r = 1 + number strictly ahead + (number equal − 1) / 2',
    use: 'When ranks are used in further computation, as for rank correlations.',
    parameters: decimals,
    source: 'Kendall & Gibbons (1990), Rank Correlation Methods',
  },
  ordinal: {
    apply: ordinal,
    summary: 'nobody shares a rank; ties follow each other by country code: 1, 2, 3, 4',
    formula: 'r = position after sorting by score, then by code',
    use: 'When every country needs a rank of its own. The order within ties means nothing.',
    parameters: decimals,
    source: 'OECD/JRC Handbook (2008), step 7',
  },
} satisfies MethodTable<Ranking>;
