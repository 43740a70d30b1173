// Which choice moves the ranking: shares of variance for declared choices, and what leaving parts out does.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { sobolDesign, sobolIndices, type Sensitivity } from '../../math/statistics/sensitivity.ts';
import { mean } from '../../math/statistics/stats.ts';
import { build } from '../../methods/build.ts';
import type { Edition } from '../../model/edition.ts';
import { competition } from '../../methods/rank/ties.ts';
import { nodes, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { shownPlaces, resultRowOf, type EditionRow, type ShownPlace } from '../../model/rows.ts';
import { placesMoved } from './effects.ts';
import { hasFailed, type FailedReplicate, type Replicate, type ReplicateDesign } from './replicates.ts';
import type { Runner } from './runner.ts';
import { replicatesOf } from './uncertainty.ts';

/**
 * What of a ranking is looked at: how far ranks move on average, one country's rank, or how much of the top
 * stays.
 */
export type Outcome =
  | { readonly kind: 'shift' }
  | { readonly kind: 'country'; readonly country: ShownPlace }
  | { readonly kind: 'top'; readonly size: number };

/**
 * An outcome of one replicate, held against the nominal ranks; null if it could not be built.
 *
 *     shift:    mean over countries of |rank − nominal rank|
 *     country:  the country's rank
 *     top:      share of the nominal first k that are among the first k
 *
 * @example outcomeOf({ kind: 'shift' }, { ranks: [2, 1, 3], scores: [], tiers: [] }, [1, 2, 3]) // →
 *   0.6666666666666666
 * @example outcomeOf({ kind: 'top', size: 1 }, { ranks: [2, 1, 3], scores: [], tiers: [] }, [1, 2, 3]) // → 0
 */
export function outcomeOf(
  outcome: Outcome,
  replicate: Replicate | FailedReplicate,
  nominal: Column,
): number | null {
  if (hasFailed(replicate)) return null;
  const { ranks } = replicate;
  if (outcome.kind === 'country') return at(ranks, outcome.country);
  if (outcome.kind === 'shift') return mean(present(placesMoved(ranks, nominal)));
  const isTop = (rank: number | null) => rank !== null && rank <= outcome.size;
  const top = [...nominal.keys()].filter((i) => isTop(at(nominal, i)));
  return top.length === 0 ? null : top.filter((i) => isTop(at(ranks, i))).length / top.length;
}

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

/** What leaving one part of the framework out does to ranks. */
export interface LeftOut {
  readonly node: FrameworkNode;
  /** The mean over countries of how many places each moves; null if the index cannot be built without it. */
  readonly shift: number | null;
  /** The country that moves most, and from where to where. */
  readonly most: { readonly country: ShownPlace; readonly from: number; readonly to: number } | null;
  readonly reason: string | null;
}

/**
 * Builds the index without each indicator and each category in turn. Weights of what is left are scaled up as
 * ever.
 */
export function leaveOut(edition: Edition, rows: readonly EditionRow[], nominal: Column): LeftOut[] {
  return nodes(edition.framework)
    .slice(1)
    .map((node): LeftOut => {
      try {
        const ranks = ranksWithout(edition, node.code, rows);
        const moves = shownPlaces(ranks).flatMap((country) => {
          const to = at(ranks, country);
          const from = at(nominal, country);
          return from === null || to === null ? [] : [{ country, from, to }];
        });
        const [most = null] = moves.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
        return { node, shift: mean(moves.map(({ from, to }) => Math.abs(to - from))), most, reason: null };
      } catch (error) {
        if (error instanceof ProblemsError)
          return { node, shift: null, most: null, reason: at(error.problems, 0).what };
        throw error;
      }
    });
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
