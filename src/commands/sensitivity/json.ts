// What `sensitivity` found, and its JSON.
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import type { LeftOut, Outcome } from '../../analysis/uncertainty/sensitivity.ts';
import type { Effect } from '../../analysis/uncertainty/effects.ts';
import type { Estimate, Sensitivity } from '../../math/statistics/sensitivity.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { describeVariation } from '../shared/vary.ts';

/** What the command found. */
export interface Found {
  readonly design: ReplicateDesign;
  readonly outcome: Outcome;
  readonly index: Sensitivity;
  readonly replicates: number;
  readonly effects: readonly Effect[];
  readonly left: readonly LeftOut[];
  readonly rows: readonly number[];
}

/** What JSON shows. */
export async function toJson(session: Session, found: Found): Promise<Record<string, unknown>> {
  const { result } = session;
  const { design, index, effects, left, outcome, rows } = found;
  const idOf = (country: number) => {
    const one = result.countries[rows[country] ?? -1];
    return one?.code ?? one?.name ?? '';
  };
  const estimate = (one: Estimate | null | undefined) =>
    one === null || one === undefined ? null : { value: one.value, low: one.low, high: one.high };
  return {
    ...(await jsonHead(session)),
    seed: design.seed,
    of:
      outcome.kind === 'country'
        ? idOf(outcome.country)
        : outcome.kind === 'top'
          ? `top:${outcome.size}`
          : 'shift',
    replicates: found.replicates,
    blocks: { used: index.used, failed: index.failed },
    choices: design.variations.map((variation, i) => {
      const effect = effects[i];
      return {
        choice: describeVariation(variation),
        first: estimate(index.first[i]),
        total: estimate(index.total[i]),
        alone: finite(effect?.shift),
        ...(effect?.most === null || effect?.most === undefined
          ? {}
          : { most: { country: idOf(effect.most.country), places: effect.most.places } }),
      };
    }),
    leftOut: left.map(({ node, shift, most, reason }) => ({
      code: node.code,
      shift,
      ...(most === null ? {} : { most: { country: idOf(most.country), from: most.from, to: most.to } }),
      ...(reason === null ? {} : { reason }),
    })),
  };
}

/** Null for what is not there or no number. */
export function finite(x: number | undefined): number | null {
  return x !== undefined && Number.isFinite(x) ? x : null;
}
