import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/input/files/csv.ts';
import { readWeightFile, readWeights, weightFaults } from '../../../../src/input/edition/weights/sets.ts';
import { category, indicator } from '../../../../src/model/framework.ts';
import type { Problem } from '../../../../src/model/problem.ts';
import { folderOf } from '../../../support/files.ts';

const framework = category('power', [
  category('hard', [indicator('navy'), indicator('army', { weight: 0 })], { weight: 2 }),
  indicator('film'),
]);

function read(...lines: string[]) {
  const problems: Problem[] = [];
  const sets = readWeights(readTable('weights.csv', lines.join('\n')), framework, problems);
  return {
    sets: Object.fromEntries([...sets].map(([name, set]) => [name, Object.fromEntries(set)])),
    problems,
    codes: problems.map(({ code }) => code),
  };
}

describe('a file of weights', () => {
  it('has a set in each column but that of the codes', () => {
    expect(read('code,hawks,doves', 'navy,3,1', 'film,1,4')).toEqual({
      sets: { hawks: { navy: 3, film: 1 }, doves: { navy: 1, film: 4 } },
      problems: [],
      codes: [],
    });
  });

  it('may weigh categories too, and have its codes in any column', () => {
    expect(read('hawks,Code', '2,hard', '1,film').sets).toEqual({ hawks: { hard: 2, film: 1 } });
  });

  it('an empty cell leaves the weight as it is', () => {
    expect(read('code,hawks,doves', 'navy,3,', 'film,,4')).toMatchObject({
      sets: { hawks: { navy: 3 }, doves: { film: 4 } },
      problems: [],
    });
  });

  it('without codes has no sets', () => {
    expect(read('indicator,hawks', 'navy,3')).toMatchObject({ sets: {}, codes: ['weights/no-code-column'] });
  });

  it('weighs only what is in the framework', () => {
    expect(read('code,hawks', 'nayv,3', 'film,1').problems).toMatchObject([
      { code: 'weights/unknown-code', value: 'nayv', place: { line: 2, column: 1 } },
    ]);
  });

  it('a weight that is none is a problem at its cell', () => {
    expect(read('code,hawks,doves', 'navy,x,1', 'film,1,-1').problems).toMatchObject([
      { code: 'weights/not-a-number', place: { line: 2, column: 6 } },
      { code: 'weights/negative', place: { line: 3, column: 8 } },
    ]);
  });

  it('all zero under one parent is a problem of the set, with the weights that it leaves as they are', () => {
    expect(read('code,hawks', 'navy,0').problems).toMatchObject([
      { code: 'weights/all-zero', indicator: 'hard', place: { line: 1, column: 6 } },
    ]);
    expect(read('code,hawks', 'navy,0', 'army,1').codes).toEqual([]);
    expect(read('code,hawks', 'film,0').codes).toEqual([]);
  });
});

describe('a choice of weights', () => {
  const sets = new Map([['hawks', new Map([['navy', 3]])]]);

  const check = (choice: Parameters<typeof weightFaults>[0]) => weightFaults(choice, framework, sets);

  it('may name a set that there is, or codes of the framework, or neither', () => {
    expect(
      [
        { method: 'set', name: 'hawks' },
        { method: 'inline', weights: { navy: 2, hard: 1 } },
        { method: 'equal' },
      ].flatMap(check),
    ).toEqual([]);
  });

  it('must not name a set that there is not', () => {
    expect(check({ method: 'set', name: 'hwaks' })).toMatchObject([
      { code: 'weights/unknown-set', value: 'hwaks', step: 'weights' },
    ]);
  });

  it('must not weigh what is not in the framework', () => {
    expect(
      check({ method: 'inline', weights: { nayv: 2, film: 1, constructor: 3 } }).map(({ code, value }) => [
        code,
        value,
      ]),
    ).toEqual([
      ['weights/unknown-code', 'nayv'],
      ['weights/unknown-code', 'constructor'],
    ]);
  });

  it('may name a set of another file, which is read then', () => {
    const file = `${folderOf({ 'own.csv': 'code,owls\nnavy,1\nfilm,2\n' })}/own.csv`;
    const problems: Problem[] = [];
    const read1 = readWeightFile({ method: 'set', name: `${file}:owls` }, framework, problems);
    expect([read1?.file.path, [...(read1?.sets.keys() ?? [])], problems]).toEqual([
      file,
      [`${file}:owls`],
      [],
    ]);
  });

  it('must not name a set that the other file does not have', () => {
    const file = `${folderOf({ 'own.csv': 'code,owls\nnavy,1\n' })}/own.csv`;
    const problems: Problem[] = [];
    readWeightFile({ method: 'set', name: `${file}:hawks` }, framework, problems);
    expect(problems).toMatchObject([{ code: 'weights/unknown-set', value: 'hawks', place: { file } }]);
  });

  it('reads no file otherwise', () => {
    expect(readWeightFile({ method: 'set', name: 'hawks' }, framework, [])).toBeNull();
    expect(readWeightFile({ method: 'equal' }, framework, [])).toBeNull();
  });
});
