// Fisher–Jenks natural breaks: the classes with the least spread inside them, found exactly.

/**
 * The least value of each class but the lowest, ascending, for the division of the values into `classes`
 * classes with the least sum of squared deviations from the class means. Equal values are never divided;
 * with fewer distinct values than classes there are as many classes as distinct values.
 *
 *     min Σ_classes Σ (x - class mean)²
 *
 * Dynamic programming over the n distinct values, O(classes · n²).
 *
 * @example naturalBreaks([1, 2, 9, 10, 11, 30], 3) // → [9, 30]
 * @see Fisher (1958), On grouping for maximum homogeneity, JASA 53
 */
export function naturalBreaks(values: readonly number[], classes: number): number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const spread = spreads(distinct, values);
  const wanted = Math.min(classes, distinct.length);
  let least = distinct.map((_, last) => spread(0, last));
  const starts: number[][] = [];
  for (let used = 2; used <= wanted; used += 1) {
    const previous = least;
    const start = distinct.map((_, last) => bestStart(previous, spread, used - 1, last));
    least = start.map((from, last) =>
      from === 0 ? Infinity : (previous[from - 1] ?? Infinity) + spread(from, last),
    );
    starts.push(start);
  }
  return walkBack(starts, distinct);
}

/** Where the last class should start, if it ends at `last` and at least `before` values come before it. */
function bestStart(previous: readonly number[], spread: Spread, before: number, last: number): number {
  let best = 0;
  let least = Infinity;
  for (let from = before; from <= last; from += 1) {
    const total = (previous[from - 1] ?? Infinity) + spread(from, last);
    if (total < least) [best, least] = [from, total];
  }
  return best;
}

function walkBack(starts: readonly (readonly number[])[], distinct: readonly number[]): number[] {
  const breaks: number[] = [];
  let last = distinct.length - 1;
  for (const start of starts.toReversed()) {
    const from = start[last] ?? 0;
    breaks.unshift(distinct[from] ?? Number.NaN);
    last = from - 1;
  }
  return breaks;
}

type Spread = (from: number, to: number) => number;

/**
 * Sums of squared deviations of every run of distinct values, each counted as often as it occurs. Updated
 * value by value (Welford 1962): differences of running sums would lose narrow classes that are far apart.
 */
function spreads(distinct: readonly number[], values: readonly number[]): Spread {
  const occurrences = new Map<number, number>();
  for (const x of values) occurrences.set(x, (occurrences.get(x) ?? 0) + 1);
  const table = distinct.map((_, from) => {
    let [n, mean, spread] = [0, 0, 0];
    return distinct.slice(from).map((x) => {
      const times = occurrences.get(x) ?? 0;
      const step = x - mean;
      n += times;
      mean += (step * times) / n;
      spread += times * step * (x - mean);
      return spread;
    });
  });
  return (from, to) => table[from]?.[to - from] ?? 0;
}
