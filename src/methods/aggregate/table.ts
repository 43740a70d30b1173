// aggregate: how do the scores of a category become one?
// Weights are above zero and sum to 1; a formula for one country gets those of the scores that are there,
// scaled up.
import type { Column } from '../../math/statistics/column.ts';
import type { Domain, Method, MethodTable, Values } from '../../model/registry.ts';
import { count } from '../../model/words.ts';
import { ampi, mpi } from './mazziotta-pareto.ts';
import { arithmetic, geometric, harmonic, power, product, sum } from './means.ts';
import { maximum, median, minimum } from './order.ts';
import { owa } from './owa.ts';
import { borda, copeland, outranking } from './pairs.ts';
import { divisor, exponent, order, penalty } from './parameters.ts';
import { eachCountry, type Scores } from './rows.ts';
import { topsis } from './topsis.ts';
import {
  logarithmic,
  logarithmicTotal,
  plain,
  plainTotal,
  powers,
  reciprocal,
  type WeightedSumForm,
} from './weighted-sum.ts';

export type { WeightedSumForm };

export interface Aggregation extends Method {
  /**
   * A row of scores for each country, null where one is missing, and the weights of the children; a value a
   * country.
   */
  apply(rows: readonly Column[], weights: Scores, parameters: Values): number[];
  readonly domain?: Domain;
  /** What keeps it from a category with so many weighted children, or null. */
  childrenFault?(children: number, parameters: Values): string | null;
  /** What makes a weighted sum of it; undefined where nothing does. */
  readonly weightedSum?: WeightedSumForm;
  /** It only asks which of two scores is higher, so that it must know which are equal. */
  readonly isOfOrder?: true;
}

const aboveZero: Domain = {
  accepts: (score) => score > 0,
  needs: 'normalised scores above 0',
  remedy:
    'keep scores above 0 with --normalise minmax:floor=1 or goalposts:floor=1, or use --aggregate ' +
    'arithmetic',
};

