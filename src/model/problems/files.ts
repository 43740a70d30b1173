// Problems with files: those that are not there, cannot be read or written, and the form of CSV.
import type { ProblemTexts } from './text.ts';

export const files = {
  'files/not-found': {
    meaning: 'there is no such file or folder',
    why: 'You named a file, a folder or an edition that the program cannot find.',
    fix: 'Check the spelling and the folder you are in. "cyberpower editions" lists the bundled editions.',
  },
  'files/unreadable': {
    meaning: 'the file cannot be read',
    why: 'The name belongs to a folder, or you may not read the file.',
    fix: 'Put a readable file of this name there, or name another file.',
  },
  'files/binary': {
    meaning: 'the file is not text',
    why: 'The file holds bytes that are not letters, as archives and pictures do.',
    fix: 'Save it as text in UTF-8. In a spreadsheet program choose "CSV UTF-8".',
  },
  'files/encoding': {
    meaning: 'the file is not UTF-8',
    why: 'The program would read letters such as "ü" wrongly, and would not recognise some countries.',
    fix: 'Save the file in UTF-8. In a spreadsheet program choose "CSV UTF-8".',
  },
  'files/empty': {
    meaning: 'the file has nothing in it',
    why: 'An empty file usually means that an export or a download failed.',
    fix: 'Write something into it, or delete it.',
  },
  'files/no-scores': {
    meaning: 'the folder holds no scores.csv',
    why: 'An edition is a folder with a file scores.csv. Without scores there is nothing to rank.',
    fix: 'Call the file of scores "scores.csv", or name a CSV file instead of the folder.',
  },
  'files/not-written': {
    meaning: 'the output cannot be written',
    why: 'The folder of the output does not exist, or you may not write to it. The program changed nothing.',
    fix: 'Give --output a file in a folder that exists and that you may write to.',
  },
  'files/overwrites-input': {
    meaning: 'the output would replace one of the inputs',
    why: 'The result would destroy a file that it was computed from. The program changed nothing.',
    fix: 'Give the output another name.',
  },
  'files/exists': {
    meaning: 'files are there already and would be replaced',
    why: 'A new edition would replace your files. The program changed nothing.',
    fix: 'Name another folder.',
  },
  'files/too-large': {
    meaning: 'the file is larger than the program reads',
    why: 'A file without end would fill the memory.',
    fix: 'Name another file, or allow more with --max-size.',
  },
  'csv/header-only': {
    meaning: 'the file has a header and nothing under it',
    why: 'A file without rows says nothing about any country.',
    fix: 'Write rows under the header, or delete the file.',
  },
  'csv/ragged-row': {
    meaning: 'a row has more or fewer cells than the header',
    why: 'The program cannot tell which column each cell belongs to.',
    fix:
      'Fill up a row that is too short; cells may be empty. Put a cell with a comma in it between ' +
      'quotation marks.',
  },
  'csv/unterminated-quote': {
    meaning: 'a quotation mark is opened and never closed',
    why: 'All the text after the mark would count as one cell.',
    fix: 'Close the quotation mark, or delete it.',
  },
  'csv/stray-quote': {
    meaning: 'a quotation mark stands in the middle of a cell',
    why: 'Quotation marks enclose whole cells, so the program cannot tell where this cell ends.',
    fix: 'Delete the mark. Or put the whole cell between quotation marks and double those inside it.',
  },
  'csv/duplicate-column': {
    meaning: 'two columns have the same name',
    why: 'The program cannot tell which of the two columns you mean.',
    fix: 'Rename one of them, or delete it.',
  },
  'csv/unnamed-column': {
    meaning: 'a column with cells in it has no name',
    why: 'Nothing says what the cells of this column mean.',
    fix: 'Name the column in the header, or delete it.',
  },
  'csv/mixed-decimals': {
    meaning: 'some numbers have a decimal comma, some a decimal point',
    why: 'In such a file 1.234 may be a little over one, or over a thousand.',
    fix: 'Write all numbers in one way. If points separate thousands, pass --decimal and a comma.',
  },
  'csv/ambiguous-number': {
    meaning: 'a point may mark decimals or thousands in all numbers',
    why: '"1.234" may be 1.234 or 1234, and no number in the file shows which.',
    fix: 'Pass --decimal and a point for 1.234, or --decimal and a comma for 1234.',
  },
  'io/not-written': {
    meaning: 'a disk or a device does not take what the program writes',
    why: 'What was written so far may not be whole.',
    fix: 'Make room on the disk, or write to another place.',
  },
} satisfies ProblemTexts<'files' | 'csv' | 'io'>;
