// Files that are not there, cannot be read, or are not text; and output that cannot be written.
import { expect, it, onTestFinished } from 'vitest';
import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { chdir, cwd } from 'node:process';
import { streamNotWritten } from '../../src/input/files/file-problems.ts';
import { formatProblems } from '../../src/report/problems.ts';
import { refused, sound, warned } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const header = 'country,offence,defence';

it('a file that is not there', async () => {
  expect(await refused({}, ['rank', 'FOLDER/arcadia.csv'])).toMatchInlineSnapshot(`
    FOLDER/arcadia.csv: error: the file does not exist [files/not-found]
      fix: check the spelling and the current folder
    exit 1
  `);
});

it('a file that is there under another name', async () => {
  expect(await refused({ 'scores.csv': '' }, ['rank', 'FOLDER/score.csv'])).toMatchInlineSnapshot(`
    FOLDER/score.csv: error: the file does not exist; did you mean "scores.csv"? [files/not-found]
      fix: check the spelling and the current folder
    exit 1
  `);
});

it('a name that is no edition, no file and no folder', async () => {
  expect(await refused({}, ['rank', 'iis-2021'])).toMatchInlineSnapshot(`
    iis-2021: error: there is no edition "iis-2021"; did you mean "iiss-2021"? [files/not-found]
      fix: name a CSV file, a folder with a scores.csv, "-" for standard input, or a bundled edition: gci-2020, gci-2024, iiss-2021 and ncpi-2020
    exit 1
  `);
});

it('a file of weights that is not there', async () => {
  expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'FOLDER/own.csv:security']))
    .toMatchInlineSnapshot(`
      FOLDER/own.csv: error: the file does not exist [files/not-found]
        fix: check the spelling and the current folder
      exit 1
    `);
});

it('a folder where a file should be', async () => {
  expect(await refused({ 'scores.csv/france.csv': 'country,offence\n' })).toMatchInlineSnapshot(`
    FOLDER/scores.csv: error: the file cannot be read: it is a folder [files/unreadable]
      fix: replace it by a file of this name
    exit 1
  `);
});

it('a path that leads through a file', async () => {
  expect(await refused(sound, ['rank', 'FOLDER/scores.csv/france.csv'])).toMatchInlineSnapshot(`
    FOLDER/scores.csv/france.csv: error: the file does not exist [files/not-found]
      fix: check the spelling and the current folder
    exit 1
  `);
});

it('a folder without scores', async () => {
  expect(await refused({ 'indicators.csv': 'code\noffence\n' })).toMatchInlineSnapshot(`
    FOLDER: error: the folder has no scores.csv [files/no-scores]
      fix: rename the file with the scores to "scores.csv", or pass a CSV file instead of the folder
    exit 1
  `);
});

it('a folder with scores under another name', async () => {
  expect(await refused({ 'score.csv': sound['scores.csv'] })).toMatchInlineSnapshot(`
    FOLDER: error: the folder has no scores.csv; did you mean "score.csv"? [files/no-scores]
      fix: rename the file with the scores to "scores.csv", or pass a CSV file instead of the folder
    exit 1
  `);
});

it('a file with nothing in it', async () => {
  expect(await refused({ 'scores.csv': '' })).toMatchInlineSnapshot(`
    FOLDER/scores.csv: error: the file is empty [files/empty]
      fix: fill it, or delete it
    exit 1
  `);
});

it('a file with nothing but blank lines in it', async () => {
  expect(await refused({ 'scores.csv': '\n  \r\n' })).toMatchInlineSnapshot(`
    FOLDER/scores.csv: error: the file is empty [files/empty]
      fix: fill it, or delete it
    exit 1
  `);
});

it('nothing on standard input', async () => {
  expect(await refused({}, ['rank', '-'])).toMatchInlineSnapshot(`
    <stdin>: error: the file is empty [files/empty]
      fix: fill it, or delete it
    exit 1
  `);
});

it('a spreadsheet', async () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 8, 0]);
  expect(await refused({ 'scores.xlsx': workbook }, ['rank', 'FOLDER/scores.xlsx'])).toMatchInlineSnapshot(`
    FOLDER/scores.xlsx: error: the file is a spreadsheet or an archive, not text [files/binary]
      fix: save it as UTF-8 text; in a spreadsheet, as "CSV UTF-8"
    exit 1
  `);
});

it('a file with zero bytes in it', async () => {
  expect(await refused({ 'scores.csv': `${header}\nFra\u0000nce,1,2\n` })).toMatchInlineSnapshot(`
    FOLDER/scores.csv: error: the file is not text [files/binary]
      fix: save it as UTF-8 text; in a spreadsheet, as "CSV UTF-8"
    exit 1
  `);
});

