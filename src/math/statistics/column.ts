// One number a row, null where it is missing.

export type Column = readonly (number | null)[];

/** The scores that are there. */
export function present(column: Column): number[] {
  return column.filter((x) => x !== null);
}

/** Applies a formula to each score that is there. */
export function mapPresent(column: Column, formula: (x: number) => number): (number | null)[] {
  return column.map((x) => (x === null ? null : formula(x)));
}
