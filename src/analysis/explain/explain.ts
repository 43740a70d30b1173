// Why does a country stand where it stands: what does each part contribute, how does it compare with the
// field, and what separates the country from its neighbours?
import { present, type Column } from '../../math/statistics/column.ts';
import { median, sum } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation, type WeightedSumForm } from '../../methods/aggregate/table.ts';
import type { Category, FrameworkNode } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';

/** One node of the framework, as it stands for one country. */
export interface Part {
  readonly node: FrameworkNode;
  /** The category it is in. */
  readonly parent: Category;
  /** 1 for the children of the index. */
  readonly depth: number;
  /** The normalised score, or what the category's scores aggregate to. */
  readonly score: number | null;
  /**
   * Effective: the product of the weights, or of the country's own shares, from the index down; null if it
   * takes no part.
   */
  readonly weight: number | null;
  /**
   * What it contributes to the index, in points of the index; null where the aggregation has no
   * contributions.
   */
  readonly adds: number | null;
  /** Its rank by this score alone, and among how many. */
  readonly rank: number | null;
  readonly of: number;
  /** The median of the field; null if nobody has a score. */
  readonly median: number | null;
}

/**
 * All parts of one country's index, each parent before its children.
 *
 * Under an aggregation with φ(y) = Σ cᵢ φ(xᵢ), a child contributes the share cᵢ φ(xᵢ) / φ(y) of what its
 * parent contributes. With φ(x) = x, as in arithmetic means and sums, that is weight × score; with φ = ln, as
 * in geometric means and products, it is a share of the logarithm. Contributions of siblings add up to that
 * of their parent, those of the children of the root to the index. A product below 1 of factors above and
 * below 1 has none. Where each country has weights of its own, a child contributes its share of what its
 * parent contributes. A country without an index has none. Missing scores and children of weight 0 contribute
 * nothing, and the weights of the others are scaled up as they were in the index.
 *
 * @see OECD/JRC Handbook (2008), step 8: back to the details
 */
export function explain(result: Result, row: number): Part[] {
  const index = result.index[row] ?? null;
  return partsBelow(
    result,
    row,
    result.framework,
    1,
    index === null ? null : { weight: 1, adds: index, perPoint: 1 },
  );
}

/**
 * What a node has of the whole: its effective weight, its contribution, and what one point of its score
 * contributes.
 */
interface Portion {
  readonly weight: number;
  readonly adds: number | null;
  readonly perPoint: number | null;
}

function partsBelow(
  result: Result,
  row: number,
  parent: Category,
  depth: number,
  whole: Portion | null,
): Part[] {
  const portions = whole === null ? new Map<string, Portion>() : portionsOf(result, row, parent, whole);
  return parent.children.flatMap((node): Part[] => {
    const field = fieldOf(result, node.code, row);
    const score = result.scores.get(node.code)?.[row] ?? null;
    const portion = portions.get(node.code) ?? null;
    const part: Part = {
      node,
      parent,
      depth,
      score,
      weight: portion?.weight ?? null,
      adds: portion?.adds ?? null,
      rank: score === null ? null : 1 + field.filter((other) => other > score).length,
      of: field.length,
      median: finite(median(field)),
    };
    return node.kind === 'indicator' ? [part] : [part, ...partsBelow(result, row, node, depth + 1, portion)];
  });
}

/** The portions of the children that take part. */
function portionsOf(result: Result, row: number, parent: Category, whole: Portion): Map<string, Portion> {
  const { weightedSum, terms } = termsOf(result, row, parent);
  const total = sum(terms.map(({ term }) => term));
  // A product below 1 of factors on both sides of it has shares that say the opposite of what each factor
  // does; one of 0 has none.
  const isTold = Number.isFinite(total) && (total > 0 || terms.every(({ term }) => term <= 0));
  return new Map(
    terms.map(({ code, score, weight, coefficient, term }): [string, Portion] => {
      const perPoint =
        weightedSum?.isPlain === true && whole.perPoint !== null ? whole.perPoint * coefficient : null;
      const adds =
        perPoint === null ? times(whole.adds, isTold ? term / total : Number.NaN) : perPoint * score;
      return [code, { weight: whole.weight * weight, adds, perPoint: perPoint ?? times(adds, 1 / score) }];
    }),
  );
}

/** A child that takes part: its weight among those that do, and its term cᵢ φ(xᵢ). */
interface Term {
  readonly code: string;
  readonly score: number;
  readonly weight: number;
  readonly coefficient: number;
  readonly term: number;
}

/**
 * The weighted sum that a category's value is of its children's, under its weightedSum; terms are NaN where it has
 * none.
 */
