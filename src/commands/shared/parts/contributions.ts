// How it is told what the parts of a framework contribute: whether in points of the index, with how many
// decimals, with which sign.
import { of } from '../../../math/at.ts';
import { present } from '../../../math/statistics/column.ts';
import { largest } from '../../../math/statistics/stats.ts';
import type { Part } from '../../../analysis/explain/explain.ts';
import { aggregations, type Aggregation } from '../../../methods/aggregate/table.ts';
import { entryOf } from '../../../model/registry.ts';
import type { Result } from '../../../model/result.ts';
import { decimalsFor, fixed } from '../../../report/numbers.ts';

/** Whether the contributions to the index are points, so that the largest is what the index owes most to. */
export function isPlain({ framework, recipe }: Result): boolean {
  return (
    entryOf<Aggregation>(aggregations, framework.aggregate ?? recipe.aggregate).weightedSum?.isPlain === true
  );
}

/** The decimals that the normalised scores of some parts are shown with. */
export function placesIn(result: Result, parts: readonly Part[]): number {
  return Math.min(
    3,
    Math.max(0, largest(parts.map(({ node }) => decimalsFor(present(of(result.scores, node.code)))))),
  );
}

/** @example signed(-2, 1) // → '-2.0' */
export function signed(x: number, places: number): string {
  return `${x < 0 ? '-' : '+'}${fixed(Math.abs(x), places)}`;
}
