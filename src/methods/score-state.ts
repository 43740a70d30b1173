// The scores on their way from the file to the normalised ones: each step takes them over from the one
// before.
import { at, of } from '../math/at.ts';
import type { Column } from '../math/statistics/column.ts';
import type { Country, Edition } from '../model/edition.ts';
import { indicators, type Framework, type Indicator } from '../model/framework.ts';
import type { Recipe } from '../model/recipe.ts';
import { entryOf, type Choice, type Method, type MethodTable } from '../model/registry.ts';
import type { Change } from '../model/result.ts';
import { resultRows, type EditionRow, type ResultRow } from '../model/rows.ts';

/** What is left of the edition, and its scores as they are by now. */
export interface ScoreState {
  readonly edition: Edition;
  readonly recipe: Recipe;
  readonly framework: Framework;
  readonly countries: readonly Country[];
  /** For each country its row in the edition. */
  readonly rows: readonly EditionRow[];
  /** The years that are ranked; null for all. */
  readonly years: ReadonlySet<number> | null;
  /** By the code of the indicator, a score a country. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** What a step hands on, with what it did; the rows of changes are those of the state. */
export interface StepResult {
  readonly state: ScoreState;
  readonly changes: readonly Change[];
}

/** One column after a step, with what was done to it. */
export interface ChangedColumn {
  readonly column: Column;
  readonly changes: readonly Change[];
}

/** The steps for which an indicator may have a method of its own. */
type IndicatorStep = 'denominate' | 'transform' | 'impute' | 'treat' | 'normalise';

/** What a step has to do for one indicator: by its own method, or else by the recipe's. */
export interface IndicatorTask<Entry extends Method> {
  readonly leaf: Indicator;
  readonly column: Column;
  readonly entry: Entry;
  readonly choice: Choice;
}

/** The scores of an indicator as they are by now. */
export function columnOf({ columns }: ScoreState, code: string): Column {
  return of(columns, code);
}

/** What a step has to do, indicator by indicator. */
export function tasksOf<Entry extends Method>(
  state: ScoreState,
  step: IndicatorStep,
  table: MethodTable<Entry>,
): IndicatorTask<Entry>[] {
  return indicators(state.framework).map((leaf) => {
    const choice = leaf[step] ?? state.recipe[step];
    return { leaf, column: columnOf(state, leaf.code), entry: entryOf(table, choice), choice };
  });
}

/** What a step has to do where it does anything. */
export function changingTasks<Entry extends Method>(
  state: ScoreState,
  step: IndicatorStep,
  table: MethodTable<Entry>,
): IndicatorTask<Entry>[] {
  return tasksOf(state, step, table).filter(({ entry }) => entry.isIdentity !== true);
}

/** Does the tasks of a step; indicators without one stay as they are. */
export function changeIndicators<Entry extends Method>(
  state: ScoreState,
  tasks: readonly IndicatorTask<Entry>[],
  change: (task: IndicatorTask<Entry>) => ChangedColumn,
): StepResult {
  if (tasks.length === 0) return { state, changes: [] };
  const columns = new Map(state.columns);
  const changes: Change[] = [];
  for (const task of tasks) {
    const changed = change(task);
    columns.set(task.leaf.code, changed.column);
    for (const one of changed.changes) changes.push(one);
  }
  return { state: { ...state, columns }, changes };
}

/** The scores that differ between two columns, each with how it was changed. */
export function changesBetween(
  code: string,
  before: Column,
  after: Column,
  how: (row: ResultRow) => string,
): Change[] {
  return resultRows(after).flatMap((row) => {
    const to = at(after, row);
    const from = at(before, row);
    return to === from ? [] : [{ code, row, from, to, how: how(row) }];
  });
}
