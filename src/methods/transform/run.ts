// Runs the transformation, and says which scores it cannot take.
import { mapPresent } from '../../math/statistics/column.ts';
import type { Country } from '../../model/edition.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { outOfDomain } from '../domain.ts';
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
  throwErrors(tasks.flatMap((task) => unacceptable(task, state.countries)));
  return changeIndicators(state, tasks, ({ column, entry, choice }) => ({
    column: mapPresent(column, entry.apply(column, choice)),
    changes: [],
  }));
}

function unacceptable(
  { leaf, column, entry: { domain }, choice }: IndicatorTask<Transformation>,
  countries: readonly Country[],
): Problem[] {
  if (domain === undefined) return [];
  const { method } = choice;
  return outOfDomain(
    { code: leaf.code, column, countries, noun: 'score', method, whom: `the transformation "${method}"` },
    domain,
    (score) => domain.accepts(score, choice),
  );
}
