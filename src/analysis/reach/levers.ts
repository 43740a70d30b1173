// What a country can change: its score columns, how far each can rise, and what a rise does to the indicators
// that read it.
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { indicators, nodes, type Indicator } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { limits } from '../../model/edition.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import { preparationOf, slopeOf, type Preparation, type Slopeless } from './frozen.ts';

/** One rating better, and what it takes. */
export interface Stop {
  readonly raw: number;
  readonly word: string;
  readonly rise: number;
}

/**
 * A score column of a country, moved one way. A rise is counted in points of the normalised score of the
 * indicator that it moves most.
 */
export interface Lever {
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
  readonly stops: readonly Stop[] | null;
  readonly raw: number;
  /**
   * What it takes to get to a raw score, and which raw score a rise makes; null where a step on the way
   * cannot be undone.
   */
  readonly riseTo: (raw: number) => number | null;
  readonly rawAt: (rise: number) => number | null;
}

/** A column that cannot be moved, and why. */
export interface Stuck {
  readonly column: string;
  readonly reason: 'missing' | 'several' | Slopeless;
}

export interface Levers {
  readonly levers: readonly Lever[];
  readonly stuck: readonly Stuck[];
}

/**
 * The levers of a country, with the normalisation as the present field has it. A column that some indicators
 * take for a strength and others for a weakness has two, one each way.
 */
export function leversOf(result: Result, row: number, fixed: ReadonlySet<string>): Levers {
  const leaves = indicators(result.framework);
  const columns = [...new Set(leaves.map(({ column }) => column))].filter((column) => !fixed.has(column));
  const found = columns.map((column) =>
    leversFor(
      result,
      row,
      column,
      leaves.filter((leaf) => leaf.column === column),
    ),
  );
  return {
    levers: found.flatMap((one) => (Array.isArray(one) ? one : [])),
    stuck: found.flatMap((one) => (Array.isArray(one) ? [] : [one])),
  };
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

function leversFor(
  result: Result,
  row: number,
  column: string,
  leaves: readonly Indicator[],
): Lever[] | Stuck {
  const raw = result.edition.columns.get(column)?.[result.rows[row] ?? -1] ?? null;
  if (raw === null) return { column, reason: 'missing' };
  const readings = leaves.flatMap((leaf): Reading[] => {
    const [score, slope, preparation] = [
      result.scores.get(leaf.code)?.[row] ?? null,
      slopeOf(result, leaf),
      preparationOf(result, row, leaf),
    ];
    return score === null || typeof slope === 'string' || preparation === null
      ? []
      : [{ leaf, score, slope, preparation }];
  });
  if (readings.length < leaves.length)
    return {
      column,
      reason:
        leaves.map((leaf) => slopeOf(result, leaf)).find((slope) => typeof slope === 'string') ?? 'missing',
    };
  const [first] = readings;
  if (first === undefined) return { column, reason: 'missing' };
  if (
    readings.some(
      ({ preparation }) =>
        preparation.at !== first.preparation.at || preparation.key !== first.preparation.key,
    )
  )
    return { column, reason: 'several' };
  const ways = new Set(
    readings.flatMap(({ slope }): (1 | -1)[] => (slope === 0 ? [] : [slope > 0 ? 1 : -1])),
  );
  return [...ways].map((way) => leverFor(result, column, raw, readings, first.preparation, way));
}

function leverFor(
  result: Result,
  column: string,
  raw: number,
  readings: readonly Reading[],
  preparation: Preparation,
  way: 1 | -1,
): Lever {
  const unit = Math.max(...readings.map(({ slope }) => Math.abs(slope)));
  const gaining = readings.filter(({ slope }) => slope * way > 0);
  const room = Math.max(
    0,
    Math.min(
      ...gaining.map(
        (reading) => ((topOf(result, reading) - reading.score) / Math.abs(reading.slope)) * unit,
      ),
    ),
  );
  const riseTo = (to: number): number | null => {
    const prepared = preparation.prepare(to);
    return prepared === null ? null : unit * way * (prepared - preparation.at);
  };
  const lever = {
    column,
    codes: readings.map(({ leaf }) => leaf.code),
    way,
    effects: new Map(readings.map(({ leaf, slope }) => [leaf.code, (way * slope) / unit])),
    room,
    raw,
    riseTo,
  };
  return {
    ...lever,
    stops: stopsOf(result, lever, readings),
    rawAt: (rise) => (rise === 0 ? raw : preparation.undo(preparation.at + (way * rise) / unit)),
  };
}

/**
 * The best normalised score that an indicator can have: that of its best rating, its ceiling, its high, or
 * else the best of the field.
 */
function topOf({ edition, recipe, scores }: Result, { leaf, slope, score, preparation }: Reading): number {
  const choice = leaf.normalise ?? recipe.normalise;
  const scale = edition.scales.find(({ name }) => name === leaf.scale);
  const best =
    scale !== undefined
      ? limits(scale)[leaf.direction === 1 ? 'high' : 'low']
      : choice.method === 'none'
        ? leaf.direction === 1
          ? leaf.high
          : leaf.low
        : null;
  const prepared = best === null ? null : preparation.prepare(best);
  if (prepared !== null) return score + slope * (prepared - preparation.at);
  const { high } = range(present(scores.get(leaf.code) ?? []));
  const parameters = entryOf<Normalisation>(normalisations, choice).parameters.map(({ name }) => name);
  const { ceiling } = choice;
  return parameters.includes('ceiling') && typeof ceiling === 'number' ? Math.max(high, ceiling) : high;
}

function stopsOf(
  { edition }: Result,
  { way, raw, room, riseTo }: Pick<Lever, 'way' | 'raw' | 'room' | 'riseTo'>,
  readings: readonly Reading[],
): Stop[] | null {
  const scales = readings.map(({ leaf }) => edition.scales.find(({ name }) => name === leaf.scale));
  const [scale] = scales;
  if (scale === undefined || scales.some((other) => other !== scale)) return null;
  const better = scale.ratings
    .filter(({ value }) => way * (value - raw) > 0)
    .toSorted((a, b) => way * (a.value - b.value));
  const stops = better.flatMap(({ word, value }) => {
    const rise = riseTo(value);
    return rise === null ? [] : [{ word, raw: value, rise }];
  });
  return stops.length < better.length ? null : stops.filter(({ rise }) => rise <= room * (1 + 1e-12));
}
