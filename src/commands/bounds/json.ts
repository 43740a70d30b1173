// Bounds as JSON, with the weights behind each of them.
import { ranksOf, shareDecided, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import type { NearestSwap } from '../../analysis/bounds/nearest-swap.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import { indexUnder, type Draws } from '../../analysis/bounds/sampled-bounds.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import type { Order } from '../../report/graph.ts';
import { standingOf } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { weightText } from '../shared/weight-text.ts';

/** What the command is about: bounds over the region, and over another one beside it. */
export interface Readings {
  readonly main: Bounds;
  readonly beside: Bounds | null;
  readonly notLinear: NotLinear | null;
}

/** With as few digits as still give the rank when the index is built with them. */
export function witnessText(
  result: Result,
  { space, countries }: Bounds,
  one: CountryBounds,
  side: 'best' | 'worst',
): string {
  const rows = countries.map(({ row }) => row);
  const at = countries.indexOf(one);
  return weightText(
    localWeights(space, one[side].weights),
    (weights) => ranksOf(indexUnder(result, weights, rows), 0)[at] === one[side].rank,
  );
}

/** What JSON shows; of all countries if `shown` is null. */
export async function toJson(
  session: Session,
  { main, beside }: Readings,
  order: Order,
  draws: Draws,
  hidden: number,
  shown: readonly number[] | null,
): Promise<Record<string, unknown>> {
  const { result } = session;
  const summary = ({ region, isExact, draws: drawn, isNominalInside, relations }: Bounds) => ({
    region: describeRegion(region),
    exact: isExact,
    ...(drawn === null ? {} : { draws: drawn, seed: draws.seed }),
    nominalInside: isNominalInside,
    ...shareDecided(relations),
  });
  const idAt = (i: number) => order.nodes[i]?.id ?? '';
  const rows = shown ?? main.countries.map(({ row }) => row);
  return {
    ...(await jsonHead(session)),
    hidden,
    over: summary(main),
    ...(beside === null ? {} : { beside: summary(beside) }),
    countries: rows.flatMap((row) => {
      const i = main.countries.findIndex((one) => one.row === row);
      const [one, other] = [main.countries[i], beside?.countries[i]];
      if (one === undefined) return [];
      return [
        {
          ...standingOf(result, row),
          nominal: one.nominal,
          best: one.best.rank,
          worst: one.worst.rank,
          bestTier: tierName(result, one.tiers?.best),
          worstTier: tierName(result, one.tiers?.worst),
          proved: { best: one.best.provedRank, worst: one.worst.provedRank },
          witness: {
            best: witnessText(result, main, one, 'best'),
            worst: witnessText(result, main, one, 'worst'),
          },
          ...(one.nearest === null
            ? {}
            : { nearest: { up: swapJson(one.nearest.up, idAt), down: swapJson(one.nearest.down, idAt) } }),
          ...(other === undefined ? {} : { beside: { best: other.best.rank, worst: other.worst.rank } }),
          ahead: main.relations[i]?.flatMap((relation, j) => (relation === 'always' ? [idAt(j)] : [])) ?? [],
        },
      ];
    }),
    hasse: order.edges.map(([upper, lower]) => ({ above: idAt(upper), below: idAt(lower) })),
  };
}

/** The name of a tier by its position; null where it cannot be told. */
export function tierName({ tiering }: Result, tier: number | undefined): string | null {
  return tier === undefined ? null : (tiering?.tiers[tier] ?? null);
}

function swapJson(
  swap: NearestSwap | null,
  idAt: (i: number) => string,
): { with: string; share: number } | null {
  return swap === null ? null : { with: idAt(swap.other), share: swap.share };
}
