// aggregate: how do the scores of a category become one?
// Weights are above zero and sum to 1; a formula for one country gets those of the scores that are there, scaled up.
import { present, type Column } from '../math/column.ts';
import { sum as add } from '../math/stats.ts';
import type { Domain, Method, Table, Values } from '../model/registry.ts';

export interface Aggregation extends Method {
  /** A row of scores for each country, null where one is missing, and the weights of the children; a value a country. */
  apply(rows: readonly Column[], weights: Scores, parameters: Values): number[];
  readonly domain?: Domain;
  /** What makes a weighted sum of it; aggregations that are none have no link. */
  readonly link?: Link;
}

/**
 * The transform φ under which an aggregation is a weighted sum, φ(y) = Σ cᵢ φ(xᵢ): what each score contributes
 * can then be told, and which weights put whom ahead. cᵢ is wᵢ, or n wᵢ where weights are scaled to average 1.
 */
export interface Link {
  apply(x: number, parameters: Values): number;
  /** φ(x) = x: a point of a score is worth the same wherever it is. */
  readonly isPlain: boolean;
  /** The weights are scaled to average 1. */
  readonly isTotal: boolean;
  /** How a contribution is to be read. */
  readonly reading: string;
}

type Scores = readonly number[];

/**
 * Weighted arithmetic mean: strengths make up for weaknesses, point by point.
 *
 *     y = Σ wᵢ xᵢ
 *
 * Use it when a point more in one indicator is worth the same whatever the others are.
 *
 * @example arithmetic([80, 20], [0.5, 0.5]) // → 50
 * @see OECD/JRC Handbook (2008), step 6
 */
export function arithmetic(scores: Scores, weights: Scores): number {
  return add(scores.map((x, i) => weight(weights, i) * x));
}

/**
 * Weighted geometric mean: a weakness costs the more the weaker it is.
 *
 *     y = Π xᵢ^wᵢ
 *
 * Use it when balance should be rewarded. Scores must be above 0: one zero makes the whole
 * index zero, whatever the others are, so zero is a problem rather than a result.
 *
 * @example geometric([80, 20], [0.5, 0.5]) // → 40
 * @see OECD/JRC Handbook (2008), step 6
 */
export function geometric(scores: Scores, weights: Scores): number {
  return Math.exp(add(scores.map((x, i) => weight(weights, i) * Math.log(x))));
}

/**
 * Weighted harmonic mean: harder on weaknesses than the geometric one.
 *
 *     y = 1 / Σ (wᵢ / xᵢ)
 *
 * @example harmonic([80, 20], [0.5, 0.5]) // → 32
 * @see Mitrinović, Pečarić & Fink (1993), Classical and New Inequalities in Analysis
 */
export function harmonic(scores: Scores, weights: Scores): number {
  return 1 / add(scores.map((x, i) => weight(weights, i) / x));
}

/**
 * Weighted power mean of order p; p = 1 is the arithmetic, 0 the geometric, -1 the harmonic mean.
 * The lower p, the less a strength makes up for a weakness.
 *
 *     y = (Σ wᵢ xᵢ^p)^(1/p)
 *
 * @example power([1, 7], [0.5, 0.5], { p: 2 }) // → 5
 * @example power([80, 20], [0.5, 0.5], { p: 0 }) // → 40
 * @see Hardy, Littlewood & Pólya (1934), Inequalities
 */
export function power(scores: Scores, weights: Scores, { p }: { p: number }): number {
  if (p === 0) return geometric(scores, weights);
  const unit = p > 0 ? Math.max(...scores) : Math.min(...scores);
  if (unit === 0) return 0;
  // As 1 + Σ wᵢ ((xᵢ / unit)^p - 1): near p = 0 all the powers are near 1, and the differences would be lost.
  const excess = add(scores.map((x, i) => weight(weights, i) * Math.expm1(p * Math.log(x / unit))));
  return unit * Math.exp(Math.log1p(excess) / p);
}

/**
 * Product, each score to the power of its weight, the weights scaled to average 1.
 *
 *     y = Π xᵢ^(n wᵢ)
 *
 * Use it where one factor scales another, as capability × intent in the National Cyber Power
 * Index. It ranks as the geometric mean does, and takes zeros.
 *
 * @example product([80, 0.5], [0.5, 0.5], {}, 2) // → 40
 * @see Voo et al. (2020), National Cyber Power Index 2020
 */
export function product(scores: Scores, weights: Scores, _parameters: object, siblings: number): number {
  return scores.reduce((total, x, i) => total * x ** (siblings * weight(weights, i)), 1);
}

/**
 * Sum, the weights scaled to average 1.
 *
 *     y = Σ n wᵢ xᵢ
 *
 * Use it when the published total is a sum of points. It ranks as the arithmetic mean does. If
 * scores are skipped, those that are there stand for them.
 *
 * @example sum([18, 20], [0.5, 0.5], {}, 2) // → 38
 * @see ITU (2024), Global Cybersecurity Index 2024
 */
export function sum(scores: Scores, weights: Scores, _parameters: object, siblings: number): number {
  return add(scores.map((x, i) => siblings * weight(weights, i) * x));
}

