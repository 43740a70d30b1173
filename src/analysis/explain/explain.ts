// Why does a country stand where it stands: what does each part contribute, how does it compare with the
// field, and what separates the country from its neighbours?
import { at, of } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { median, sum } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation, type WeightedSumForm } from '../../methods/aggregate/table.ts';
import type { ShareRange } from '../../methods/weight/siblings.ts';
import { rankedWith } from '../../methods/years.ts';
import type { Category, FrameworkNode } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { isUnique, shareRanges } from './share-ranges.ts';

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
   * Where each country has weights of its own: how far its share of the index may go among all weights that
   * are best for the country; null where all have the same weights, or it takes no part.
   */
  readonly shares: ShareRange | null;
  /**
   * What it contributes to the index, in points of the index; null where the aggregation has no
   * contributions, or a share may go from one number to another.
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
 * Shape: a part for every node but the root, whether or not it takes part.
 *
 * @see OECD/JRC Handbook (2008), step 8: back to the details
 */
export function explain(result: Result, row: ResultRow): Part[] {
  const index = at(result.index, row);
  const whole = index === null ? null : { weight: 1, shares: WHOLE, adds: index, perPoint: 1 };
  return partsBelow(result, row, result.framework, 1, whole, shareRanges(result, [row]));
}

/**
 * What a node has of the whole: its effective weight, its contribution, and what one point of its score
 * contributes.
 */
interface Portion {
  readonly weight: number;
  readonly shares: ShareRange;
  readonly adds: number | null;
  readonly perPoint: number | null;
}

function partsBelow(
  result: Result,
  row: ResultRow,
  parent: Category,
  depth: number,
  whole: Portion | null,
  ranges: ReturnType<typeof shareRanges>,
): Part[] {
  const portions =
    whole === null ? new Map<string, Portion>() : portionsOf(result, row, parent, whole, ranges);
  return parent.children.flatMap((node): Part[] => {
    const field = fieldOf(result, node.code, row);
    const score = scoreOf(result, node.code, row);
    const portion = portions.get(node.code) ?? null;
    const part: Part = {
      node,
      parent,
      depth,
      score,
      weight: portion?.weight ?? null,
      shares: result.countryWeights === null ? null : (portion?.shares ?? null),
      adds: portion?.adds ?? null,
      rank: score === null ? null : 1 + field.filter((other) => other > score).length,
      of: field.length,
      median: finite(median(field)),
    };
    if (node.kind === 'indicator') return [part];
    return [part, ...partsBelow(result, row, node, depth + 1, portion, ranges)];
  });
}

/** The portions of the children that take part. */
function portionsOf(
  result: Result,
  row: ResultRow,
  parent: Category,
  whole: Portion,
  ranges: ReturnType<typeof shareRanges>,
): Map<string, Portion> {
  const { weightedSum, terms } = termsOf(result, row, parent);
  const total = sum(terms.map(({ term }) => term));
  // A product below 1 of factors on both sides of it has shares that say the opposite of what each factor
  // does; one of 0 has none.
  const haveShares = Number.isFinite(total) && (total > 0 || terms.every(({ term }) => term <= 0));
  return new Map(
    terms.map(({ code, score, weight, coefficient, term }): [string, Portion] => {
      const perPoint =
        weightedSum?.isPlain === true && whole.perPoint !== null ? whole.perPoint * coefficient : null;
      const shares = within(whole.shares, ranges.get(code)?.[0] ?? null);
      const adds =
        perPoint === null ? times(whole.adds, haveShares ? term / total : Number.NaN) : perPoint * score;
      return [
        code,
        {
          weight: whole.weight * weight,
          shares,
          adds: isUnique(shares) ? adds : null,
          perPoint: perPoint ?? times(adds, 1 / score),
        },
      ];
    }),
  );
}

/** All of the index. */
const WHOLE: ShareRange = { least: 1, most: 1 };

/** A share of a share; all of it where shares are not told apart from weights. */
function within(whole: ShareRange, share: ShareRange | null): ShareRange {
  if (share === null) return whole;
  return { least: whole.least * share.least, most: whole.most * share.most };
}