it('a file in the encoding of one language', async () => {
  const latin1 = Buffer.from(`${header}\nFrance,1,2\nTürkiye,2,1\n`, 'latin1');
  expect(await refused({ ...sound, 'scores.csv': latin1 })).toMatchInlineSnapshot(`
    FOLDER/scores.csv:3:2: error: the file is not UTF-8 [files/encoding]
         │
       3 │ T�rkiye,2,1
         │  ^
      fix: save it as UTF-8; in a spreadsheet, as "CSV UTF-8"
    exit 1
  `);
});

it('output into a folder that is not there', async () => {
  expect(await refused(sound, ['rank', 'FOLDER', '--output', 'FOLDER/results/ranking.csv']))
    .toMatchInlineSnapshot(`
      FOLDER/results/ranking.csv: error: the output cannot be written: its folder does not exist [files/not-written]
        why: nothing was changed
        fix: give --output a file in an existing folder where you may write
      exit 1
    `);
});

it('output over a file that it is computed from', async () => {
  expect(await refused(sound, ['rank', 'FOLDER', '--output', 'FOLDER/indicators.csv']))
    .toMatchInlineSnapshot(`
      FOLDER/indicators.csv: error: the output would replace one of its input files [files/overwrites-input]
        why: nothing was changed
        fix: give --output another name
      exit 1
    `);
});

it('every file that cannot be read is named at once', async () => {
  const files = { 'scores.csv': '\u0000', 'indicators.csv': '\u0000', 'weights.csv': '\u0000' };
  expect(await refused(files)).toMatchInlineSnapshot(`
    FOLDER/indicators.csv: error: the file is not text [files/binary]
      fix: save it as UTF-8 text; in a spreadsheet, as "CSV UTF-8"

    FOLDER/scores.csv: error: the file is not text [files/binary]
      fix: save it as UTF-8 text; in a spreadsheet, as "CSV UTF-8"
    exit 1
  `);
});

it('a file that is larger than what may be read', async () => {
  expect(await refused(sound, ['rank', 'FOLDER', '--max-size', '20'])).toMatchInlineSnapshot(`
    FOLDER/scores.csv: error: the file is larger than 20 bytes [files/too-large]
      why: a very large file could fill the memory
      fix: name another file, or allow more: --max-size 40
    exit 1
  `);
});

it.runIf(existsSync('/dev/zero'))('a device without end', async () => {
  expect(await refused({}, ['rank', '/dev/zero', '--max-size', '3MB'])).toMatchInlineSnapshot(`
    /dev/zero: error: the file is larger than 3 MB [files/too-large]
      why: a very large file could fill the memory
      fix: name another file, or allow more: --max-size 6MB
    exit 1
  `);
});

it.each(['0', '-1', 'much', '1.5GB', '1TB', ''])('a size that is none: %j', async (size) => {
  expect((await refused(sound, ['rank', 'FOLDER', `--max-size=${size}`])).printed).toMatch(
    /^--max-size: error: it takes a size, not ".*" \[usage\/bad-value\]\n  fix: .*\nexit 2$/,
  );
});

it.each(['1000', '1kB', '1 mb', '1GB'])('a size that is one: %s', async (size) => {
  expect(await warned(sound, ['rank', 'FOLDER', '--max-size', size])).toEqual({ printed: '(nothing)' });
});

it('a link to a file that is not there', async () => {
  const folder = folderOf({ 'scores.csv': sound['scores.csv'] });
  symlinkSync('../gone.csv', path.join(folder, 'indicators.csv'));
  const { code, stdout, stderr } = await run(['rank', folder]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(`
    "FOLDER/indicators.csv: error: the file is a link to "../gone.csv", which does not exist [files/not-found]
      fix: correct the link, or delete it
    "
  `);
});

it('a folder that has the name of a bundled edition', async () => {
  const before = cwd();
  onTestFinished(() => chdir(before));
  const named = Object.fromEntries(Object.entries(sound).map(([name, text]) => [`iiss-2021/${name}`, text]));
  chdir(folderOf({ ...named, 'gci-2020': 'a file' }));
  expect((await run(['rank', 'iiss-2021'])).stderr).toBe(
    'note: "iiss-2021" means the bundled edition, not the folder of that name (for the folder, write ' +
      './iiss-2021)\n',
  );
  expect((await run(['rank', 'gci-2020'])).stderr).toContain('for the file, write ./gci-2020');
  expect((await run(['rank', './iiss-2021'])).stderr).toBe('');
  expect(JSON.parse((await run(['rank', 'iiss-2021', '-f', 'json'])).stdout)).toMatchObject({
    problems: [],
  });
  chdir(path.join(before, 'data'));
  expect((await run(['rank', 'iiss-2021'])).stderr).toBe('');
});

it('a stream that cannot be written', () => {
  expect(formatProblems([streamNotWritten('standard output', 'ENOSPC')])).toMatchInlineSnapshot(`
    "error: standard output cannot be written: the disk is full [io/not-written]
      fix: free space on the disk, or write to another place
    "
  `);
});
