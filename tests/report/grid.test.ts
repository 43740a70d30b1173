import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGrid, type GridColumn } from '../../src/report/grid.ts';
import { widthOf } from '../../src/report/width.ts';

const columns: GridColumn[] = [
  { width: 4, align: 'right' },
  { width: 9, align: 'left' },
  { width: 4, align: 'left' },
];

describe('drawGrid', () => {
  it('pads cells to the widths of their columns, and no line at its end', async () => {
    expect(
      await drawGrid(columns, [
        ['rank', 'country', 'tier'],
        ['1', 'Arcadia', 'One'],
        ['2', 'Borduria', ''],
      ]),
    ).toBe('rank  country    tier\n   1  Arcadia    One\n   2  Borduria');
  });

  it('sets the lines of one cell under each other', async () => {
    expect(await drawGrid(columns, [['1', 'Arcadia\nand more', 'One']])).toBe(
      '   1  Arcadia    One\n      and more',
    );
  });

  it('pads by what a terminal shows: wide letters take two columns, colours none', async () => {
    expect(
      await drawGrid(columns, [
        ['1', '日本', 'One'],
        ['2', '\u001b[36mArcadia\u001b[39m', 'Two'],
      ]),
    ).toBe('   1  日本       One\n   2  \u001b[36mArcadia\u001b[39m    Two');
  });

  it('draws rows of single lines as the library would', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'Z', '5', ' ', '–', '█', '日', 'é'), maxLength: 4 });
    const trimmed = text.filter((one) => one === one.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(trimmed, trimmed, trimmed), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const wide = columns.map((column) => ({ ...column, width: 9 }));
          const alone = await drawGrid(wide, rows);
          // A row of two lines makes the library draw all of them.
          const beside = await drawGrid(wide, [...rows, ['x\ny', '', '']]);
          expect(beside.split('\n').slice(0, rows.length).join('\n')).toBe(alone);
          expect(alone.split('\n').every((line) => widthOf(line) <= 9 * 3 + 4)).toBe(true);
        },
      ),
    );
  });
});
