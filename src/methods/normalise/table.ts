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
    summary: 'min–max: the lowest country gets 0, the highest 100',
    formula: 'y = floor + (ceiling − floor) (x − min) / (max − min)',
    use: 'When distances between countries matter. One outlier squeezes all others together.',
    parameters: [...span, by],
    check: checkSpan,
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  goalposts: {
    apply: goalposts,
    file: 'normalise/spans.ts',
    relative: false,
    goalposts: true,
    summary: 'like min–max, between a low and a high that are fixed',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use:
      'To compare editions, or if scores have a meaning of their own. Goalposts come from an ' +
      "indicator's low and high, its rating scale, or the low and high given here.",
    parameters: [
      ...span,
      low,
      high,
      {
        name: 'clip',
        kind: 'flag',
        default: null,
        meaning:
          'true cuts scores off at the goalposts, false lets them pass; if not given, a score outside is ' +
          'an error',
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
      'When all indicators should vary equally. With mean 0, about half of the results are negative, ' +
      'so geometric and harmonic means fail.',
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
    use: 'When only the order of scores can be trusted. Outliers do no harm, but distances are lost.',
    parameters: [ties, by],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  percentile: {
    apply: percentile,
    file: 'normalise/ranks.ts',
    relative: true,
    ordinal: true,
    goalposts: false,
    summary: 'the share of other countries below',
    formula: 'y = floor + (ceiling − floor) (number below) / (n − 1)',
    use: 'Like ranks, scaled from floor to ceiling.',
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
    summary: 'the number of countries below',
    formula: 'y = number below',
    use: 'Its sum over indicators is the Borda count.',
    parameters: [by],
    source: 'Borda (1781), Mémoire sur les élections au scrutin',
  },
  'distance-to-maximum': {
    apply: distanceToMaximum,
    file: 'normalise/distances.ts',
    relative: true,
    goalposts: false,
    summary: 'closeness to the best country: the lowest gets 0',
    formula: 'y = ceiling (1 − (max − x) / (max − min))',
    use: 'Same result as min–max from 0.',
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
    summary: 'closeness to one country, for example distance-to-reference:USA',
    formula: 'y = ceiling (1 − (r − x) / (r − min))',
    use: 'To measure all countries against one. A better country exceeds the ceiling, unless clipped.',
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
    summary: "closeness to each indicator's target: the lowest country gets 0",
    formula: 'y = ceiling (x − min) / (target − min)',
    use: 'When a strategy sets targets. They stand in the column "target" of indicators.csv.',
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
      needs: 'scores of 0 or more (above 0 if lower is better)',
      remedy: 'use --normalise minmax, which accepts any score',
    },
    summary: "the score as a fraction of the best country's",
    formula: 'y = ceiling x / max; min / x where less is better',
    use: 'When scores have a true zero: twice the score is twice as good.',
    parameters: [ceiling, by],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  scaled: {
    apply: scaled,
    file: 'normalise/spans.ts',
    relative: false,
    goalposts: false,
    example: 'scaled:low=0,high=400',
    summary: 'one range for all indicators, for example scaled:low=0,high=5',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use: 'When all indicators already share a scale.',
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
    use: 'For TOPSIS. If lower is better, it is 1 − |x| / √Σ x².',
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
    use: 'When all indicators already share a unit, such as the published scores of pillars.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
} satisfies MethodTable<Normalisation>;
