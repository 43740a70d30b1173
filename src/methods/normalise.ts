// normalise: how are scores in different units made comparable?
// A column arrives directed (more is better: the scores of direction −1 are negated); missing scores stay missing.
import { mapPresent, present, type Column } from '../math/column.ts';
import { deviation, mean, range } from '../math/stats.ts';
import type { Fault } from '../model/fault.ts';
import type { Domain, Method, Parameter, Table, Values } from '../model/registry.ts';

export interface Normalisation extends Method {
  apply(column: Column, parameters: Values): Column;
  /** Whether a country's result depends on the other countries' scores. */
  readonly relative: boolean;
  /** Whether it needs `low` and `high`. */
  readonly goalposts: boolean;
  /** What else it needs: the indicator's target, or the score of a country to measure against, both directed. */
  readonly needs?: 'target' | 'reference';
  /** What directed scores it can take. */
  readonly domain?: Domain;
}

type Span = { readonly floor: number; readonly ceiling: number };

type Goalposts = Span & { readonly low: number; readonly high: number; readonly clip: boolean | null };

/**
 * Min–max: the lowest country gets the floor, the highest the ceiling, everybody else in proportion.
 *
 *     y = floor + (ceiling - floor) (x - min) / (max - min)
 *
 * Use it when distances between countries matter and nobody is an outlier: one extreme
 * score squeezes all the others together. A new country can move everybody. If all scores
 * are equal, each gets the middle of the range, and a warning says so.
 *
 * @example minmax([2, 4, null, 6], { floor: 0, ceiling: 100 }) // → [0, 50, null, 100]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function minmax(column: Column, { floor, ceiling }: Span): Column {
  const { low, high } = range(present(column));
  return mapPresent(column, (x) => between(floor, ceiling, low === high ? 0.5 : (x - low) / (high - low)));
}

/**
 * Goalposts: like min–max, between a low and a high that are set beforehand.
 *
 *     y = floor + (ceiling - floor) (x - low) / (high - low)
 *
 * Use it when years or editions are compared, or when a score means something by itself: no
 * country's value depends on another's. `clip` holds scores beyond a goalpost at it.
 *
 * @example goalposts([10, 50, 90], { low: 0, high: 80, floor: 0, ceiling: 1, clip: true }) // → [0.125, 0.625, 1]
 * @see UNDP, Human Development Report, technical note 1; OECD/JRC Handbook (2008), step 5
 */
export function goalposts(column: Column, { low, high, floor, ceiling, clip }: Goalposts): Column {
  return mapPresent(column, (x) => {
    const share = (x - low) / (high - low);
    return between(floor, ceiling, clip === true ? Math.min(1, Math.max(0, share)) : share);
  });
}

/**
 * z-scores: how many standard deviations a country is above the mean.
 *
 *     y = mean + deviation (x - x̄) / s,   s with divisor n - 1
 *
 * Use it when indicators should vary by the same amount; an outlier keeps a large score.
 * Half of the results are negative, which geometric and harmonic means cannot take.
 * If all scores are equal, each gets the mean.
 *
 * @example zscore([1, 2, 3], { mean: 0, deviation: 1 }) // → [-1, 0, 1]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function zscore(column: Column, parameters: { mean: number; deviation: number }): Column {
  const scores = present(column);
  const centre = mean(scores);
  const spread = deviation(scores);
  const { low, high } = range(scores);
  return mapPresent(column, (x) => (low === high ? parameters.mean : parameters.mean + parameters.deviation * ((x - centre) / spread)));
}

/**
 * Ranks: the lowest country 1, the highest n; equal scores share the lowest of their ranks, or the mean of them.
 *
 * Use it when scores are only to be trusted for their order: outliers do no harm, and distances are lost.
 *
 * @example rank([10, 30, null, 30, 20], { ties: 'lowest' }) // → [1, 3, null, 3, 2]
 * @example rank([10, 30, null, 30, 20], { ties: 'mean' }) // → [1, 3.5, null, 3.5, 2]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function rank(column: Column, { ties }: { ties: string }): Column {
  const scores = present(column);
  return mapPresent(column, (x) => {
    const [below, equal] = [scores.filter((other) => other < x).length, scores.filter((other) => other === x).length];
    return below + (ties === 'mean' ? (equal + 1) / 2 : 1);
  });
}

/**
 * Percentile ranks: the share of the other countries that are strictly below.
 *
 *     y = floor + (ceiling - floor) (number below) / (n - 1)
 *
 * @example percentile([10, 30, null, 20], { floor: 0, ceiling: 100 }) // → [0, 100, null, 50]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function percentile(column: Column, { floor, ceiling }: Span): Column {
  const scores = present(column);
  return mapPresent(column, (x) => between(floor, ceiling, scores.length === 1 ? 0.5 : scores.filter((other) => other < x).length / (scores.length - 1)));
}

/**
 * Borda scores: how many countries are strictly below.
 *
 * @example borda([10, 30, null, 20]) // → [0, 2, null, 1]
 * @see Borda (1781)
 */
