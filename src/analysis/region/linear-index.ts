// Where an index is a weighted sum, after one transform of it: which weights vary, and what each country has
// of them.
import { at, of } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { largest, smallest } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation, type WeightedSumForm } from '../../methods/aggregate/table.ts';
import type { WeightGroup, WeightSpace } from '../../methods/region/table.ts';
import { nodes, type Category, type FrameworkNode } from '../../model/framework.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow, ShownPlace } from '../../model/rows.ts';
import {
  participantsIn,
  weighedBy,
  weightedChildren,
  type Participants,
  type Weighting,
} from './participants.ts';

/**
 * An index that is ordered by Σ xᵢ pᵢ, x being the weights that vary. Points are φ of the scores, turned
 * round where φ falls, so that more is better: `value` does the same to an index, so that it can be compared
 * with Σ xᵢ pᵢ.
 */
export interface LinearIndex {
  readonly space: WeightSpace;
  /** The rows of the result that have an index and are ranked together. */
  readonly rows: readonly ResultRow[];
  /** For each of these rows what it has of each variable. */
  readonly points: readonly (readonly number[])[];
  /** What the score of each variable is multiplied by besides its weight: 1, or n in sums. */
  readonly factors: readonly number[];
  /** The largest difference between two countries in one variable. */
  readonly scale: number;
  readonly value: (index: number) => number;
}

/** Why an index is no weighted sum, said after "the index is no weighted sum of its …". */
export interface NotLinear {
  readonly reason: string;
}

export function isLinear(index: LinearIndex | NotLinear): index is LinearIndex {
  return !('reason' in index);
}

/**
 * The index as a weighted sum of its indicators, or of its first level with all below as it is.
 *
 * It is one if all categories aggregate arithmetically or by sums, or all in the same other way that has a
 * transform φ with φ(y) = Σ cᵢ φ(xᵢ), as geometric means have the logarithm; of the first level, if the root
 * does. A country that lacks a score has weights of its own, so that there must be none.
 */
export function linearIndex(
  result: Result,
  level: 'all' | 'top',
  rows: readonly ResultRow[],
  participants: Participants = participantsIn(result),
): LinearIndex | NotLinear {
  const categories = level === 'top' ? [result.framework] : sharingCategories(participants, result.framework);
  const root = commonForm(result, categories);
  if ('reason' in root) return root;
  const { weightedSum, choice } = root;
  const sign = weightedSum.apply(2, choice) > weightedSum.apply(1, choice) ? 1 : -1;
  const variables = variablesOf({ result, participants }, level);
  const columns = variables.map(({ node, factor }) =>
    of(result.scores, node.code).map((score) =>
      score === null ? Number.NaN : sign * factor * weightedSum.apply(score, choice),
    ),
  );
  const points = rows.map((row) => columns.map((column) => at(column, row)));
  if (!points.every((point) => point.every(Number.isFinite)))
    return { reason: 'some countries lack scores, or have a 0 that needs a logarithm' };
  const scale = Math.max(
    largest((points[0] ?? []).map((_, i) => spread(points.map((point) => at(point, i))))),
    Number.MIN_VALUE,
  );
  if (scale === Infinity) return { reason: 'its scores differ by more than a number can tell' };
  return {
    space: spaceOf({ result, participants }, level, variables),
    rows,
    points,
    factors: variables.map(({ factor }) => factor),
    scale,
    value: (index) => sign * weightedSum.apply(index, choice),
  };
}

/** How the root adds up, if the other categories do alike; otherwise why there is no sum of them all. */
function commonForm(
  { framework, recipe }: Result,
  categories: readonly Category[],
): { readonly weightedSum: WeightedSumForm; readonly choice: Choice } | NotLinear {
  const forms = categories
    .map((category) => ({ category, choice: category.aggregate ?? recipe.aggregate }))
    .map(({ category, choice }) => ({
      category,
      choice,
      weightedSum: entryOf<Aggregation>(aggregations, choice).weightedSum,
    }));
  const without = forms.find(({ weightedSum }) => weightedSum === undefined);
  if (without !== undefined)
    return { reason: `"${without.category.code}" aggregates by "${without.choice.method}"` };
  const root = forms.find(({ category }) => category === framework);
  const other = forms.find(
    ({ choice, weightedSum }) => !areAlike(weightedSum, choice, root?.weightedSum, root?.choice),
  );
  if (other !== undefined || root?.weightedSum === undefined)
    return {
      reason:
        `"${other?.category.code}" aggregates by "${other?.choice.method}" and "${framework.code}" by ` +
        `"${root?.choice.method}"`,
    };
  return { weightedSum: root.weightedSum, choice: root.choice };
}

/** What a country has under given weights. */
export function valueAt({ points }: LinearIndex, country: ShownPlace, weights: readonly number[]): number {
  return dot(points[country] ?? [], weights);
}

/** The weights that vary where all do, whether or not the index is a weighted sum of them. */
export function weightSpace(result: Result, level: 'all' | 'top', participants: Participants): WeightSpace {
  const field = { result, participants };
  return spaceOf(field, level, variablesOf(field, level));
}

/**
 * A sum of which some weightings weigh other children than others, so that what it multiplies by is not the
 * same under all mixtures of them; null if there is none. The nominal weights are the first weighting, named
 * sets the others.
 */
