// weight: how much does each child of a category count among its siblings?
import type { MethodTable } from '../../model/registry.ts';
import { ahp, isCompared } from './ahp.ts';
import { balanced, balancedFaults } from './from-scores/balanced.ts';
import { benefitOfTheDoubt, benefitOfTheDoubtOf, shareRanges } from './per-country/benefit-of-the-doubt.ts';
import { benefitOfTheDoubtFaults } from './per-country/faults.ts';
import { critic } from './from-scores/critic.ts';
import { deviation } from './from-scores/deviation.ts';
import { entropy } from './from-scores/entropy.ts';
import {
  principalComponent,
  principalComponentFaults,
  varianceHeld,
} from './from-scores/principal-component.ts';
import { isOrdered, orderParameter, rankOrderCentroid, rankSum } from './rank-order.ts';
import type { Siblings, WeightSets } from './siblings.ts';
import type { Weighting } from './weighting.ts';
import { equal, given, inline, set } from './written.ts';

export type { Siblings, Weighting, WeightSets };

function always(): boolean {
  return true;
}

function namesInOrder({ order }: { order: readonly string[] }) {
  return { codes: order, subject: 'the order of importance names' };
}

export const weightings = {
  given: {
    apply: given,
    file: 'weight/written.ts',
    states: () => ({}),
    isGiven: true,
    summary: 'the weights of indicators.csv; 1 if none is given',
    formula: 'wᵢ = gᵢ / Σ gⱼ',
    use: 'The default.',
    parameters: [],
    source: 'the edition',
  },
  equal: {
    apply: equal,
    file: 'weight/written.ts',
    summary: 'the same weight for all siblings',
    formula: 'wᵢ = 1 / n',
    use:
      'When nothing shows that one counts more. This is a judgement too: in a large category each ' +
      'child gets little weight.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  set: {
    apply: set,
    isMeantBy: (text) => /\.csv:/i.test(text),
    file: 'weight/written.ts',
    setNamed: ({ name }: { name: string }) => name,
    example: 'set:laws-first',
    summary: 'a named set of weights.csv, or of another file such as my.csv:name',
    formula: 'wᵢ = sᵢ / Σ sⱼ',
    use:
      'To compare sets of weights agreed on beforehand. Indicators that the set does not name keep ' +
      'their given weight.',
    parameters: [{ name: 'name', kind: 'text', default: undefined, positional: true, meaning: 'the set' }],
    source: 'the edition',
  },
  inline: {
    apply: inline,
    isMeantBy: (text) => /^[^:]+=/.test(text),
    file: 'weight/written.ts',
    states: ({ weights }: { weights: Readonly<Record<string, number>> }) => weights,
    names: ({ weights }: { weights: Readonly<Record<string, number>> }) => ({
      codes: Object.keys(weights),
      subject: 'weights are given for',
    }),
    example: 'laws=2',
    summary: 'weights on the command line, for example offence=2,resilience=1.5',
    formula: 'wᵢ = vᵢ / Σ vⱼ',
    use: 'To try weights. Indicators that are not named keep their given weight.',
    parameters: [
      {
        name: 'weights',
        kind: 'number-by-code',
        default: undefined,
        least: 0,
        positional: true,
        meaning: 'weights by code, relative to the siblings',
      },
    ],
    source: 'the command line or the recipe',
  },
  deviation: {
    apply: deviation,
    file: 'weight/from-scores/deviation.ts',
    usesData: true,
    finds: always,
    summary: 'standard deviation: indicators with a larger spread weigh more',
    formula: 'wᵢ = sᵢ / Σ sⱼ',
    use:
      'For scores in one range, such as after min–max; after z-scores all weights are equal. Treat ' +
      'outliers first. If all scores are equal, the weight is 0.',
    parameters: [],
    source: 'Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22',
  },
  entropy: {
    apply: entropy,
    file: 'weight/from-scores/entropy.ts',
    usesData: true,
    finds: always,
    domain: {
      accepts: (score) => score >= 0,
      needs: 'normalised scores of 0 or more, because it computes shares of them',
      remedy: 'use a range from 0 upwards, such as --normalise minmax, or use --weights deviation',
    },
    summary: "Shannon's entropy: indicators concentrated in few countries weigh more",
    formula: 'wᵢ = dᵢ / Σ dⱼ, dᵢ = 1 + Σ p ln p / ln n, p = x / Σ x',
    use:
      'When 0 means "nothing": what few countries have weighs most. Scores must be 0 or above. If all ' +
      'scores are equal, the weight is 0.',
    parameters: [],
    source: 'Shannon (1948); Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  critic: {
    apply: critic,
    file: 'weight/from-scores/critic.ts',
    usesData: true,
    finds: always,
    summary: 'CRITIC: indicators with a large spread and low correlation to their siblings weigh more',
    formula: 'wᵢ = cᵢ / Σ cⱼ, cᵢ = sᵢ Σₖ (1 − rᵢₖ)',
    use:
      'When siblings overlap and should not count twice. An indicator that runs against its siblings, ' +
      'or is mere noise, gets much weight.',
    parameters: [],
    source: 'Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22',
  },
  'principal-component': {
    apply: principalComponent,
    file: 'weight/from-scores/principal-component.ts',
    usesData: true,
    finds: always,
    faults: principalComponentFaults,
    tells: varianceHeld,
    leastCountries: 3,
    summary: 'first principal component: indicators that correlate with their siblings weigh more',
    formula: 'wᵢ = lᵢ / Σ lⱼ, R l = λ l for the largest λ',
    use:
      'When siblings measure one thing. Two siblings get equal weights. An indicator that runs against ' +
      'its siblings is an error.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  balanced: {
    apply: balanced,
    file: 'weight/from-scores/balanced.ts',
    usesData: true,
    finds: always,
    faults: balancedFaults,
    summary: 'weights that make correlations with the category proportional to the given weights',
    formula: 'corr(xᵢ, Σ wⱼ xⱼ) ∝ gᵢ',
    use:
      'When the given weights state importance. Overlap and uneven spread otherwise distort it. The ' +
      'mean is arithmetic.',
    parameters: [],
    source: 'Paruolo, Saisana & Saltelli (2013), JRSS A 176; Becker et al. (2017), Ecological Indicators 80',
  },
  'benefit-of-the-doubt': {
    apply: benefitOfTheDoubt,
    valueOf: benefitOfTheDoubtOf,
    rangesOf: shareRanges,
    file: 'weight/per-country/benefit-of-the-doubt.ts',
    perCountry: true,
    usesData: true,
    finds: always,
    faults: benefitOfTheDoubtFaults,
    check: ({ least, most }) => (Number(least) > Number(most) ? 'its least is above its most' : null),
    domain: {
      accepts: (score) => score >= 0,
      needs: 'normalised scores of 0 or more, because it computes shares of them',
      remedy: 'use a range from 0 upwards, such as --normalise minmax, or use --weights deviation',
    },
    summary: 'the best weights for each country; least=0.05,most=0.25 limits shares',
    formula: 'yᵢ = max Σ wⱼ xᵢⱼ, Σ wⱼ xₖⱼ ≤ 1 for all k, least yᵢ ≤ wⱼ xᵢⱼ ≤ most yᵢ',
    use:
      'When nobody knows the right weights: a country that is behind cannot blame them. Without ' +
      'limits, any country that is first in one indicator gets 1. Values are weighted sums from 0 to ' +
      '1. Zeros matter and units do not, so --normalise fraction-of-maximum or none changes less than ' +
      "minmax. Weights are shown as shares of a country's value.",
    parameters: [
      {
        name: 'least',
        kind: 'number',
        default: 0,
        least: 0,
        most: 1,
        example: 'least=0.05',
        meaning: "the smallest share of a country's value for each sibling",
      },
      {
        name: 'most',
        kind: 'number',
        default: 1,
        least: 0,
        most: 1,
        example: 'most=0.25',
        meaning: 'the largest share',
      },
    ],
    source:
      'Melyn & Moesen (1991); Cherchye, Moesen, Rogge & Van Puyenbroeck (2007), Social Indicators ' +
      'Research 82; OECD/JRC Handbook (2008), step 6',
  },
  'rank-order-centroid': {
    apply: rankOrderCentroid,
    names: namesInOrder,
    file: 'weight/rank-order.ts',
    finds: isOrdered,
    example: 'rank-order-centroid:laws,skills',
    summary: 'steep weights from an order of importance: rank-order-centroid:offence,resilience',
    formula: 'wᵢ = (1/n) Σ 1/k for k = i … n',
    use:
      'When people agree on what matters more, but not how much more. Indicators that are not named ' +
      'come last and share the remaining weight.',
    parameters: [orderParameter],
    source: 'Barron & Barrett (1996), Management Science 42',
  },
  'rank-sum': {
    apply: rankSum,
    names: namesInOrder,
    file: 'weight/rank-order.ts',
    finds: isOrdered,
    example: 'rank-sum:laws,skills',
    summary: 'weights in equal steps from an order of importance: rank-sum:offence,resilience',
    formula: 'wᵢ = 2 (n + 1 − i) / (n (n + 1))',
    use: 'Like the rank-order centroid, if that is too steep.',
    parameters: [orderParameter],
    source: 'Stillwell, Seaver & Edwards (1981), Organizational Behavior and Human Performance 28',
  },
  ahp: {
    apply: ahp,
    file: 'weight/ahp.ts',
    finds: isCompared,
    comparedIn: ({ file }: { file: string }) => file,
    summary: 'analytic hierarchy process, from a file of pairwise comparisons: ahp:matrix.csv',
    formula: 'A w = λ w for the largest λ',
    use:
      'When it is easier to compare two things than to weight all. The file has the codes as rows and ' +
      'columns. Each cell says how many times as important the row is as the column: 3, 1/3 or 0.333. ' +
      'Categories without comparisons keep their given weights.',
    parameters: [
      {
        name: 'file',
        kind: 'text',
        default: undefined,
        positional: true,
        example: 'matrix.csv',
        meaning: 'a CSV file of comparisons',
      },
    ],
    source: 'Saaty (1980), The Analytic Hierarchy Process',
  },
} satisfies MethodTable<Weighting>;
