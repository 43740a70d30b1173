// A target that is to be reached under every weighting of a region: cuts, each the weighting that is hardest
// on an answer.
import { dot } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Result } from '../../model/result.ts';
import { nodes } from '../../model/framework.ts';
import { TOLERANCE, type Relation } from '../pairs/dominance.ts';
import { valueAt, type LinearIndex } from '../region/linear-index.ts';
import { rankBound } from '../bounds/rank-search.ts';
import type { IndexOverRegion } from '../pairs/robust-index.ts';
import { greatest, least } from '../region/weight-region.ts';
import type { Cut } from './least-rise.ts';
import type { Lever } from './levers.ts';
import { isStraight, worthOf, type Bent } from './worth.ts';

/** The index that is to be reached under given weights: that of the country at the rank, or a cut-off. */
export type Aim = { readonly rank: number } | { readonly cut: number };

/** What asks for cuts until none is missed. */
export interface Region {
  readonly cutAt: (weights: readonly number[]) => Cut;
  /** A weighting under which the aim is missed after these rises; null if there is none. */
  readonly missedAt: (rises: readonly number[]) => readonly number[] | null;
  /** The worst rank over the region after these rises. */
  readonly worstRank: (rises: readonly number[]) => number;
}

/**
 * Over a region the aim is reached if Σ wᵢ (sᵢ + riseᵢ) is at least what it has to be, for every w:
 *
 *     y(w) + Σ gⱼ(w) tⱼ ≥ (the N-th largest index of the others at w)   or   the cut-off
 *
 * For a given w that is one linear need of the rises t, whoever the N − 1 countries are that may stay ahead
 * there; so all answers together are convex, and a weighting that is missed is cut off for good.
 */
export function regionFor(
  result: Result,
  row: number,
  levers: readonly Lever[],
  { index, polytope }: IndexOverRegion,
  aim: Aim,
): Region | Bent {
  // Rises add up in what the weights are of only if that is the scores themselves, and not, say, their
  // logarithms.
  if (index.value(2) !== 2 || index.value(3) !== 3) return { bent: [result.framework] };
  const country = index.rows.indexOf(row);
  const worths = index.space.codes.map((code) => worthOf(result, row, nodeOf(result, code), levers));
  const bent = worths.flatMap((worth) => (isStraight(worth) ? [] : worth.bent));
  if (bent.length > 0) return { bent };
  const slopes = worths.flatMap((worth, i) =>
    isStraight(worth) ? [worth.map((slope) => slope * (index.factors[i] ?? 1))] : [],
  );
  const moved = (rises: readonly number[]): LinearIndex => ({
    ...index,
    points: index.points.map((point, at) =>
      at === country ? point.map((x, i) => x + dot(slopes[i] ?? [], rises)) : point,
    ),
  });
  const others = [...index.points.keys()].filter((other) => other !== country);
  const cutAt = (weights: readonly number[]): Cut => {
    const needed =
      'cut' in aim
        ? aim.cut
        : (others.map((other) => valueAt(index, other, weights)).toSorted((a, b) => b - a)[aim.rank - 1] ??
          -Infinity);
    return {
      gains: levers.map((_, j) => sum(slopes.map((slope, i) => (slope[j] ?? 0) * (weights[i] ?? 0)))),
      need: needed - valueAt(index, country, weights),
    };
  };
  const worst = (rises: readonly number[]) => {
    const after = moved(rises);
    return rankBound(after, polytope, relationsTo(after, polytope, country), [], country, 'worst');
  };
  const missedAt = (rises: readonly number[]): readonly number[] | null => {
    if ('cut' in aim) {
      const { value, weights } = least(polytope, moved(rises).points[country] ?? []);
      return value < aim.cut - TOLERANCE * index.scale ? weights : null;
    }
    const { provedRank, weights } = worst(rises);
    return provedRank > aim.rank ? weights : null;
  };
  return { cutAt, missedAt, worstRank: (rises) => worst(rises).provedRank };
}

/** Which others are always, never or sometimes ahead of one country. */
function relationsTo(
  index: LinearIndex,
  polytope: IndexOverRegion['polytope'],
  country: number,
): Relation[][] {
  const tolerance = TOLERANCE * index.scale;
  const own = index.points[country] ?? [];
  return index.points.map((point, other) => {
    const ahead = point.map((x, i) => x - (own[i] ?? 0));
    const relation =
      other === country || greatest(polytope, ahead).value <= tolerance
        ? 'never'
        : least(polytope, ahead).value > tolerance
          ? 'always'
          : 'undecided';
    return index.points.map((_, at): Relation => (at === country ? relation : 'never'));
  });
}

function nodeOf({ framework }: Result, code: string) {
  return nodes(framework).find((node) => node.code === code) ?? framework;
}
