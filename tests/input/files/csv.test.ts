import { describe, expect, it } from 'vitest';
import { readTable, type CsvTable } from '../../../src/input/files/csv.ts';
import { problemsOf } from '../../support/problems.ts';

const read = (...lines: string[]) => readTable('scores.csv', lines.join('\n'));

/** What a table holds: numbers as numbers, everything else as text. */
function cellsOf(table: CsvTable): (string | number)[][] {
  return Array.from({ length: table.height }, (_, row) =>
    table.header.map((_name, column) => table.number(row, column) ?? table.text(row, column)),
  );
}

it('a table has a header, and cells that are numbers or text', () => {
  const table = read('country,offence,region', 'Arcadia,1.5,North', 'Borduria,,South');
  expect(table.header).toEqual(['country', 'offence', 'region']);
  expect(cellsOf(table)).toEqual([
    ['Arcadia', 1.5, 'North'],
    ['Borduria', '', 'South'],
  ]);
});

it.each([
  ['1', 1],
  ['-2', -2],
  ['+3', 3],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['2.5E-1', 0.25],
  ['007', 7],
  ['-0', -0],
])('%s is a number', (written, number) => {
  expect(read('a', written).number(0, 0)).toBe(number);
});

describe('where it is said which mark stands before decimals', () => {
  const numbersOf = (decimal: '.' | ',', delimiter: string, ...cells: readonly string[]) => {
    const header = cells.map((_, i) => `a${i}`).join(delimiter);
    const table = readTable('scores.csv', `${header}\n${cells.join(delimiter)}`, { decimal });
    return cells.map((_, i) => table.number(0, i));
  };

  it('a comma: points part thousands, and nothing else', () => {
    const cells = ['1.234', '1.234,5', '-12.345.678', '3,5', '7', '1.5', '1234.567', '1.23.456', '1,5,5'];
    const numbers = [1234, 1234.5, -12345678, 3.5, 7, null, null, null, null];
    expect(numbersOf(',', ';', ...cells)).toEqual(numbers);
  });

  it('a point: commas part thousands, and nothing else', () => {
    const cells = ['1,234', '1,234.5', '1.234', '3,5', '1,234,567', '1e3'];
    expect(numbersOf('.', ';', ...cells)).toEqual([1234, 1234.5, 1.234, null, 1234567, 1000]);
  });

  it('also where commas part cells', () => {
    expect(numbersOf(',', ',', '"1.234,5"', '"2,5"', '7')).toEqual([1234.5, 2.5, 7]);
  });
});

describe('points in a file with semicolons', () => {
  const codes = (...lines: readonly string[]) => problemsOf(() => read(...lines)).map(({ code }) => code);

  it('are in doubt where all of them may part thousands', () => {
    expect(codes('a;b', '1.234;x', '12.345;7')).toEqual(['csv/ambiguous-number']);
  });

  it.each(['0.234', '1.5', '1234.567', '1.2345', '1.234e1', '.123'])('are in none beside %s', (number) => {
    expect(codes('a;b', `1.234;${number}`)).toEqual([]);
  });

  it('are in none where commas or tabs part cells', () => {
    expect([...codes('a,b', '1.234,7'), ...codes('a\tb', '1.234\t7')]).toEqual([]);
  });
});

it.each([
  '',
  '1,5',
  '1 000',
  '0x10',
  '1e',
  '--1',
  'NaN',
  'Infinity',
  '∞',
  '１',
  '1_000',
  '12%',
  '.',
  '-',
  '1.2.3',
])('"%s" is no number', (written) => {
  const table = readTable('a.csv', `a,b\n"${written}",1\n`);
  expect([table.number(0, 0), table.text(0, 0)]).toEqual([null, written]);
});

it('what is beyond the table is neither number nor text', () => {
  const table = read('a', '1');
  expect([table.number(1, 0), table.text(1, 0), table.number(0, 1), table.text(-1, 0)]).toEqual([
    null,
    '',
    null,
    '',
  ]);
});

