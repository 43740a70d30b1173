// What an entry of the table of weightings tells of itself.
import type { Domain, Method, Values } from '../../model/registry.ts';
import type { OwnWeights, ShareRange, Siblings, WeightFault, WeightSets } from './siblings.ts';

interface AnyWeighting extends Method {
  /**
   * Whether the weights depend on the scores. Siblings whose given weight is 0 then take no part, and keep
   * it.
   */
  readonly usesData?: true;
  /** What scores it can take, if it uses them. */
  readonly domain?: Domain;
  /** What keeps it from weighing these siblings, each said after "finds no weights under …". */
  faults?(siblings: Siblings, parameters: Values): readonly WeightFault[];
  /** What is worth knowing of the weights that it found, said after them. */
  tells?(siblings: Siblings, parameters: Values): string;
  /** With fewer countries a sibling than this its weights are mostly chance, which is warned of. */
  readonly leastCountries?: number;
  /** Whether it works out weights for these siblings that stand nowhere, so that they are to be told. */
  finds?(siblings: Pick<Siblings, 'codes'>, parameters: Values, sets: WeightSets): boolean;
  /** The weights that it states itself, by code, where all others are the given ones. */
  states?(parameters: Values): Readonly<Record<string, number>>;
  /** Takes the weights that the framework gives, so that none has to be named. */
  readonly isGiven?: true;
  /** The named set that it takes: of weights.csv, or `file.csv:name`. */
  setNamed?(parameters: Values): string;
  /** The file of comparisons in pairs that it takes. */
  comparedIn?(parameters: Values): string;
  /** The nodes that it names, and what says so in a message. */
  names?(parameters: Values): { readonly codes: readonly string[]; readonly subject: string };
}

/**
 * The same weights for all countries, relative to each other, none negative; they are scaled to sum to 1
 * afterwards.
 */
export interface CommonWeighting extends AnyWeighting {
  apply(siblings: Siblings, parameters: Values, sets: WeightSets): readonly number[];
  readonly perCountry?: never;
}

/**
 * Weights of its own for each country, and with them its value: a weighted sum, so that no aggregation is
 * left to be done. Null for a country that lacks a score.
 */
export interface OwnWeighting extends AnyWeighting {
  apply(siblings: Siblings, parameters: Values): readonly (OwnWeights | null)[];
  /** The value of the country in one row alone. */
  valueOf(siblings: Siblings, parameters: Values, row: number): number | null;
  /** How far the shares of the countries in some rows may go among all their best weights. */
  rangesOf(
    siblings: Siblings,
    parameters: Values,
    rows: readonly number[],
  ): readonly (readonly ShareRange[] | null)[];
  readonly perCountry: true;
  readonly usesData: true;
}

export type Weighting = CommonWeighting | OwnWeighting;