export function unevenSum(
  result: Result,
  level: 'all' | 'top',
  weightings: readonly Weighting[],
): NotLinear | null {
  const uneven = unevenAmong(result, level, weightings);
  if (uneven === null) return null;
  const areSetsUneven = unevenAmong(result, level, weightings.slice(1)) !== null;
  const whose = areSetsUneven
    ? 'the sets give weight to different indicators'
    : 'the sets give weight to other indicators than the nominal weights';
  return { reason: `"${uneven.code}" is a sum, of which ${whose}` };
}

function unevenAmong(
  { framework, recipe }: Result,
  level: 'all' | 'top',
  weightings: readonly Weighting[],
): Category | null {
  const weighed = weightings.map((weights) => weighedBy(framework, [weights]));
  const participants = weighedBy(framework, weightings);
  const categories = level === 'top' ? [framework] : sharingCategories(participants, framework);
  const uneven = categories
    .filter((category) => isTotal(recipe.aggregate, category))
    .find((category) => {
      const counts = [participants, ...weighed]
        .filter((codes) => category === framework || codes.has(category.code))
        .map((codes) => weightedChildren(category, codes).length);
      return new Set(counts).size > 1;
    });
  return uneven ?? null;
}

/**
 * What sums count while it has any weight: with a weight of exactly 0 a sum multiplies by fewer, and is no
 * longer what the weighted sum has for it.
 */
export function countedInSums({ framework, recipe }: Result): ReadonlySet<string> {
  const sums = nodes(framework).filter((node) => node.kind === 'category' && isTotal(recipe.aggregate, node));
  return new Set(
    sums.flatMap((node) => (node.kind === 'category' ? node.children : [])).map(({ code }) => code),
  );
}

/** An index, and what takes part in it. */
interface Field {
  readonly result: Result;
  readonly participants: Participants;
}

function spaceOf(field: Field, level: 'all' | 'top', variables: readonly Variable[]): WeightSpace {
  const codes = variables.map(({ node }) => node.code);
  const groups = groupsOf(field, field.result.framework, codes);
  return {
    codes,
    nominal: variables.map(({ nominal }) => nominal),
    groups: level === 'top' ? groups.slice(0, 1) : groups,
  };
}

/** What carries a weight that varies: the indicators, or the children of the root with all below as it is. */
function variablesOf(field: Field, level: 'all' | 'top'): Variable[] {
  const { framework, weights } = field.result;
  if (level === 'all') return leavesBelow(field, framework, 1, 1);
  return weightedChildren(framework, field.participants).map((node) => ({
    node,
    nominal: of(weights, node.code),
    factor: factorOf(field, framework),
  }));
}

/** The categories that share weight out. One with a single child hands its score on. */
function sharingCategories(participants: Participants, category: Category, isRoot = true): Category[] {
  const children = weightedChildren(category, participants);
  return [
    ...(children.length > 1 || isRoot ? [category] : []),
    ...children.flatMap((child) =>
      child.kind === 'category' ? sharingCategories(participants, child, false) : [],
    ),
  ];
}

interface Variable {
  readonly node: FrameworkNode;
  readonly nominal: number;
  /** What sums multiply its score by. */
  readonly factor: number;
}

function leavesBelow(field: Field, category: Category, nominal: number, factor: number): Variable[] {
  const own = factor * factorOf(field, category);
  return weightedChildren(category, field.participants).flatMap((node): Variable[] => {
    const weight = nominal * of(field.result.weights, node.code);
    return node.kind === 'indicator'
      ? [{ node, nominal: weight, factor: own }]
      : leavesBelow(field, node, weight, own);
  });
}

/** n where weights are scaled to average 1. */
function factorOf({ result, participants }: Field, category: Category): number {
  return isTotal(result.recipe.aggregate, category) ? weightedChildren(category, participants).length : 1;
}

function isTotal(usual: Choice, { aggregate }: Category): boolean {
  return entryOf<Aggregation>(aggregations, aggregate ?? usual).weightedSum?.isTotal === true;
}

/**
 * The categories with the variables below each child, the root first; those of one child share nothing out.
 */
function groupsOf(field: Field, category: Category, codes: readonly string[]): WeightGroup[] {
  const children = weightedChildren(category, field.participants).map((node) => ({
    node,
    members: membersBelow(field, node, codes),
  }));
  const own = {
    code: category.code,
    members: children.flatMap(({ members }) => members),
    children: children.map(({ node, members }) => ({
      code: node.code,
      members,
      local: of(field.result.weights, node.code),
    })),
  };
  return [
    ...(children.length > 1 ? [own] : []),
    ...children.flatMap(({ node }) =>
      node.kind === 'category' && !codes.includes(node.code) ? groupsOf(field, node, codes) : [],
    ),
  ];
}

function membersBelow(field: Field, node: FrameworkNode, codes: readonly string[]): number[] {
  const own = codes.indexOf(node.code);
  if (own !== -1 || node.kind === 'indicator') return own === -1 ? [] : [own];
  return weightedChildren(node, field.participants).flatMap((child) => membersBelow(field, child, codes));
}

function areAlike(
  weightedSum: WeightedSumForm | undefined,
  choice: Choice,
  other: WeightedSumForm | undefined,
  otherChoice: Choice | undefined,
): boolean {
  if (weightedSum?.isPlain === true || other?.isPlain === true)
    return weightedSum?.isPlain === other?.isPlain;
  const { method: _, ...parameters } = choice;
  const { method: __, ...others } = otherChoice ?? choice;
  return weightedSum?.apply === other?.apply && JSON.stringify(parameters) === JSON.stringify(others);
}

function spread(values: readonly number[]): number {
  return largest(values) - smallest(values);
}
