// The index in exact arithmetic: imputed, normalised and directed, then the weighted mean of what is there.
import { at, Fraction, greatest, least, total } from './fraction.ts';
import { leavesOf, type Branch, type Leaf, type Node, type Sample } from './sample.ts';

export type Cell = Fraction | null;

/** Weights by the code of the node, relative to the siblings. */
export type Weights = ReadonlyMap<string, Fraction>;

export interface ExactIndex {
  /** By the position of the row, then of the leaf: as written, imputed, and normalised. */
  readonly raw: readonly (readonly Cell[])[];
  readonly normalised: readonly (readonly Cell[])[];
  /** The normalised scores times what sums multiply them by: the index is their mean by effective weight. */
  readonly points: readonly (readonly Cell[])[];
  /** By leaf. */
  readonly factors: readonly Fraction[];
  /**
   * What a raw point adds to a normalised one, by leaf; null where all scores are equal and so tell nothing.
   */
  readonly slopes: readonly Cell[];
  readonly index: readonly Cell[];
}

/** The weights of the framework. */
export function givenWeights(root: Branch): Map<string, Fraction> {
  const given = new Map<string, Fraction>();
  const add = (node: Node): void => {
    given.set(node.code, Fraction.of(node.weight));
    if (node.kind === 'branch') node.children.forEach(add);
  };
  add(root);
  return given;
}

/** The children that weigh something. */
export function counting({ children }: Branch, weights: Weights): Node[] {
  return children.filter(({ code }) => weightOf(weights, code).sign > 0);
}

export function weightOf(weights: Weights, code: string): Fraction {
  const weight = weights.get(code);
  if (weight === undefined) throw new Error(`"${code}" has no weight`);
  return weight;
}

/** Each child's share of what the counting siblings weigh together. */
export function localShares(branch: Branch, weights: Weights): { child: Node; share: Fraction }[] {
  const children = counting(branch, weights);
  const whole = total(children.map(({ code }) => weightOf(weights, code)));
  return children.map((child) => ({ child, share: weightOf(weights, child.code).over(whole) }));
}

/** Each leaf's share of the whole, in the order of the leaves. */
export function effectiveShares(root: Branch, weights: Weights): Fraction[] {
  const shares = new Map<string, Fraction>();
  const walk = (node: Node, share: Fraction): void => {
    shares.set(node.code, share);
    if (node.kind === 'branch')
      for (const below of localShares(node, weights)) walk(below.child, share.times(below.share));
  };
  walk(root, Fraction.one);
  return leavesOf(root).map(({ code }) => shares.get(code) ?? Fraction.zero);
}

export function exactIndex(sample: Sample, weights: Weights = givenWeights(sample.root)): ExactIndex {
  const { root, rows } = sample;
  const leaves = leavesOf(root);
  const raw = rows.map(({ scores }) => scores.map((score) => (score === null ? null : Fraction.of(score))));
  const columns = leaves.map((leaf, i) =>
    normalisedColumn(
      sample,
      leaf,
      raw.map((row) => at(row, i)),
    ),
  );
  const normalised = rows.map((_, row) => columns.map(({ column }) => at(column, row)));
  const factors = factorsOf(sample, weights);
  return {
    raw,
    normalised,
    factors,
    points: normalised.map((scores) => scores.map((x, leaf) => x?.times(at(factors, leaf)) ?? null)),
    slopes: columns.map(({ slope }) => slope),
    index: normalised.map((scores) => aggregate(sample, weights, scores)),
  };
}

/** Sums multiply by the number of the children that count, at every level. */
function factorsOf({ root, aggregate: method }: Sample, weights: Weights): Fraction[] {
  const factors = new Map<string, Fraction>();
  const walk = (node: Node, factor: Fraction): void => {
    factors.set(node.code, factor);
    if (node.kind === 'leaf') return;
    const children = counting(node, weights);
    const own = method === 'sum' ? Fraction.of(children.length) : Fraction.one;
    for (const child of children) walk(child, factor.times(own));
  };
  walk(root, Fraction.one);
  return leavesOf(root).map(({ code }) => factors.get(code) ?? Fraction.one);
}

/** The index of one country from its normalised scores; null if too few of them are there. */
export function aggregate(
  { root, aggregate: method }: Pick<Sample, 'root' | 'aggregate'>,
  weights: Weights,
  scores: readonly Cell[],
): Cell {
  const codes = leavesOf(root).map(({ code }) => code);
  const valueOf = (node: Node): Cell => {
    if (node.kind === 'leaf') return at(scores, codes.indexOf(node.code));
    const shares = localShares(node, weights);
    const there = shares.flatMap(({ child, share }) => {
      const value = valueOf(child);
      return value === null ? [] : [{ value, share }];
    });
    // The half of the children that `skip` asks for.
    if (there.length === 0 || 2 * there.length < shares.length) return null;
    const whole = total(there.map(({ share }) => share));
    const mean = total(there.map(({ value, share }) => value.times(share))).over(whole);
    return method === 'sum' ? mean.times(Fraction.of(shares.length)) : mean;
  };
  return valueOf(root);
}

function normalisedColumn(
  { impute, normalise, scale }: Sample,
  leaf: Leaf,
  raw: readonly Cell[],
): { column: Cell[]; slope: Cell } {
  const there = raw.filter((x) => x !== null);
  const mean = there.length === 0 ? null : total(there).over(Fraction.of(there.length));
  const filled = impute === 'mean' ? raw.map((x) => x ?? mean) : raw;
  if (normalise === 'none') {
    const slope = Fraction.of(leaf.direction);
    return { slope, column: filled.map((x) => x?.times(slope) ?? null) };
  }
  const ends = normalise === 'minmax' ? there : endsOf(leaf, scale);
  if (ends.length === 0) return { slope: null, column: filled.map(() => null) };
  const [low, high] = [least(ends), greatest(ends)];
  if (low.compare(high) === 0)
    return { slope: null, column: filled.map((x) => (x === null ? null : Fraction.of(50))) };
  const slope = Fraction.of(100 * leaf.direction).over(high.minus(low));
  const zero = leaf.direction === 1 ? low : high;
  return { slope, column: filled.map((x) => x?.minus(zero).times(slope) ?? null) };
}

function endsOf({ code, low, high }: Leaf, scale: Sample['scale']): Fraction[] {
  if (scale !== null) return scale.map(({ value }) => Fraction.of(value));
  if (low === null || high === null) throw new Error(`"${code}" has no goalposts`);
  return [Fraction.of(low), Fraction.of(high)];
}