/**
 * Minimum: the weakest score alone; weights only say which count at all.
 *
 *     y = min xᵢ
 *
 * @example minimum([80, 20]) // → 20
 * @see OECD/JRC Handbook (2008), step 6: the non-compensatory extreme
 */
export function minimum(scores: Scores): number {
  return Math.min(...scores);
}

/** Makes a formula for one country into one for all: each by the scores that it has, the weights of these scaled to sum to 1. */
function eachCountry<Parameters extends Values>(formula: Formula<Parameters>) {
  return (rows: readonly Column[], weights: Scores, parameters: Parameters): number[] => rows.map((row) => {
    const there = weights.filter((_, i) => (row[i] ?? null) !== null);
    const total = add(there);
    return formula(present(row), there.map((one) => one / total), parameters, weights.length);
  });
}

type Formula<Parameters> = (scores: Scores, weights: Scores, parameters: Parameters, siblings: number) => number;

function weight(weights: Scores, i: number): number {
  return weights[i] ?? Number.NaN;
}

const plain: Link = { apply: (x) => x, isPlain: true, isTotal: false, reading: 'weight × normalised score' };
const logarithmic: Link = { apply: (x) => Math.log(x), isPlain: false, isTotal: false, reading: 'its share of the logarithm' };

const aboveZero: Domain = {
  accepts: (score) => score > 0,
  needs: 'normalised scores above 0',
  remedy: 'keep zero out of reach with --normalise minmax:floor=1 or goalposts below every score, or take --aggregate arithmetic',
};

export const aggregations = {
  arithmetic: {
    apply: eachCountry(arithmetic),
    link: plain,
    summary: 'weighted mean: strengths make up for weaknesses, point by point',
    formula: 'y = Σ wᵢ xᵢ',
    use: 'When a point more in one indicator is worth the same whatever the others are.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  geometric: {
    apply: eachCountry(geometric),
    link: logarithmic,
    domain: aboveZero,
    summary: 'a mean in which a weakness costs the more the weaker it is',
    formula: 'y = Π xᵢ^wᵢ',
    use: 'When balance should be rewarded. Normalised scores must be above 0.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  harmonic: {
    apply: eachCountry(harmonic),
    link: { apply: (x) => 1 / x, isPlain: false, isTotal: false, reading: 'its share of the reciprocal: the weaker a score, the larger' },
    domain: aboveZero,
    summary: 'a mean that is harder on weaknesses than the geometric one',
    formula: 'y = 1 / Σ (wᵢ / xᵢ)',
    use: 'When one weakness should drag the whole index down. Normalised scores must be above 0.',
    parameters: [],
    source: 'Mitrinović, Pečarić & Fink (1993), Classical and New Inequalities in Analysis',
  },
  power: {
    apply: eachCountry(power),
    link: { apply: (x, { p }) => (p === 0 ? Math.log(x) : x ** Number(p)), isPlain: false, isTotal: false, reading: 'its share of the sum of powers' },
    domain: {
      accepts: (score, { p }) => (Number(p) > 0 ? score >= 0 : score > 0),
      needs: 'normalised scores above 0, or from 0 upwards if p is positive',
      remedy: aboveZero.remedy,
    },
    summary: 'a mean of order p: the lower p, the less strengths make up for weaknesses',
    formula: 'y = (Σ wᵢ xᵢ^p)^(1/p)',
    use: 'To set how far strengths make up for weaknesses: p = 1 arithmetic, 0 geometric, −1 harmonic.',
    parameters: [{ name: 'p', kind: 'number', default: undefined, positional: true, meaning: 'the order' }],
    source: 'Hardy, Littlewood & Pólya (1934), Inequalities',
  },
  product: {
    apply: eachCountry(product),
    link: { ...logarithmic, isTotal: true, reading: 'its share of the logarithm (a factor below 1 takes away)' },
    domain: {
      accepts: (score) => score >= 0,
      needs: 'scores of 0 or more',
      remedy: 'normalise to a range that starts at 0 or above, or take --aggregate arithmetic',
    },
    summary: 'one factor scales another',
    formula: 'y = Π xᵢ^(n wᵢ)',
    use: 'Where one factor scales another, as capability × intent. Weights are scaled to average 1.',
    parameters: [],
    source: 'Voo et al. (2020), National Cyber Power Index 2020',
  },
  sum: {
    apply: eachCountry(sum),
    link: { ...plain, isTotal: true, reading: 'normalised score × weight ÷ average weight' },
    summary: 'sum of the scores',
    formula: 'y = Σ n wᵢ xᵢ',
    use: 'When the total is a sum of points. Weights are scaled to average 1; it ranks as the arithmetic mean does.',
    parameters: [],
    source: 'ITU (2024), Global Cybersecurity Index 2024',
  },
  minimum: {
    apply: eachCountry(minimum),
    summary: 'the weakest score alone',
    formula: 'y = min xᵢ',
    use: 'When nothing makes up for a weakness. Weights only say which indicators count at all.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
} satisfies Table<Aggregation>;
