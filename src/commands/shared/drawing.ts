// What uncertainty and sensitivity have in common: the replicates that may be drawn of the countries shown.
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import type { Runner } from '../../analysis/uncertainty/runner.ts';
import { checkVariations } from '../../analysis/uncertainty/variation-problems.ts';
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { comparableRanks } from '../../methods/rank/run.ts';
import type { Variation } from '../../model/recipe.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Call } from '../command.ts';
import { readDraws } from './options.ts';
import { rowsShown } from './rows.ts';
import { runnerFor } from './progress.ts';
import type { Session } from './session.ts';

/** How many replicates show what a choice does by itself. */
export const EFFECT_DRAWS = 100;

/** What is to be drawn, and who computes it. */
export interface Drawing {
  readonly design: ReplicateDesign;
  /** The rows of the result that countries are counted in. */
  readonly rows: readonly ResultRow[];
  /** Their nominal ranks as replicates are ranked, which the recipe may do otherwise. */
  readonly comparable: Column;
  readonly draws: number;
  readonly runner: Runner;
}

/**
 * Reads --draws, --seed and --threads; throws if a variation cannot be drawn. The region of a weighted sum
 * whose weights alone vary is checked already.
 */
export async function drawingOf(
  call: Call,
  session: Session,
  variations: readonly Variation[],
  usualDraws: number,
  isWeightedSum = false,
): Promise<Drawing> {
  const { edition, result } = session;
  const { draws, seed, threads } = readDraws(call.options, usualDraws);
  const rows = rowsShown(result);
  const design = { edition, variations, seed, rows: rows.map((row) => at(result.rows, row)) };
  await session.withPlaces(() => {
    checkVariations(design, isWeightedSum);
  });
  const comparable = comparableRanks(result.index, rows);
  return { design, rows, comparable, draws, runner: await runnerFor(call, threads) };
}
