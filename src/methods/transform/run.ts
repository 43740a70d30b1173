// Runs the transformation, and says which scores it cannot take.
import { mapPresent } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';
import { throwErrors } from '../../model/problem.ts';
import { misfits, outOfDomain, type Misfit } from '../domain.ts';
import {
  changeIndicators,
  changingTasks,
  type IndicatorTask,
  type ScoreState,
  type StepResult,
} from '../score-state.ts';
import { transformations, type Transformation } from './table.ts';

/** Transforms each indicator's scores; throws with all those that a transformation cannot take. */
export function transform(state: ScoreState): StepResult {
  const tasks = changingTasks<Transformation>(state, 'transform', transformations);
  throwErrors(outOfDomain(tasks.flatMap((task) => unacceptable(task, state.countries))));
  return changeIndicators(state, tasks, ({ column, entry, choice }) => ({
    column: mapPresent(column, entry.apply(column, choice)),
    changes: [],
  }));
}

function unacceptable(
  { leaf, column, entry: { domain }, choice }: IndicatorTask<Transformation>,
  countries: readonly Country[],
): Misfit[] {
  if (domain === undefined) return [];
  const { method } = choice;
  return misfits(
    { code: leaf.code, column, countries, noun: 'score', method, whom: `the transformation "${method}"` },
    domain,
    (score) => domain.accepts(score, choice),
  );
}
