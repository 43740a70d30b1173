// One index out of those that could have been built: uncertain choices made at random, and what comes of
// them.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { randomOf, type Random } from '../../math/random/random.ts';
import { build, withWeights } from '../../methods/build.ts';
import { competition } from '../../methods/rank/ties.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Recipe, Variation } from '../../model/recipe.ts';
import type { Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import type { EditionRow } from '../../model/rows.ts';
import { inCodeOrder } from '../region/code-order.ts';
import { localWeights } from '../region/local-weights.ts';
import { regionContext } from '../pairs/index-over-region.ts';
import { samplerOf, samplingOf, type Sampling } from '../region/weight-sampler.ts';
import { scoreRandoms, withNoise, withOtherRatings, withRaters } from './score-errors.ts';

/** What one replicate gave each country: null for one that it does not rank. */
export interface Replicate {
  readonly ranks: Column;
  readonly scores: Column;
  /** Positions in the list of tiers, 0 the best; null without tiers. */
  readonly tiers: Column;
}

/** A replicate that could not be built, and the first problem that kept it from it. */
export interface FailedReplicate {
  readonly failure: string;
}

export function hasFailed(one: Replicate | FailedReplicate): one is FailedReplicate {
  return 'failure' in one;
}

export function isBuilt(one: Replicate | FailedReplicate): one is Replicate {
  return !hasFailed(one);
}

/** What replicates are made of; plain data, so that it can be handed to another thread. */
export interface ReplicateDesign {
  readonly edition: Edition;
  readonly variations: readonly Variation[];
  readonly seed: number;
  /** The countries that are ranked together, as rows of the edition. */
  readonly rows: readonly EditionRow[];
}

/** Replicates in blocks of points, so that several threads may share them. */
export interface ReplicateTask {
  readonly design: ReplicateDesign;
  readonly points: readonly (readonly number[])[];
  readonly perBlock: number;
}

/** What builds a block of replicates, given its number. */
export async function replicateBlocks({
  design,
  points,
  perBlock,
}: ReplicateTask): Promise<(block: number) => (Replicate | FailedReplicate)[]> {
  const make = replicator(design);
  return (block) => points.slice(block * perBlock, (block + 1) * perBlock).map(make);
}

/**
 * The replicate of a point: one number from 0 to 1 for each variation says what becomes of it.
 *
 * Of k methods the number picks one, each having a share 1/k of the way; weights, errors of scores and raters
 * are drawn by random numbers of which it is the seed. The same point gives the same replicate, on every
 * machine.
 */
export function replicate(design: ReplicateDesign, point: readonly number[]): Replicate | FailedReplicate {
  return replicator(design)(point);
}

/** The same for many points. Where weights alone vary, all before them is built once. */
function replicator(design: ReplicateDesign): (point: readonly number[]) => Replicate | FailedReplicate {
  const reweighed = reweigher();
  const weightsAlone = design.variations.every(({ name }) => name === 'weights');
  const randomsOf = scoreRandoms(design.edition.countries);
  let base: Result | null = null;
  return (point) => {
    try {
      const { edition, recipe, region } = chosen(design, randomsOf, point);
      const isBase = weightsAlone && recipe === design.edition.recipe;
      const result = isBase ? (base ??= build(edition, recipe)) : build(edition, recipe);
      return outcomeFor(design, region === null ? result : reweighed(result, region));
    } catch (error) {
      if (error instanceof ProblemsError) return { failure: at(error.problems, 0).what };
      throw error;
    }
  };
}

/** What was chosen at a point: scores, methods, and how weights are drawn. */
interface Chosen {
  readonly edition: Edition;
  readonly recipe: Recipe;
  readonly region: DrawnRegion | null;
}

interface DrawnRegion {
  readonly choices: readonly Choice[];
  readonly random: Random;
}

function chosen(
  { edition, variations, seed }: ReplicateDesign,
  randomsOf: ReturnType<typeof scoreRandoms>,
  point: readonly number[],
): Chosen {
  let changed = edition;
  let { recipe } = edition;
  let region: DrawnRegion | null = null;
  for (const [i, variation] of variations.entries()) {
    const number = at(point, i);
    const [ownSeed, block] = [seed * 4096 + i, Math.floor(number * 4294967296)];
    switch (variation.name) {
      case 'weights':
        if ('region' in variation) region = { choices: variation.region, random: randomOf(ownSeed, block) };
        else recipe = { ...recipe, weights: picked(variation.choices, number) };
        break;
      case 'noise':
        changed = withNoise(changed, variation.share, randomsOf(ownSeed, block));
        break;
      case 'ratings':
        changed = withOtherRatings(changed, variation.share, randomsOf(ownSeed, block));
        break;
      case 'raters':
        changed = withRaters(changed, randomsOf(ownSeed, block));
        break;
      case 'drop': {
        // By their codes, so that the order of columns changes nothing.
        const codes = indicators(edition.framework).map(({ code }) => code);
        const dropped = picked([null, ...codes.toSorted()], number);
        if (dropped !== null)
          recipe = { ...recipe, select: [...recipe.select, { method: 'without', terms: [dropped] }] };
        break;
      }
      case 'denominate':
      case 'transform':
      case 'screen':
      case 'impute':
      case 'treat':
      case 'missing':
      case 'normalise':
      case 'aggregate':
        recipe = { ...recipe, [variation.name]: picked(variation.choices, number) };
    }
  }
  return { edition: changed, recipe, region };
}

/**
 * What draws weights from a region. How they are drawn is worked out anew only where the nominal weights are
 * others than before. A walk begins anew with every draw, so that a replicate depends on its point alone.
 */
function reweigher(): (result: Result, region: DrawnRegion) => Result {
  let last: { readonly space: string; readonly sampling: Sampling } | null = null;
  return (result, { choices, random }) => {
    const { context } = inCodeOrder(regionContext(result, choices));
    const space = JSON.stringify(context.space);
    if (last?.space !== space) last = { space, sampling: samplingOf(choices, context) };
    return withWeights(result, localWeights(context.space, samplerOf(last.sampling).draw(random)));
  };
}

/** The one of equally likely items that a number from 0 to 1 stands for. */
function picked<Item>(items: readonly Item[], number: number): Item {
  return at(items, Math.min(items.length - 1, Math.floor(number * items.length)));
}

/** What the countries of a design have in a result. Ranks are of unrounded scores, among these countries. */
function outcomeFor({ rows }: ReplicateDesign, { rows: built, index, tiering }: Result): Replicate {
  const positions = new Map(built.map((row, position) => [row, position]));
  const inDesign = (column: Column) =>
    rows.map((row) => {
      const position = positions.get(row);
      return position === undefined ? null : at(column, position);
    });
  const scores = inDesign(index);
  const tiers = tiering?.placements.map(({ tier }) => tier) ?? index.map(() => null);
  return { scores, ranks: competition(scores), tiers: inDesign(tiers) };
}
