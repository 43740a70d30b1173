// The weights of a fit: those that reproduce what was published, or the nearest, in as few decimals as do.
import { at } from '../../math/at.ts';
import { leastSquares } from '../../math/linear/least-squares.ts';
import { dot } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import { nearest, type Fitted } from './program.ts';
import { metBy, type Task } from './task.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { countedInSums } from '../region/linear-index.ts';
import { localWeights } from '../region/local-weights.ts';
import { effectiveWeights, shortest, type LocalWeights } from '../region/named-weights.ts';
import { greatest } from '../region/weight-region.ts';

/** Of the weights that reproduce it those with the most room, but of scores the nearest, if these do. */
export function foundWeights(task: Task, best: Fitted): LocalWeights {
  const { to, claims } = task;
  const { space } = task.robust.index;
  const areMet = (weights: readonly number[]) => metBy(task, weights).length === claims.length;
  const squares = to === 'scores' ? squaresOf(task) : null;
  const start = squares !== null && areMet(squares) ? squares : best.weights;
  return shortest(
    localWeights(space, start),
    (local) => areMet(effectiveWeights(space, local)),
    countedInSums(task.result),
  );
}

/**
 * The weights that come nearest where none reproduce it: of the nominal ones, those of the least misses in
 * sum and the region's own corners, those that meet most claims.
 */
export function closestWeights(task: Task): LocalWeights {
  const { robust, to, search, claims } = task;
  const { space } = robust.index;
  if (to === 'scores') {
    const weights = squaresOf(task);
    const error = (some: readonly number[]) => sum(residualsAt(task, some).map((x) => x * x));
    return shortest(
      localWeights(space, weights),
      (local) => error(effectiveWeights(space, local)) <= error(weights) * 1.0001,
      countedInSums(task.result),
    );
  }
  const count = (weights: readonly number[]) => metBy(task, weights).length;
  const candidates = [nearest(search, claims).weights, ...cornersOf(robust)];
  if (robust.isNominalInside) candidates.unshift(space.nominal);
  const best = candidates.reduce((most, weights) => (count(weights) > count(most) ? weights : most));
  return shortest(
    localWeights(space, best),
    (local) => count(effectiveWeights(space, local)) >= count(best),
    countedInSums(task.result),
  );
}

/** The weightings of the region at which each weight is as large as it can be. */
function cornersOf({ index: { space }, polytope }: IndexOverRegion): (readonly number[])[] {
  return space.codes.map(
    (one) =>
      greatest(
        polytope,
        space.codes.map((code) => (code === one ? 1 : 0)),
      ).weights,
  );
}

/** The nearest to published scores, in what the index sums. */
function squaresOf(task: Task): number[] {
  const { index, polytope } = task.robust;
  const width = at(polytope.constraints, 0).coefficients.length;
  const targets = targetsOf(task);
  const found = leastSquares(
    // What stands beyond the weights are their helpers, which the index does not sum.
    targets.map(({ point }) => [...point, ...Array.from({ length: width - point.length }, () => 0)]),
    targets.map(({ target }) => target),
    polytope.constraints,
  );
  if (found === null) throw new Error('the weight region of a fit is empty');
  return found.slice(0, index.space.codes.length);
}

function residualsAt(task: Task, weights: readonly number[]): number[] {
  return targetsOf(task).map(({ point, target }) => dot(point, weights) - target);
}

/** What the weights should sum to, and of what, for each published score that the index can have. */
function targetsOf({ robust: { index }, printed }: Task) {
  return printed
    .map(({ row, position }) => ({
      point: at(index.points, position),
      target: row.score === null ? Number.NaN : index.value(row.score),
    }))
    .filter(({ target }) => Number.isFinite(target));
}
