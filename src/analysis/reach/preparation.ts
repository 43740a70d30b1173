// The steps from a raw score to a normalised one as the present field has them: what a country's own change
// does while all else stays.
import { isIdentity } from '../../model/registry.ts';
import { denominations } from '../../methods/denominate/table.ts';
import { at, of } from '../../math/at.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { largest } from '../../math/statistics/stats.ts';
import type { Indicator } from '../../model/framework.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result, Stage } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import { goalpostsOf } from '../../methods/normalise/indicator-goalposts.ts';
import { isByYear } from '../../methods/normalise/parameters.ts';
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

/** Why a rise has no slope: only the order is left, all are equal, or the slope changes on the way. */
export type NoSlope = 'order' | 'equal' | 'curved';

/**
 * What a point of the prepared score adds to the normalised one; or why that cannot be told: nothing is kept
 * but the order, nobody is told apart, or it is worth more or less from place to place.
 *
 * Those that depend on no other country are asked directly, the others by what they made of the field.
 */
export function slopeOf(result: Result, leaf: Indicator): number | NoSlope {
  const { recipe, edition } = result;
  const choice = leaf.normalise ?? recipe.normalise;
  const entry = entryOf<Normalisation>(normalisations, choice);
  if (entry.ordinal === true) return 'order';
  if (entry.relative) {
    // Of another year, normalised by itself, nothing follows.
    const pick = (column: Column) =>
      isByYear(choice) ? result.shown.rows.map((row) => at(column, row)) : column;
    const [prepared, scores] = [preparedColumn(result, leaf.code), of(result.scores, leaf.code)];
    return slopeInField(pick(prepared), pick(scores), choice);
  }
  const posts = entry.goalposts ? goalpostsOf(leaf, choice, recipe, edition) : { low: 0, high: 1 };
  const normalised = entry.apply([posts.low, posts.high], {
    ...choice,
    direction: leaf.direction,
    ...(entry.goalposts ? posts : {}),
  });
  const [low, high] = [at(normalised, 0) ?? Number.NaN, at(normalised, 1) ?? Number.NaN];
  return (leaf.direction * (high - low)) / (posts.high - posts.low);
}

function slopeInField(prepared: Column, scores: Column, { clip }: Choice): number | NoSlope {
  const top = largest(present(scores));
  const points = prepared
    .flatMap((x, row) => {
      const y = at(scores, row);
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

/** The column as it is normalised: the last stage but one. */
function preparedColumn({ stages }: Result, code: string): Column {
  return of(at(stages, stages.length - 2).columns, code);
}

/** Null if the country has no score. */
export function preparationOf(result: Result, row: ResultRow, leaf: Indicator): Preparation | null {
  const now = at(preparedColumn(result, leaf.code), row);
  if (now === null) return null;
  const key = [leaf.denominate, leaf.transform, leaf.treat].map((choice) => JSON.stringify(choice)).join();
  const steps = result.stages
    .slice(1, -1)
    .map((stage, i) => stepOf(result, row, leaf, stage, at(result.stages, i)))
    .filter((step) => step !== identity);
  const applied = steps.filter((step) => step !== null);
  if (applied.length < steps.length) return { at: now, key, prepare: () => null, undo: () => null };
  const prepare: Step = (x) => applied.reduce((y, step) => step(y), x);
  const raw = at(of(at(result.stages, 0).columns, leaf.code), row) ?? now;
  return {
    at: now,
    key,
    prepare,
    undo: (y) => (applied.length === 0 ? y : inverse(prepare, y, raw)),
  };
}

type Step = (score: number) => number;

const identity: Step = (x) => x;

/** What a step does to one raw score; null where it treated the column as a whole, or cannot do it. */
function stepOf(
  result: Result,
  row: ResultRow,
  leaf: Indicator,
  { step, changes }: Stage,
  before: Stage,
): Step | null {
  if (step === 'denominate') return denominationOf(result, row, leaf.denominate ?? result.recipe.denominate);
  if (step === 'transform') {
    const choice = leaf.transform ?? result.recipe.transform;
    if (isIdentity(transformations, choice)) return identity;
    return entryOf<Transformation>(transformations, choice).apply(of(before.columns, leaf.code), choice);
  }
  return step === 'treat' && changes.some(({ code }) => code === leaf.code) ? null : identity;
}

/** Null for a country of which the size is not known. */
function denominationOf({ edition, rows }: Result, row: ResultRow, choice: Choice): Step | null {
  if (isIdentity(denominations, choice)) return identity;
  const { by, factor } = choice;
  const size = typeof by === 'string' ? (edition.columns.get(by)?.[at(rows, row)] ?? null) : null;
  return size === null ? null : (x) => (Number(factor) * x) / size;
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