export function borda(column: Column): Column {
  const scores = present(column);
  return mapPresent(column, (x) => scores.filter((other) => other < x).length);
}

/**
 * Distance to the maximum, from the minimum: what min–max gives, told from the top.
 *
 *     y = ceiling (1 - (max - x) / (max - min))
 *
 * @example distanceToMaximum([2, 4, null, 6], { ceiling: 1 }) // → [0, 0.5, null, 1]
 * @see Becker et al. (2022), COINr
 */
export function distanceToMaximum(column: Column, { ceiling }: { ceiling: number }): Column {
  const { low, high } = range(present(column));
  return mapPresent(column, (x) => ceiling * (low === high ? 0.5 : (x - low) / (high - low)));
}

/**
 * Distance to a country: that country gets the ceiling, the lowest 0, and who is better more than the ceiling.
 *
 *     y = ceiling (1 - (r - x) / (r - min)),   at most the ceiling if clipped
 *
 * @example distanceToReference([2, 4, null, 6], { reference: 4, ceiling: 1, clip: false }) // → [0, 1, null, 2]
 * @see OECD/JRC Handbook (2008), step 5: distance to a reference
 */
export function distanceToReference(column: Column, { reference, ceiling, clip }: { reference: number; ceiling: number; clip: boolean }): Column {
  const { low } = range(present(column));
  return mapPresent(column, (x) => {
    const share = reference === low ? 0.5 : (x - low) / (reference - low);
    return ceiling * (clip ? Math.min(1, share) : share);
  });
}

/**
 * Distance to a target: the indicator's target gets the ceiling, the lowest country 0.
 *
 *     y = ceiling (x - min) / (target - min),   at most the ceiling if clipped
 *
 * @example distanceToTarget([2, 4, null, 6], { target: 10, ceiling: 1, clip: false }) // → [0, 0.25, null, 0.5]
 * @see OECD/JRC Handbook (2008), step 5
 */
export function distanceToTarget(column: Column, { target, ceiling, clip }: { target: number; ceiling: number; clip: boolean }): Column {
  return distanceToReference(column, { reference: target, ceiling, clip });
}

/**
 * Fraction of the best: of the maximum, or, where less is better, the minimum's share of the score.
 *
 *     y = ceiling x / max,   for direction -1  y = ceiling min / x
 *
 * @example fractionOfMaximum([2, 4, null, 8], { ceiling: 1, direction: 1 }) // → [0.25, 0.5, null, 1]
 * @example fractionOfMaximum([-2, -4], { ceiling: 1, direction: -1 }) // → [1, 0.5]
 * @see OECD/JRC Handbook (2008), step 5; Zavadskas & Turskis (2010), for direction -1
 */
export function fractionOfMaximum(column: Column, { ceiling, direction }: { ceiling: number; direction: number }): Column {
  const { high } = range(present(column));
  return mapPresent(column, (x) => ceiling * (direction === 1 ? x / high : high / x));
}

/**
 * Scaled: a span of the original scores becomes the common range, whatever scores there are.
 *
 *     y = floor + (ceiling - floor) (x - low) / (high - low),   reversed for direction -1
 *
 * @example scaled([50, null, 10], { low: 0, high: 200, floor: 0, ceiling: 100, direction: 1 }) // → [25, null, 5]
 * @see Becker et al. (2022), COINr
 */
