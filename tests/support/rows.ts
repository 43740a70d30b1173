// Rows of an edition and of a result, written as numbers.
import type { EditionRow, ResultRow, ShownPlace } from '../../src/model/rows.ts';
/* oxlint-disable no-unsafe-type-assertion -- here alone a bare number becomes a row of a given list */

export const editionRow = (place: number) => place as EditionRow;
export const resultRow = (place: number) => place as ResultRow;
export const shownPlace = (place: number) => place as ShownPlace;
