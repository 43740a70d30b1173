// Tables under tests/reference/.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Records = readonly Readonly<Record<string, string>>[];

/** The rows of a file, by the names in its header. */
export function readReference(file: string): Records {
  return parse(readFileSync(new URL(`../reference/${file}`, import.meta.url)), { columns: true });
}

/** One column as numbers, null where it is empty. */
export function numbersOf(records: Records, column: string): (number | null)[] {
  return records.map((record) => {
    const cell = record[column];
    if (cell === undefined) throw new Error(`there is no column "${column}"`);
    return cell === '' ? null : Number(cell);
  });
}
