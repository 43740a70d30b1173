import { describe, expect, it } from 'vitest';
import { tierOf, type Result } from '../../src/model/result.ts';
import { editionRows, resultRows, shownPlaces, resultRowOf, shownPlaceOf } from '../../src/model/rows.ts';

const countries = ['ARC', 'BOR', 'SYL'];

describe('the rows of an edition, of a result and of what is shown', () => {
  it('count from 0', () => {
    expect([editionRows(countries), resultRows(countries), shownPlaces(countries)]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it('say where a country of the edition stands in a result, if it is left there', () => {
    const [, bor, syl] = editionRows(countries);
    if (bor === undefined || syl === undefined) throw new Error('three countries');
    expect([resultRowOf([syl], syl), resultRowOf([syl], bor)]).toEqual([0, null]);
  });

  it('throw for a country that a question is not about', () => {
    const [arc, , syl] = resultRows(countries);
    if (arc === undefined || syl === undefined) throw new Error('three countries');
    expect(shownPlaceOf([syl, arc], arc)).toBe(1);
    expect(() => shownPlaceOf([syl], arc)).toThrow(RangeError);
  });

  it('are not taken for each other, nor a bare number for any', () => {
    const result: Pick<Result, 'tiering'> = { tiering: null };
    const [row] = editionRows(countries);
    if (row === undefined) throw new Error('three countries');
    // @ts-expect-error -- a row of the edition is none of the result
    expect(tierOf(result, row)).toBeNull();
    // @ts-expect-error -- a number is no row
    expect(tierOf(result, 0)).toBeNull();
  });
});
