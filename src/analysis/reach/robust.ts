// A target that is to be reached under every weighting of a region: cuts, each the weighting that is hardest
// on an answer.
import { at } from '../../math/at.ts';
import { dot } from '../../math/linear/vector.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Result } from '../../model/result.ts';
import { nodes, type FrameworkNode } from '../../model/framework.ts';
import { shownPlaces, shownPlaceOf, type ResultRow, type ShownPlace } from '../../model/rows.ts';
import { difference, TOLERANCE, type Relation } from '../pairs/dominance.ts';
import { valueAt, type LinearIndex } from '../region/linear-index.ts';
import { rankBound, type RankBound } from '../bounds/rank-search.ts';
import type { IndexOverRegion } from '../pairs/index-over-region.ts';
import { greatest, least } from '../region/weight-region.ts';
import type { Cut } from '../../math/search/least-rise.ts';
import type { MovableScore } from './movable-scores.ts';
import { areGains, gainsOf, type NotAdditive } from './gains.ts';

/** The index that is to be reached under given weights: that of the country at the rank, or a cut-off. */
export type Aim = { readonly rank: number } | { readonly cut: number };

/** What asks for cuts until none is missed. */
export interface Region {
  /** What the rises must add up to under given weights. */
  cutAt(weights: readonly number[]): Cut;
  /** A weighting under which the aim is missed after these rises; null if there is none. */
  missedAt(rises: readonly number[]): readonly number[] | null;
  /** The worst rank over the region after these rises. */
  worstRank(rises: readonly number[]): number;
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
  row: ResultRow,
  scores: readonly MovableScore[],
  robust: IndexOverRegion,
  aim: Aim,
): Region | NotAdditive {
  const { index } = robust;
  // Rises add up in what the weights are of only if that is the scores themselves, and not, say, their
  // logarithms.
  if (index.value(2) !== 2 || index.value(3) !== 3) return { categories: [result.framework] };
  const gains = index.space.codes.map((code, i): readonly number[] | NotAdditive => {
    const ofNode = gainsOf(result, row, nodeOf(result, code), scores);
    return areGains(ofNode) ? ofNode.map((gain) => gain * at(index.factors, i)) : ofNode;
  });
  const categories = gains.flatMap((one) => (areGains(one) ? [] : one.categories));
  if (categories.length > 0) return { categories };
  return new ReachRegion(robust, shownPlaceOf(index.rows, row), gains.filter(areGains), scores.length, aim);
}

/** For each variable of the index what a point of each movable score adds to it, and what follows. */
class ReachRegion implements Region {
  constructor(
    private readonly robust: IndexOverRegion,
    private readonly country: ShownPlace,
    private readonly gains: readonly (readonly number[])[],
    private readonly scores: number,
    private readonly aim: Aim,
  ) {}

  cutAt(weights: readonly number[]): Cut {
    const { index } = this.robust;
    return {
      gains: Array.from({ length: this.scores }, (_, j) =>
        sum(this.gains.map((gain, i) => at(gain, j) * at(weights, i))),
      ),
      need: this.neededAt(weights) - valueAt(index, this.country, weights),
    };
  }

  missedAt(rises: readonly number[]): readonly number[] | null {
    const { index, polytope } = this.robust;
    if ('cut' in this.aim) {
      const { value, weights } = least(polytope, at(this.after(rises).points, this.country));
      return value < this.aim.cut - TOLERANCE * index.scale ? weights : null;
    }
    const { provedRank, weights } = this.worst(rises);
    return provedRank > this.aim.rank ? weights : null;
  }

  worstRank(rises: readonly number[]): number {
    return this.worst(rises).provedRank;
  }

  /**
   * What the index has to be: the cut-off, or that of the country at the rank; nothing if there are fewer.
   */
  private neededAt(weights: readonly number[]): number {
    if ('cut' in this.aim) return this.aim.cut;
    const { index } = this.robust;
    const others = shownPlaces(index.points).filter((other) => other !== this.country);
    const values = others.map((other) => valueAt(index, other, weights)).toSorted((a, b) => b - a);
    return values[this.aim.rank - 1] ?? -Infinity;
  }

  /** The index with these rises. */
  private after(rises: readonly number[]): LinearIndex {
    const { index } = this.robust;
    const points = index.points.map((point, position) =>
      position === this.country ? point.map((x, i) => x + dot(at(this.gains, i), rises)) : point,
    );
    return { ...index, points };
  }

  private worst(rises: readonly number[]): RankBound {
    const { polytope } = this.robust;
    const index = this.after(rises);
    return rankBound(index, polytope, relationsTo(index, polytope, this.country), [], this.country, 'worst');
  }
}

/** Which others are always, never or sometimes ahead of one country. */
function relationsTo(
  index: LinearIndex,
  polytope: IndexOverRegion['polytope'],
  country: ShownPlace,
): Relation[][] {
  const tolerance = TOLERANCE * index.scale;
  const relationTo = (other: ShownPlace): Relation => {
    const lead = difference(index, other, country);
    if (other === country || greatest(polytope, lead).value <= tolerance) return 'never';
    return least(polytope, lead).value > tolerance ? 'always' : 'undecided';
  };
  // How others stand to each other does not matter.
  return shownPlaces(index.points).map((other) => {
    const relation = relationTo(other);
    return index.points.map((_one, position): Relation => (position === country ? relation : 'never'));
  });
}

function nodeOf({ framework }: Result, code: string): FrameworkNode {
  const node = nodes(framework).find((one) => one.code === code);
  if (node === undefined) throw new RangeError(`the framework has no "${code}"`);
  return node;
}
