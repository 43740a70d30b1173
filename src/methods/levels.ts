// Weights and aggregates, level by level from the leaves up, so that weights may depend on what is below.
import { at, of } from '../math/at.ts';
import type { Column } from '../math/statistics/column.ts';
import type { Country } from '../model/edition.ts';
import { categoriesBottomUp, type Category, type Framework } from '../model/framework.ts';
import { throwErrors } from '../model/problem.ts';
import type { Recipe } from '../model/recipe.ts';
import { entryOf, type Choice } from '../model/registry.ts';
import { notASum } from './aggregate/faults.ts';
import { aggregateCategory } from './aggregate/run.ts';
import { leafValues, normalisationError, ownValues, type NodeValues } from './node-values.ts';
import { weigh, type Weighed } from './weight/run.ts';
import { weightings, type Weighting, type WeightSets } from './weight/table.ts';

export interface Levels {
  /** The value of the root. */
  readonly index: Column;
  /** Every node's value: what came in for the indicators, aggregates for the categories. */
  readonly scores: ReadonlyMap<string, Column>;
  /** Weights among siblings, summing to 1; where each country has its own, the mean of their shares. */
  readonly weights: ReadonlyMap<string, number>;
  /**
   * Code → each country's share among the siblings, where the weighting gives each country weights of its
   * own; null elsewhere.
   */
  readonly countryWeights: ReadonlyMap<string, Column> | null;
}

/**
 * Aggregates normalised scores up the tree. `trialWeights`, if given, are taken instead of those that the
 * recipe finds: one for every node but the root. `errors`: how far noise may have moved the scores of an
 * indicator, if it is known better than by their size.
 *
 * Each level is made of the one below as it is, not as it is told: whether two countries tie is decided at
 * each node once, within an error bound that follows the tree.
 */
export function aggregateLevels(
  framework: Framework,
  leaves: ReadonlyMap<string, Column>,
  recipe: Recipe,
  sets: WeightSets,
  countries: readonly Country[],
  trialWeights?: ReadonlyMap<string, number>,
  errors?: ReadonlyMap<string, number>,
): Levels {
  const values = new Map(
    [...leaves].map(([code, column]) => [
      code,
      leafValues(column, errors?.get(code) ?? normalisationError(column, column)),
    ]),
  );
  const weights = new Map<string, number>(trialWeights);
  const countryWeights = new Map<string, Column>();
  const isPerCountry = entryOf<Weighting>(weightings, recipe.weights).perCountry === true;
  for (const category of categoriesBottomUp(framework)) {
    const children = category.children.map(({ code }) => of(values, code));
    if (isPerCountry) throwErrors(notASum(category, recipe));
    const weighed =
      trialWeights === undefined
        ? weigh(category, columnsOf(children, isPerCountry), recipe.weights, sets, countries)
        : weighedBy(category, trialWeights);
    for (const [i, { code }] of category.children.entries()) {
      weights.set(code, at(weighed.weights, i));
      if (weighed.own !== null) countryWeights.set(code, at(weighed.own.shares, i));
    }
    const isTrial = trialWeights !== undefined;
    values.set(
      category.code,
      weighed.own === null
        ? aggregateCategory(category, children, weighed.weights, recipe, countries, isTrial)
        : ownValues(weighed.own.values),
    );
  }
  return {
    index: of(values, framework.code).told,
    get scores() {
      return new Map([...values].map(([code, { told }]) => [code, told]));
    },
    weights,
    countryWeights: isPerCountry ? countryWeights : null,
  };
}

/** What weights are found from: where they are found from spread, equal values must not look like one. */
function columnsOf(children: readonly NodeValues[], isPerCountry: boolean): Column[] {
  return children.map((child) => (isPerCountry ? child.exact : child.told));
}

function weighedBy({ children }: Category, weights: ReadonlyMap<string, number>): Weighed {
  return { weights: children.map(({ code }) => of(weights, code)), own: null };
}

/** The indicators that take part: neither they nor a category above them has weight 0. */
export function weightedIndicators(framework: Category, choice: Choice, sets: WeightSets): Set<string> {
  const siblings = {
    codes: framework.children.map(({ code }) => code),
    given: framework.children.map(({ weight }) => weight),
  };
  const entry = entryOf<Weighting>(weightings, choice);
  // What the data will say is not known yet; what has no weight given takes no part then.
  const weights =
    entry.usesData === true ? siblings.given : entry.apply({ ...siblings, columns: [] }, choice, sets);
  return new Set(
    framework.children.flatMap((child, i) => {
      if (!(at(weights, i) > 0)) return [];
      return child.kind === 'indicator' ? [child.code] : [...weightedIndicators(child, choice, sets)];
    }),
  );
}
