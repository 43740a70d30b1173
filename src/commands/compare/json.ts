// The JSON of compare.
import { contributions, type Pair, type PairOver, type Weighed } from '../../analysis/compare/compare.ts';
import type { Part } from '../../analysis/explain/explain.ts';
import type { Flip } from '../../analysis/pairs/flip.ts';
import { writeSwap } from '../../analysis/region/written-weights.ts';
import type { Result } from '../../model/result.ts';
import { labelAt, type Standing } from './text.ts';
import { isPlain } from '../shared/contributions.ts';
import { ratingOf, stageAt } from '../shared/part-cells.ts';
import { standingJson } from '../shared/rows.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { weightsJson } from '../shared/weights.ts';

/** What compare has to say, as data. */
export async function compareJson(
  session: Session,
  { robust, obstacle }: Weighed,
  rows: readonly number[],
  parts: readonly Part[],
  standings: readonly Standing[],
  pairs: readonly Pair[] | null,
): Promise<Record<string, unknown>> {
  const { result } = session;
  const weights = weightsJson(result);
  const [only] = standings.length === 1 ? standings : [];
  const shares = only === undefined ? null : contributions(result, only.ahead, only.behind);
  return {
    ...(await jsonHead(session)),
    countries: rows.map((row) => standingJson(result, row)),
    parts: parts.map((part) => ({
      code: part.node.code,
      name: part.node.name,
      kind: part.node.kind,
      parent: part.parent.code,
      depth: part.depth,
      weight: weights[part.node.code]?.effective ?? 0,
      scores: Object.fromEntries(
        rows.map((row) => [
          labelAt(result, row),
          {
            raw: stageAt(result, 'select', part.node.code, row),
            rating: ratingOf(result, part.node, row),
            score: result.scores.get(part.node.code)?.[row] ?? null,
          },
        ]),
      ),
      adds: shares?.get(part.node.code) ?? null,
    })),
    level: robust === null ? null : robust.region.some(({ at }) => at === 'top') ? 'first' : 'all',
    obstacle: obstacle?.reason ?? null,
    pairs: standings.map((standing, i) => ({
      ahead: labelAt(result, standing.ahead),
      behind: labelAt(result, standing.behind),
      gap: standing.gap,
      ...(robust === null || pairs?.[i] === undefined
        ? { region: null, any: null, epsilon: null, flips: null, single: null }
        : pairJson(result, robust.index.space.codes, pairs[i], (flip, alone) =>
            writeSwap(result, robust.index.space, flip.weights, standing.ahead, standing.behind, alone),
          )),
    })),
  };
}

function pairJson(
  result: Result,
  codes: readonly string[],
  { over, any, epsilon, flips, single, gap }: Pair,
  write: (flip: Flip, alone?: string) => unknown,
): Record<string, unknown> {
  const flipJson = (flip: Flip | null) =>
    flip === null
      ? null
      : {
          change: flip.change,
          effective: Object.fromEntries(codes.map((code, i) => [code, flip.weights[i] ?? 0])),
          weights: gap === 0 ? {} : write(flip),
        };
  const overJson = ({ relation, least, most }: PairOver) => ({
    relation,
    least: isPlain(result) ? least.value : null,
    most: isPlain(result) ? most.value : null,
  });
  return {
    region: overJson(over),
    any: overJson(any),
    epsilon,
    flips: { l1: flipJson(flips.l1), l2: flipJson(flips.l2), lInfinity: flipJson(flips.lInfinity) },
    single: Object.fromEntries(
      [...single].map(([code, flip]) => [
        code,
        flip === null ? null : { local: flip.local, weights: gap === 0 ? {} : write(flip, code) },
      ]),
    ),
  };
}