function termsOf(
  result: Result,
  row: number,
  parent: Category,
): { weightedSum: WeightedSumForm | undefined; terms: Term[] } {
  const choice = parent.aggregate ?? result.recipe.aggregate;
  const { weightedSum } = entryOf<Aggregation>(aggregations, choice);
  if (result.countryWeights !== null)
    return { weightedSum, terms: ownTerms(result, result.countryWeights, row, parent) };
  const counting = parent.children.flatMap(({ code }) => {
    const weight = result.weights.get(code) ?? 0;
    return weight > 0 ? [{ code, weight, score: result.scores.get(code)?.[row] ?? null }] : [];
  });
  const taking = counting.flatMap(({ score, ...child }) => (score === null ? [] : [{ ...child, score }]));
  const total = sum(taking.map(({ weight }) => weight));
  return {
    weightedSum,
    terms: taking.map(({ code, score, weight }) => {
      const coefficient = (weight / total) * (weightedSum?.isTotal === true ? counting.length : 1);
      return {
        code,
        score,
        weight: weight / total,
        coefficient,
        term: weightedSum === undefined ? Number.NaN : coefficient * weightedSum.apply(score, choice),
      };
    }),
  };
}

/** The same where the country has weights of its own: each child's term is its share of the value. */
function ownTerms(
  { scores }: Result,
  countryWeights: ReadonlyMap<string, Column>,
  row: number,
  parent: Category,
): Term[] {
  const value = scores.get(parent.code)?.[row] ?? null;
  return parent.children.flatMap(({ code }): Term[] => {
    const [score, weight] = [scores.get(code)?.[row] ?? null, countryWeights.get(code)?.[row] ?? null];
    if (score === null || weight === null || value === null) return [];
    return [
      { code, score, weight, coefficient: score === 0 ? 0 : (weight * value) / score, term: weight * value },
    ];
  });
}

/** What lies between a country and another one. */
export interface Separation {
  readonly row: number;
  readonly side: 'above' | 'below';
  /** The other's index less this country's. */
  readonly gap: number;
  /**
   * What each child of the index contributes to the gap, the largest first; empty where the aggregation has
   * no contributions.
   */
  readonly parts: readonly { readonly node: FrameworkNode; readonly adds: number }[];
}

/**
 * What separates a country from another: the differences c'ᵢ φ(x'ᵢ) − cᵢ φ(xᵢ) over the children of the
 * index, scaled so that they add up to the distance of the two indices.
 */
export function separate(result: Result, row: number, other: number): Separation {
  const gap = (result.index[other] ?? Number.NaN) - (result.index[row] ?? Number.NaN);
  const { weightedSum, terms: own } = termsOf(result, row, result.framework);
  const { terms: theirs } = termsOf(result, other, result.framework);
  const termAt = (terms: readonly Term[], code: string) =>
    terms.find((term) => term.code === code)?.term ?? 0;
  const differences = result.framework.children.map((node) => ({
    node,
    difference: termAt(theirs, node.code) - termAt(own, node.code),
  }));
  const whole = sum(differences.map(({ difference }) => difference));
  const parts = differences.map(({ node, difference }) => ({
    node,
    adds: weightedSum?.isPlain === true ? difference : (difference / whole) * gap,
  }));
  const isSound = weightedSum !== undefined && parts.every(({ adds }) => Number.isFinite(adds));
  const side = (result.ranks[other] ?? Infinity) < (result.ranks[row] ?? Infinity) ? 'above' : 'below';
  return {
    row: other,
    side,
    gap,
    parts: isSound ? parts.toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds)) : [],
  };
}

/**
 * The countries just above and just below by rank, in the same year; who shares the rank is neither. Of
 * several, the nearest by index.
 */
export function neighbours(
  { index, ranks, countries }: Result,
  row: number,
): { above: number | null; below: number | null } {
  const [own, score] = [ranks[row] ?? null, index[row] ?? null];
  const others = [...ranks.keys()].flatMap((other) => {
    const rank = ranks[other] ?? null;
    const isAside =
      own === null || rank === null || rank === own || countries[other]?.year !== countries[row]?.year;
    return isAside ? [] : [{ other, places: rank - own, gap: Math.abs((index[other] ?? 0) - (score ?? 0)) }];
  });
  const nearest = (among: typeof others) =>
    among.toSorted((a, b) => Math.abs(a.places) - Math.abs(b.places) || a.gap - b.gap)[0]?.other ?? null;
  return {
    above: nearest(others.filter(({ places }) => places < 0)),
    below: nearest(others.filter(({ places }) => places > 0)),
  };
}

/** The scores on one node of all countries of the same year. */
function fieldOf({ scores, countries }: Result, code: string, row: number): number[] {
  return present(
    (scores.get(code) ?? []).filter((_, other) => countries[other]?.year === countries[row]?.year),
  );
}

function times(x: number | null, factor: number): number | null {
  return x === null ? null : finite(x * factor);
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
