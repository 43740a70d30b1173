// Normalisations that stretch scores over a common range.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';

/** The common range. */
export type Span = { readonly floor: number; readonly ceiling: number };

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
 * @example goalposts([10, 50, 90], { low: 0, high: 80, floor: 0, ceiling: 1, clip: true }) // → [0.125,
 *   0.625, 1]
 * @see UNDP, Human Development Report, technical note 1; OECD/JRC Handbook (2008), step 5
 */
export function goalposts(column: Column, { low, high, floor, ceiling, clip }: Goalposts): Column {
  return mapPresent(column, (x) => {
    const share = (x - low) / (high - low);
    return between(floor, ceiling, clip === true ? Math.min(1, Math.max(0, share)) : share);
  });
}

/**
 * Scaled: a span of the original scores becomes the common range, whatever scores there are.
 *
 *     y = floor + (ceiling - floor) (x - low) / (high - low),   reversed for direction -1
 *
 * @example scaled([50, null, 10], { low: 0, high: 200, floor: 0, ceiling: 100, direction: 1 }) // → [25,
 *   null, 5]
 * @see Becker et al. (2022), COINr
 */
export function scaled(
  column: Column,
  { low, high, floor, ceiling, direction }: Span & { low: number; high: number; direction: number },
): Column {
  return mapPresent(column, (x) =>
    between(floor, ceiling, direction === 1 ? (x - low) / (high - low) : (x + high) / (high - low)),
  );
}

/** A share of the way from the floor to the ceiling. */
export function between(floor: number, ceiling: number, share: number): number {
  return floor + (ceiling - floor) * share;
}
