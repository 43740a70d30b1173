// The scores on their way from the file to the normalised ones: each step takes them over from the one
// before.
import type { Column } from '../math/statistics/column.ts';
import type { Country, Edition } from '../model/edition.ts';
import { indicators, type Framework, type Indicator } from '../model/framework.ts';
import type { Recipe } from '../model/recipe.ts';
import type { Choice } from '../model/registry.ts';
import type { Change } from '../model/result.ts';

/** What is left of the edition, and its scores as they are by now. */
export interface ScoreState {
  readonly edition: Edition;
  readonly recipe: Recipe;
  readonly framework: Framework;
  readonly countries: readonly Country[];
  /** For each country its row in the edition. */
  readonly rows: readonly number[];
  /** By the code of the indicator, a score a country. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** What a step hands on, with what it did; rows of changes are those of the flow. */
export interface StepResult {
  readonly flow: ScoreState;
  readonly changes: readonly Change[];
}

/** One column after a step, with what was done to it. */
export interface Changed {
  readonly column: Column;
  readonly changes: readonly Change[];
}

export function columnOf({ columns }: ScoreState, code: string): Column {
  return columns.get(code) ?? [];
}

/**
 * Runs a step that takes each indicator by itself, by the indicator's own method or the recipe's; `none`
 * leaves it as it is.
 */
export function eachIndicator(
  flow: ScoreState,
  step: 'denominate' | 'transform' | 'impute' | 'treat',
  change: (leaf: Indicator, choice: Choice) => Changed,
): StepResult {
  const choices = indicators(flow.framework).map((leaf) => ({
    leaf,
    choice: leaf[step] ?? flow.recipe[step],
  }));
  if (choices.every(({ choice }) => choice.method === 'none')) return { flow, changes: [] };
  const changed = choices.map(({ leaf, choice }) => ({
    leaf,
    ...(choice.method === 'none' ? { column: columnOf(flow, leaf.code), changes: [] } : change(leaf, choice)),
  }));
  return {
    flow: { ...flow, columns: new Map(changed.map(({ leaf, column }) => [leaf.code, column])) },
    changes: changed.flatMap(({ changes }) => changes),
  };
}

/** The changes between two columns, told in the same words for all. */
export function changesBetween(code: string, before: Column, after: Column, how: string): Change[] {
  return after.flatMap((to, row) => {
    const from = before[row] ?? null;
    return to === from ? [] : [{ code, row, from, to, how }];
  });
}