/** A child that takes part: its weight among those that do, and its term cᵢ φ(xᵢ). */
interface Term {
  readonly code: string;
  readonly score: number;
  readonly weight: number;
  readonly coefficient: number;
  readonly term: number;
}

/** The weighted sum that a category's value is of its children's; terms are NaN where it is none. */
function termsOf(
  result: Result,
  row: ResultRow,
  parent: Category,
): { weightedSum: WeightedSumForm | undefined; terms: Term[] } {
  const choice = parent.aggregate ?? result.recipe.aggregate;
  const { weightedSum } = entryOf<Aggregation>(aggregations, choice);
  if (result.countryWeights !== null)
    return { weightedSum, terms: termsOfShares(result, result.countryWeights, row, parent) };
  const weighted = parent.children
    .map(({ code }) => ({ code, weight: of(result.weights, code), score: scoreOf(result, code, row) }))
    .filter(({ weight }) => weight > 0);
  const scored = weighted.flatMap(({ score, ...child }) => (score === null ? [] : [{ ...child, score }]));
  const total = sum(scored.map(({ weight }) => weight));
  return {
    weightedSum,
    terms: scored.map(({ code, score, weight }) => {
      const coefficient = (weight / total) * (weightedSum?.isTotal === true ? weighted.length : 1);
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
function termsOfShares(
  result: Result,
  countryWeights: ReadonlyMap<string, Column>,
  row: ResultRow,
  parent: Category,
): Term[] {
  const value = scoreOf(result, parent.code, row);
  return parent.children.flatMap(({ code }): Term[] => {
    const [score, weight] = [scoreOf(result, code, row), countryWeights.get(code)?.[row] ?? null];
    if (score === null || weight === null || value === null) return [];
    return [
      { code, score, weight, coefficient: score === 0 ? 0 : (weight * value) / score, term: weight * value },
    ];
  });
}

/** What lies between a country and another one. */
export interface Separation {
  readonly row: ResultRow;
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
 * What separates a country from another: the differences of their terms over the children of the index,
 * scaled so that they add up to the distance of the two indices.
 *
 *     c'ᵢ φ(x'ᵢ) − cᵢ φ(xᵢ)
 *
 * A child without a score has a term of 0. Without an index the gap is NaN, and no parts can be told; nor can
 * they where each country has weights of its own and other weights would do as well.
 */
export function separate(result: Result, row: ResultRow, other: ResultRow): Separation {
  const gap = (at(result.index, other) ?? Number.NaN) - (at(result.index, row) ?? Number.NaN);
  const { weightedSum, terms: ours } = termsOf(result, row, result.framework);
  const { terms: theirs } = termsOf(result, other, result.framework);
  const termAt = (terms: readonly Term[], code: string) =>
    terms.find((term) => term.code === code)?.term ?? 0;
  const differences = result.framework.children.map((node) => ({
    node,
    difference: termAt(theirs, node.code) - termAt(ours, node.code),
  }));
  const whole = sum(differences.map(({ difference }) => difference));
  const parts = differences.map(({ node, difference }) => ({
    node,
    adds: weightedSum?.isPlain === true ? difference : (difference / whole) * gap,
  }));
  const isSound =
    weightedSum !== undefined &&
    parts.every(({ adds }) => Number.isFinite(adds)) &&
    areUnique(result, row, other);
  const side =
    (at(result.ranks, other) ?? Infinity) < (at(result.ranks, row) ?? Infinity) ? 'above' : 'below';
  return {
    row: other,
    side,
    gap,
    parts: isSound ? parts.toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds)) : [],
  };
}

/** Whether no share of these countries may be another one. */
function areUnique(result: Result, ...rows: readonly ResultRow[]): boolean {
  const ranges = [...shareRanges(result, rows).values()].flat();
  return ranges.every((range) => range === null || isUnique(range));
}

/** A country's score on a node; what has no weight may have none at all. */
function scoreOf({ scores }: Result, code: string, row: ResultRow): number | null {
  return scores.get(code)?.[row] ?? null;
}

/** The scores on one node of all countries that are ranked together with one. */
function fieldOf(result: Result, code: string, row: ResultRow): number[] {
  return present(rankedWith(result, row).map((other) => scoreOf(result, code, other)));
}

function times(x: number | null, factor: number): number | null {
  return x === null ? null : finite(x * factor);
}

function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
