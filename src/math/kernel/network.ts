// Which pairs of places are put in order, one after the other, to sort: the same pairs whatever is sorted.

/**
 * A sorting network of n places, as pairs of places of which the first is above: Batcher's odd–even merge
 * sort, of about n (log₂ n)² / 4 pairs. It has no branches, so that many columns are sorted at once.
 *
 * @example sortingNetwork(3) // → [[0, 2], [0, 1], [1, 2]]
 * @see Knuth (1998), The Art of Computer Programming 3, algorithm 5.2.2M
 */
export function sortingNetwork(n: number): [number, number][] {
  const top = 2 ** Math.ceil(Math.log2(Math.max(1, n)) - 1);
  const pairs: [number, number][] = [];
  for (let p = Math.floor(top); p >= 1; p /= 2) {
    for (let q = top, distance = p, rest = 0; ; distance = q - p, q /= 2, rest = p) {
      for (let i = 0; i + distance < n; i += 1) if ((i & p) === rest) pairs.push([i, i + distance]);
      if (q === p) break;
    }
  }
  return pairs;
}
