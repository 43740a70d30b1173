// Runs the denomination: finds the sizes that each indicator is divided by, and says where there are none.
import { at } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { nameOf, subjectOf } from '../../model/edition.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { textParameter } from '../parameter.ts';
import {
  changeIndicators,
  changingTasks,
  type IndicatorTask,
  type ScoreState,
  type StepResult,
} from '../score-state.ts';
import { denominations, type Denomination } from './table.ts';
import { possessive } from '../../model/words.ts';

type Task = IndicatorTask<Denomination>;

/** Divides each indicator that has a denominator; throws where that is missing or zero. */
export function denominate(state: ScoreState): StepResult {
  const tasks = changingTasks<Denomination>(state, 'denominate', denominations);
  throwErrors(tasks.flatMap((task) => [...noSizes(task, state), ...zeroSizes(task, state)]));
  return changeIndicators(state, tasks, (task) => ({
    column: task.entry.apply(task.column, sizesOf(task, state), task.choice),
    changes: [],
  }));
}

function sizeNameOf({ choice }: Task): string {
  return textParameter(choice, 'by');
}

/** The sizes of the countries; all of them missing where the edition has no such column. */
function sizesOf(task: Task, { edition, rows }: ScoreState): Column {
  const sizes = edition.columns.get(sizeNameOf(task));
  return rows.map((row) => (sizes === undefined ? null : at(sizes, row)));
}

function noSizes(task: Task, state: ScoreState): Problem[] {
  if (present(sizesOf(task, state)).length > 0) return [];
  const { code, denominate: ownChoice } = task.leaf;
  const name = sizeNameOf(task);
  return [
    {
      code: 'recipe/no-denominator',
      severity: 'error',
      ...(ownChoice === null ? { step: 'denominate' as const } : {}),
      indicator: code,
      value: name,
      what: `"${code}" should be divided by "${name}", which is not a column of numbers`,
      fix: 'add the column to scores.csv, or check its spelling',
    },
  ];
}

function zeroSizes(task: Task, state: ScoreState): Problem[] {
  const { code } = task.leaf;
  return sizesOf(task, state).flatMap((size, row): Problem[] => {
    if (size !== 0) return [];
    const country = at(state.countries, row);
    return [
      {
        code: 'recipe/out-of-domain',
        severity: 'error',
        ...subjectOf(country),
        indicator: code,
        value: '0',
        what:
          `${possessive(nameOf(country))} "${sizeNameOf(task)}" is 0, ` +
          `so "${code}" cannot be divided by it`,
        fix: 'correct it, or leave the cell empty',
      },
    ];
  });
}
