// What a command has to say, before it becomes text, CSV or JSON: a format is a function from a Document to
// text.

export type Cell = string | number | null;

export interface Column {
  /** The name of the field: in CSV headers, in JSON, after --fields. */
  readonly key: string;
  /** Its heading for people. */
  readonly label: string;
  readonly kind: 'text' | 'number' | 'bar';
  /** Decimal places shown to people; CSV and JSON carry 12 significant digits. */
  readonly decimals?: number;
  /** The field that a bar draws. */
  readonly of?: string;
  /** What an empty and a full bar stand for; the range of the rows that are shown, unless given. */
  readonly ends?: { readonly low: number; readonly high: number };
  /**
   * For a bar that is an interval: the fields of its ends, which `of` lies between, and how many places there
   * are.
   */
  readonly between?: { readonly from: string; readonly to: string; readonly places: number };
  /**
   * For a bar that is a row of shades: how many fields it is made of, each named `of` and its number from 1.
   */
  readonly shades?: number;
  /** Coloured as an accent, faint, or by value. */
  readonly tone?: 'accent' | 'faint' | 'strong';
  /** May be left out where the terminal is too narrow for all columns. */
  readonly isDispensable?: true;
}

export type Row = Readonly<Record<string, Cell>>;

export interface DocumentTable {
  /** Stands above it where there are several. */
  readonly title?: string;
  /** All fields there are. */
  readonly columns: readonly Column[];
  /** The fields shown to people, and those written to CSV, unless --fields says otherwise. */
  readonly shown: readonly string[];
  readonly exported: readonly string[];
  readonly rows: readonly Row[];
  /** Those of them that people see, where others are told of in passages. */
  readonly rowsInTable?: readonly Row[];
  /** The field by which people see the rows in sections, each under its own heading. */
  readonly sections?: { readonly by: string; readonly heading: (value: string) => string };
}

/** Lines of words: what has no table. */
export interface Passage {
  readonly title?: string;
  readonly lines: readonly string[];
  /** Lines that must not be broken, such as those that quote a file. */
  readonly isVerbatim?: true;
  /** A small table under the lines. */
  readonly table?: DocumentTable;
}

/** A text for a file that an option names. */
export interface Beside {
  readonly option: string;
  readonly file: string;
  readonly text: string;
}

export interface Document {
  readonly command: string;
  readonly title: string;
  /** What matters most, in sentences, before the numbers. */
  readonly lead?: readonly string[];
  readonly table?: DocumentTable;
  readonly passages?: readonly Passage[];
  /** Lines under the table. */
  readonly notes: readonly string[];
  /** What the program ends with, if not 0: 1 where the input is wrong, 3 where a gate failed. */
  readonly exit?: 1 | 3;
  /** What is said on standard error besides, as for a CI service to pick up. */
  readonly aside?: string;
  /** What is written to other files than its own output, as options ask for it. */
  readonly besides?: readonly Beside[];
  /**
   * Its JSON has a form that others defined, as JSON Schema has, where a key `schema` of ours would be wrong.
   */
  readonly isForeign?: true;
  /** What JSON shows after `schema`; worked out when JSON is asked for. */
  readonly data: () => Promise<Readonly<Record<string, unknown>>>;
}

/** The columns of a table in the order of their keys. */
export function columnsOf(table: DocumentTable, keys: readonly string[]): Column[] {
  return keys.flatMap((key) => table.columns.find((column) => column.key === key) ?? []);
}

/** What a row has in a field; null where it has nothing. */
export function cellOf(row: Row, key: string): Cell {
  return row[key] ?? null;
}

/** The rows of a table that people see. */
export function rowsShown({ rows, rowsInTable }: DocumentTable): readonly Row[] {
  return rowsInTable ?? rows;
}
