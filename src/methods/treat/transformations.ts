// Treatments of a whole indicator: a logarithm or a power makes its distribution less skewed.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { mean, range, sum } from '../../math/statistics/stats.ts';

/**
 * Logarithm that takes any scores: they are shifted so that the lowest is one hundredth of the range.
 *
 *     y = ln(x − min + (max − min) / 100)
 *
 * Use it where the whole indicator is skewed, not single scores. Missing scores stay missing.
 *
 * @example log([0, 100]) // → [0, 4.61512051684126]
 * @see Becker et al. (2022), COINr: log_CT, after the COIN Tool
 */
export function log(column: Column): Column {
  const { low, high } = range(present(column));
  return mapPresent(column, (x) => Math.log(x - low + (high - low) / 100));
}

/**
 * Box–Cox: the power transformation under which the scores are most like a normal distribution.
 *
 *     y = (x^λ − 1) / λ,  ln(x) for λ = 0,  of x − min + (max − min) / 100 where a score is not above 0
 *
 * Use it as the logarithm, where the data are to say how strong the transformation is: λ between −5 and 5
 * maximises the likelihood −n/2 ln(variance of y) + (λ − 1) Σ ln x, by golden sections, unless it is given.
 *
 * @example boxCox([1, 10, 100], { lambda: 0 }) // → [0, 2.302585092994046, 4.605170185988092]
 * @see Box & Cox (1964), An Analysis of Transformations, JRSS B 26
 */
export function boxCox(column: Column, { lambda }: { lambda: number | null }): Column {
  const { low, high } = range(present(column));
  const shift = low > 0 ? 0 : (high - low) / 100 - low;
  const shifted = mapPresent(column, (x) => x + shift);
  const order = lambda ?? likeliestOrder(present(shifted));
  return mapPresent(shifted, (x) => power(x, order));
}

function power(x: number, lambda: number): number {
  return Math.abs(lambda) < 1e-9 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** The λ of greatest likelihood: the likelihood has one peak. */
function likeliestOrder(scores: readonly number[]): number {
  const logs = sum(scores.map(Math.log));
  const likelihood = (lambda: number) => {
    const powered = scores.map((x) => power(x, lambda));
    const centre = mean(powered);
    const variance = mean(powered.map((y) => (y - centre) ** 2));
    return (-scores.length / 2) * Math.log(variance) + (lambda - 1) * logs;
  };
  let [low, high] = [-5, 5];
  while (high - low > 1e-10) {
    const [left, right] = [high - goldenRatio * (high - low), low + goldenRatio * (high - low)];
    if (likelihood(left) < likelihood(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}
