// Where do raters differ, and how far do they agree?
import { at } from '../../math/at.ts';
import { alpha, type Level } from '../../math/statistics/agreement.ts';
import { deviation, range } from '../../math/statistics/stats.ts';
import type { Edition, RaterScore } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import { compareText } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';

/** What raters gave for one score. */
export interface Rated {
  readonly leaf: Indicator;
  readonly given: readonly RaterScore[];
  /** The score that counts. */
  readonly used: number | null;
  readonly low: number;
  readonly high: number;
  /** The sample standard deviation of what they gave. */
  readonly deviation: number;
}

/**
 * What raters gave a country, indicator by indicator; one column that several indicators read is told once.
 */
export function ratedOf({ edition, framework, rows }: Result, row: ResultRow): Rated[] {
  const editionRow = at(rows, row);
  return firstReaders(indicators(framework)).flatMap((leaf): Rated[] => {
    const given = edition.raters?.get(leaf.column)?.get(editionRow) ?? [];
    if (given.length === 0) return [];
    const values = given.map(({ value }) => value);
    const used = edition.columns.get(leaf.column)?.[editionRow] ?? null;
    return [{ leaf, given, used, ...range(values), deviation: deviation(values) }];
  });
}

/** Krippendorff's alpha of the scores that can be compared with one another. */
export interface Alpha {
  /** The scale of ratings, or the indicator whose numbers these are. */
  readonly of: string;
  readonly level: Level;
  /** Null where all scores are equal. */
  readonly alpha: number | null;
  /** How many scores several raters gave. */
  readonly shared: number;
}

/** How far the raters of an edition agree. */
export interface RaterAgreement {
  readonly raters: readonly string[];
  /** How many scores several raters gave, and on how many of them all give the same. */
  readonly shared: number;
  readonly equal: number;
  readonly alphas: readonly Alpha[];
}

/**
 * How far the raters of an edition agree, by Krippendorff's alpha.
 *
 * Ratings are taken together if they are of one scale, by their order; numbers indicator by indicator, as
 * their units differ.
 */
export function agreementOf({ framework, raters = new Map() }: Edition): RaterAgreement {
  const columns = firstReaders(indicators(framework)).map((leaf) => ({
    leaf,
    given: [...(raters.get(leaf.column)?.values() ?? [])],
  }));
  const groups = comparable(columns);
  const shared = groups.flatMap(({ units }) => units);
  return {
    raters: ratersIn(columns.flatMap(({ given }) => given.flat())),
    shared: shared.length,
    equal: shared.filter((values) => values.every((x) => x === values[0])).length,
    alphas: groups
      .filter(({ units }) => units.length > 0)
      .map(({ of, level, units }) => ({ of, level, alpha: alpha(units, level), shared: units.length })),
  };
}

/** What raters gave for the scores of one column. */
interface RatedColumn {
  readonly leaf: Indicator;
  readonly given: readonly (readonly RaterScore[])[];
}

/** Scores that can be compared with one another, those of each unit that several raters scored. */
interface Comparable {
  readonly of: string;
  readonly level: Level;
  readonly units: readonly (readonly number[])[];
}

/** The columns of each scale of ratings, then those of numbers one by one. */
function comparable(columns: readonly RatedColumn[]): Comparable[] {
  const scales = new Set(columns.flatMap(({ leaf }) => leaf.scale ?? []));
  const rated = [...scales].map((scale): Comparable => {
    const ofScale = columns.filter(({ leaf }) => leaf.scale === scale);
    return { of: scale, level: 'ordinal', units: sharedIn(ofScale.flatMap(({ given }) => given)) };
  });
  const measured = columns
    .filter(({ leaf }) => leaf.scale === null)
    .map(({ leaf, given }): Comparable => ({
      of: leaf.code,
      level: 'interval',
      units: sharedIn(given),
    }));
  return [...rated, ...measured];
}

function ratersIn(scores: readonly RaterScore[]): string[] {
  return [...new Set(scores.map(({ rater }) => rater))].toSorted(compareText);
}

/** What several raters gave, unit by unit. */
function sharedIn(given: readonly (readonly RaterScore[])[]): number[][] {
  return given.filter((scores) => scores.length > 1).map((scores) => scores.map(({ value }) => value));
}

/** The first of the indicators that read each column. */
function firstReaders(leaves: readonly Indicator[]): Indicator[] {
  return leaves.filter((leaf, i) => leaves.findIndex(({ column }) => column === leaf.column) === i);
}
