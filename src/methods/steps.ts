// The steps of a recipe in their order, each with its table of methods and its default.
// Options, recipe checks, help, `methods` and the tests over all methods are derived from this.
import { dataSteps, type Recipe, type StepName } from '../model/recipe.ts';
import { complete, type Choice, type Method, type MethodTable } from '../model/registry.ts';
import { aggregations } from './aggregate/table.ts';
import { denominations } from './denominate/table.ts';
import { imputations } from './impute/table.ts';
import { missingRules } from './missing/table.ts';
import { normalisations } from './normalise/table.ts';
import { rankings } from './rank/table.ts';
import { regions } from './region/table.ts';
import { screenings } from './screen/table.ts';
import { selections } from './select/table.ts';
import { tierMethods } from './tier/table.ts';
import { transformations } from './transform/table.ts';
import { treatments } from './treat/table.ts';
import { weightings } from './weight/table.ts';

export interface Step {
  readonly table: MethodTable;
  /** What it settles, as it stands after the name of its option. */
  readonly meaning: string;
  /** What one of its methods is called in a message. */
  readonly noun: string;
  /** The file that holds its table, and its formulas if their entries name no other. */
  readonly file: string;
  readonly default: Choice | null;
}

export const steps: Readonly<Record<StepName, Step>> = {
  select: {
    table: selections,
    noun: 'selection',
    file: 'select/table.ts',
    default: null,
    meaning: 'which countries and indicators to keep',
  },
  denominate: {
    table: denominations,
    noun: 'denomination',
    file: 'denominate/table.ts',
    default: { method: 'none' },
    meaning: 'how to adjust scores for the size of a country',
  },
  transform: {
    table: transformations,
    noun: 'transformation',
    file: 'transform/table.ts',
    default: { method: 'none' },
    meaning: 'how to compress large scores',
  },
  screen: {
    table: screenings,
    noun: 'screening',
    file: 'screen/table.ts',
    default: { method: 'none' },
    meaning: 'how to drop countries or indicators with too few scores',
  },
  impute: {
    table: imputations,
    noun: 'imputation',
    file: 'impute/table.ts',
    default: { method: 'none' },
    meaning: 'how to fill missing scores',
  },
  treat: {
    table: treatments,
    noun: 'treatment',
    file: 'treat/table.ts',
    default: { method: 'none' },
    meaning: 'how to treat outliers',
  },
  missing: {
    table: missingRules,
    noun: 'rule for missing scores',
    file: 'missing/table.ts',
    default: { method: 'error' },
    meaning: 'how to treat missing scores',
  },
  normalise: {
    table: normalisations,
    noun: 'normalisation',
    file: 'normalise/table.ts',
    default: { method: 'minmax' },
    meaning: 'how to put indicators on one scale',
  },
  weights: {
    table: weightings,
    noun: 'weighting',
    file: 'weight/table.ts',
    default: { method: 'given' },
    meaning: 'how to weight indicators and categories',
  },
  aggregate: {
    table: aggregations,
    noun: 'aggregation',
    file: 'aggregate/table.ts',
    default: { method: 'arithmetic' },
    meaning: 'how to combine the scores of a category',
  },
  rank: {
    table: rankings,
    noun: 'ranking',
    file: 'rank/table.ts',
    default: { method: 'competition' },
    meaning: 'how to rank countries with equal scores',
  },
  tiers: {
    table: tierMethods,
    noun: 'tier method',
    file: 'tier/table.ts',
    default: { method: 'none' },
    meaning: 'how to sort countries into tiers',
  },
  region: {
    table: regions,
    noun: 'weight region',
    file: 'region/table.ts',
    default: { method: 'around' },
    meaning: 'which weights count as defensible',
  },
};

/** The file of a method's formula, from src/methods/. */
export function fileOf(step: StepName, { file }: Method): string {
  return file ?? steps[step].file;
}

/** A recipe as far as it was written down; a step that is not there takes its default. */
export type PartialRecipe = { readonly [Key in keyof Recipe]?: Recipe[Key] };

export const stepNames = [
  'select',
  'denominate',
  'transform',
  'screen',
  'impute',
  'treat',
  'missing',
  'normalise',
  'weights',
  'aggregate',
  'rank',
  'tiers',
  'region',
] as const satisfies readonly StepName[];

/**
 * The whole recipe: every step, every parameter.
 *
 * @example completeRecipe({ aggregate: { method: 'power', p: 2 } }).missing // → { method: 'error' }
 */
export function completeRecipe(written: PartialRecipe): Recipe {
  const one = (step: Exclude<StepName, 'select' | 'region'>): Choice => {
    const { table, default: fallback } = steps[step];
    return complete(table, written[step] ?? fallback ?? { method: 'none' });
  };
  return {
    select: (written.select ?? []).map((choice) => complete(selections, choice)),
    steps: written.steps ?? dataSteps,
    denominate: one('denominate'),
    transform: one('transform'),
    screen: one('screen'),
    impute: one('impute'),
    treat: one('treat'),
    missing: one('missing'),
    normalise: one('normalise'),
    weights: one('weights'),
    aggregate: one('aggregate'),
    rank: one('rank'),
    tiers: one('tiers'),
    ...(written.vary === undefined ? {} : { vary: written.vary }),
    region: (written.region ?? [steps.region.default ?? { method: 'any' }]).map((choice) =>
      complete(regions, choice),
    ),
  };
}
