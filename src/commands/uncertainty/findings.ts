// What uncertainty finds out: the shares of draws with each rank and tier.
import { acceptability, type Acceptability } from '../../analysis/uncertainty/acceptability.ts';
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import { effectsOf, type Effect } from '../../analysis/uncertainty/effects.ts';
import {
  randomPoints,
  replicatesOf,
  spreadsFrom,
  summarise,
  type Uncertainty,
} from '../../analysis/uncertainty/uncertainty.ts';
import {
  indexOverRegion,
  isWeightedSum,
  type IndexOverRegion,
} from '../../analysis/pairs/index-over-region.ts';
import { inCodeOrder } from '../../analysis/region/code-order.ts';
import { isDirect, samplingOf } from '../../analysis/region/weight-sampler.ts';
import type { Column } from '../../math/statistics/column.ts';
import type { Choice } from '../../model/registry.ts';
import { variationsOf, type Variation } from '../../model/recipe.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Beside } from '../../report/document.ts';
import type { Call } from '../command.ts';
import { checkDraws } from '../shared/bad-value.ts';
import { drawingOf, EFFECT_DRAWS, type Drawing } from '../shared/drawing.ts';
import { textOf } from '../shared/options.ts';
import type { Session } from '../shared/session.ts';
import { replicatesCsv } from './replicates-csv.ts';

export interface Findings {
  readonly design: ReplicateDesign;
  /** Of the countries in these rows of the result, in this order. */
  readonly rows: readonly ResultRow[];
  /** Their nominal ranks as replicates are ranked, which the recipe may do otherwise. */
  readonly comparable: Column;
  readonly uncertainty: Uncertainty;
  readonly effects: readonly Effect[];
  readonly seed: number;
  /** Where weights alone were drawn: what else is known of them. */
  readonly weights: { readonly robust: IndexOverRegion; readonly shares: Acceptability } | null;
  /** Every replicate as CSV, where a file is named for them. */
  readonly replicates: Beside | null;
}

/** Weightings are cheap, those that take steps or trials less so, whole indices are not. */
const USUAL_DRAWS = 100_000;
const USUAL_STEPS = 10_000;
/** How many replicates there are unless it is said, and at most where they are for tiers alone. */
export const USUAL_REPLICATES = 1000;
/** Up to so many countries who is ahead of whom is counted too. */
const MOST_PAIRED = 60;

/** Weights alone are drawn and counted much faster where the index is a weighted sum. */
export async function findingsOf(call: Call, session: Session): Promise<Findings> {
  const { vary, region } = session.edition.recipe;
  const variations = variationsOf(vary ?? { region });
  const file = textOf(call.options['replicates']);
  const robust = file === null ? await overWeightsAlone(session, variations) : null;
  const drawing = await drawingOf(call, session, variations, usualDraws(robust), robust !== null);
  const task: Task = { session, ...drawing };
  if (robust !== null) return fromWeightings(task, robust);
  return fromReplicates(task, file, call.options['raw'] === true);
}

/** The index over the region of its weights, if these alone vary and it is a weighted sum of them. */
async function overWeightsAlone(
  session: Session,
  variations: readonly Variation[],
): Promise<IndexOverRegion | null> {
  const { result, published } = session;
  const [only, ...others] = variations;
  if (only === undefined || others.length > 0 || !('region' in only)) return null;
  const robust = await session.withPlaces(() =>
    indexOverRegion(result, only.region, result.shown.rows, published),
  );
  return isWeightedSum(robust) ? robust : null;
}

function usualDraws(robust: IndexOverRegion | null): number {
  if (robust === null) return USUAL_REPLICATES;
  return isDirect(samplingOf(robust.region, inCodeOrder(robust.context).context)) ? USUAL_DRAWS : USUAL_STEPS;
}

interface Task extends Drawing {
  readonly session: Session;
}

/** By counting weightings; tiers, if there are any, by fewer replicates. */
async function fromWeightings(task: Task, robust: IndexOverRegion): Promise<Findings> {
  const { design, rows, comparable, draws, runner } = task;
  const { seed } = design;
  const shares = await acceptability(robust, { draws, seed, pairs: rows.length <= MOST_PAIRED }, runner);
  const tiers = tierCount(task);
  const points = tiers === 0 ? [] : randomPoints(1, Math.min(draws, USUAL_REPLICATES), seed);
  const sampled = tiers === 0 ? null : summarise(design, await replicatesOf(design, points, runner), tiers);
  const positions = rows.map((row) => robust.index.rows.indexOf(row));
  return {
    design,
    rows,
    comparable,
    uncertainty: spreadsFrom(positions, shares, sampled),
    effects: [],
    seed,
    weights: { robust, shares },
    replicates: null,
  };
}

/** By building whole indices, which a file may be named for. */
async function fromReplicates(task: Task, file: string | null, isRaw: boolean): Promise<Findings> {
  const { session, design, rows, comparable, draws, runner } = task;
  const { variations, seed } = design;
  checkDraws(draws, 1, rows.length);
  const points = randomPoints(variations.length, draws, seed);
  const replicates = await replicatesOf(design, points, runner);
  const csv = () => replicatesCsv(session.result, rows, variations, points, replicates, isRaw);
  return {
    design,
    rows,
    comparable,
    uncertainty: summarise(design, replicates, tierCount(task)),
    effects: variations.length < 2 ? [] : await effectsOf(design, comparable, runner, EFFECT_DRAWS),
    seed,
    weights: null,
    replicates: file === null ? null : { option: '--replicates', file, text: csv() },
  };
}

/** The region from which weights are drawn; null where they are not. */
export function regionDrawn({ variations }: ReplicateDesign): readonly Choice[] | null {
  return variations.flatMap((one) => ('region' in one ? [one.region] : []))[0] ?? null;
}

function tierCount({ session: { result } }: Task): number {
  return result.tiering?.tiers.length ?? 0;
}
