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
    'keep zero out of reach with --normalise minmax:floor=1 or goalposts:floor=1, or take ' +
    '--aggregate arithmetic',
};

export const aggregations = {
  arithmetic: {
    apply: eachCountry(arithmetic),
    file: 'aggregate/means.ts',
    weightedSum: plain,
    summary: 'weighted mean: strengths make up for weaknesses, point by point',
    formula: 'y = Σ wᵢ xᵢ',
    use: 'When a point more in one indicator is worth the same whatever the others are.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  geometric: {
    apply: eachCountry(geometric),
    file: 'aggregate/means.ts',
    weightedSum: logarithmic,
    domain: aboveZero,
    summary: 'a mean in which a weakness costs the more the weaker it is',
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
    summary: 'a mean that is harder on weaknesses than the geometric one',
    formula: 'y = 1 / Σ (wᵢ / xᵢ)',
    use: 'When one weakness should drag the whole index down. Normalised scores must be above 0.',
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
    summary: 'a mean of order p: the lower p, the less strengths make up for weaknesses',
    formula: 'y = (Σ wᵢ xᵢ^p)^(1/p)',
    use: 'To set how far strengths make up for weaknesses: p = 1 arithmetic, 0 geometric, −1 harmonic.',
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
    file: 'aggregate/means.ts',
    weightedSum: plainTotal,
    summary: 'sum of the scores',
    formula: 'y = Σ n wᵢ xᵢ',
    use:
      'When the total is a sum of points. Weights are scaled to average 1; it ranks as the arithmetic ' +
      'mean does.',
    parameters: [],
    source: 'ITU (2024), Global Cybersecurity Index 2024',
  },
  minimum: {
    apply: eachCountry(minimum),
    file: 'aggregate/order.ts',
    summary: 'the weakest score alone',
    formula: 'y = min xᵢ',
    use: 'When nothing makes up for a weakness. Weights only say which indicators count at all.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  maximum: {
    apply: eachCountry(maximum),
    file: 'aggregate/order.ts',
    summary: 'the strongest score alone',
    formula: 'y = max xᵢ',
    use: 'When one way of reaching a goal is enough. Weights only say which indicators count at all.',
    parameters: [],
    source:
      'Yager (1988), On ordered weighted averaging aggregation operators in multicriteria decisionmaking',
  },
  median: {
    apply: eachCountry(median),
    file: 'aggregate/order.ts',
    summary: 'the score at which half of the weight is reached',
    formula: 'y = min { xₖ : Σ wᵢ over xᵢ ≤ xₖ exceeds ½ }; the mean of two where one ends at ½',
    use:
      'When no single score, however extreme, should move the index. It is as coarse as the scores are ' +
      'few.',
    parameters: [],
    source: 'Edgeworth (1888), On a new method of reducing observations relating to several quantities',
  },
  owa: {
    apply: eachCountry(owa),
    file: 'aggregate/owa.ts',
    childrenFault: (children, { order: places }) =>
      !Array.isArray(places) || places.length === children
        ? null
        : `it has ${count(places.length, 'weight')} by place, and ` +
          `${count(children, 'child counts', 'children count')} there`,
    example: 'owa:2',
    summary: 'a mean with weights by place, from the best score of a country to its worst',
    formula:
      'y = Σ vᵢ x₍ᵢ₎, vᵢ = Q(Wᵢ) − Q(Wᵢ₋₁), Wᵢ = weight of the i best scores; ' +
      'Q(r) = L(r)^exponent, L(r) = r or the running total of order',
    use:
      'To set how far strengths make up for weaknesses by order alone: exponent 1 is the weighted mean, 2 ' +
      'asks for most, large ones come near the minimum, small ones the maximum. An order of 0/1/1/0 ' +
      'leaves out the best and the worst of four.',
    parameters: [exponent, order],
    source: 'Yager (1988, 1996), On ordered weighted averaging; Torra (1997), The weighted OWA operator',
  },
  mpi: {
    apply: eachCountry(mpi),
    file: 'aggregate/mazziotta-pareto.ts',
    domain: {
      ...aboveZero,
      remedy: 'normalise with --normalise zscore:mean=100,deviation=10, or take --aggregate arithmetic',
    },
    summary: 'Mazziotta–Pareto index: a mean, less a penalty for scores that differ from each other',
    formula: 'y = M ± S² / M, M = Σ wᵢ xᵢ, S² = Σ wᵢ (xᵢ − M)²',
    use:
      'When balance should be rewarded, after --normalise zscore:mean=100,deviation=10. Normalised scores ' +
      'must be above 0. A higher score can lower the index where it stands out from the others.',
    parameters: [penalty, divisor],
    source:
      'Mazziotta & Pareto (2013), Methods for constructing composite indices: one for all or all for one?',
  },
  ampi: {
    apply: eachCountry(ampi),
    file: 'aggregate/mazziotta-pareto.ts',
    domain: {
      ...aboveZero,
      remedy: 'normalise with --normalise minmax:floor=70,ceiling=130, or take --aggregate arithmetic',
    },
    summary: 'adjusted Mazziotta–Pareto index: the same between goalposts, so that years can be compared',
    formula: 'y = M ± S² / M, M = Σ wᵢ xᵢ, S² = Σ wᵢ (xᵢ − M)²',
    use:
      'After --normalise goalposts:floor=70,ceiling=130, the goalposts half the range below and above a ' +
      'reference score, which then gets 100; or after minmax:floor=70,ceiling=130.',
    parameters: [penalty],
    source:
      'Mazziotta & Pareto (2016), On a generalized non-compensatory composite index for measuring ' +
      'socio-economic phenomena',
  },
  topsis: {
    apply: topsis,
    file: 'aggregate/topsis.ts',
    summary: 'how near to the best of the field in everything, and how far from the worst',
    formula: 'y = d⁻ / (d⁺ + d⁻), d⁺ = √Σ (wᵢ (maxᵢ − xᵢ))², d⁻ = √Σ (wᵢ (xᵢ − minᵢ))²',
    use:
      'When the field itself sets the standard: 1 is the best in everything, 0 the worst. Usual after ' +
      '--normalise vector. Another country at an end of the field can change the order of those between.',
    parameters: [],
    source: 'Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  copeland: {
    apply: copeland,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary:
      'the countries that it beats less those that beat it, by the weight of the indicators in which it ' +
      'is ahead',
    formula: 'y = Σ over the others of sign(o − ½), o = weight in which it is ahead of the other, ties half',
    use: 'When scores are only to be trusted for their order. Many countries share a score.',
    parameters: [],
    source: 'Copeland (1951), A reasonable social welfare function; Munda & Nardo (2009)',
  },
  borda: {
    apply: borda,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary: 'how many countries are below, on the weighted average over the indicators',
    formula: 'y = Σ wᵢ (number below in i + ½ number tied in i)',
    use: 'When scores are only to be trusted for their order, and every place gained should count.',
    parameters: [],
    source: 'Borda (1781), Mémoire sur les élections au scrutin',
  },
  outranking: {
    apply: outranking,
    file: 'aggregate/pairs.ts',
    isOfOrder: true,
    summary: 'the weight of the indicators in which it is ahead, on the average over the others',
    formula: 'y = mean over the others of o, o = weight in which it is ahead of the other, ties half',
    use:
      'As the Borda count, of which it is the share of what can be had: they rank alike where no score is ' +
      'missing. Where some are, two countries are compared by the indicators that both have.',
    parameters: [],
    source: 'Munda & Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries',
  },
} satisfies MethodTable<Aggregation>;
