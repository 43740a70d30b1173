// How problems are printed, whatever they are: in which order, how many, how severe, and how a line is shown.
import { readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/model/problems/index.ts';
import { refused, sound, warned } from '../support/complaints.ts';

const rows = (...lines: string[]) => ({
  ...sound,
  'scores.csv': `${['country,offence,defence', ...lines].join('\n')}\n`,
});
const remarked = (...lines: string[]) => ({
  ...sound,
  'scores.csv': `${['country,remark,offence,defence', ...lines].join('\n')}\n`,
});

describe('several problems', () => {
  it('of several files are reported at once: warnings before errors, each by file, line and column', async () => {
    const files = {
      'scores.csv': 'country,offence,defence,luck\nFrance,x,2,1\nJapan,2,y,1\nArcadia,1,1,1\n',
      'indicators.csv': 'code,direction,weight\noffence,up,-1\ndefence,1,1\n',
      'weights.csv': 'code,hawks\noffence,much\n',
      'index.json': '{\n  "recipe": { "rank": "dens" }\n}\n',
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:25: warning: the column "luck" is ignored, because it is not in the framework [scores/unused-column]
           │
         1 │ country,offence,defence,luck
           │                         ^^^^
        fix: add a row for it to indicators.csv, or delete the column

      FOLDER/scores.csv:4:1: warning: "Arcadia" is not a known country [scores/unknown-country]
           │
         4 │ Arcadia,1,1,1
           │ ^^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code

      FOLDER/index.json:2:15: error: there is no ranking "dens"; did you mean "dense"? [recipe/unknown-method]
           │
         2 │   "recipe": { "rank": "dens" }
           │               ^^^^^^
        fix: choose one of competition, dense, fractional and ordinal

      FOLDER/indicators.csv:2:9: error: the direction of "offence" is not 1 or -1: "up" [framework/bad-direction]
           │
         2 │ offence,up,-1
           │         ^^
        fix: write 1 if higher is better, -1 if lower is better

      FOLDER/indicators.csv:2:12: error: the weight of "offence" is negative: -1 [weights/negative]
           │
         2 │ offence,up,-1
           │            ^^
        fix: write 0 to leave it out; if lower is better, set its direction to -1

      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         2 │ France,x,2,1
           │        ^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:9: error: Japan's score for "defence" is not a number: "y" [scores/not-a-number]
           │
         3 │ Japan,2,y,1
           │         ^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/weights.csv:2:9: error: the weight of "offence" is not a number: "much" [weights/not-a-number]
           │
         2 │ offence,much
           │         ^^^^
        fix: write a number such as 1 or 0.25; weights are relative to the siblings
      exit 1
    `);
  });

  it('of one option each are reported at once', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--aggregate', 'geo', '--weights', 'equl']))
      .toMatchInlineSnapshot(`
      --weights: error: there is no weighting "equl"; did you mean "equal"? [recipe/unknown-method]
        fix: choose one of given, equal, set, inline, deviation, entropy, critic, principal-component, balanced, benefit-of-the-doubt, rank-order-centroid, rank-sum and ahp; a set of weights.csv is set:NAME, of another file my.csv:NAME

      --aggregate: error: there is no aggregation "geo"; did you mean "geometric"? [recipe/unknown-method]
        fix: choose one of arithmetic, geometric, harmonic, power, product, sum, minimum, maximum, median, owa, mpi, ampi, topsis, copeland, borda and outranking
      exit 2
    `);
  });

  it('of the command line and of a file: exit code 2', async () => {
    expect(await refused(rows('France,x,2', 'Japan,2,1'), ['rank', 'FOLDER', '--weights', 'set:hawks']))
      .toMatchInlineSnapshot(`
      --weights: error: there is no set of weights "hawks" [weights/unknown-set]
        fix: add it as a column to weights.csv

      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         2 │ France,x,2
           │        ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 2
    `);
  });

  it('more than 20: the others are counted', async () => {
    const { printed } = await refused(
      rows(
        ...[
          'France',
          'Japan',
          'China',
          'India',
          'Brazil',
          'Ghana',
          'Kenya',
          'Chad',
          'Mali',
          'Niger',
          'Peru',
          'Chile',
        ].map((name) => `${name},x,y`),
      ),
    );
    const codes = printed.match(/\[scores\/not-a-number\]/g);
    expect(codes).toHaveLength(20);
    expect(printed).toMatch(/\n\n… and 4 .*more.*\nexit 1$/);
    expect(printed).toContain('FOLDER/scores.csv:11:7');
    expect(printed).not.toContain('FOLDER/scores.csv:12');
  });
});

describe('warnings', () => {
  const doubtful = rows('Frnace,1,2', 'Japan,2,1');

  it('leave the result as it is', async () => {
    expect(await warned(doubtful)).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: warning: "Frnace" is not a known country; did you mean "France"? [scores/unknown-country]
           │
         2 │ Frnace,1,2
           │ ^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code
    `);
  });

  it('are errors with --strict', async () => {
    expect(await refused(doubtful, ['rank', 'FOLDER', '--strict'])).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: error: "Frnace" is not a known country; did you mean "France"? [scores/unknown-country]
           │
         2 │ Frnace,1,2
           │ ^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code
      exit 1
    `);
  });

  it('are not printed with --quiet, and notes neither', async () => {
    expect(await warned(doubtful, ['rank', 'FOLDER', '--quiet'])).toMatchInlineSnapshot(`(nothing)`);
    expect(await warned({}, ['rank', '--quiet'])).toMatchInlineSnapshot(`(nothing)`);
  });

  it('are not printed with --quiet beside errors either', async () => {
    expect(await refused(rows('Frnace,1,2', 'Japan,x,1'), ['rank', 'FOLDER', '--quiet']))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         3 │ Japan,x,1
           │       ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('are errors with --strict even if --quiet', async () => {
    expect(await refused(doubtful, ['rank', 'FOLDER', '--strict', '--quiet'])).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: error: "Frnace" is not a known country; did you mean "France"? [scores/unknown-country]
           │
         2 │ Frnace,1,2
           │ ^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code
      exit 1
    `);
  });

  it('notes are no errors with --strict', async () => {
    expect(
      await warned({ 'scores.csv': 'country,offence\nFrance,1\nJapan,2\n' }, ['rank', 'FOLDER', '--strict']),
    ).toMatchInlineSnapshot(
      `note: assumed 1 indicator (offence), direction 1, equal weights (to change this, save it as scores.csv in a folder and add an indicators.csv)`,
    );
  });
});

