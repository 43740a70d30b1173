// Weights and aggregates, level by level from the leaves up, so that weights may depend on what is below.
import type { Column } from '../math/statistics/column.ts';
import { settle } from '../math/statistics/rounding.ts';
import { nameOf, type Country } from '../model/edition.ts';
import { categoriesBottomUp, type Category, type Framework } from '../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../model/problem.ts';
import type { Recipe } from '../model/recipe.ts';
import { entryOf, type Choice } from '../model/registry.ts';
import { aggregations, type Aggregation } from './aggregate/table.ts';
import { outOfDomain } from './domain.ts';
import { missingRules, type MissingRule } from './missing/table.ts';
import { weigh, type Weighed } from './weight/run.ts';
import { weightings, type Weighting, type WeightSets } from './weight/table.ts';

export interface Levels {
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
 * Aggregates normalised scores up the tree. `weights`, if given, are taken instead of those the recipe finds.
 */
export function aggregateLevels(
  framework: Framework,
  leaves: ReadonlyMap<string, Column>,
  recipe: Recipe,
  sets: WeightSets,
  countries: readonly Country[],
  known?: ReadonlyMap<string, number>,
): Levels {
  const scores = new Map(leaves);
  const weights = new Map<string, number>(known);
  const countryWeights = new Map<string, Column>();
  const isPerCountry = entryOf<Weighting>(weightings, recipe.weights).perCountry === true;
  for (const category of categoriesBottomUp(framework)) {
    const columns = category.children.map(({ code }) => scores.get(code) ?? []);
    if (isPerCountry) throwErrors(notASum(category, recipe));
    const { weights: local, own }: Weighed =
      known === undefined
        ? weigh(category, columns, recipe.weights, sets, countries)
        : { weights: category.children.map(({ code }) => known.get(code) ?? Number.NaN), own: null };
    for (const [i, { code }] of category.children.entries()) {
      weights.set(code, local[i] ?? Number.NaN);
      if (own !== null) countryWeights.set(code, own.shares[i] ?? []);
    }
    scores.set(
      category.code,
      own?.values ?? aggregateCategory(category, columns, local, recipe, countries, known !== undefined),
    );
  }
  return { scores, weights, countryWeights: isPerCountry ? countryWeights : null };
}

/** The indicators that take part: neither they nor a category above them has weight 0. */
export function countingIndicators(framework: Category, choice: Choice, sets: WeightSets): Set<string> {
  const { codes, given } = {
    codes: framework.children.map(({ code }) => code),
    given: framework.children.map(({ weight }) => weight),
  };
  const entry = entryOf<Weighting>(weightings, choice);
  // What the data will say is not known yet; what has no weight given takes no part then.
  const weights = entry.usesData === true ? given : entry.apply({ codes, given, columns: [] }, choice, sets);
  return new Set(
    framework.children.flatMap((child, i) => {
      if (!((weights[i] ?? 0) > 0)) return [];
      return child.kind === 'indicator' ? [child.code] : [...countingIndicators(child, choice, sets)];
    }),
  );
}

/**
 * One category's value for every country that has enough of its scores; children of weight 0 take no part.
 */
function aggregateCategory(
  category: Category,
  columns: readonly Column[],
  weights: readonly number[],
  recipe: Recipe,
  countries: readonly Country[],
  isTrial: boolean,
): Column {
  const choice = category.aggregate ?? recipe.aggregate;
  const { apply, domain, weightedSum, childrenFault } = entryOf<Aggregation>(aggregations, choice);
  const counting = [...category.children.keys()].filter((i) => (weights[i] ?? 0) > 0);
  const fault = childrenFault?.(counting.length, choice) ?? null;
  if (fault !== null) throw new ProblemsError([doesNotFit(category, choice, fault)]);
  const rule = entryOf<MissingRule>(missingRules, recipe.missing);
  const taken = takenRows(
    countries.length,
    counting.map((i) => columns[i] ?? []),
    (present) => rule.apply(present, counting.length, recipe.missing),
  );
  // Other weights are tried on scores that were found sound.
  if (domain !== undefined && !isTrial) {
    throwErrors(
      counting.flatMap((i) => {
        const rows = new Set(taken.map(({ row }) => row));
        const asked = {
          code: category.children[i]?.code ?? '',
          column: (columns[i] ?? []).map((score, row) => (rows.has(row) ? score : null)),
          countries,
          noun: 'normalised score' as const,
          method: choice.method,
          whom: `the aggregation "${choice.method}" of "${category.code}"`,
        };
        return outOfDomain(asked, domain, (score) => domain.accepts(score, choice));
      }),
    );
  }
  const local = counting.map((i) => weights[i] ?? Number.NaN);
  const aggregated = apply(
    taken.map(({ scores }) => scores),
    local,
    choice,
  );
  const values: (number | null)[] = countries.map(() => null);
  for (const [i, { row }] of taken.entries()) values[row] = aggregated[i] ?? Number.NaN;
  throwErrors(
    values.flatMap((value, row) =>
      value === null || Number.isFinite(value) ? [] : [notFinite(category, countries[row], choice)],
    ),
  );
  return settled(values, weightedSum?.isPlain === true ? greatestContribution(taken, local) : null);
}

/**
 * Values without the noise of floating-point numbers, which would break ties: rounded to 10⁻¹² of the largest
 * contribution where they are sums, in which larger numbers may have cancelled out, and of themselves
 * elsewhere.
 */
function settled(values: readonly (number | null)[], contribution: number | null): Column {
  const magnitude =
    contribution === null
      ? null
      : values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), contribution);
  return values.map((value) => (value === null ? null : settle(value, magnitude ?? Math.abs(value))));
}

