// What a country can change: its score columns, how far each can rise, and what a rise does to the indicators
// that read it.
import { at, of } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { largest, range, smallest } from '../../math/statistics/stats.ts';
import { indicators, nodes, type Indicator } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { limits } from '../../model/edition.ts';
import type { ResultRow } from '../../model/rows.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { preparationOf, slopeOf, type Preparation, type NoSlope } from './preparation.ts';

/** One rating better, and what it takes. */
export interface BetterRating {
  readonly raw: number;
  readonly word: string;
  readonly rise: number;
}

/**
 * A score column of a country, moved one way. A rise is counted in points of the normalised score of the
 * indicator that it moves most.
 */
export interface MovableScore {
  readonly column: string;
  /** The indicators that read it. */
  readonly codes: readonly string[];
  /** Whether the raw score grows or shrinks. */
  readonly way: 1 | -1;
  /** What a point of rise adds to the normalised score of each indicator. */
  readonly effects: ReadonlyMap<string, number>;
  /** By how much it can rise before an indicator that gains by it is at the top of its range. */
  readonly room: number;
  /** The better ratings, the nearest first, if the column is rated in words. */
  readonly ratings: readonly BetterRating[] | null;
  readonly raw: number;
  /**
   * What it takes to get to a raw score, and which raw score a rise makes; null where a step on the way
   * cannot be undone.
   */
  readonly riseTo: (raw: number) => number | null;
  readonly rawAt: (rise: number) => number | null;
}

/** A column that cannot be moved, and why. */
export interface ImmovableScore {
  readonly column: string;
  readonly reason: 'missing' | 'several' | NoSlope;
}

export interface MovableScores {
  readonly movable: readonly MovableScore[];
  readonly immovable: readonly ImmovableScore[];
}

/**
 * The scores of a country, with the normalisation as the present field has it. A column that some indicators
 * take for a strength and others for a weakness has two, one each way.
 */
export function movableScoresOf(result: Result, row: ResultRow, fixed: ReadonlySet<string>): MovableScores {
  const movable: MovableScore[] = [];
  const immovable: ImmovableScore[] = [];
  const leaves = indicators(result.framework);
  for (const column of new Set(leaves.map((leaf) => leaf.column))) {
    if (fixed.has(column)) continue;
    const readers = leaves.filter((leaf) => leaf.column === column);
    const found = movableScoresFor(result, row, column, readers);
    if ('reason' in found) immovable.push(found);
    else for (const one of found) movable.push(one);
  }
  return { movable, immovable };
}

/**
 * The columns that a code names: of an indicator, of all in a category, or the column itself; null if it
 * names nothing.
 */
export function columnsNamed({ framework }: Result, code: string): string[] | null {
  const node = nodes(framework).find((one) => one.code === code);
  if (node !== undefined) return indicators(node).map(({ column }) => column);
  return indicators(framework).some(({ column }) => column === code) ? [code] : null;
}

interface Reading {
  readonly leaf: Indicator;
  readonly slope: number;
  readonly score: number;
  readonly preparation: Preparation;
}

function movableScoresFor(
  result: Result,
  row: ResultRow,
  column: string,
  leaves: readonly Indicator[],
): readonly MovableScore[] | ImmovableScore {
  const raw = result.edition.columns.get(column)?.[at(result.rows, row)] ?? null;
  if (raw === null) return { column, reason: 'missing' };
  const readings = leaves.map((leaf) => readingOf(result, row, leaf));
  const read = readings.filter((reading) => typeof reading !== 'string');
  const [first] = read;
  if (first === undefined || read.length < readings.length) {
    const reasons = readings.filter((reading) => typeof reading === 'string');
    return { column, reason: reasons.find((reason) => reason !== 'missing') ?? 'missing' };
  }
  const { preparation } = first;
  const areAlike = read.every(
    (one) => one.preparation.at === preparation.at && one.preparation.key === preparation.key,
  );
  if (!areAlike) return { column, reason: 'several' };
  const ways = new Set(read.filter(({ slope }) => slope !== 0).map(({ slope }) => (slope > 0 ? 1 : -1)));
  return [...ways].map((way) => movableScoreFor(result, column, raw, read, preparation, way));
}

