// normalise: how are scores in different units made comparable?
// A column arrives directed (more is better: the scores of direction −1 are
// negated); missing scores stay missing.
import type { Column } from '../../math/statistics/column.ts';
import type { Domain, Method, MethodTable, Values } from '../../model/registry.ts';
import { distanceToMaximum, distanceToReference, distanceToTarget, fractionOfMaximum } from './distances.ts';
import { by, ceiling, checkLowHigh, checkSpan, clip, high, low, span, ties } from './parameters.ts';
import { borda, percentile, rank } from './ranks.ts';
import { goalposts, minmax, scaled } from './spans.ts';
import { vector, zscore } from './spreads.ts';

export interface Normalisation extends Method {
  apply(column: Column, parameters: Values): Column;
  /** Whether a country's result depends on the other countries' scores. */
  readonly relative: boolean;
  /** Whether it keeps nothing of the scores but their order. */
  readonly ordinal?: true;
  /** Keeps scores as they are, so that their own best is the best there is. */
  readonly keepsScores?: true;
  /** Whether it needs `low` and `high`. */
  readonly goalposts: boolean;
  /**
   * What else it needs: the indicator's target, or the score of a country to measure against, both directed.
   */
  readonly needs?: 'target' | 'reference';
  /** What directed scores it can take. */
  readonly domain?: Domain;
}

export const normalisations = {
  minmax: {
    apply: minmax,
    file: 'normalise/spans.ts',
    relative: true,
    goalposts: false,
    summary: 'the lowest country 0, the highest 100, the others in proportion',
    formula: 'y = floor + (ceiling − floor) (x − min) / (max − min)',
    use:
      'When distances between countries matter and nobody is an outlier: one extreme score squeezes all ' +
      'the others together.',
    parameters: [...span, by],
    check: checkSpan,
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  goalposts: {
    apply: goalposts,
    file: 'normalise/spans.ts',
    relative: false,
    goalposts: true,
    summary: 'between a low and a high that are set beforehand',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use:
      "When editions are compared, or a score means something by itself. Goalposts are an indicator's low " +
      'and high, its scale of ratings, or low and high given here for all.',
    parameters: [
      ...span,
      low,
      high,
      {
        name: 'clip',
        kind: 'flag',
        default: null,
        meaning:
          'true holds scores beyond a goalpost at it, false lets them pass; unless given, they are a problem',
      },
    ],
    check: (parameters) => checkSpan(parameters) ?? checkLowHigh(parameters),
    source: 'UNDP Human Development Report, technical note 1; OECD/JRC Handbook (2008), step 5',
  },
  zscore: {
    apply: zscore,
    file: 'normalise/spreads.ts',
    relative: true,
    goalposts: false,
    summary: 'standard deviations above the mean',
    formula: 'y = mean + deviation (x − x̄) / s',
    use:
      'When indicators should vary by the same amount. Half of the results are negative, which geometric ' +
      'and harmonic means cannot take.',
    parameters: [
      { name: 'mean', kind: 'number', default: 0, meaning: 'the mean of the normalised scores' },
      {
        name: 'deviation',
        kind: 'number',
        default: 1,
        least: 0,
        meaning: 'the standard deviation of the normalised scores',
      },
      by,
    ],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  rank: {
    apply: rank,
    file: 'normalise/ranks.ts',
    relative: true,
    ordinal: true,
    goalposts: false,
    summary: 'ranks, the lowest country 1',
    formula: 'y = 1 + number below',
    use: 'When scores are only to be trusted for their order. Outliers do no harm, and distances are lost.',
    parameters: [ties, by],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  percentile: {
    apply: percentile,
    file: 'normalise/ranks.ts',
    relative: true,
    ordinal: true,
    goalposts: false,
    summary: 'the share of the other countries that are below',
    formula: 'y = floor + (ceiling − floor) (number below) / (n − 1)',
    use: 'As ranks, in the common range.',
    parameters: [...span, by],
    check: checkSpan,
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  borda: {
    apply: borda,
    file: 'normalise/ranks.ts',
    relative: true,
    ordinal: true,
    goalposts: false,
    summary: 'how many countries are below',
    formula: 'y = number below',
    use: 'Summed up, it is the Borda count.',
    parameters: [by],
    source: 'Borda (1781), Mémoire sur les élections au scrutin',
  },
  'distance-to-maximum': {
    apply: distanceToMaximum,
    file: 'normalise/distances.ts',
    relative: true,
    goalposts: false,
    summary: 'how near to the best country, from the lowest',
    formula: 'y = ceiling (1 − (max − x) / (max − min))',
    use: 'What min–max gives, told from the top.',
    parameters: [ceiling, by],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'distance-to-reference': {
    apply: distanceToReference,
    file: 'normalise/distances.ts',
    relative: true,
    goalposts: false,
    needs: 'reference',
    example: 'distance-to-reference:Syldavia',
    summary: 'how near to one country: distance-to-reference:USA',
    formula: 'y = ceiling (1 − (r − x) / (r − min))',
    use: 'To measure all against one. Who is better than it gets more than the ceiling, unless clipped.',
    parameters: [
      {
        name: 'country',
        kind: 'text',
        default: undefined,
        positional: true,
        meaning: 'the country to measure against',
      },
      ceiling,
      clip,
      by,
    ],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  'distance-to-target': {
    apply: distanceToTarget,
    file: 'normalise/distances.ts',
    relative: true,
    goalposts: false,
    needs: 'target',
    summary: 'how near to the target of each indicator, from the lowest country',
    formula: 'y = ceiling (x − min) / (target − min)',
    use: 'When there are targets, as in a strategy. They stand in the column "target" of indicators.csv.',
    parameters: [ceiling, clip, by],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  'fraction-of-maximum': {
    apply: fractionOfMaximum,
    file: 'normalise/distances.ts',
    relative: true,
    goalposts: false,
    domain: {
      accepts: (score, { direction }) => (direction === -1 ? score < 0 : score >= 0),
      needs: 'scores of 0 or more, and above 0 where less is better',
      remedy: 'take --normalise minmax, which takes any scores',
    },
    summary: "the fraction of the best country's score",
    formula: 'y = ceiling x / max; min / x where less is better',
    use: 'When scores have a true zero, so that twice as much means twice as good.',
    parameters: [ceiling, by],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  scaled: {
    apply: scaled,
    file: 'normalise/spans.ts',
    relative: false,
    goalposts: false,
    example: 'scaled:low=0,high=400',
    summary: 'one span of scores for all indicators: scaled:low=0,high=5',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use: 'When all indicators are on the same scale already.',
    parameters: [
      { name: 'low', kind: 'number', default: 0, meaning: 'the score that becomes the floor' },
      { name: 'high', kind: 'number', default: 100, meaning: 'the score that becomes the ceiling' },
      ...span,
    ],
    check: (parameters) => checkSpan(parameters) ?? checkLowHigh(parameters),
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  vector: {
    apply: vector,
    file: 'normalise/spreads.ts',
    relative: true,
    goalposts: false,
    summary: 'divided by the length of the column',
    formula: 'y = x / √Σ x²',
    use: 'As TOPSIS has it. Where less is better it is 1 − |x| / √Σ x².',
    parameters: [by],
    source: 'Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  none: {
    apply: (column) => column,
    keepsScores: true,
    relative: false,
    goalposts: false,
    summary: 'scores as they are',
    formula: 'y = x',
    use:
      'When all indicators are in the same unit already, as the points of the pillars of an index that ' +
      'was published.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
} satisfies MethodTable<Normalisation>;
