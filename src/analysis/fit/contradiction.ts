// Which of what was published contradicts itself, in as few statements as can be?
import { at, of } from '../../math/at.ts';
import { holds, minimal, widest, type Claim } from './program.ts';
import { ahead } from './rank-claims.ts';
import { isPossible, type Task } from './task.ts';
import { greatest } from '../region/weight-region.ts';
import type { ShownPlace } from '../../model/rows.ts';

/**
 * One pair if that is enough, as where one country is nowhere better; otherwise as few claims as cannot all
 * hold.
 */
export function contradictionOf(task: Task): readonly Claim[] {
  const isImpossible = (claims: readonly Claim[]) => !isPossible(task, widest(task.search, claims));
  const pair = task.to === 'ranks' ? impossiblePair(task) : null;
  if (pair !== null) return [pair];
  const few = minimal(task.claims, isImpossible);
  return task.to === 'ranks' ? merged(task, few, isImpossible) : few;
}

/** Two that no weights order as published; of several, those the most places apart. */
function impossiblePair({
  result,
  robust: { index, polytope, isNominalInside },
  printed,
  tolerance,
}: Task): Claim | null {
  const sorted = rankedIn(printed).toSorted((a, b) => a.rank - b.rank);
  const pairs = sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .filter((b) => b.rank > a.rank)
      .map((b) => ({ claim: ahead(result, index, a.position, b.position), apart: b.rank - a.rank })),
  );
  const doubtful = pairs.filter(
    ({ claim }) => !isNominalInside || !holds(claim, { weights: index.space.nominal, cuts: [] }, tolerance),
  );
  const never = doubtful
    .toSorted((a, b) => b.apart - a.apart)
    .find(({ claim }) => {
      const { weights, bound, isStrict } = at(claim.limits, 0);
      return greatest(polytope, weights).value - bound <= (isStrict ? tolerance : -tolerance);
    });
  return never?.claim ?? null;
}

/** The positions of the countries with a published rank, and these ranks. */
function rankedIn(printed: Task['printed']): { readonly position: ShownPlace; readonly rank: number }[] {
  return printed.flatMap(({ row: { rank }, position }) => (rank === null ? [] : [{ position, rank }]));
}

/**
 * Fewer claims that say less: a ahead of b and c ahead of d become a ahead of d, where b is published ahead
 * of c or is c.
 */
function merged(
  task: Task,
  claims: readonly Claim[],
  isImpossible: (claims: readonly Claim[]) => boolean,
): readonly Claim[] {
  const { index } = task.robust;
  const ranks = new Map(rankedIn(task.printed).map(({ position, rank }) => [position, rank]));
  const strict = claims
    .filter(({ kind }) => kind === 'ahead')
    .map((claim) => ({ claim, first: at(claim.countries, 0), last: at(claim.countries, 1) }));
  for (const one of strict) {
    for (const other of strict) {
      if (one === other || of(ranks, one.last) > of(ranks, other.first)) continue;
      const fewer = [
        ...claims.filter((claim) => claim !== one.claim && claim !== other.claim),
        ahead(task.result, index, one.first, other.last),
      ];
      if (isImpossible(fewer)) return merged(task, minimal(fewer, isImpossible), isImpossible);
    }
  }
  return claims;
}
