// What building an index gives: every step's numbers, so that each can be explained.
import type { Column } from '../math/statistics/column.ts';
import type { Country, Edition, ShownYear } from './edition.ts';
import type { Framework } from './framework.ts';
import type { Problem } from './problem.ts';
import type { Recipe, StepName } from './recipe.ts';
import type { EditionRow, ResultRow } from './rows.ts';

/** The indicators' scores after one step: code → a score a country. */
export interface Stage {
  readonly step: StepName;
  readonly columns: ReadonlyMap<string, Column>;
  /** What the step did to single scores and indicators, beyond what its method does to all alike. */
  readonly changes: readonly Change[];
  /** Of the normalised scores: how far floating-point arithmetic may have moved those of each indicator. */
  readonly errors?: ReadonlyMap<string, number>;
}

/** One thing that a step did: to a country's score, or to an indicator as a whole. */
export interface Change {
  readonly code: string;
  /** The country's row in the result; null if it is about the indicator, or a country that was left out. */
  readonly row: ResultRow | null;
  readonly from: number | null;
  readonly to: number | null;
  /** What was done, as in "winsorised" or "mean of region Asia". */
  readonly how: string;
}

/** One condition of a tier, and how it stands for a country. */
export interface Condition {
  /** Said of the country, as in "world-leading in at least 1 of 7 indicators". */
  readonly text: string;
  /** Of a need: the same before the amount, as in "world-leading in". */
  readonly asks?: string;
  readonly met: boolean;
  /** How many indicators, or how much weight, count towards it, and how much is asked for. */
  readonly counted: number;
  readonly asked: number;
  /** Whether `counted` must reach `asked` (a need) or stay below it (a veto). */
  readonly veto: boolean;
  readonly unit: 'indicators' | 'weight' | 'index' | 'countries';
  /** The indicators that count towards it, with what each counts; of layers, the countries that dominate. */
  readonly contributing: readonly Counted[];
  /** The indicators that could count and do not. */
  readonly lacking: readonly Counted[];
}

export interface Counted {
  readonly code: string;
  readonly amount: number;
  /** Of an indicator: the raw score that the condition asks of it. */
  readonly level?: number;
}

/** Where a country stands in an ordered set of tiers. */
export interface Placement {
  /** Position in `tiers`, 0 the best; null if the country has no index. */
  readonly tier: number | null;
  /** For each tier but the last, the conditions of entering it, as far as they are known. */
  readonly conditions: readonly (readonly Condition[])[];
}

/** All countries sorted into tiers. */
export interface Tiering {
  readonly method: string;
  /** Names, the best first. */
  readonly tiers: readonly string[];
  /** For tiers cut out of the index: the least index of each tier but the last. */
  readonly cuts: readonly number[] | null;
  /** Where the tiers are of rounded scores: the least index that rounds to each cut-off. */
  readonly limits?: readonly number[];
  readonly placements: readonly Placement[];
}

/** Which year of a panel is shown, and which years there are. */
export interface Shown {
  /** Null where scores have no years. */
  readonly year: ShownYear | null;
  /** All years whose scores are read, the earliest first: together they set the scale. */
  readonly years: readonly number[];
  /** The rows that are ranked together and shown. */
  readonly rows: readonly ResultRow[];
}

export interface Result {
  readonly edition: Edition;
  readonly recipe: Recipe;
  /** What is left of the framework and the countries after selection; everything below follows these. */
  readonly framework: Framework;
  readonly countries: readonly Country[];
  /** For each country its row in the edition. */
  readonly rows: readonly EditionRow[];
  readonly stages: readonly Stage[];
  /** Every node's value: normalised scores of indicators, aggregates of categories, the index at the root. */
  readonly scores: ReadonlyMap<string, Column>;
  /**
   * Weights among siblings, each sibling group summing to 1; where each country has its own, the mean over
   * all countries of their shares.
   */
  readonly weights: ReadonlyMap<string, number>;
  /**
   * Where the weighting gives each country weights of its own: code → for each country the share wᵢ xᵢ / Σ wⱼ
   * xⱼ that the child is of its category's value. Shares of siblings sum to 1, and have no unit as the
   * weights themselves would. Null of what takes no part, and of a country without a value. Null altogether
   * where all countries have the same weights.
   */
  readonly countryWeights: ReadonlyMap<string, Column> | null;
  readonly index: Column;
  readonly shown: Shown;
  /** Which rows are ranked together: those of each year, the ones that are shown last. */
  readonly fields: readonly (readonly ResultRow[])[];
  /** Null for a country without an index, and in a year that the recipe leaves out. */
  readonly ranks: Column;
  /** Its cut-offs are those of the rows that are shown. */
  readonly tiering: Tiering | null;
  readonly warnings: readonly Problem[];
}

/** The name of a country's tier; null if it has none. */
export function tierOf({ tiering }: Pick<Result, 'tiering'>, row: ResultRow): string | null {
  const tier = tiering?.placements[row]?.tier ?? null;
  return tier === null ? null : (tiering?.tiers[tier] ?? null);
}
