// The steps from a raw score to a normalised one as the present field has them: what a country's own change
// does while all else stays.
import { present, type Column } from '../../math/statistics/column.ts';
import type { Indicator } from '../../model/framework.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result, Stage } from '../../model/result.ts';
import { goalpostsOf } from '../../methods/normalise/indicator-goalposts.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { transformations, type Transformation } from '../../methods/transform/table.ts';

/** From the raw score of one country to what is normalised, and back. */
export interface Preparation {
  /** What is normalised now. */
  readonly at: number;
  /** The same for indicators that are prepared in the same way. */
  readonly key: string;
  /** Null where a step treated the column as a whole. */
  readonly prepare: (raw: number) => number | null;
  readonly undo: (prepared: number) => number | null;
}

/** Why a rise has no slope. */
export type Slopeless = 'order' | 'equal' | 'curved';

/**
 * What a point of the prepared score adds to the normalised one; or why that cannot be told: nothing is kept
 * but the order, nobody is told apart, or it is worth more or less from place to place.
 *
 * Those that depend on no other country are asked directly, the others by what they made of the field.
 */
export function slopeOf(result: Result, leaf: Indicator): number | Slopeless {
  const { recipe, edition } = result;
  const choice = leaf.normalise ?? recipe.normalise;
  const entry = entryOf<Normalisation>(normalisations, choice);
  if (entry.ordinal === true) return 'order';
  if (entry.relative)
    return slopeInField(preparedColumn(result, leaf.code), result.scores.get(leaf.code) ?? [], choice);
  const posts = entry.goalposts ? goalpostsOf(leaf, choice, recipe, edition) : { low: 0, high: 1 };
  const [low, high] = entry.apply([posts.low, posts.high], {
    ...choice,
    direction: leaf.direction,
    ...(entry.goalposts ? posts : {}),
  });
  return (leaf.direction * ((high ?? Number.NaN) - (low ?? Number.NaN))) / (posts.high - posts.low);
}

function slopeInField(prepared: Column, scores: Column, { clip }: Choice): number | Slopeless {
  const top = Math.max(...present(scores));
  const points = prepared
    .flatMap((x, row) => {
      const y = scores[row] ?? null;
      return x === null || y === null || (clip === true && y === top) ? [] : [{ x, y }];
    })
    .toSorted((a, b) => a.x - b.x);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first.x === last.x) return 'equal';
  const slope = (last.y - first.y) / (last.x - first.x);
  const scale = Math.abs(last.y - first.y) + Math.abs(first.y);
  return points.every(({ x, y }) => Math.abs(y - first.y - slope * (x - first.x)) <= 1e-9 * scale)
    ? slope
    : 'curved';
}

/** The column as it is normalised. */
function preparedColumn({ stages }: Result, code: string): Column {
  return stages.at(-2)?.columns.get(code) ?? [];
}

/** Null if the country has no score. */
export function preparationOf(result: Result, row: number, leaf: Indicator): Preparation | null {
  const at = preparedColumn(result, leaf.code)[row] ?? null;
  if (at === null) return null;
  const steps = result.stages
    .slice(1, -1)
    .map((stage, i) => stepOf(result, row, leaf, stage, result.stages[i]));
  const isKnown = steps.every((step) => step !== null);
  const taken = steps.filter((step) => step !== null && step !== identity);
  const raw = result.stages[0]?.columns.get(leaf.code)?.[row] ?? at;
  const prepare = (x: number): number | null =>
    isKnown ? taken.reduce((y, step) => step?.(y) ?? y, x) : null;
  return {
    at,
    key: [leaf.denominate, leaf.transform, leaf.treat].map((own) => JSON.stringify(own)).join(),
    prepare,
    undo: (y) =>
      !isKnown ? null : taken.length === 0 ? y : inverse((x) => prepare(x) ?? Number.NaN, y, raw),
  };
}

type Step = (score: number) => number;

const identity: Step = (x) => x;

function stepOf(
  result: Result,
  row: number,
  leaf: Indicator,
  { step, changes }: Stage,
  before: Stage | undefined,
): Step | null {
  const column = before?.columns.get(leaf.code) ?? [];
  if (step === 'denominate') {
    const choice = leaf.denominate ?? result.recipe.denominate;
    const size =
      typeof choice['by'] === 'string'
        ? (result.edition.columns.get(choice['by'])?.[result.rows[row] ?? -1] ?? null)
        : null;
    return choice.method === 'none'
      ? identity
      : size === null
        ? null
        : (x) => (Number(choice['factor']) * x) / size;
  }
  if (step === 'transform') {
    const choice = leaf.transform ?? result.recipe.transform;
    return choice.method === 'none'
      ? identity
      : entryOf<Transformation>(transformations, choice).apply(column, choice);
  }
  return step === 'treat' && changes.some(({ code }) => code === leaf.code) ? null : identity;
}

/**
 * Where a growing function has a value, looked for from a start on, to the last digits; null if it is nowhere
 * near.
 */
function inverse(grows: Step, value: number, start: number): number | null {
  const sign = grows(start) < value ? 1 : -1;
  let step = Math.max(Math.abs(start), 1) / 1024;
  let [near, far] = [start, start + sign * step];
  while (!(sign * (grows(far) - value) >= 0)) {
    step *= 2;
    if (!Number.isFinite(step) || !Number.isFinite(grows(far))) return null;
    [near, far] = [far, far + sign * step];
  }
  for (let i = 0; i < 200; i += 1) {
    const middle = (near + far) / 2;
    if (sign * (grows(middle) - value) >= 0) far = middle;
    else near = middle;
  }
  return far;
}
