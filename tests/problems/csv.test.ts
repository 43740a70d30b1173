// The form of CSV files: rows, columns, quotation marks, decimals. Places are right whatever the encoding and
// the newlines.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const withScores = (scores: string | Uint8Array) => ({ ...sound, 'scores.csv': scores });
const rows = (...lines: string[]) => withScores(`${['country,offence,defence', ...lines].join('\n')}\n`);

describe('rows and columns', () => {
  it('a header and nothing under it', async () => {
    expect(await refused(withScores('country,offence,defence\n'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: the file has a header but no rows [csv/header-only]
           │
         1 │ country,offence,defence
           │ ^^^^^^^^^^^^^^^^^^^^^^^
        fix: add rows below it
      exit 1
    `);
  });

  it('a header and only empty rows under it', async () => {
    expect(await refused(withScores('country,offence,defence\n,,\n\n'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: the file has a header but no rows [csv/header-only]
           │
         1 │ country,offence,defence
           │ ^^^^^^^^^^^^^^^^^^^^^^^
        fix: add rows below it
      exit 1
    `);
  });

  it('a row that is too short', async () => {
    expect(await refused(rows('France,1', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: error: the row has 2 cells, the header has 3 [csv/ragged-row]
           │
         2 │ France,1
           │ ^^^^^^^^
        fix: add the missing cells (they may be empty), or delete the row
      exit 1
    `);
  });

  it('a row that is too long, as a name with a comma makes it', async () => {
    expect(await refused(rows('France,1,2', 'Korea, South,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:1: error: the row has 4 cells, the header has 3 [csv/ragged-row]
           │
         3 │ Korea, South,2,1
           │ ^^^^^^^^^^^^^^^^
        fix: put quotation marks around a cell that contains ","
      exit 1
    `);
  });

  it('a semicolon too many', async () => {
    expect(await refused(withScores('country;offence;defence\nFrance;1;2;3\nJapan;2;1\n')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:2:1: error: the row has 4 cells, the header has 3 [csv/ragged-row]
             │
           2 │ France;1;2;3
             │ ^^^^^^^^^^^^
          fix: put quotation marks around a cell that contains ";"
        exit 1
      `);
  });

  it('a tab too many', async () => {
    expect(await refused(withScores('country\toffence\tdefence\nFrance\t1\t2\t3\nJapan\t2\t1\n')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:2:1: error: the row has 4 cells, the header has 3 [csv/ragged-row]
             │
           2 │ France␉1␉2␉3
             │ ^^^^^^^^^^^^
          fix: put quotation marks around a cell that contains a tab
        exit 1
      `);
  });

  it('empty cells too many, as spreadsheets leave them, are no problem', async () => {
    expect(await warned(rows('France,1,2,,', 'Japan,2,1,'))).toMatchInlineSnapshot(`(nothing)`);
  });

  it('a title above the header, said once', async () => {
    expect(
      await refused(withScores('The strength of nations\ncountry,offence,defence\nFrance,1,2\nJapan,2,1\n')),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: the header has 1 cell, the rows have 3 [csv/ragged-row]
           │
         1 │ The strength of nations
           │ ^^^^^^^^^^^^^^^^^^^^^^^
        fix: name every column, delete lines above the header, and quote numbers that contain a comma
      exit 1
    `);
  });

  it('no header', async () => {
    expect(await refused({ 'scores.csv': 'France,1,2\nJapan,2,1\nChina,3,3\n' })).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: the first row must hold the names of the columns, but "France" is a country [scores/no-header]
           │
         1 │ France,1,2
           │ ^^^^^^
        fix: add a row of column names above it, such as country,laws,skills
      exit 1
    `);
  });

  it('two columns of the same name', async () => {
    expect(await refused(withScores('country,offence,defence,Offence\nFrance,1,2,1\n')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:25: error: two columns are called "Offence": column 2 and column 4 [csv/duplicate-column]
           │
         1 │ country,offence,defence,Offence
           │                         ^^^^^^^
        fix: rename one of them, or delete it
      exit 1
    `);
  });

  it('a column without a name', async () => {
    expect(await refused(withScores('country,offence,,defence\nFrance,1,3,2\n'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:17: error: column 3 has cells but no name [csv/unnamed-column]
           │
         1 │ country,offence,,defence
           │                 ^
        fix: name it in the header, or delete it
      exit 1
    `);
  });

  it('all that is wrong with the form is said at once', async () => {
    expect(await refused(withScores('country,offence,,offence\nFrance,1,2\nJapan,2,1,1,1\n')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:1:17: error: column 3 has cells but no name [csv/unnamed-column]
             │
           1 │ country,offence,,offence
             │                 ^
          fix: name it in the header, or delete it

        FOLDER/scores.csv:1:18: error: two columns are called "offence": column 2 and column 4 [csv/duplicate-column]
             │
           1 │ country,offence,,offence
             │                  ^^^^^^^
          fix: rename one of them, or delete it

        FOLDER/scores.csv:2:1: error: the row has 3 cells, the header has 4 [csv/ragged-row]
             │
           2 │ France,1,2
             │ ^^^^^^^^^^
          fix: add the missing cells (they may be empty), or delete the row

        FOLDER/scores.csv:3:1: error: the row has 5 cells, the header has 4 [csv/ragged-row]
             │
           3 │ Japan,2,1,1,1
             │ ^^^^^^^^^^^^^
          fix: put quotation marks around a cell that contains ","
        exit 1
      `);
  });
});

describe('quotation marks', () => {
  it('one that is never closed', async () => {
    expect(await refused(rows('France,1,2', '"Japan,2,1', 'China,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:1: error: a quotation mark opens here and never closes [csv/unterminated-quote]
           │
         3 │ "Japan,2,1
           │ ^
        fix: close it, or delete it
      exit 1
    `);
  });

  it('one in the middle of a cell', async () => {
    expect(await refused(rows('Fra"nce,1,2', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:4: error: a quotation mark is in the middle of a cell [csv/stray-quote]
           │
         2 │ Fra"nce,1,2
           │    ^
        fix: delete it, or quote the whole cell and double the marks inside it
      exit 1
    `);
  });

  it('text behind one', async () => {
    expect(await refused(rows('"Fra"nce,1,2', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:5: error: a quotation mark is in the middle of a cell [csv/stray-quote]
           │
         2 │ "Fra"nce,1,2
           │     ^
        fix: delete it, or quote the whole cell and double the marks inside it
      exit 1
    `);
  });
});

describe('decimals', () => {
  it('of both kinds', async () => {
    expect(await refused(withScores('country;offence;defence\nFrance;1,5;2\nJapan;2;2.5\n')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:3:9: error: some numbers in the file have a decimal comma and some a decimal point [csv/mixed-decimals]
             │
           3 │ Japan;2;2.5
             │         ^^^
          why: the other kind is in line 2; 1.234 could then mean either
          fix: write all of them in one way
        exit 1
      `);
  });

  it('a problem in a file with semicolons and decimal commas', async () => {
    expect(await refused(withScores('country;offence;defence\nFrance;1,5;2\nJapan;1,x;1\n')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "1,x" [scores/not-a-number]
           │
         3 │ Japan;1,x;1
           │       ^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });
});

describe('the place is right', () => {
  const bad = ['country,offence,defence', 'France,1,2', 'Japan,x,1', ''];
  const expected =
    'FOLDER/scores.csv:3:7: error: Japan\'s score for "offence" is not a number: "x" [scores/not-a-number]';
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['with a byte-order mark', `\uFEFF${bad.join('\n')}`],
    ['with CRLF', bad.join('\r\n')],
    ['with CR alone', bad.join('\r')],
    ['with newlines of both kinds', 'country,offence,defence\r\nFrance,1,2\nJapan,x,1\r\n'],
    ['in UTF-16, little end first', utf16(bad.join('\n'))],
    ['in UTF-16, big end first', utf16(bad.join('\r\n')).swap16()],
    ['with semicolons', bad.join('\n').replaceAll(',', ';')],
    ['with tabs', bad.join('\n').replaceAll(',', '\t')],
  ])('%s', async (_, scores) => {
    const { printed } = await refused(withScores(scores));
    expect(printed.split('\n')[0]).toBe(expected);
  });

  it('after blank lines', async () => {
    expect(
      await refused(withScores('\n\ncountry,offence,defence\n\nFrance,1,2\n , ,\n"","",""\nJapan,x,1\n')),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:8:7: error: Japan's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         8 │ Japan,x,1
           │       ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('after newlines between quotation marks, with CRLF', async () => {
    const scores =
      'country,offence,defence,remark\r\nFrance,1,2,"first\r\nsecond\r\nthird"\r\nJapan,x,1,\r\n';
    expect(await refused(withScores(scores))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:5:7: error: Japan's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         5 │ Japan,x,1,
           │       ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('after a newline in the same row', async () => {
    expect(
      await refused(
        withScores('country,remark,offence,defence\nFrance,"one, ""two""\nthree",x,2\nJapan,,1,1\n'),
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: France's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         3 │ three",x,2
           │        ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('of a cell with a newline in it: its first line', async () => {
    expect(await refused(rows('France,"one\ntwo",2', 'Japan,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "one␊two" [scores/not-a-number]
           │
         2 │ France,"one
           │        ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('of a cell with spaces around it', async () => {
    expect(await refused(rows(' "France" ,  x  ,2', 'Japan,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:14: error: France's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         2 │  "France" ,  x  ,2
           │              ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('on standard input', async () => {
    expect(
      await refused({}, ['rank', '-'], {
        stdin: 'country,defence,offence\nFrance,1,2\nJapan,2,1\nChina,x,3\n',
      }),
    ).toMatchInlineSnapshot(`
      note: assumed 2 indicators (defence and offence), direction 1, equal weights (to change this, save it as scores.csv in a folder and add an indicators.csv)

      <stdin>:4:7: error: China's score for "defence" is not a number: "x" [scores/not-a-number]
           │
         4 │ China,x,3
           │       ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });
});
