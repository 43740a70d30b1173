// Is there a mixture of given points with these signs? A linear program in exact arithmetic.
import { at, type Fraction } from './fraction.ts';

/** Each row has a value at every point, and is to be above 0, at least 0, or 0 in the mixture. */
export interface Signs {
  readonly above: readonly (readonly Fraction[])[];
  readonly notBelow?: readonly (readonly Fraction[])[];
  readonly equal?: readonly (readonly Fraction[])[];
}

/**
 * Whether some λ ≥ 0 with Σ λ = 1 gives every row its sign.
 *
 * By duality: it does unless some p ≥ 0 with Σ p = 1 over the rows above, q ≥ 0 over those not below and r of
 * any sign over the equal ones make Σ p D + Σ q D + Σ r D ≤ 0 at every point. With D + c > 0 in place of D,
 * that is the program max Σ p with Σ p (D + c) + Σ q D + Σ r D ≤ 1, whose origin is a corner: its optimum is
 * 1 / (c + value), and it has none where rows that are not strict contradict each other.
 */
export function mixtureExists(points: number, { above, notBelow = [], equal = [] }: Signs): boolean {
  if (points === 0) return false;
  const ones = Array.from({ length: points }, () => 1n);
  const strict = above.length === 0 ? [ones] : above.map(integers);
  const others = [...notBelow, ...equal].map(integers);
  const opposite = equal.map((row) => integers(row).map((x) => -x));
  const size = (x: bigint): bigint => (x < 0n ? -x : x);
  const shift = strict.flat().reduce((most, x) => (size(x) > most ? size(x) : most), 0n) + 1n;
  const columns = [...strict.map((row) => row.map((x) => x + shift)), ...others, ...opposite];
  const best = greatestSum(
    ones.map((_, point) => columns.map((column) => at(column, point))),
    columns.map((_, i) => (i < strict.length ? 1n : 0n)),
  );
  // value = 1 / best − c, which is above 0 if best < 1 / c.
  return best !== null && best.top * shift < best.bottom;
}

/** A row times a number above 0, so that all of it is whole. */
function integers(row: readonly Fraction[]): bigint[] {
  const common = row.reduce(
    (product, { bottom }) => (product % bottom === 0n ? product : product * bottom),
    1n,
  );
  return row.map(({ top, bottom }) => top * (common / bottom));
}

/**
 * max c x with A x ≤ 1 and x ≥ 0; null if it has no end. The simplex method on whole numbers (Edmonds,
 * Bareiss): all entries share a denominator, the last pivot. Bland's rule, so that it ends.
 */
function greatestSum(
  matrix: readonly (readonly bigint[])[],
  aim: readonly bigint[],
): { top: bigint; bottom: bigint } | null {
  const rows = matrix.map((row) => [...row, 1n]);
  const last = [...aim.map((x) => -x), 0n];
  const tableau = [...rows, last];
  const names = { down: rows.map((_, i) => aim.length + i), across: aim.map((_, i) => i) };
  let denominator = 1n;
  for (;;) {
    const column = entering(at(tableau, rows.length), names.across);
    if (column === -1) return { top: at(at(tableau, rows.length), aim.length), bottom: denominator };
    const row = leaving(tableau, names.down, column, rows.length, aim.length);
    if (row === -1) return null;
    denominator = pivot(tableau, row, column, denominator);
    const [leaves, enters] = [at(names.down, row), at(names.across, column)];
    names.down[row] = enters;
    names.across[column] = leaves;
  }
}

function entering(aim: readonly bigint[], across: readonly number[]): number {
  const candidates = across
    .map((name, column) => ({ name, column }))
    .filter(({ column }) => at(aim, column) < 0n)
    .toSorted((a, b) => a.name - b.name);
  return candidates[0]?.column ?? -1;
}

function leaving(
  tableau: readonly (readonly bigint[])[],
  down: readonly number[],
  column: number,
  height: number,
  bounds: number,
): number {
  let best = -1;
  for (let row = 0; row < height; row += 1) {
    const entry = at(at(tableau, row), column);
    if (entry <= 0n) continue;
    const own = at(at(tableau, row), bounds);
    const difference =
      best === -1 ? -1n : own * at(at(tableau, best), column) - at(at(tableau, best), bounds) * entry;
    if (difference < 0n || (difference === 0n && at(down, row) < at(down, best))) best = row;
  }
  return best;
}

/** Exchanges a row for a column; gives the new common denominator. */
function pivot(tableau: bigint[][], row: number, column: number, denominator: bigint): bigint {
  const pivotRow = at(tableau, row);
  const entry = at(pivotRow, column);
  for (const [i, line] of tableau.entries()) {
    if (i === row) continue;
    const factor = at(line, column);
    for (const [j, x] of line.entries())
      line[j] = j === column ? -factor : (x * entry - factor * at(pivotRow, j)) / denominator;
  }
  pivotRow[column] = denominator;
  return entry;
}
