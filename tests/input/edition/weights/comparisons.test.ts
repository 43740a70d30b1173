import { describe, expect, it } from 'vitest';
import {
  readComparisons,
  readComparisonsFile,
  withoutComparisons,
} from '../../../../src/input/edition/weights/comparisons.ts';
import { readTable } from '../../../../src/input/files/csv.ts';
import { category, indicator } from '../../../../src/model/framework.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { folderOf } from '../../../support/files.ts';

const framework = category('power', [
  category('hard', [indicator('navy'), indicator('army'), indicator('drones')]),
  category('soft', [indicator('film'), indicator('aid')]),
]);

function read(...lines: string[]) {
  const problems: Problem[] = [];
  const found = readComparisons(
    readTable('matrix.csv', lines.join('\n'), { isMatrix: true }),
    framework,
    problems,
  );
  const weights = Object.fromEntries([...found].map(([code, weight]) => [code, Number(weight.toFixed(4))]));
  return { weights, problems, codes: problems.map(({ code }) => code) };
}

const consistent = [',navy,army,drones', 'navy,1,2,6', 'army,1/2,1,3', 'drones,1/6,0.333,1'];
/** 6 : 3 : 1 */
const weights = { navy: 0.6, army: 0.3, drones: 0.1 };

describe('a matrix of comparisons', () => {
  it('gives the weights that it is made of, whole, as fractions or as decimals', () => {
    expect(read(...consistent)).toEqual({ weights, problems: [], codes: [] });
  });

  it('may name its corner', () => {
    expect(read(`code${consistent[0] ?? ''}`, ...consistent.slice(1)).codes).toEqual([]);
  });

  it('may leave out one of each two cells, and the diagonal', () => {
    expect(read(',navy,army,drones', 'navy,,2,6', 'army,,,3', 'drones,,,')).toEqual({
      weights,
      problems: [],
      codes: [],
    });
    expect(read(',navy,army,drones', 'navy,,,', 'army,1/2,,', 'drones,1/6,1/3,')).toEqual({
      weights,
      problems: [],
      codes: [],
    });
  });

  it('may have its rows in another order than its columns', () => {
    expect(read(',navy,army,drones', 'drones,1/6,1/3,1', 'navy,1,2,6', 'army,1/2,1,3')).toEqual({
      weights,
      problems: [],
      codes: [],
    });
  });

  it('may have decimal commas', () => {
    expect(read(';film;aid', 'film;1;0,25', 'aid;4;1').weights).toEqual({ film: 0.2, aid: 0.8 });
  });

  it('may compare the children of several categories, each among themselves', () => {
    expect(read(',film,aid,hard,soft', 'film,1,4,,', 'aid,,1,,', 'hard,,,1,', 'soft,,,3,1')).toEqual({
      weights: { film: 0.8, aid: 0.2, hard: 0.25, soft: 0.75 },
      problems: [],
      codes: [],
    });
  });

  it('warns of comparisons of what are not siblings, and does not use them', () => {
    const { weights: found, problems } = read(
      ',film,aid,navy,army,drones',
      'film,1,4,9,,',
      'aid,,1,1/9,,',
      'navy,,,1,2,6',
      'army,,,,1,3',
      'drones,,,,,1',
    );
    expect(found).toEqual({ film: 0.8, aid: 0.2, ...weights });
    expect(problems).toMatchObject([
      { code: 'weights/not-siblings', severity: 'warning', place: { line: 2, column: 10 } },
    ]);
    expect(problems[0]?.what).toBe(
      '"film" and "navy" are compared, but are not siblings, nor is 1 other pair',
    );
  });
});

describe('what is wrong with it is told at its place', () => {
  it('codes that stand only across, or only down', () => {
    expect(read(',navy,army,drones', 'navy,1,2,6', 'army,1/2,1,3').problems).toMatchObject([
      { code: 'weights/not-square', value: 'drones', place: { line: 1, column: 12 } },
    ]);
    expect(read(',film', 'film,1', 'aid,3').problems).toMatchObject([
      { code: 'weights/not-square', value: 'aid', place: { line: 3, column: 1 } },
    ]);
  });

  it('codes that are not in the framework, once each', () => {
    expect(read(',flim,aid', 'flim,1,4', 'aid,1/4,1').problems).toMatchObject([
      { code: 'weights/unknown-code', value: 'flim', place: { line: 2, column: 1 } },
    ]);
    expect(read(',power,film', 'power,1,2', 'film,,1').problems).toMatchObject([
      { code: 'weights/unknown-code', value: 'power' },
    ]);
  });

  it('rows without a code, and codes with two rows', () => {
    expect(read(',film,aid', 'film,1,4', ',1/4,1', 'aid,1/4,1').codes).toEqual(['weights/not-square']);
    expect(read(',film,aid', 'film,1,4', 'aid,1/4,1', 'film,1,4').problems).toMatchObject([
      { code: 'weights/duplicate-code', place: { line: 4, column: 1 } },
    ]);
  });

  it.each(['0', '-3', 'much', '1/0', '0/3', '3/', '5e-324'])('a comparison that is %s', (cell) => {
    expect(read(',film,aid', `film,1,${cell}`, 'aid,2,1').problems).toMatchObject([
      { code: 'weights/not-a-comparison', place: { line: 2, column: 8 } },
    ]);
  });

  it('two comparisons of a pair that differ by more than a hundredth', () => {
    expect(read(',film,aid', 'film,1,3', 'aid,0.34,1').problems).toMatchObject([
      { code: 'weights/not-reciprocal', place: { line: 3, column: 5 } },
    ]);
    expect(read(',film,aid', 'film,1,3', 'aid,0.333,1').codes).toEqual([]);
    expect(read(',film,aid', 'film,2,3', 'aid,1/3,1').problems).toMatchObject([
      { code: 'weights/not-reciprocal', place: { line: 2, column: 6 } },
    ]);
  });

  it('siblings that are not compared', () => {
    expect(read(',navy,army', 'navy,1,2', 'army,1/2,1').problems).toMatchObject([
      { code: 'weights/not-compared', value: 'drones' },
    ]);
    expect(read(',film,aid', 'film,1,', 'aid,,1').problems).toMatchObject([
      { code: 'weights/not-compared', place: { line: 2, column: 8 } },
    ]);
  });

  it('comparisons that contradict each other, at the one that does most', () => {
    const {
      codes,
      problems,
      weights: found,
    } = read(',navy,army,drones', 'navy,1,2,1/4', 'army,1/2,1,3', 'drones,4,1/3,1');
    expect(codes).toEqual(['weights/inconsistent']);
    expect(problems).toMatchObject([{ severity: 'warning', place: { line: 2 } }]);
    expect(Object.keys(found)).toEqual(['navy', 'army', 'drones']);
  });
});

describe('a choice of weights', () => {
  it('names the file, which is read then', () => {
    const file = `${folderOf({ 'matrix.csv': ',film,aid\nfilm,1,4\naid,,1\n' })}/matrix.csv`;
    const problems: Problem[] = [];
    const found = readComparisonsFile({ method: 'ahp', file }, framework, problems);
    expect([found?.file.path, [...(found?.sets.keys() ?? [])], problems]).toEqual([
      file,
      [`ahp:${file}`],
      [],
    ]);
  });

  it('reads no file otherwise', () => {
    expect([
      readComparisonsFile({ method: 'set', name: 'hawks' }, framework, []),
      withoutComparisons({ method: 'equal' }),
    ]).toEqual([null, []]);
  });
});
