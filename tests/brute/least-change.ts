// The least change of weights that draws two countries level, by moving weight where it closes most of the
// gap.
import { at, Fraction, product } from './fraction.ts';

/**
 * Half of the least Σ |wᵢ − gᵢ| with Σ wᵢ dᵢ ≤ 0, by trying every order in which weight is taken away; null
 * if no weights do it. `differences` are those of what weighs something.
 */
export function leastMoved(nominal: readonly Fraction[], differences: readonly Fraction[]): Fraction | null {
  const gap = product(nominal, differences);
  if (gap.sign <= 0) return Fraction.zero;
  const costs = differences.flatMap((_, taker) => givenTo(nominal, differences, gap, taker) ?? []);
  return costs.length === 0 ? null : costs.reduce((best, cost) => (cost.compare(best) < 0 ? cost : best));
}

/** What has to move if all of it goes to one indicator, from where that closes most. */
function givenTo(
  nominal: readonly Fraction[],
  differences: readonly Fraction[],
  gap: Fraction,
  taker: number,
): Fraction | null {
  const givers = differences
    .map((difference, giver) => ({
      worth: difference.minus(at(differences, taker)),
      has: at(nominal, giver),
    }))
    .filter(({ worth }) => worth.sign > 0)
    .toSorted((a, b) => b.worth.compare(a.worth));
  let [left, moved] = [gap, Fraction.zero];
  for (const { worth, has } of givers) {
    const needed = left.over(worth);
    const given = needed.compare(has) < 0 ? needed : has;
    moved = moved.plus(given);
    left = left.minus(given.times(worth));
    if (left.sign <= 0) return moved;
  }
  return left.sign <= 0 ? moved : null;
}

/** The largest ε with (1 − ε) Σ gᵢ dᵢ + ε min dᵢ ≥ 0; at most 1. */
export function leastDoubt(nominal: readonly Fraction[], differences: readonly Fraction[]): Fraction {
  const gap = product(nominal, differences);
  const worst = differences.reduce((a, b) => (b.compare(a) < 0 ? b : a));
  if (worst.sign >= 0) return Fraction.one;
  return gap.sign <= 0 ? Fraction.zero : gap.over(gap.minus(worst));
}
