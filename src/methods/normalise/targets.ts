// What target is an indicator measured against, and what is wrong with it?
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf } from '../../model/registry.ts';
import type { IndicatorTask } from '../score-state.ts';
import { transformations, type Transformation } from '../transform/table.ts';
import type { Normalisation } from './table.ts';

/** The target, transformed and directed as the scores are; null if the indicator has none. */
export function targetOf({ target, direction, transform }: Indicator, recipe: Recipe): number | null {
  if (target === null) return null;
  const choice = transform ?? recipe.transform;
  return direction * entryOf<Transformation>(transformations, choice).apply([target], choice)(target);
}

/** What keeps the scores from being measured against the target. */
export function targetFaults({ leaf, column }: IndicatorTask<Normalisation>, recipe: Recipe): Problem[] {
  const target = targetOf(leaf, recipe);
  if (target === null) return [noTarget(leaf)];
  const { low, high } = range(present(column).map((x) => x * leaf.direction));
  return low < high && target <= low ? [targetTooLow(leaf)] : [];
}

function noTarget({ code }: Indicator): Problem {
  return {
    code: 'recipe/no-target',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `the indicator "${code}" has no target`,
    fix: 'fill the column "target" of indicators.csv',
  };
}

function targetTooLow({ code, target }: Indicator): Problem {
  return {
    code: 'recipe/no-target',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    value: String(target),
    what: `the target of "${code}" (${target}) is not better than the worst country`,
    fix: 'correct it in the column "target" of indicators.csv',
  };
}
