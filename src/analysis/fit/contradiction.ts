// Which of what was published contradicts itself, in as few statements as can be?
import { ahead } from './claims.ts';
import { holds, minimal, widest, type Claim } from './program.ts';
import { isPossible, type Task } from './task.ts';
import { greatest } from '../region/weight-region.ts';

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
  robust: { index, polytope, isNominalInside },
  printed,
  tolerance,
}: Task): Claim | null {
  const sorted = printed.toSorted((a, b) => (a.row.rank ?? 0) - (b.row.rank ?? 0));
  const pairs = sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .flatMap((b) =>
        a.row.rank === b.row.rank
          ? []
          : [{ claim: ahead(index, a, b), apart: (b.row.rank ?? 0) - (a.row.rank ?? 0) }],
      ),
  );
  const doubtful = pairs.filter(
    ({ claim }) => !isNominalInside || !holds(claim, { weights: index.space.nominal, cuts: [] }, tolerance),
  );
  const never = doubtful
    .toSorted((a, b) => b.apart - a.apart)
    .find(({ claim }) => greatest(polytope, claim.limits[0]?.weights ?? []).value <= tolerance);
  return never?.claim ?? null;
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
  const {
    robust: { index },
    printed,
  } = task;
  const rankOf = new Map(printed.map(({ row, position }) => [position, row.rank ?? 0]));
  const rankAt = (position = -1) => rankOf.get(position) ?? 0;
  const strict = claims.filter(({ kind }) => kind === 'ahead');
  for (const one of strict) {
    for (const other of strict) {
      const [[a = -1, b], [c, d = -1]] = [one.countries, other.countries];
      if (one === other || rankAt(b) > rankAt(c)) continue;
      const fewer = [
        ...claims.filter((claim) => claim !== one && claim !== other),
        ahead(index, { position: a }, { position: d }),
      ];
      if (isImpossible(fewer)) return merged(task, minimal(fewer, isImpossible), isImpossible);
    }
  }
  return claims;
}