export function scaled(column: Column, { low, high, floor, ceiling, direction }: Span & { low: number; high: number; direction: number }): Column {
  return mapPresent(column, (x) => between(floor, ceiling, direction === 1 ? (x - low) / (high - low) : (x + high) / (high - low)));
}

/**
 * Vector: divided by the length of the column; reversed where less is better.
 *
 *     y = x / √Σ x²,   for direction -1  y = 1 - |x| / √Σ x²
 *
 * @example vector([3, null, 4], { direction: 1 }) // → [0.6, null, 0.8]
 * @see Hwang & Yoon (1981), Multiple Attribute Decision Making
 */
export function vector(column: Column, { direction }: { direction: number }): Column {
  const length = Math.hypot(...present(column));
  return mapPresent(column, (x) => (length === 0 ? 0 : direction === 1 ? x / length : 1 + x / length));
}

/** @example none([2, null, -6]) // → [2, null, -6] */
export function none(column: Column): Column {
  return column;
}

function between(floor: number, ceiling: number, share: number): number {
  return floor + (ceiling - floor) * share;
}

function checkSpan({ floor, ceiling }: Values): string | null {
  return isBelow(floor, ceiling) ? null : 'floor must be below ceiling';
}

function isBelow(low: unknown, high: unknown): boolean {
  return typeof low !== 'number' || typeof high !== 'number' || low < high;
}

const span: readonly Parameter[] = [
  { name: 'floor', kind: 'number', default: 0, meaning: 'the lowest normalised score' },
  { name: 'ceiling', kind: 'number', default: 100, meaning: 'the highest normalised score' },
];

const ceiling: Parameter = { name: 'ceiling', kind: 'number', default: 100, meaning: 'what the best, the reference or the target gets' };
const clip: Parameter = { name: 'clip', kind: 'flag', default: false, meaning: 'whether to hold who is beyond at the ceiling' };

function oneOf(...words: string[]) {
  return (value: unknown): Fault[] => (words.some((word) => word === value) ? [] : [{ message: `it is one of ${words.join(', ')}`, path: [] }]);
}

