import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/input/files/csv.ts';
import { readFramework } from '../../../../src/input/edition/framework/framework.ts';
import { completeMethods } from '../../../../src/input/edition/framework/node-methods.ts';
import { knownScales } from '../../../../src/input/cells/scales.ts';
import type { FrameworkNode } from '../../../../src/model/framework.ts';
import type { Problem } from '../../../../src/model/problem.ts';

function read(...lines: string[]) {
  const problems: Problem[] = [];
  const framework = readFramework(
    readTable('indicators.csv', lines.join('\n')),
    'Strength of nations',
    knownScales,
    problems,
  );
  return { framework, problems, codes: problems.map(({ code }) => code) };
}

/** A tree in one line: power(offence defence). */
function drawn(node: FrameworkNode | null): string {
  if (node === null) return 'none';
  return node.kind === 'indicator' ? node.code : `${node.code}(${node.children.map(drawn).join(' ')})`;
}

describe('the tree', () => {
  it("of rows without parents is flat, under a root of the edition's name", () => {
    const { framework, problems } = read('code', 'offence', 'defence');
    expect([drawn(framework), framework?.name, problems]).toEqual([
      'index(offence defence)',
      'Strength of nations',
      [],
    ]);
  });

  it('has categories where rows are named as parents', () => {
    expect(
      drawn(read('code,parent', 'hard,', 'soft,', 'navy,hard', 'army,hard', 'film,soft').framework),
    ).toBe('index(hard(navy army) soft(film))');
  });

  it('may have a root of its own, if it is the only row without a parent', () => {
    expect(drawn(read('code,parent', 'power,', 'hard,power', 'film,power', 'navy,hard').framework)).toBe(
      'power(hard(navy) film)',
    );
  });

  it('may have its root called index', () => {
    const { framework } = read('code,name,parent', 'index,Power,', 'navy,,index', 'film,,');
    expect([drawn(framework), framework?.name]).toEqual(['index(navy film)', 'Power']);
  });

  it('may name the root as a parent without a row for it', () => {
    expect(drawn(read('code,parent', 'navy,index', 'film,index').framework)).toBe('index(navy film)');
  });

  it('does not need its rows in order', () => {
    expect(drawn(read('code,parent', 'navy,hard', 'film,soft', 'hard,', 'soft,').framework)).toBe(
      'index(hard(navy) soft(film))',
    );
  });

  it('may be deep', () => {
    expect(drawn(read('code,parent', 'a,', 'b,a', 'c,b', 'd,c', 'e,').framework)).toBe('index(a(b(c(d))) e)');
  });

  it('is none if its parents are wrong', () => {
    const trees = [['navy,fleet'], ['a,b', 'b,a'], ['a,a'], ['a,', 'a,']].map((rows) =>
      read('code,parent', ...rows),
    );
    expect(trees.map(({ framework, codes }) => [framework, codes])).toEqual([
      [null, ['framework/unknown-parent']],
      [null, ['framework/cycle']],
      [null, ['framework/cycle']],
      [null, ['framework/duplicate-code']],
    ]);
  });
});

describe('a row', () => {
  it('needs nothing but a code', () => {
    expect(read('code', 'navy').framework?.children[0]).toMatchObject({
      kind: 'indicator',
      code: 'navy',
      name: 'navy',
      column: 'navy',
      weight: 1,
      direction: 1,
      low: null,
      high: null,
      target: null,
      scale: null,
      transform: null,
      normalise: null,
    });
  });

  it('may say all that there is to say', () => {
    const { framework, problems } = read(
      'code,name,parent,weight,direction,column,low,high,target,ratings,transform,normalise,aggregate,' +
        'unit,description,source',
      'power,Power,,2,,,,,,,,,power:-1,,What counts,IISS',
      "navy,Navy,power,0.5,-1,ships,1,10,5,,log,minmax:floor=1,,ships,All of them,Jane's",
    );
    expect(problems).toEqual([]);
    expect(framework).toMatchObject({
      code: 'power',
      name: 'Power',
      weight: 2,
      aggregate: { method: 'power', p: -1 },
      description: 'What counts',
      source: 'IISS',
    });
    expect(framework?.children[0]).toMatchObject({
      code: 'navy',
      name: 'Navy',
      weight: 0.5,
      direction: -1,
      column: 'ships',
      low: 1,
      high: 10,
      target: 5,
      unit: 'ships',
      description: 'All of them',
      source: "Jane's",
      transform: { method: 'log' },
      normalise: { method: 'minmax', floor: 1 },
    });
  });

  it('may have marks of missing values in cells that may be empty', () => {
    const { framework, problems } = read('code,weight,direction,low,high,ratings', 'navy,NA,-,..,n/a,–');
    expect([framework?.children[0], problems]).toMatchObject([
      { weight: 1, direction: 1, low: null, high: null, scale: null },
      [],
    ]);
  });

  it.each(['Direction', 'DIRECTION', ' direction '])('columns may be called "%s"', (header) => {
    expect(read(`Code,${header}`, 'navy,-1').framework?.children[0]).toMatchObject({ direction: -1 });
  });
});

it.each([
  ['weight', 'much', 'weights/not-a-number'],
  ['weight', '-1', 'weights/negative'],
  ['direction', 'up', 'framework/bad-direction'],
  ['direction', '0', 'framework/bad-direction'],
  ['low', 'x', 'framework/not-a-number'],
  ['high', 'Infinity', 'framework/not-a-number'],
  ['target', '1;2', 'framework/not-a-number'],
  ['ratings', 'stars', 'framework/unknown-scale'],
  ['transform', 'logg', 'recipe/unknown-method'],
  ['normalise', 'minmax:x=1', 'recipe/unknown-parameter'],
  ['aggregate', 'geometric', 'framework/parent-is-indicator'],
])('%s "%s" is the problem %s, at its cell', (column, cell, code) => {
  const { problems } = read(`code,${column}`, `navy,${cell}`, 'army,');
  expect(problems).toMatchObject([
    { code, indicator: 'navy', place: { line: 2, column: 6, length: cell.length } },
  ]);
});

it.each(['column', 'direction', 'low', 'high', 'target', 'ratings', 'transform', 'normalise', 'unit'])(
  'a category cannot have "%s"',
  (column) => {
    expect(read(`code,parent,${column}`, 'power,,1', 'navy,power,').codes).toEqual([
      'framework/parent-is-indicator',
    ]);
  },
);

it('a column that is not read is a warning', () => {
  expect(read('code,colour', 'navy,blue').problems).toMatchObject([
    { code: 'framework/unused-column', severity: 'warning', place: { line: 1, column: 6 } },
  ]);
});

it('the methods of rows are filled up with their defaults', () => {
  const { framework } = read(
    'code,parent,normalise,aggregate',
    'power,,,geometric',
    'navy,power,minmax:floor=1,',
  );
  const full = framework === null ? null : completeMethods(framework);
  expect([full?.aggregate, full?.children[0]]).toMatchObject([
    { method: 'geometric' },
    { normalise: { method: 'minmax', floor: 1, ceiling: 100 }, transform: null },
  ]);
});
