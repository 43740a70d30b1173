// Weights that somebody wrote down: given with the framework, equal, in a named set, or on the spot.
import type { Siblings, WeightSets } from './siblings.ts';

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
 * @example set({ codes: ['a', 'b'], given: [3, 1], columns: [] }, { name: 's' }, new Map([['s', new
 *   Map([['b', 5]])]])) // → [3, 5]
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
export function inline(
  siblings: Siblings,
  { weights }: { weights: Readonly<Record<string, number>> },
): readonly number[] {
  return siblings.codes.map(
    (code, i) => (Object.hasOwn(weights, code) ? weights[code] : siblings.given[i]) ?? 1,
  );
}