/** The scores of one country on the children that count. */
interface TakenRow {
  readonly row: number;
  readonly scores: Column;
}

/** The countries that have enough scores. */
function takenRows(
  countries: number,
  columns: readonly Column[],
  isEnough: (present: number) => boolean,
): TakenRow[] {
  const taken: TakenRow[] = [];
  for (let row = 0; row < countries; row += 1) {
    const scores = columns.map((column) => column[row] ?? null);
    if (isEnough(scores.reduce<number>((present, score) => present + Number(score !== null), 0)))
      taken.push({ row, scores });
  }
  return taken;
}

function greatestContribution(taken: readonly TakenRow[], weights: readonly number[]): number {
  let most = 0;
  for (const { scores } of taken)
    for (let i = 0; i < scores.length; i += 1)
      most = Math.max(most, Math.abs((scores[i] ?? 0) * (weights[i] ?? 0)));
  return most;
}

function doesNotFit({ code }: Category, { method }: Choice, fault: string): Problem {
  return {
    code: 'recipe/bad-parameter',
    severity: 'error',
    step: 'aggregate',
    what: `the aggregation "${method}" cannot be taken for "${code}": ${fault}`,
    fix:
      'change its parameters, or give the category an aggregation of its own in the column "aggregate" of ' +
      'indicators.csv',
  };
}

/** Weights of its own for each country make a weighted sum, and nothing else can be made of them. */
function notASum({ code, aggregate }: Category, recipe: Recipe): Problem[] {
  const { method } = aggregate ?? recipe.aggregate;
  if (entryOf<Aggregation>(aggregations, { method }).weightedSum?.isPlain === true) return [];
  return [
    {
      // Where a category has its own, the weighting is what was asked for.
      code: 'recipe/bad-parameter',
      severity: 'error',
      step: aggregate === null ? 'aggregate' : 'weights',
      what:
        `the aggregation "${method}" cannot be taken for "${code}": the weighting ` +
        `"${recipe.weights.method}" is that of a weighted sum`,
      why: 'it looks for the weights by which that sum is best for each country',
      fix:
        aggregate === null
          ? 'take --aggregate arithmetic, or another weighting, such as --weights equal'
          : 'write arithmetic in the column "aggregate" of indicators.csv, or take another weighting, ' +
            'such as --weights equal',
    },
  ];
}

function notFinite(category: Category, country: Country | undefined, choice: Choice): Problem {
  return {
    code: 'recipe/not-finite',
    severity: 'error',
    step: 'aggregate',
    what:
      `${country === undefined ? 'a country' : nameOf(country)}'s "${category.code}" is too large to be ` +
      `represented after "${choice.method}"`,
    fix: 'normalise the scores to a smaller range, or take another aggregation',
  };
}
