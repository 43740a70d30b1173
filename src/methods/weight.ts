// weight: how much does each child of a category count among its siblings?
import type { Column } from '../math/column.ts';
import type { Method, Table, Values } from '../model/registry.ts';

/** The children of one category: codes, weights as the framework gives them, values. */
export interface Siblings {
  readonly codes: readonly string[];
  readonly given: readonly number[];
  readonly columns: readonly Column[];
}

export type WeightSets = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Gives weights relative to each other, none negative; they are scaled to sum to 1 afterwards. */
export interface Weighting extends Method {
  apply(siblings: Siblings, parameters: Values, sets: WeightSets): readonly number[];
  /** Whether the weights depend on the scores. */
  readonly usesData?: true;
}

/**
 * Equal weights among siblings.
 *
 *     wᵢ = 1 / n
 *
 * Equal weights are a judgement too: a category with many children gives each of them little.
 *
 * @example equal({ codes: ['a', 'b'], given: [3, 1], columns: [] }) // → [1, 1]
 * @see OECD/JRC Handbook (2008), step 6
 */
export function equal({ codes }: Siblings): readonly number[] {
  return codes.map(() => 1);
}

/** @example given({ codes: ['a', 'b'], given: [3, 1], columns: [] }) // → [3, 1] */
export function given(siblings: Siblings): readonly number[] {
  return siblings.given;
}

/**
 * A named set of weights.csv; what the set does not name keeps its given weight.
 *
 * @example set({ codes: ['a', 'b'], given: [3, 1], columns: [] }, { name: 's' }, new Map([['s', new Map([['b', 5]])]])) // → [3, 5]
 */
export function set(siblings: Siblings, { name }: { name: string }, sets: WeightSets): readonly number[] {
  const weights = sets.get(name);
  return siblings.codes.map((code, i) => weights?.get(code) ?? siblings.given[i] ?? 1);
}

/**
 * Weights written down on the spot; what is not named keeps its given weight.
 *
 * @example inline({ codes: ['a', 'b'], given: [3, 1], columns: [] }, { weights: { b: 2 } }) // → [3, 2]
 */
export function inline(siblings: Siblings, { weights }: { weights: Readonly<Record<string, number>> }): readonly number[] {
  return siblings.codes.map((code, i) => (Object.hasOwn(weights, code) ? weights[code] : siblings.given[i]) ?? 1);
}

export const weightings = {
  given: {
    apply: given,
    summary: 'the weights of indicators.csv, 1 where it has none',
    formula: 'wᵢ = gᵢ / Σ gⱼ',
    use: 'The default.',
    parameters: [],
    source: 'the edition',
  },
  equal: {
    apply: equal,
    summary: 'the same weight for all siblings',
    formula: 'wᵢ = 1 / n',
    use: 'When nobody can say which counts more. It is a judgement too: a category with many children gives each of them little.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 6',
  },
  set: {
    apply: set,
    summary: 'a named set of weights.csv, or of another file: my.csv:name',
    formula: 'wᵢ = sᵢ / Σ sⱼ',
    use: 'To compare weightings that were agreed on beforehand. What the set does not name keeps its given weight.',
    parameters: [{ name: 'name', kind: 'text', default: undefined, positional: true, meaning: 'the set' }],
    source: 'the edition',
  },
  inline: {
    apply: inline,
    summary: 'weights written down on the spot: offence=2,resilience=1.5',
    formula: 'wᵢ = vᵢ / Σ vⱼ',
    use: 'To try a weighting out. What is not named keeps its given weight.',
    parameters: [{ name: 'weights', kind: 'number-by-code', default: undefined, least: 0, positional: true, meaning: 'weights relative to the siblings, by code' }],
    source: 'the command line or the recipe',
  },
} satisfies Table<Weighting>;