describe('delimiters', () => {
  it.each([',', ';', '\t'])('%j', (delimiter) => {
    const table = readTable(
      'a.csv',
      ['country,offence,remark', 'Arcadia,1,', 'Borduria,2,loud'].join('\n').replaceAll(',', delimiter),
    );
    expect(cellsOf(table)).toEqual([
      ['Arcadia', 1, ''],
      ['Borduria', 2, 'loud'],
    ]);
  });

  it('the one that the header has most of, outside quotation marks', () => {
    expect(read('"a, b, c";d;e', '1;2;3').header).toEqual(['a, b, c', 'd', 'e']);
  });

  it('one column needs none', () => {
    expect(cellsOf(read('country', 'Arcadia', 'Borduria'))).toEqual([['Arcadia'], ['Borduria']]);
  });
});

describe('decimal commas', () => {
  it('are read where the comma is not the delimiter', () => {
    expect(cellsOf(read('a;b', '1,5;-,25', '2;3,'))).toEqual([
      [1.5, -0.25],
      [2, 3],
    ]);
    expect(cellsOf(read('a\tb', '1,5\t2'))).toEqual([[1.5, 2]]);
  });

  it('points are read there too, but not both in one file', () => {
    expect(cellsOf(read('a;b', '1.5;2'))).toEqual([[1.5, 2]]);
    expect(problemsOf(() => read('a;b', '1.5;2', '2;2,5')).map(({ code }) => code)).toEqual([
      'csv/mixed-decimals',
    ]);
  });

  it('a thousand and a half, in either way, is no number', () => {
    expect(cellsOf(read('a;b', '1.000,5;1'))).toEqual([['1.000,5', 1]]);
  });
});

describe('quotation marks', () => {
  it('hold delimiters, newlines and themselves', () => {
    expect(cellsOf(read('a,b', '"one, two","three', 'four"', '"say ""five""",6'))).toEqual([
      ['one, two', 'three\nfour'],
      ['say "five"', 6],
    ]);
  });

  it('may have spaces around them', () => {
    expect(cellsOf(read('a,b', ' "one" , "2"'))).toEqual([['one', 2]]);
  });
});

it.each(['\n', '\r\n', '\r'])('newlines may be %j, with or without one at the end', (newline) => {
  const text = ['a,b', '1,2', '3,4'].join(newline);
  expect([text, text + newline].map((one) => cellsOf(readTable('a.csv', one)))).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ]);
});

it('spaces around cells and names are no part of them', () => {
  const table = read(' a , b ', ' one two ,  3 ');
  expect([table.header, cellsOf(table)]).toEqual([['a', 'b'], [['one two', 3]]]);
});

it('blank lines and rows of empty cells are no rows', () => {
  expect(cellsOf(read('', 'a,b', '', '1,2', ',', ' , ', '3,4', ''))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('a column without name and cells, as spreadsheets leave them, is let pass', () => {
  expect(cellsOf(read('a,b,', '1,2,', '3,4,'))).toEqual([
    [1, 2, ''],
    [3, 4, ''],
  ]);
});

it('columns are the same if they differ in case, spaces, hyphens and underscores only', () => {
  const codes = ['a b,a_b', 'a,A', 'a-b,A B'].map((header) =>
    problemsOf(() => read(header, '1,2')).map(({ code }) => code),
  );
  expect(codes).toEqual([['csv/duplicate-column'], ['csv/duplicate-column'], ['csv/duplicate-column']]);
});

it("names such as those of JavaScript's own are names like others", () => {
  expect(cellsOf(read('__proto__,constructor', '1,toString'))).toEqual([[1, 'toString']]);
});

it('twenty thousand rows are read', () => {
  const table = readTable('a.csv', `country,a\n${'Arcadia,1\n'.repeat(20_000)}`);
  expect([table.height, table.number(19_999, 1)]).toEqual([20_000, 1]);
});