export const aggregations = {
  arithmetic: {
    apply: eachCountry(arithmetic),
    file: 'aggregate/means.ts',
    weightedSum: plain,
    summary: 'weighted mean: a strength offsets a weakness point for point',
    formula: 'y = Σ wᵢ xᵢ',
    use: 'When one more point is worth the same, whatever the other scores.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  geometric: {
    apply: eachCountry(geometric),
    file: 'aggregate/means.ts',
    weightedSum: logarithmic,
    domain: aboveZero,
    summary: 'weighted geometric mean: low scores pull the index down more',
    formula: 'y = Π xᵢ^wᵢ',
    use: 'When balance should be rewarded. Normalised scores must be above 0.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  harmonic: {
    apply: eachCountry(harmonic),
    file: 'aggregate/means.ts',
    weightedSum: reciprocal,
    domain: aboveZero,
    summary: 'weighted harmonic mean: low scores pull the index down even more than in the geometric mean',
    formula: 'y = 1 / Σ (wᵢ / xᵢ)',
    use: 'When one weakness should pull the whole index down. Normalised scores must be above 0.',
    parameters: [],
    source: 'Mitrinović, Pečarić & Fink (1993), Classical and New Inequalities in Analysis',
  },
  power: {
    apply: eachCountry(power),
    file: 'aggregate/means.ts',
    weightedSum: powers,
    domain: {
      accepts: (score, { p }) => (Number(p) > 0 ? score >= 0 : score > 0),
      needs: 'normalised scores above 0, or from 0 upwards if p is positive',
      remedy: aboveZero.remedy,
    },
    example: 'power:-1',
    summary: 'mean of order p: the lower p, the less a strength offsets a weakness',
    formula: 'y = (Σ wᵢ xᵢ^p)^(1/p)',
    use: 'To choose how far a strength offsets a weakness: p = 1 is arithmetic, 0 geometric, −1 harmonic.',
    parameters: [{ name: 'p', kind: 'number', default: undefined, positional: true, meaning: 'the order' }],
    source: 'Hardy, Littlewood & Pólya (1934), Inequalities',
  },
  product: {
    apply: eachCountry(product),
    file: 'aggregate/means.ts',
    weightedSum: logarithmicTotal,
    domain: {
      accepts: (score) => score >= 0,
      needs: 'scores of 0 or more',
      remedy: 'normalise to a range from 0 upwards, or use --aggregate arithmetic',
    },
    summary: 'product: one factor scales another',
    formula: 'y = Π xᵢ^(n wᵢ)',
    use: 'When one factor scales another, as capability × intent. Weights are scaled to average 1.',
    parameters: [],
    source: 'Voo et al. (2020), National Cyber Power Index 2020',
  },
  sum: {
    apply: eachCountry(sum),
    file: 'aggregate/means.ts',
    weightedSum: plainTotal,
    summary: 'weighted sum of the scores',
    formula: 'y = Σ n wᵢ xᵢ',
    use:
      'When the index is a total of points. Weights are scaled to average 1. Ranks equal those of the ' +
      'arithmetic mean.',
    parameters: [],
    source: 'ITU (2024), Global Cybersecurity Index 2024',
  },
  minimum: {
    apply: eachCountry(minimum),
    file: 'aggregate/order.ts',
    summary: 'the lowest score',
    formula: 'y = min xᵢ',
    use: 'When nothing offsets a weakness. Weights only decide which indicators count at all.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  maximum: {
    apply: eachCountry(maximum),
    file: 'aggregate/order.ts',
    summary: 'the highest score',
    formula: 'y = max xᵢ',
    use: 'When one strength is enough. Weights only decide which indicators count at all.',
    parameters: [],
    source:
      'Yager (1988), On ordered weighted averaging aggregation operators in multicriteria decisionmaking',
  },
  median: {
    apply: eachCountry(median),
    file: 'aggregate/order.ts',
    summary: 'weighted median: half of the weight is on scores up to it',
    formula: 'y = min { xₖ : Σ wᵢ over xᵢ ≤ xₖ exceeds ½ }; the mean of two where one ends at ½',
    use: 'When no single extreme score should move the index. With few indicators it takes few values.',
    parameters: [],
    source: 'Edgeworth (1888), On a new method of reducing observations relating to several quantities',
  },
  owa: {
    apply: eachCountry(owa),
    file: 'aggregate/owa.ts',
    childrenFault: (children, { order: places }) =>
      !Array.isArray(places) || places.length === children
        ? null
        : `it has ${count(places.length, 'weight')} for ${count(children, 'child', 'children')} with weight`,
    example: 'owa:2',
    summary: "ordered weighted average: weights apply to a country's scores from best to worst",
    formula:
      'y = Σ vᵢ x₍ᵢ₎, vᵢ = Q(Wᵢ) − Q(Wᵢ₋₁), Wᵢ = weight of the i best scores; ' +
      'Q(r) = L(r)^exponent, L(r) = r or the running total of order',
    use:
      'To choose how far strengths offset weaknesses. Exponent 1 is the weighted mean; large exponents ' +
      'approach the minimum, small ones the maximum. An order of 0/1/1/0 leaves out the best and the ' +
      'worst of four.',
    parameters: [exponent, order],
    source: 'Yager (1988, 1996), On ordered weighted averaging; Torra (1997), The weighted OWA operator',
  },
  mpi: {
    apply: eachCountry(mpi),
    file: 'aggregate/mazziotta-pareto.ts',
    domain: {
      ...aboveZero,
      remedy: 'use --normalise zscore:mean=100,deviation=10, or --aggregate arithmetic',
    },
    summary: 'Mazziotta–Pareto index: the mean minus a penalty for uneven scores',
    formula: 'y = M ± S² / M, M = Σ wᵢ xᵢ, S² = Σ wᵢ (xᵢ − M)²',
    use:
      'To reward balance, after --normalise zscore:mean=100,deviation=10. Normalised scores must be ' +
      'above 0. Raising a score that stands out already can lower the index.',
    parameters: [penalty, divisor],
    source:
      'Mazziotta & Pareto (2013), Methods for constructing composite indices: one for all or all for one?',
  },
  ampi: {
    apply: eachCountry(ampi),
    file: 'aggregate/mazziotta-pareto.ts',
    domain: {
      ...aboveZero,
      remedy: 'use --normalise minmax:floor=70,ceiling=130, or --aggregate arithmetic',
    },
    summary: 'adjusted Mazziotta–Pareto index: with goalposts, so that years can be compared',
    formula: 'y = M ± S² / M, M = Σ wᵢ xᵢ, S² = Σ wᵢ (xᵢ − M)²',
    use:
      'After --normalise goalposts:floor=70,ceiling=130, with goalposts half the range below and above ' +
      'a reference score, which then gets 100. Or after minmax:floor=70,ceiling=130.',
    parameters: [penalty],
    source:
      'Mazziotta & Pareto (2016), On a generalized non-compensatory composite index for measuring ' +
      'socio-economic phenomena',
  },
  topsis: {
    apply: topsis,
    file: 'aggregate/topsis.ts',
    summary: 'TOPSIS: closeness to the best score in every indicator, and distance from the worst',
    formula: 'y = d⁻ / (d⁺ + d⁻), d⁺ = √Σ (wᵢ (maxᵢ − xᵢ))², d⁻ = √Σ (wᵢ (xᵢ − minᵢ))²',
    use:
      'When the other countries set the standard: 1 is best in everything, 0 worst. Usually after ' +
      '--normalise vector. A new country at either end can change the order of others.',
    parameters: [],
    source: 'Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  copeland: {
    apply: copeland,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary: 'Copeland: wins minus losses in pairs; a win is leading on more than half of the weight',
    formula: 'y = Σ over the others of sign(o − ½), o = weight in which it is ahead of the other, ties half',
    use: 'When only the order of scores can be trusted. Many countries tie.',
    parameters: [],
    source: 'Copeland (1951), A reasonable social welfare function; Munda & Nardo (2009)',
  },
  borda: {
    apply: borda,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary: 'Borda count: the weighted average number of countries below',
    formula: 'y = Σ wᵢ (number below in i + ½ number tied in i)',
    use: 'When only the order of scores can be trusted, and every place gained should count.',
    parameters: [],
    source: 'Borda (1781), Mémoire sur les élections au scrutin',
  },
  outranking: {
    apply: outranking,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary: 'the weight of the indicators on which a country leads another, averaged over the others',
    formula: 'y = mean over the others of o, o = weight in which it is ahead of the other, ties half',
    use:
      'Like the Borda count, as a share of its maximum; both rank alike if no score is missing. If ' +
      'some are missing, two countries are compared on the indicators that both have.',
    parameters: [],
    source: 'Munda & Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries',
  },
} satisfies MethodTable<Aggregation>;
