// Which choice moves the ranking: shares of variance for declared choices, and what leaving parts out does.
import { largest } from '../../math/statistics/stats.ts';
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import {
  sobolDesign,
  sobolIndices,
  type Estimate,
  type Sensitivity,
} from '../../math/statistics/sensitivity.ts';
import { build } from '../../methods/build.ts';
import type { Edition } from '../../model/edition.ts';
import { competition } from '../../methods/rank/ties.ts';
import { nodes, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { shownPlaces, resultRowOf, type EditionRow, type ShownPlace } from '../../model/rows.ts';
import { droppedOut, movedBy, outcomeOf, type Outcome } from './outcome.ts';
import { hasFailed, type ReplicateDesign } from './replicates.ts';
import type { Runner } from './runner.ts';
import { replicatesOf } from './uncertainty.ts';

/** Sobol' indices of each outcome, from the same replicates. */
export async function sensitivityOf(
  design: ReplicateDesign,
  outcomes: readonly Outcome[],
  nominal: Column,
  { blocks, bootstrap }: { readonly blocks: number; readonly bootstrap: number },
  run: Runner,
): Promise<{
  readonly indices: readonly Sensitivity[];
  readonly replicates: number;
  readonly failures: readonly string[];
}> {
  const inputs = design.variations.length;
  const replicates = await replicatesOf(design, sobolDesign(inputs, blocks, design.seed), run);
  return {
    indices: outcomes.map((outcome) =>
      sobolIndices(
        inputs,
        replicates.map((one) => outcomeOf(outcome, one, nominal)),
        { bootstrap, seed: design.seed },
      ),
    ),
    replicates: replicates.length,
    failures: replicates.filter(hasFailed).map(({ failure }) => failure),
  };
}

/** An estimate is told where its limits are at most so far apart. */
const WIDEST = 0.3;
const MARGIN = 1.2;

/** Whether the limits of an estimate are close enough for a number to be told. */
export function isTold({ width }: Estimate): boolean {
  return width <= WIDEST;
}

/**
 * How many blocks would do for every estimate to be told, a power of two; null where every one is.
 *
 *     blocks · (1.2 widest / 0.3)², rounded up, as limits close in with the square root of the blocks
 *
 * The widest limits are those before they were cut off at 0 and 1, and a fifth is added as they are estimates
 * themselves: of several functions of three inputs, so many blocks did about nine times in ten.
 *
 * @example blocksNeeded({ first: [null], total: [{ value: 0.5, low: 0.2, high: 0.8, width: 0.6 }], used: 16,
 *   failed: 0, constant: null }) // → 128
 */
export function blocksNeeded({ first, total, used, failed }: Sensitivity): number | null {
  const widths = [...first, ...total].flatMap((one) => (one === null || isTold(one) ? [] : [one.width]));
  if (widths.length === 0) return null;
  const widest = largest(widths);
  return 2 ** Math.ceil(Math.log2((used + failed) * ((MARGIN * widest) / WIDEST) ** 2));
}

/** What leaving one part of the framework out does to ranks. */
export interface LeftOut {
  readonly node: FrameworkNode;
  /** How far the outcome moves: `movedBy`; null if the index, or the rank, cannot be had without the part. */
  readonly shift: number | null;
  /** Of the countries looked at, the one that moves most, and from where to where; null of the first k. */
  readonly most: { readonly country: ShownPlace; readonly from: number; readonly to: number } | null;
  /** Of the first k, those that are not among them any more; null of other outcomes. */
  readonly dropped: readonly ShownPlace[] | null;
  readonly reason: string | null;
}

/**
 * Builds the index without each indicator and each category in turn. Weights of what is left are scaled up as
 * ever.
 */
export function leaveOut(
  edition: Edition,
  rows: readonly EditionRow[],
  nominal: Column,
  outcome: Outcome = { kind: 'shift' },
): LeftOut[] {
  return nodes(edition.framework)
    .slice(1)
    .map((node): LeftOut => {
      try {
        return { node, ...changeTo(ranksWithout(edition, node.code, rows), nominal, outcome) };
      } catch (error) {
        if (error instanceof ProblemsError)
          return { node, shift: null, most: null, dropped: null, reason: at(error.problems, 0).what };
        throw error;
      }
    });
}

function changeTo(ranks: Column, nominal: Column, outcome: Outcome): Omit<LeftOut, 'node'> {
  const shift = movedBy(outcome, ranks, nominal);
  const reason = shift === null ? 'it then has no rank' : null;
  if (outcome.kind === 'top')
    return { shift, most: null, dropped: droppedOut(ranks, nominal, outcome.size), reason };
  const countries = outcome.kind === 'country' ? [outcome.country] : shownPlaces(ranks);
  const moves = countries.flatMap((country) => {
    const [from, to] = [at(nominal, country), at(ranks, country)];
    return from === null || to === null ? [] : [{ country, from, to }];
  });
  const [most = null] = moves.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  return { shift, most, dropped: null, reason };
}

/** The ranks of some rows of an edition among each other, once a part of it is left out. */
function ranksWithout(edition: Edition, code: string, rows: readonly EditionRow[]): Column {
  const result = build(edition, {
    ...edition.recipe,
    select: [...edition.recipe.select, { method: 'without', terms: [code] }],
  });
  return competition(
    rows.map((row) => {
      const now = resultRowOf(result.rows, row);
      return now === null ? null : at(result.index, now);
    }),
  );
}
