// The weights of a fit: those that reproduce what was published, or the nearest, in as few decimals as do.
import { leastSquares } from '../../math/linear/least-squares.ts';
import { sum } from '../../math/statistics/stats.ts';
import { nearest, type Fitted } from './program.ts';
import { metBy, type Task } from './task.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights, shortest, type LocalWeights } from '../region/named-weights.ts';
import { greatest } from '../region/weight-region.ts';

/** Of the weights that reproduce it those with the most room, but of scores the nearest, if these do. */
export function foundWeights(task: Task, best: Fitted): LocalWeights {
  const {
    robust: {
      index: { space },
    },
    to,
    claims,
  } = task;
  const areMet = (weights: readonly number[]) => metBy(task, weights).length === claims.length;
  const squares = to === 'scores' ? squaresOf(task) : null;
  const start = squares !== null && areMet(squares) ? squares : best.weights;
  return shortest(localWeights(space, start), (local) => areMet(effectiveWeights(space, local)));
}

/**
 * The weights that come nearest where none reproduce it: of the nominal ones, those of the least misses in
 * sum and the region's own corners, those that meet most claims.
 */
export function closestWeights(task: Task): LocalWeights {
  const {
    robust: {
      index: { space },
    },
    to,
    search,
    claims,
  } = task;
  if (to === 'scores') {
    const weights = squaresOf(task);
    const error = (at: readonly number[]) => sum(residualsAt(task, at).map((x) => x * x));
    return shortest(
      localWeights(space, weights),
      (local) => error(effectiveWeights(space, local)) <= error(weights) * 1.0001,
    );
  }
  const count = (weights: readonly number[]) => metBy(task, weights).length;
  const corners = space.codes.map(
    (_, i) =>
      greatest(
        task.robust.polytope,
        space.codes.map((__, j) => (i === j ? 1 : 0)),
      ).weights,
  );
  const candidates = [
    ...(task.robust.isNominalInside ? [space.nominal] : []),
    nearest(search, claims).weights,
    ...corners,
  ];
  const best = candidates.reduce((most, weights) => (count(weights) > count(most) ? weights : most));
  return shortest(localWeights(space, best), (local) => count(effectiveWeights(space, local)) >= count(best));
}

/** The nearest to published scores, in what the index sums. */
function squaresOf({ robust: { index, polytope }, printed }: Task): number[] {
  const width = polytope.constraints[0]?.coefficients.length ?? 0;
  const rows = printed.flatMap(({ row, position }) => {
    const target = index.value(row.score ?? Number.NaN);
    const point = index.points[position] ?? [];
    return Number.isFinite(target)
      ? [{ target, point: Array.from({ length: width }, (_, i) => point[i] ?? 0) }]
      : [];
  });
  const nearestOf = leastSquares(
    rows.map(({ point }) => point),
    rows.map(({ target }) => target),
    polytope.constraints,
  );
  return (nearestOf ?? []).slice(0, index.space.codes.length);
}

function residualsAt({ robust: { index }, printed }: Task, weights: readonly number[]): number[] {
  return printed
    .map(
      ({ row, position }) =>
        sum((index.points[position] ?? []).map((x, i) => x * (weights[i] ?? 0))) -
        index.value(row.score ?? Number.NaN),
    )
    .filter(Number.isFinite);
}
