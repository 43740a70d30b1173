// Which scores go into the normalisation? Selects, then runs the steps that prepare scores, in the recipe's
// order.
import { at, of } from '../math/at.ts';
import type { Column } from '../math/statistics/column.ts';
import type { Edition } from '../model/edition.ts';
import { indicators } from '../model/framework.ts';
import type { DataStep, Recipe, StepName } from '../model/recipe.ts';
import type { Change, Stage } from '../model/result.ts';
import { resultRows, type ResultRow } from '../model/rows.ts';
import { denominate } from './denominate/run.ts';
import { impute } from './impute/run.ts';
import { columnOf, type ScoreState, type StepResult } from './score-state.ts';
import { screen } from './screen/run.ts';
import { select } from './select/run.ts';
import { transform } from './transform/run.ts';
import { treat } from './treat/run.ts';

/** What a step gave when it was run. */
interface StepRun extends StepResult {
  readonly step: StepName;
}

const preparations: Readonly<Record<DataStep, (state: ScoreState) => StepResult>> = {
  denominate,
  transform,
  screen,
  impute,
  treat,
};

/** The scores that are to be normalised, and what they were after each step. */
export function prepare(edition: Edition, recipe: Recipe): { state: ScoreState; stages: Stage[] } {
  let state = selected(edition, recipe);
  const runs: StepRun[] = [{ step: 'select', state, changes: [] }];
  for (const step of recipe.steps) {
    const result = preparations[step](state);
    runs.push({ step, ...result });
    ({ state } = result);
  }
  return { state, stages: runs.map((run) => stageOf(run, state)) };
}

/** What the selections leave of an edition; an indicator without a column is one without scores. */
function selected(edition: Edition, recipe: Recipe): ScoreState {
  const { framework, rows, years } = select(edition, recipe.select);
  const scoresOf = (column: string): Column => {
    const scores = edition.columns.get(column);
    return rows.map((row) => (scores === undefined ? null : at(scores, row)));
  };
  return {
    edition,
    recipe,
    framework,
    rows,
    years,
    countries: rows.map((row) => at(edition.countries, row)),
    columns: new Map(indicators(framework).map(({ code, column }) => [code, scoresOf(column)])),
  };
}

/** What a step gave, for the countries and indicators that are left in the end. */
function stageOf({ step, state, changes }: StepRun, last: ScoreState): Stage {
  const codes = indicators(last.framework).map(({ code }) => code);
  // Most often nobody was screened out.
  if (state.rows.length === last.rows.length)
    return { step, columns: new Map(codes.map((code) => [code, columnOf(state, code)])), changes };
  const rowThen = new Map(resultRows(state.rows).map((then) => [at(state.rows, then), then]));
  const rowsThen = last.rows.map((row) => of(rowThen, row));
  const columnNow = (code: string): Column => {
    const column = columnOf(state, code);
    return rowsThen.map((row) => at(column, row));
  };
  return {
    step,
    columns: new Map(codes.map((code) => [code, columnNow(code)])),
    changes: renumbered(changes, rowsThen),
  };
}

/** Changes with the rows that countries have in the end; null for those that were left out. */
function renumbered(changes: readonly Change[], rowsThen: readonly ResultRow[]): Change[] {
  const rowNow = new Map(resultRows(rowsThen).map((now) => [at(rowsThen, now), now]));
  return changes.map((change) => ({
    ...change,
    row: change.row === null ? null : (rowNow.get(change.row) ?? null),
  }));
}