export const normalisations = {
  minmax: {
    apply: minmax,
    relative: true,
    goalposts: false,
    summary: 'the lowest country 0, the highest 100, the others in proportion',
    formula: 'y = floor + (ceiling − floor) (x − min) / (max − min)',
    use: 'When distances between countries matter and nobody is an outlier: one extreme score squeezes all the others together.',
    parameters: span,
    check: checkSpan,
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  goalposts: {
    apply: goalposts,
    relative: false,
    goalposts: true,
    summary: 'between a low and a high that are set beforehand',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use: 'When editions are compared, or a score means something by itself. Goalposts are an indicator\'s low and high, its scale of ratings, or low and high given here for all.',
    parameters: [
      ...span,
      { name: 'low', kind: 'number', default: null, meaning: 'the low goalpost of indicators that have none of their own' },
      { name: 'high', kind: 'number', default: null, meaning: 'the high goalpost of indicators that have none of their own' },
      { name: 'clip', kind: 'flag', default: null, meaning: 'true holds scores beyond a goalpost at it, false lets them pass; unless given, they are a problem' },
    ],
    check: (parameters) => checkSpan(parameters) ?? (isBelow(parameters['low'], parameters['high']) ? null : 'low must be below high'),
    source: 'UNDP Human Development Report, technical note 1; OECD/JRC Handbook (2008), step 5',
  },
  zscore: {
    apply: zscore,
    relative: true,
    goalposts: false,
    summary: 'standard deviations above the mean',
    formula: 'y = mean + deviation (x − x̄) / s',
    use: 'When indicators should vary by the same amount. Half of the results are negative, which geometric and harmonic means cannot take.',
    parameters: [
      { name: 'mean', kind: 'number', default: 0, meaning: 'the mean of the normalised scores' },
      { name: 'deviation', kind: 'number', default: 1, least: 0, meaning: 'the standard deviation of the normalised scores' },
    ],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  rank: {
    apply: rank,
    relative: true,
    goalposts: false,
    summary: 'ranks, the lowest country 1',
    formula: 'y = 1 + number below',
    use: 'When scores are only to be trusted for their order. Outliers do no harm, and distances are lost.',
    parameters: [{ name: 'ties', kind: 'text', default: 'lowest', positional: true, meaning: 'what equal scores get: lowest or mean', check: oneOf('lowest', 'mean') }],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  percentile: {
    apply: percentile,
    relative: true,
    goalposts: false,
    summary: 'the share of the other countries that are below',
    formula: 'y = floor + (ceiling − floor) (number below) / (n − 1)',
    use: 'As ranks, in the common range.',
    parameters: span,
    check: checkSpan,
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  borda: {
    apply: borda,
    relative: true,
    goalposts: false,
    summary: 'how many countries are below',
    formula: 'y = number below',
    use: 'Summed up, it is the Borda count.',
    parameters: [],
    source: 'Borda (1781), Mémoire sur les élections au scrutin',
  },
  'distance-to-maximum': {
    apply: distanceToMaximum,
    relative: true,
    goalposts: false,
    summary: 'how near to the best country, from the lowest',
    formula: 'y = ceiling (1 − (max − x) / (max − min))',
    use: 'What min–max gives, told from the top.',
    parameters: [ceiling],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'distance-to-reference': {
    apply: distanceToReference,
    relative: true,
    goalposts: false,
    needs: 'reference',
    summary: 'how near to one country: distance-to-reference:USA',
    formula: 'y = ceiling (1 − (r − x) / (r − min))',
    use: 'To measure all against one. Who is better than it gets more than the ceiling, unless clipped.',
    parameters: [{ name: 'country', kind: 'text', default: undefined, positional: true, meaning: 'the country to measure against' }, ceiling, clip],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  'distance-to-target': {
    apply: distanceToTarget,
    relative: true,
    goalposts: false,
    needs: 'target',
    summary: 'how near to the target of each indicator, from the lowest country',
    formula: 'y = ceiling (x − min) / (target − min)',
    use: 'When there are targets, as in a strategy. They stand in the column "target" of indicators.csv.',
    parameters: [ceiling, clip],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  'fraction-of-maximum': {
    apply: fractionOfMaximum,
    relative: true,
    goalposts: false,
    domain: { accepts: (score, { direction }) => (direction === -1 ? score < 0 : score >= 0), needs: 'scores of 0 or more, and above 0 where less is better', remedy: 'take --normalise minmax, which takes any scores' },
    summary: 'the fraction of the best country\'s score',
    formula: 'y = ceiling x / max; min / x where less is better',
    use: 'When scores have a true zero, so that twice as much means twice as good.',
    parameters: [ceiling],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  scaled: {
    apply: scaled,
    relative: false,
    goalposts: false,
    summary: 'one span of scores for all indicators: scaled:low=0,high=5',
    formula: 'y = floor + (ceiling − floor) (x − low) / (high − low)',
    use: 'When all indicators are on the same scale already.',
    parameters: [{ name: 'low', kind: 'number', default: 0, meaning: 'the score that becomes the floor' }, { name: 'high', kind: 'number', default: 100, meaning: 'the score that becomes the ceiling' }, ...span],
    check: (parameters) => checkSpan(parameters) ?? (isBelow(parameters['low'], parameters['high']) ? null : 'low must be below high'),
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  vector: {
    apply: vector,
    relative: true,
    goalposts: false,
    summary: 'divided by the length of the column',
    formula: 'y = x / √Σ x²',
    use: 'As TOPSIS has it. Where less is better it is 1 − |x| / √Σ x².',
    parameters: [],
    source: 'Hwang & Yoon (1981), Multiple Attribute Decision Making',
  },
  none: {
    apply: none,
    relative: false,
    goalposts: false,
    summary: 'scores as they are',
    formula: 'y = x',
    use: 'When all indicators are in the same unit already, as the points of the pillars of an index that was published.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
} satisfies Table<Normalisation>;
