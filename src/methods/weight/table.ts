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
    summary: 'the weights of indicators.csv, 1 where it has none',
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
      'When nobody can say which counts more. It is a judgement too: a category with many children gives ' +
      'each of them little.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  set: {
    apply: set,
    isMeantBy: (text) => /\.csv:/i.test(text),
    file: 'weight/written.ts',
    setNamed: ({ name }: { name: string }) => name,
    example: 'set:laws-first',
    summary: 'a named set of weights.csv, or of another file: my.csv:name',
    formula: 'wᵢ = sᵢ / Σ sⱼ',
    use:
      'To compare weightings that were agreed on beforehand. What the set does not name keeps its given ' +
      'weight.',
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
    summary: 'weights written down on the spot: offence=2,resilience=1.5',
    formula: 'wᵢ = vᵢ / Σ vⱼ',
    use: 'To try a weighting out. What is not named keeps its given weight.',
    parameters: [
      {
        name: 'weights',
        kind: 'number-by-code',
        default: undefined,
        least: 0,
        positional: true,
        meaning: 'weights relative to the siblings, by code',
      },
    ],
    source: 'the command line or the recipe',
  },
  deviation: {
    apply: deviation,
    file: 'weight/from-scores/deviation.ts',
    usesData: true,
    finds: always,
    summary: 'standard deviation: what tells countries apart counts more',
    formula: 'wᵢ = sᵢ / Σ sⱼ',
    use:
      'On scores brought to one range, as by min–max; after z-scores all weights are the same. Treat ' +
      'outliers first. Where all scores are equal the weight is 0.',
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
      needs: 'normalised scores of 0 or more, of which it takes the shares',
      remedy:
        'normalise to a range that starts at 0 or above, as --normalise minmax does, or take --weights ' +
        'deviation',
    },
    summary: "Shannon's entropy: what is shared out unevenly counts more",
    formula: 'wᵢ = dᵢ / Σ dⱼ, dᵢ = 1 + Σ p ln p / ln n, p = x / Σ x',
    use:
      'Where 0 means that there is nothing: what few countries have anything of gets the most weight. ' +
      'Scores must be 0 or above. Where all are equal the weight is 0.',
    parameters: [],
    source: 'Shannon (1948); Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  critic: {
    apply: critic,
    file: 'weight/from-scores/critic.ts',
    usesData: true,
    finds: always,
    summary: 'what tells countries apart and says something else than its siblings counts more',
    formula: 'wᵢ = cᵢ / Σ cⱼ, cᵢ = sᵢ Σₖ (1 − rᵢₖ)',
    use:
      'Where siblings overlap and what they have in common should not count twice. What goes against its ' +
      'siblings, and mere noise too, gets much weight.',
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
    summary: 'first principal component: what goes along with its siblings counts more',
    formula: 'wᵢ = lᵢ / Σ lⱼ, R l = λ l for the largest λ',
    use:
      'Where siblings are many measures of one thing. Two siblings get the same. An indicator that goes ' +
      'against its siblings is a problem.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  balanced: {
    apply: balanced,
    file: 'weight/from-scores/balanced.ts',
    usesData: true,
    finds: always,
    faults: balancedFaults,
    summary: 'weights by which siblings correlate with their mean in the proportion of the given weights',
    formula: 'corr(xᵢ, Σ wⱼ xⱼ) ∝ gᵢ',
    use:
      'Where the given weights say how important something should be: as factors they do not make it so ' +
      'if siblings overlap or vary unevenly. The mean is the arithmetic one.',
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
      needs: 'normalised scores of 0 or more, of which it takes the shares',
      remedy:
        'normalise to a range that starts at 0 or above, as --normalise minmax does, or take --weights ' +
        'deviation',
    },
    summary: 'for each country the weights that are best for it: least=0.05,most=0.25 limits shares',
    formula: 'yᵢ = max Σ wⱼ xᵢⱼ, Σ wⱼ xₖⱼ ≤ 1 for all k, least yᵢ ≤ wⱼ xᵢⱼ ≤ most yᵢ',
    use:
      'When nobody can say which weights are right: whoever is behind here cannot blame them. Without ' +
      'limits whoever is first in anything gets 1, and the more siblings, the more countries do. Values ' +
      'are weighted sums, from 0 to 1. Zeros matter and units do not, so --normalise fraction-of-maximum ' +
      "or none changes less than minmax. Weights are told as shares of a country's value.",
    parameters: [
      {
        name: 'least',
        kind: 'number',
        default: 0,
        least: 0,
        most: 1,
        example: 'least=0.05',
        meaning: "the least share of a country's value that each sibling must have",
      },
      {
        name: 'most',
        kind: 'number',
        default: 1,
        least: 0,
        most: 1,
        example: 'most=0.25',
        meaning: 'the most that it may have',
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
    summary: 'from the order of importance, steep: rank-order-centroid:offence,resilience',
    formula: 'wᵢ = (1/n) Σ 1/k for k = i … n',
    use:
      'When people agree on what matters more, and not on how much more. What is not named ranks after ' +
      'what is, and shares the weight that is left.',
    parameters: [orderParameter],
    source: 'Barron & Barrett (1996), Management Science 42',
  },
  'rank-sum': {
    apply: rankSum,
    names: namesInOrder,
    file: 'weight/rank-order.ts',
    finds: isOrdered,
    example: 'rank-sum:laws,skills',
    summary: 'from the order of importance, in equal steps: rank-sum:offence,resilience',
    formula: 'wᵢ = 2 (n + 1 − i) / (n (n + 1))',
    use: 'As the rank-order centroid, where that is too steep.',
    parameters: [orderParameter],
    source: 'Stillwell, Seaver & Edwards (1981), Organizational Behavior and Human Performance 28',
  },
  ahp: {
    apply: ahp,
    file: 'weight/ahp.ts',
    finds: isCompared,
    comparedIn: ({ file }: { file: string }) => file,
    summary: 'analytic hierarchy process, from a file of comparisons in pairs: ahp:matrix.csv',
    formula: 'A w = λ w for the largest λ',
    use:
      'When it is easier to compare two things than to weigh all. The file has the codes down and across, ' +
      'and in each cell how many times as important the row is as the column: 3, 1/3 or 0.333. Categories ' +
      'that it does not compare keep their given weights.',
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
