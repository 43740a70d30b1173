// What the kernel does, whichever way it is computed.

/**
 * Steps of drawing weightings and counting ranks, over tables in one memory. All places are byte offsets into
 * it.
 *
 * A table is made of rows of `stride` numbers, one for each draw; `stride` is a multiple of 8, of which the
 * first `count` are meant. Weights lie as W[j][draw], keys as K[i][draw].
 */
export interface Kernel {
  /** A memory of at least so many bytes. Whatever looks into an earlier one has to look anew. */
  reserve(bytes: number): ArrayBuffer;
  /**
   * Fills rows with numbers between 0 and 1, by four generators (words 0 to 3 of each at `state`, lane by
   * lane): draw d takes its numbers from generator d modulo 4, row by row. Beginning with a multiple of 4
   * draws goes on where it was.
   */
  uniforms(state: number, rows: number, stride: number, count: number, to: number): void;
  /** Sorts each column of a table, the greatest first, by the comparators at `network`. */
  sort(network: number, comparators: number, stride: number, count: number, table: number): void;
  /**
   * From m − 1 descending cuts of a line of length 1 to m weights: wⱼ = floorⱼ + rest · (the length of piece
   * j).
   */
  spacings(m: number, stride: number, count: number, floors: number, rest: number, weights: number): void;
  /**
   * Weights within limits: each but the last is least + width · u, the last is what is left of 1, and a
   * candidate with the last outside its limits is passed over. Candidates are made a table at a time, and
   * those not yet looked at are kept for the next call (the word at state + 64 says where to go on; `stride`
   * where a block begins). 0 if `most` tables of candidates did not suffice.
   */
  box(
    state: number,
    m: number,
    stride: number,
    count: number,
    limits: number,
    most: number,
    candidates: number,
    weights: number,
  ): number;
  /**
   * Keys: Σ wⱼ xᵢⱼ, of which the last bits, those of `mask`, are replaced by i, so that sorting carries along
   * whose score it is.
   */
  scores(
    n: number,
    m: number,
    stride: number,
    count: number,
    mask: number,
    points: number,
    weights: number,
    keys: number,
  ): void;
  /**
   * From sorted keys: adds 1 to ranks[r][i] where r countries are ahead of i by more than the tolerance, and
   * the weights to firsts[i] where none is.
   */
  tally(
    n: number,
    m: number,
    stride: number,
    count: number,
    mask: number,
    tolerance: number,
    keys: number,
    weights: number,
    ranks: number,
    firsts: number,
  ): void;
  /**
   * From unsorted keys: adds to the two counters of each listed pair how often the first is ahead, and the
   * second.
   */
  pairs(
    list: number,
    length: number,
    stride: number,
    count: number,
    tolerance: number,
    keys: number,
    wins: number,
  ): void;
}
