import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/input/files/csv.ts';
import { findQuoteFault, Positions } from '../../../src/input/files/positions.ts';

/** A cell as it is and as it is written. */
interface Written {
  readonly cell: string;
  readonly raw: string;
}

/** Writes a cell, between quotation marks if it must be or if asked to. */
function write(cell: string, isQuoted: boolean): Written {
  return { cell, raw: isQuoted || /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell };
}

const letter = fc.constantFrom(
  'a',
  'B',
  '7',
  '.',
  ',',
  ';',
  '\t',
  '"',
  '\n',
  '\r\n',
  ' ',
  'é',
  '日',
  '🏝',
  '=',
  '-',
);
// The reader takes the spaces around a cell away, so the writer puts none there; no cell is empty, so that no
// row is.
const cell = fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => `x${letters.join('')}x`);
const written = fc.tuple(cell, fc.boolean()).map(([text, isQuoted]) => write(text, isQuoted));

const tables = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
  blank: fc.nat({ max: 2 }),
  rows: fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(written, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    ),
});

/** The text that a place points at, to the end of its line. */
function pointedAt(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\n|\r/);
  return [...(lines[line - 1] ?? '')].slice(column - 1).join('');
}

it('every cell reads back as it was written, and its place points at it', () => {
  fc.assert(
    fc.property(tables, ({ delimiter, newline, blank, rows }) => {
      const header = rows[0]?.map((_, column) => `column ${column + 1}`) ?? [];
      const lines = [header.join(delimiter), ...rows.map((row) => row.map(({ raw }) => raw).join(delimiter))];
      const text = lines.join(newline.repeat(blank + 1)) + newline;
      const table = readTable('a.csv', text);

      expect(rows.map((row, i) => row.map((_, column) => table.text(i, column)))).toEqual(
        rows.map((row) => row.map((one) => one.cell)),
      );
      for (const [i, row] of rows.entries()) {
        for (const [column, { raw }] of row.entries()) {
          const place = table.place(i, column);
          const shown = pointedAt(text, place.line ?? 0, place.column ?? 0);
          const [first = ''] = raw.split(/\r\n|\n|\r/);
          expect(shown.startsWith(first)).toBe(true);
          expect(place.text).toBe(text.split(/\r\n|\n|\r/)[(place.line ?? 0) - 1]);
          expect(place.length).toBe([...first].length);
        }
      }
    }),
    { seed: 2021, numRuns: 300 },
  );
});

describe('a place', () => {
  const text = 'a,b\r\n\r\n"one\r\ntwo", x \r\n🏝é,,\r\n';
  const positions = new Positions('a.csv', text, ',');

  it('of the header', () => {
    expect(positions.cell(0, 1)).toEqual({ file: 'a.csv', line: 1, column: 3, length: 1, text: 'a,b' });
  });

  it('of a whole row is its first line', () => {
    expect(positions.cell(1)).toEqual({ file: 'a.csv', line: 3, column: 1, length: 4, text: '"one' });
  });

  it('leaves out spaces around the cell', () => {
    expect(positions.cell(1, 1)).toEqual({ file: 'a.csv', line: 4, column: 7, length: 1, text: 'two", x ' });
  });

  it('counts characters, not their halves', () => {
    expect(positions.cell(2, 1)).toMatchObject({ line: 5, column: 4 });
  });

  it('of an empty cell is where it would stand, one character wide', () => {
    expect(positions.cell(2, 2)).toEqual({ file: 'a.csv', line: 5, column: 5, length: 1, text: '🏝é,,' });
  });

  it('of a cell that the row does not have is the end of the row', () => {
    expect(positions.cell(2, 7)).toMatchObject({ line: 5, column: 5, length: 1 });
  });

  it('of a row that there is not is the file', () => {
    expect(positions.cell(9, 0)).toEqual({ file: 'a.csv' });
  });
});

describe('quotation marks', () => {
  it.each([
    ['a,b\n1,"2', { kind: 'unterminated', at: 6 }],
    ['a,b\n1,"2""\n3,4\n', { kind: 'unterminated', at: 6 }],
    ['a,b\n1,2"\n', { kind: 'stray', at: 7 }],
    ['a,b\n1"2,"3', { kind: 'stray', at: 5 }],
  ])('that stand wrong in %j are found', (text, fault) => {
    expect(findQuoteFault(text, ',')).toEqual(fault);
  });

  it.each(['a,b\n"1","2"\n', 'a,b\n"1""","\n"\n', 'a,b\n "1" , "2" \n', ''])(
    'none stands wrong in %j',
    (text) => {
      expect(findQuoteFault(text, ',')).toBeNull();
    },
  );
});
