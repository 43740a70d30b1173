// An edition: a framework, the scores of countries on it, a recipe, and what is known about where they come
// from.
import type { Column } from '../math/statistics/column.ts';
import type { Framework } from './framework.ts';
import type { FilePlace } from './problem.ts';
import type { Recipe } from './recipe.ts';
import type { EditionRow } from './rows.ts';

/** What is ranked: one row of scores. */
export interface Country {
  /** ISO 3166 alpha-3, or null for what is no known country. */
  readonly code: string | null;
  readonly name: string;
  readonly year: number | null;
  /** Text columns beside the scores: region, income group. */
  readonly groups: Readonly<Record<string, string>>;
}

/** An ordinal scale of ratings, the worst first. */
export interface Scale {
  readonly name: string;
  readonly ratings: readonly Rating[];
}

export interface Rating {
  readonly word: string;
  readonly value: number;
}

/** What one of several raters gave for a score. */
export interface RaterScore {
  readonly rater: string;
  readonly value: number;
  /** How much the rater's scores count against those of others: equal unless they say otherwise. */
  readonly confidence: number;
  readonly evidence: string;
}

/** What raters gave: column → row of the edition → their scores, in the order of the file. */
export type RaterScores = ReadonlyMap<string, ReadonlyMap<EditionRow, readonly RaterScore[]>>;

/** Scores that are known for certain: column → rows of the edition. */
export type CertainScores = ReadonlyMap<string, ReadonlySet<EditionRow>>;

/** Where figures come from. */
export interface Source {
  readonly title: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
}

/** Which year of a panel is looked at; "latest" is the latest row of each country, whichever year that is. */
export type ShownYear = number | 'latest';

/** A file that a result is computed from. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What an edition says about itself. */
export interface About {
  readonly title: string;
  readonly year: number | null;
  readonly description: string;
  readonly sources: readonly Source[];
  readonly licence: string;
  /** What of it was published, and what is the work of whoever made the edition. */
  readonly facts: string;
  readonly ours: string;
  /** Why the scores are not to be taken for somebody's findings; null if they may be. */
  readonly illustrative: string | null;
}

export interface Edition {
  /** The bundled name, or the folder or file as it was given. */
  readonly id: string;
  readonly about: About;
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly countries: readonly Country[];
  /**
   * Raw scores by column name, a row a country; every column holds numbers, ratings already stand for theirs.
   */
  readonly columns: ReadonlyMap<string, Column>;
  /** Named sets of weights: set → code → weight relative to the siblings. */
  readonly weightSets: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What several raters gave, if there is a file of it. */
  readonly raters?: RaterScores;
  /** The scores that no error is drawn for, if any are certain. */
  readonly certain?: CertainScores;
  readonly recipe: Recipe;
  /** The year that is asked for; the latest of the panel unless there is one. No recipe has it. */
  readonly shownYear?: ShownYear;
  readonly inputs: readonly InputFile[];
  /** Where a score stands in its file, or a country's row (no column), or a column's header (no row). */
  readonly placeOf?: (column: string | null, row: EditionRow | null) => FilePlace;
}

/** Which country a problem is about. */
export function subjectOf({ code, name, year }: Country): { country: string; year?: number } {
  return { country: code ?? name, ...(year === null ? {} : { year }) };
}

/** How a country is called in a message. */
export function nameOf({ name, year }: Country): string {
  return year === null ? name : `${name} (${year})`;
}

/** The highest and lowest number on a scale. */
export function limits(scale: Scale): { low: number; high: number } {
  const values = scale.ratings.map(({ value }) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
}
