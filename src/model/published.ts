// What a publisher printed, to hold a computed index against.
import type { Country } from './edition.ts';
import type { FilePlace } from './problem.ts';

/** One country as it was printed; null for what was not. */
export interface PublishedRow {
  readonly country: Country;
  readonly score: number | null;
  readonly rank: number | null;
  readonly tier: string | null;
  /** How far a computed score may be from the printed one. */
  readonly tolerance: number;
  /** Why this row is known to differ, and accepted; null if it is not. */
  readonly deviation: string | null;
  readonly place: FilePlace;
}

/** A country as a kept result has it. */
export interface KeptCountry {
  readonly code: string | null;
  readonly name: string;
  readonly year: number | null;
  readonly rank: number | null;
  readonly score: number | null;
  readonly tier: string | null;
}
