// What makes a weighted sum of an aggregation: then each score's contribution can be told, and which weights
// put whom ahead.
import type { Values } from '../../model/registry.ts';

/**
 * The transform φ under which an aggregation is a weighted sum, φ(y) = Σ cᵢ φ(xᵢ). cᵢ is wᵢ, or n wᵢ where
 * weights are scaled to average 1.
 */
export interface WeightedSumForm {
  apply(x: number, parameters: Values): number;
  /** φ(x) = x: a point of a score is worth the same wherever it is. */
  readonly isPlain: boolean;
  /** The weights are scaled to average 1. */
  readonly isTotal: boolean;
  /** How a contribution is to be read. */
  readonly reading: string;
}

/** Of the arithmetic mean. */
export const plain: WeightedSumForm = {
  apply: (x) => x,
  isPlain: true,
  isTotal: false,
  reading: 'weight × normalised score',
};

/** Of the sum. */
export const plainTotal: WeightedSumForm = {
  ...plain,
  isTotal: true,
  reading: 'normalised score × weight ÷ average weight',
};

/** Of the geometric mean. */
export const logarithmic: WeightedSumForm = {
  apply: (x) => Math.log(x),
  isPlain: false,
  isTotal: false,
  reading: 'its share of the logarithm',
};

/** Of the product. */
export const logarithmicTotal: WeightedSumForm = {
  ...logarithmic,
  isTotal: true,
  reading: 'its share of the logarithm (a factor below 1 takes away)',
};

/** Of the harmonic mean. */
export const reciprocal: WeightedSumForm = {
  apply: (x) => 1 / x,
  isPlain: false,
  isTotal: false,
  reading: 'its share of the reciprocal: the weaker a score, the larger',
};

/** Of the power mean. */
export const powers: WeightedSumForm = {
  apply: (x, { p }) => (p === 0 ? Math.log(x) : x ** Number(p)),
  isPlain: false,
  isTotal: false,
  reading: 'its share of the sum of powers',
};
