// Runs the screening: drops what has too few scores, and says so.
import { at } from '../../math/at.ts';
import { nameOf } from '../../model/edition.ts';
import { indicators, prune } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { entryOf } from '../../model/registry.ts';
import type { Change } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { columnOf, type ScoreState, type StepResult } from '../score-state.ts';
import { screenings, type Screening } from './table.ts';

/** Drops countries or indicators; throws where none of them is left. */
export function screen(state: ScoreState): StepResult {
  const choice = state.recipe.screen;
  const { apply, isIdentity } = entryOf<Screening>(screenings, choice);
  if (isIdentity === true) return { state, changes: [] };
  const leaves = indicators(state.framework);
  const left = apply(
    leaves.map(({ code }) => columnOf(state, code)),
    choice,
  );
  const codes = new Set(left.places.map((place) => at(leaves, place).code));
  return {
    state: only(state, left.rows, codes),
    changes: [...droppedCountries(state, new Set(left.rows)), ...droppedIndicators(state, codes)],
  };
}

/** The scores of some countries on some indicators. */
function only(state: ScoreState, rows: readonly ResultRow[], codes: ReadonlySet<string>): ScoreState {
  if (rows.length === 0) throw nothingLeft('country');
  const framework = prune(state.framework, ({ code }) => codes.has(code));
  if (framework === null) throw nothingLeft('indicator');
  const pick = <Item>(items: readonly Item[]): Item[] => rows.map((row) => at(items, row));
  return {
    ...state,
    framework,
    countries: pick(state.countries),
    rows: pick(state.rows),
    columns: new Map(
      [...state.columns].filter(([code]) => codes.has(code)).map(([code, column]) => [code, pick(column)]),
    ),
  };
}

function droppedCountries({ countries }: ScoreState, kept: ReadonlySet<number>): Change[] {
  const dropped = countries.filter((_, row) => !kept.has(row));
  return dropped.map((country) => change('', `${nameOf(country)} left out`));
}

function droppedIndicators({ framework }: ScoreState, kept: ReadonlySet<string>): Change[] {
  const dropped = indicators(framework).filter(({ code }) => !kept.has(code));
  return dropped.map(({ code }) => change(code, 'left out'));
}

function change(code: string, how: string): Change {
  return { code, row: null, from: null, to: null, how };
}

function nothingLeft(what: string): ProblemsError {
  return new ProblemsError([
    {
      code: 'recipe/nothing-selected',
      severity: 'error',
      step: 'screen',
      what: `the screening leaves no ${what}`,
      fix: 'require a smaller share of scores',
    },
  ]);
}
