// Runs the treatment of outliers, and says what was done to whom.
import type { Change } from '../../model/result.ts';
import {
  changeIndicators,
  changesBetween,
  changingTasks,
  type IndicatorTask,
  type ScoreState,
  type StepResult,
} from '../score-state.ts';
import { treatments, type Treatment } from './table.ts';
import type { Treated } from './treated.ts';

/** Treats each indicator by its method. */
export function treat(state: ScoreState): StepResult {
  const tasks = changingTasks<Treatment>(state, 'treat', treatments);
  return changeIndicators(state, tasks, (task) => {
    const treated = task.entry.apply(task.column, task.choice);
    return { column: treated.column, changes: changesOf(task, treated) };
  });
}

function changesOf(
  { leaf: { code }, column }: IndicatorTask<Treatment>,
  { column: treated, changed, how }: Treated,
): Change[] {
  if (changed === 'indicator') return [{ code, row: null, from: null, to: null, how }];
  return changesBetween(code, column, treated, () => how);
}
