// normalise: how are scores in different units made comparable?
// A column arrives directed (more is better); missing scores stay missing.
import { mapPresent, present, type Column } from '../math/column.ts';
import { deviation, mean, range } from '../math/stats.ts';
import type { Method, Parameter, Table, Values } from '../model/registry.ts';

export interface Normalisation extends Method {
  apply(column: Column, parameters: Values): Column;
  /** Whether a country's result depends on the other countries' scores. */
  readonly relative: boolean;
  /** Whether it needs `low` and `high`. */
  readonly goalposts: boolean;
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