describe('the line', () => {
  it('shows control characters, and marks the right place after them', async () => {
    expect(await refused(remarked('France,a\u0007b\u202ec,oops,2', 'Japan,,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:14: error: France's score for "offence" is not a number: "oops" [scores/not-a-number]
           │
         2 │ France,a␇b<U+202E>c,oops,2
           │                     ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it.each([
    ['日本語の', 8],
    ['ＡＢ', 4],
    ['한국', 4],
    ['e\u0301a\u0308', 2],
    ['👩‍👩‍👧', 2],
    ['🇫🇷', 2],
    ['naïve', 5],
  ])('is marked in the right place after "%s", %i columns wide', async (remark, width) => {
    const { printed } = await refused(remarked(`France,${remark},oops,2`, 'Japan,,1,1'));
    const [, , line = '', mark = ''] = printed.split('\n');
    expect(line).toBe(`   2 │ France,${remark},oops,2`);
    expect(mark).toBe(`     │ ${' '.repeat('France,'.length + width + 1)}^^^^`);
  });

  it('is marked as wide as what is meant', async () => {
    expect(await refused(rows('France,日本,2', 'Japan,\u202ex,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "日本" [scores/not-a-number]
           │
         2 │ France,日本,2
           │        ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "<U+202E>x" [scores/not-a-number]
           │
         3 │ Japan,<U+202E>x,1
           │       ^^^^^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('is cut behind the mark if it is long', async () => {
    expect(await refused(remarked(`France,,oops,${'2'.repeat(100)}`, 'Japan,,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:9: warning: the column "remark" is ignored, because it is not in the framework [scores/unused-column]
           │
         1 │ country,remark,offence,defence
           │         ^^^^^^
        fix: add a row for it to indicators.csv, or delete the column

      FOLDER/scores.csv:2:9: error: France's score for "offence" is not a number: "oops" [scores/not-a-number]
           │
         2 │ France,,oops,22222222222222222222222222222222222222222222222222222222222…
           │         ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('is cut before the mark if it is long', async () => {
    expect(await refused(remarked(`France,${'long '.repeat(30)},oops,2`, 'Japan,,1,1')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:159: error: France's score for "offence" is not a number: "oops" [scores/not-a-number]
           │
         2 │ …ong long long long long long long long ,oops,2
           │                                          ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('is cut on both sides', async () => {
    const files = {
      ...sound,
      'scores.csv': `country,remark,offence,defence,region\nFrance,${'long '.repeat(30)},oops,2,${'far '.repeat(30)}\nJapan,,1,1,near\n`,
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:159: error: France's score for "offence" is not a number: "oops" [scores/not-a-number]
           │
         2 │ …ong long long long long long long long ,oops,2,far far far far far far f…
           │                                          ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('and the message are cut if the cell itself is long', async () => {
    expect(await refused(rows(`France,${'very '.repeat(100)}long,2`, 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "very very very very very very very very very very very very…" [scores/not-a-number]
           │
         2 │ France,very very very very very very very very very very very very very …
           │        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('is coloured only if asked to be', async () => {
    const [plain, coloured] = [
      await refused(rows('France,x,2', 'Japan,2,1')),
      await refused(rows('France,x,2', 'Japan,2,1'), ['rank', 'FOLDER', '--color', 'always']),
    ];
    expect(coloured.printed).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured.printed)).toBe(plain.printed);
  });
});

it('every code of a problem stands in a message that is tested', () => {
  const folder = new URL('.', import.meta.url);
  const tests = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
  // Notes print no code, and differences stand in a table: only an annotation has the code of one.
  const others = new Map([
    ['scores/assumed', 'note: assumed 2 indicators'],
    ['usage/default-edition', 'note: no edition named'],
    ['usage/bundled-name', 'note: "iiss-2021" is the bundled edition'],
    ['scores/aggregates', 'note: left out the aggregate World'],
    ['raters/filled', 'note: 2 scores that scores.csv lacks'],
    ['check/differs', 'title=check/differs::'],
    ['check/moved', 'title=check/moved::'],
  ]);
  const untested = Object.keys(problemCodes).filter(
    (code) => !tests.includes(others.get(code) ?? `[${code}]`),
  );
  expect(untested).toEqual([]);
});
