// What a format is: a function from a Document to text, and what must be known before it is loaded.
import type { Document } from '../document.ts';
import type { Theme } from '../theme.ts';

/** Who reads a format; who wants everything comes first. */
export const readers = ['script', 'spreadsheet', 'page', 'terminal'] as const;

/** How a document is to be written; each format heeds what it has a use for. */
export interface FormatOptions {
  /** The fields to show; null for those that the document shows. */
  readonly fields: readonly string[] | null;
  readonly hasHeader: boolean;
  /** The width of the terminal; null where there is none, so that nothing is cut. */
  readonly width: number | null;
  readonly theme: Theme;
  /** Whether it is read by a person at a terminal, in whatever format. */
  readonly isOnTerminal: boolean;
  /** Whether cells of text are as they are, even where a spreadsheet would compute them. */
  readonly isRaw: boolean;
}

export type Formatter = (document: Document, options: FormatOptions) => string | Promise<string>;

export interface Format {
  /** As it is written after --format. */
  readonly name: string;
  /** What may be written there instead. */
  readonly shortName?: string;
  /** What its files end in, after the dot. */
  readonly ending: string;
  /** Of terminals, the width counts, and the colours. */
  readonly reader: (typeof readers)[number];
  readonly load: () => Promise<Formatter>;
}
