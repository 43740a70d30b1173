// Runs the imputation: gathers what is known where a score is missing, and says what was put in.
import { of } from '../../math/at.ts';
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { indicators, nodes, type Category, type Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { areAll, didYouMean } from '../../model/words.ts';
import {
  changeIndicators,
  changesBetween,
  changingTasks,
  columnOf,
  type ChangedColumn,
  type IndicatorTask,
  type ScoreState,
  type StepResult,
} from '../score-state.ts';
import type { Gap } from './gap.ts';
import { imputations, type Imputation } from './table.ts';

type Task = IndicatorTask<Imputation>;

/** Fills in missing scores, looking at the scores as they came in: no imputed score feeds another. */
export function impute(state: ScoreState): StepResult {
  throwErrors(unknownGroups(state));
  const tasks = changingTasks<Imputation>(state, 'impute', imputations);
  if (tasks.length === 0) return { state, changes: [] };
  const scaled = new Map(
    indicators(state.framework).map((leaf) => [leaf.code, scale(leaf, columnOf(state, leaf.code))]),
  );
  return changeIndicators(state, tasks, (task) => fill(task, state, scaled));
}

function fill(
  { leaf, column, entry, choice }: Task,
  state: ScoreState,
  scaled: ReadonlyMap<string, Column>,
): ChangedColumn {
  const columnsOf = (leaves: readonly Indicator[]) => leaves.map(({ code }) => of(scaled, code));
  const siblings = siblingsOf(state.framework, leaf);
  const rest = indicators(state.framework).filter((other) => other !== leaf && !siblings.includes(other));
  const surroundings = {
    column,
    countries: state.countries,
    siblings: columnsOf(siblings),
    others: columnsOf([...siblings, ...rest]),
    unscale: unscaling(leaf, column),
  };
  const gapAt = (row: number): Gap => ({ ...surroundings, row });
  const filled = column.map((score, row) => score ?? entry.apply(gapAt(row), choice));
  return {
    column: filled,
    changes: changesBetween(leaf.code, column, filled, (row) => entry.how(gapAt(row), choice)),
  };
}

/** The other indicators directly in the same category. */
function siblingsOf(framework: Category, leaf: Indicator): Indicator[] {
  const parent = nodes(framework).find((node) => node.kind === 'category' && node.children.includes(leaf));
  if (parent?.kind !== 'category') return [];
  return parent.children.filter((node): node is Indicator => node.kind === 'indicator' && node !== leaf);
}

/** Min–maxed to 0 to 1, more being better; missing where all are equal. */
function scale({ direction }: Indicator, column: Column): Column {
  const { low, high } = range(present(column));
  if (low === high) return column.map(() => null);
  return mapPresent(column, (x) => (direction === 1 ? (x - low) / (high - low) : (high - x) / (high - low)));
}

/** The way back from 0 to 1 into the unit of the indicator. */
function unscaling({ direction }: Indicator, column: Column): (share: number) => number {
  const { low, high } = range(present(column));
  return (share) => (direction === 1 ? low + share * (high - low) : high - share * (high - low));
}

/** Groups that are asked for and not there, each said once. */
function unknownGroups({ countries, recipe, framework }: ScoreState): Problem[] {
  const groups = [...new Set(countries.flatMap((country) => Object.keys(country.groups)))];
  const problems = new Map<string, Problem>();
  for (const leaf of indicators(framework)) {
    const { by } = leaf.impute ?? recipe.impute;
    if (typeof by === 'string' && !groups.includes(by)) problems.set(by, noGroup(by, leaf, groups));
  }
  return [...problems.values()];
}

function noGroup(by: string, { code, impute: ownChoice }: Indicator, groups: readonly string[]): Problem {
  return {
    code: 'recipe/no-group',
    severity: 'error',
    ...(ownChoice === null ? { step: 'impute' } : { indicator: code }),
    value: by,
    what: `there is no column of groups "${by}"${didYouMean(by, groups)}`,
    fix: groups.length === 0 ? 'add a text column to scores.csv' : areAll('the group', groups),
  };
}