/** How an indicator reads a country's score, or why that cannot be told. */
function readingOf(result: Result, row: ResultRow, leaf: Indicator): Reading | NoSlope | 'missing' {
  const slope = slopeOf(result, leaf);
  if (typeof slope === 'string') return slope;
  const score = result.scores.get(leaf.code)?.[row] ?? null;
  const preparation = score === null ? null : preparationOf(result, row, leaf);
  return score === null || preparation === null ? 'missing' : { leaf, score, slope, preparation };
}

function movableScoreFor(
  result: Result,
  column: string,
  raw: number,
  readings: readonly Reading[],
  preparation: Preparation,
  way: 1 | -1,
): MovableScore {
  const unit = largest(readings.map(({ slope }) => Math.abs(slope)));
  const rooms = readings
    .filter(({ slope }) => slope * way > 0)
    .map((reading) => ((topOf(result, reading) - reading.score) / Math.abs(reading.slope)) * unit);
  const room = Math.max(0, smallest(rooms));
  const riseTo = (to: number): number | null => {
    const prepared = preparation.prepare(to);
    return prepared === null ? null : unit * way * (prepared - preparation.at);
  };
  return {
    column,
    codes: readings.map(({ leaf }) => leaf.code),
    way,
    effects: new Map(readings.map(({ leaf, slope }) => [leaf.code, (way * slope) / unit])),
    room,
    raw,
    riseTo,
    ratings: betterRatings(result, { way, raw, room, riseTo }, readings),
    rawAt: (rise) => (rise === 0 ? raw : preparation.undo(preparation.at + (way * rise) / unit)),
  };
}

/**
 * The best normalised score that an indicator can have: that of its best rating, its ceiling, its high, or
 * else the best of the field.
 */
function topOf(result: Result, { leaf, slope, score, preparation }: Reading): number {
  const { recipe, scores } = result;
  const choice = leaf.normalise ?? recipe.normalise;
  const best = bestRaw(result, leaf);
  const prepared = best === null ? null : preparation.prepare(best);
  if (prepared !== null) return score + slope * (prepared - preparation.at);
  const { high } = range(present(of(scores, leaf.code)));
  const parameters = entryOf<Normalisation>(normalisations, choice).parameters.map(({ name }) => name);
  const { ceiling } = choice;
  return parameters.includes('ceiling') && typeof ceiling === 'number' ? Math.max(high, ceiling) : high;
}

/**
 * The best raw score that an indicator can have by its scale, or by its goalposts where it is not normalised.
 */
function bestRaw({ edition, recipe }: Result, leaf: Indicator): number | null {
  const scale = edition.scales.find(({ name }) => name === leaf.scale);
  const end = leaf.direction === 1 ? 'high' : 'low';
  if (scale !== undefined) return limits(scale)[end];
  return entryOf<Normalisation>(normalisations, leaf.normalise ?? recipe.normalise).keepsScores === true
    ? leaf[end]
    : null;
}

/** The better ratings that can be reached; null where the readers are not rated on one scale. */
function betterRatings(
  { edition }: Result,
  { way, raw, room, riseTo }: Pick<MovableScore, 'way' | 'raw' | 'room' | 'riseTo'>,
  readings: readonly Reading[],
): BetterRating[] | null {
  const scales = readings.map(({ leaf }) => edition.scales.find(({ name }) => name === leaf.scale));
  const [scale] = scales;
  if (scale === undefined || scales.some((other) => other !== scale)) return null;
  const better = scale.ratings
    .filter(({ value }) => way * (value - raw) > 0)
    .toSorted((a, b) => way * (a.value - b.value));
  const reachable = better.flatMap(({ word, value }) => {
    const rise = riseTo(value);
    return rise === null ? [] : [{ word, raw: value, rise }];
  });
  if (reachable.length < better.length) return null;
  return reachable.filter(({ rise }) => rise <= room * (1 + 1e-12));
}
