// What `uncertainty` found, and its JSON.
import type { Acceptability } from '../../analysis/uncertainty/acceptability.ts';
import { localWeights } from '../../analysis/region/local-weights.ts';
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import type { IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import type { Effect } from '../../analysis/uncertainty/effects.ts';
import type { Uncertainty } from '../../analysis/uncertainty/uncertainty.ts';
import { latestRows, standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { describeVariation } from '../shared/vary.ts';

/** What the command found. */
export interface Found {
  readonly design: ReplicateDesign;
  readonly uncertainty: Uncertainty;
  readonly effects: readonly Effect[];
  readonly seed: number;
  /** Where weights alone were drawn: what else is known of them. */
  readonly weights: { readonly robust: IndexOverRegion; readonly shares: Acceptability } | null;
}

/** What JSON shows. */
export async function toJson(
  session: Session,
  { uncertainty, effects, design, seed, weights }: Found,
  hidden: number,
  shown: readonly number[],
): Promise<Record<string, unknown>> {
  const { result } = session;
  const rows = latestRows(result);
  const idOf = (row: number) => result.countries[row]?.code ?? result.countries[row]?.name ?? '';
  const { tiers } = result.tiering ?? { tiers: [] };
  const positionOf = (row: number) => weights?.robust.index.rows.indexOf(row) ?? -1;
  return {
    ...(await jsonHead(session)),
    hidden,
    seed,
    varies: design.variations.map(describeVariation),
    draws: uncertainty.used + uncertainty.failures.reduce((total, one) => total + one.count, 0),
    used: uncertainty.used,
    failures: uncertainty.failures,
    countries: shown.flatMap((row) => {
      const spread = uncertainty.countries[rows.indexOf(row)];
      if (spread === undefined) return [];
      return [
        {
          ...standingJson(result, row),
          mean: spread.mean,
          median: spread.median,
          low: spread.low,
          high: spread.high,
          acceptability: spread.acceptability,
          errors: spread.errors,
          ...(weights === null ? {} : weightsKnown(weights, positionOf(row), idOf)),
          tiers:
            spread.tiers === null
              ? null
              : Object.fromEntries(tiers.map((name, i) => [name, spread.tiers?.[i] ?? 0])),
          unranked: spread.unranked,
        },
      ];
    }),
    effects: effects.map(({ variation, shift, most, failed, tried }) => ({
      choice: describeVariation(variation),
      shift: Number.isFinite(shift) ? shift : null,
      ...(most === null ? {} : { most: { country: idOf(rows[most.country] ?? -1), places: most.places } }),
      failed,
      tried,
    })),
  };
}

/**
 * What counting weightings tells besides: the weights that make a country first, and whom it is ahead of how
 * often.
 */
function weightsKnown(
  { robust, shares }: NonNullable<Found['weights']>,
  position: number,
  idOf: (row: number) => string,
): Record<string, unknown> {
  const central = shares.central[position] ?? null;
  const winning = shares.winning?.[position];
  return {
    central: central === null ? null : Object.fromEntries(localWeights(robust.index.space, central)),
    confidence: shares.confidence[position] ?? 0,
    ...(winning === undefined
      ? {}
      : {
          winning: Object.fromEntries(
            robust.index.rows.flatMap((row, i) => (i === position ? [] : [[idOf(row), winning[i] ?? 0]])),
          ),
        }),
  };
}
