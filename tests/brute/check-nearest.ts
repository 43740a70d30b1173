// bounds: over all weights beside the region, and how little weight has to move for a place.
import { at, Fraction } from './fraction.ts';
import { contestOf, rankBounds } from './exact-bounds.ts';
import { effectiveShares } from './exact-index.ts';
import { leastMoved } from './least-change.ts';
import { rankedPlaces, type Question } from './question.ts';
import { anyBeside, takingPart, type Region } from './weight-corners.ts';

interface Swap {
  readonly with: string;
  readonly share: number;
}

export interface Placed {
  readonly code: string;
  readonly nearest?: { readonly up: Swap | null; readonly down: Swap | null };
  readonly otherRegion?: { readonly best: number; readonly worst: number; readonly worstTiesAgainst: number };
}

export function compareNearest(
  question: Question,
  command: string,
  region: Region,
  found: readonly Placed[],
): void {
  const { findings, countries, sample, exact, rows } = question;
  const places = rankedPlaces(question);
  const points = places.map((place) => at(exact.points, at(rows, place)));
  const any = contestOf(anyBeside(sample, region), points);
  for (const [i, place] of places.entries()) {
    const { code } = at(countries, place);
    const one = found.find((country) => country.code === code);
    if (one?.otherRegion !== undefined)
      findings.same('bounds.beside', command, code, rankBounds(any, i), one.otherRegion);
    if (one?.nearest === undefined) continue;
    for (const way of ['up', 'down'] as const) {
      const share = leastToSwap(question, place, way);
      const name = `bounds.nearest.${way}`;
      if (share === null) findings.same(name, command, code, null, one.nearest[way]);
      else findings.near(name, command, code, share.number, one.nearest[way]?.share);
    }
  }
}

/**
 * Whatever the region, the least share of the weight that draws a country level with one ahead of it, or one behind level with it.
 */
function leastToSwap(question: Question, place: number, way: 'up' | 'down'): Fraction | null {
  const { sample, weights, exact, rows, index } = question;
  const shares = effectiveShares(sample.root, weights);
  const counting = takingPart(sample, { sets: false, level: 'levels', limits: [] });
  const pointOf = (one: number, leaf: number): Fraction =>
    at(at(exact.points, at(rows, one)), leaf) ?? Fraction.zero;
  const costs = rankedPlaces(question).flatMap((other) => {
    const [upper, lower] = way === 'up' ? [other, place] : [place, other];
    const [high, low] = [index[upper] ?? Fraction.zero, index[lower] ?? Fraction.zero];
    if (high.compare(low) <= 0) return [];
    const differences = counting.map((leaf) => pointOf(upper, leaf).minus(pointOf(lower, leaf)));
    return (
      leastMoved(
        counting.map((leaf) => at(shares, leaf)),
        differences,
      ) ?? []
    );
  });
  return costs.length === 0 ? null : costs.reduce((best, cost) => (cost.compare(best) < 0 ? cost : best));
}
