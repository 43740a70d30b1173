// Where do raters differ, and how far do they agree?
import { alpha, type Level } from '../../math/statistics/agreement.ts';
import { deviation, range } from '../../math/statistics/stats.ts';
import type { Edition, RaterScore } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import { compareText } from '../../model/words.ts';

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
export function ratedOf({ edition, framework, rows }: Result, row: number): Rated[] {
  const at = rows[row] ?? -1;
  return columnLeaves(indicators(framework)).flatMap((leaf): Rated[] => {
    const given = edition.raters?.get(leaf.column)?.get(at) ?? [];
    const values = given.map(({ value }) => value);
    return given.length === 0
      ? []
      : [
          {
            leaf,
            given,
            used: edition.columns.get(leaf.column)?.[at] ?? null,
            ...range(values),
            deviation: deviation(values),
          },
        ];
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
 * Ratings are taken together if they are of one scale, by their order; numbers indicator by indicator, as
 * their units differ.
 */
export function agreementOf({ framework, raters = new Map() }: Edition): RaterAgreement {
  const columns = columnLeaves(indicators(framework)).map((leaf) => ({
    leaf,
    given: [...(raters.get(leaf.column)?.values() ?? [])],
  }));
  const scales = new Set(columns.flatMap(({ leaf }) => leaf.scale ?? []));
  const groups: { of: string; level: Level; units: number[][] }[] = [
    ...[...scales].map((scale) => ({
      of: scale,
      level: 'ordinal' as const,
      units: sharedIn(columns.filter(({ leaf }) => leaf.scale === scale).flatMap(({ given }) => given)),
    })),
    ...columns
      .filter(({ leaf }) => leaf.scale === null)
      .map(({ leaf, given }) => ({ of: leaf.code, level: 'interval' as const, units: sharedIn(given) })),
  ];
  const shared = groups.flatMap(({ units }) => units);
  return {
    raters: ratersIn(columns.flatMap(({ given }) => given.flat())),
    shared: shared.length,
    equal: shared.filter((values) => values.every((x) => x === values[0])).length,
    alphas: groups.flatMap(({ of, level, units }) =>
      units.length === 0 ? [] : [{ of, level, alpha: alpha(units, level), shared: units.length }],
    ),
  };
}

function ratersIn(scores: readonly RaterScore[]): string[] {
  return [...new Set(scores.map(({ rater }) => rater))].toSorted(compareText);
}

function sharedIn(given: readonly (readonly RaterScore[])[]): number[][] {
  return given.filter((scores) => scores.length > 1).map((scores) => scores.map(({ value }) => value));
}

/** The first of the indicators that read each column. */
function columnLeaves(leaves: readonly Indicator[]): Indicator[] {
  return leaves.filter((leaf, i) => leaves.findIndex(({ column }) => column === leaf.column) === i);
}
