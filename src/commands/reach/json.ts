// The JSON of reach.
import { standingJson } from '../shared/rows.ts';
import type { Change, Reach } from '../../analysis/reach/index.ts';
import type { Target } from '../../analysis/reach/aim.ts';
import type { Standing } from '../../analysis/reach/outcome.ts';
import { describeRegion } from '../../methods/region/table.ts';
import type { Result } from '../../model/result.ts';
import { labelOf, mainCode, MOST_ALTERNATIVES, ratingOf, stepsOf, totalOf, type Asked } from './text.ts';

export function reachJson(
  result: Result,
  target: Target,
  asked: Asked,
  found: readonly Reach[],
  hidden: number,
): Record<string, unknown> {
  return {
    hidden,
    target: {
      rank: 'rank' in target ? target.rank : null,
      tier: 'tier' in target ? asked.target : null,
      region: asked.isWeightedSum ? describeRegion(result.recipe.region) : null,
    },
    countries: found.map((one) => countryJson(result, one)),
  };
}

function countryJson(result: Result, reach: Reach): Record<string, unknown> {
  const {
    row,
    changes,
    isThere,
    alternatives,
    isAll,
    interchangeable,
    single,
    isProved,
    worst,
    immovable,
    frozen,
    rebuilt,
  } = reach;
  const isFew = alternatives.length <= MOST_ALTERNATIVES;
  return {
    ...standingJson(result, row),
    reached: isThere,
    possible: changes !== null,
    proved: isProved,
    total: changes === null ? null : totalOf(changes),
    steps: changes === null ? null : stepsOf(changes),
    changes: (changes ?? []).map((change) => changeJson(result, row, change)),
    alternatives: {
      count: alternatives.length,
      all: isAll,
      sets: isFew ? alternatives.map((some) => some.map((change) => changeJson(result, row, change))) : [],
      interchangeable: interchangeable.map(({ column }) => column),
    },
    single: single.map((change) => changeJson(result, row, change)),
    after: rebuilt === null ? null : standingOfRebuilt(rebuilt),
    frozen: standingOfRebuilt(frozen),
    ...(worst === null ? {} : { worst }),
    left: immovable.map(({ column }) => column),
  };
}

function standingOfRebuilt({ rank, score, tier }: Standing): object {
  return { rank, tier, score };
}

function changeJson(result: Result, row: number, change: Change): object {
  const { score, rise, steps, to, ratingTo } = change;
  const before = result.scores.get(mainCode(change))?.[row] ?? null;
  const effect = score.effects.get(mainCode(change)) ?? 1;
  return {
    column: score.column,
    code: labelOf(change),
    indicators: score.codes,
    from: score.raw,
    to,
    ratingFrom: ratingOf(result, change),
    ratingTo,
    before,
    after: before === null ? null : before + effect * rise,
    rise,
    steps,
  };
}
