// raters.csv, and what can vary only where there are raters, numbers or ratings.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const rated = {
  'scores.csv': 'country,offence,defence\nFrance,1,full\nJapan,2,none\n',
  'indicators.csv': 'code,parent,ratings,low,high\nabroad,,,,\noffence,abroad,,0,5\ndefence,,mine,,\n',
  'index.json':
    '{ "scales": { "mine": ["none", "partial", "full"] }, "recipe": { "normalise": "goalposts" } }',
} as const;
const raters = (...lines: string[]) => ({
  ...rated,
  'raters.csv': `${['rater,country,indicator,value', ...lines].join('\n')}\n`,
});
const confident = (...lines: string[]) => ({
  ...rated,
  'raters.csv': `${['rater,country,indicator,value,confidence', ...lines].join('\n')}\n`,
});
const panel = (...lines: string[]) => ({
  'scores.csv': 'country,year,offence\nFrance,2020,1\nFrance,2021,2\nJapan,2021,1\n',
  'raters.csv': `${lines.join('\n')}\n`,
});

describe('columns', () => {
  it('that are not there', async () => {
    expect(await refused({ ...rated, 'raters.csv': 'raters,country,score\nAna,France,1\n' }))
      .toMatchInlineSnapshot(`
        FOLDER/raters.csv:1:1: error: the file has no column "rater"; did you mean "raters"? [raters/no-column]
             │
           1 │ raters,country,score
             │ ^^^^^^^^^^^^^^^^^^^^
          fix: add it; the columns are rater, country, indicator and value, and optionally confidence and evidence

        FOLDER/raters.csv:1:1: error: the file has no column "indicator" [raters/no-column]
             │
           1 │ raters,country,score
             │ ^^^^^^^^^^^^^^^^^^^^
          fix: add it; the columns are rater, country, indicator and value, and optionally confidence and evidence

        FOLDER/raters.csv:1:1: error: the file has no column "value" [raters/no-column]
             │
           1 │ raters,country,score
             │ ^^^^^^^^^^^^^^^^^^^^
          fix: add it; the columns are rater, country, indicator and value, and optionally confidence and evidence
        exit 1
      `);
  });

  it('a panel without years of raters', async () => {
    expect(await refused(panel('rater,country,indicator,value', 'Ana,France,offence,1')))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (offence), direction 1, equal weights (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/raters.csv:1:1: error: the file has no column "year" [raters/no-column]
             │
           1 │ rater,country,indicator,value
             │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          why: scores.csv has scores of several years
          fix: add it; the columns are rater, country, indicator, value and year, and optionally confidence and evidence
        exit 1
      `);
  });

  it('that are not read', async () => {
    expect(
      await warned({
        ...rated,
        'raters.csv': 'rater,country,indicator,value,year,mood\nAna,France,offence,1,2020,good\n',
      }),
    ).toMatchInlineSnapshot(`
      FOLDER/raters.csv:1:31: warning: the column "year" is ignored [raters/unused-column]
           │
         1 │ rater,country,indicator,value,year,mood
           │                               ^^^^
        why: scores.csv has no years
        fix: delete it; the columns are rater, country, indicator, value, confidence, evidence and, for scores with years, year

      FOLDER/raters.csv:1:36: warning: the column "mood" is ignored [raters/unused-column]
           │
         1 │ rater,country,indicator,value,year,mood
           │                                    ^^^^
        fix: delete it; the columns are rater, country, indicator, value, confidence, evidence and, for scores with years, year
    `);
  });

  it('and nothing under them', async () => {
    expect(await refused(raters())).toMatchInlineSnapshot(`
      FOLDER/raters.csv:1:1: error: the file has a header but no rows [csv/header-only]
           │
         1 │ rater,country,indicator,value
           │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        fix: add rows below it
      exit 1
    `);
  });

  it('an empty file', async () => {
    expect(await refused({ ...rated, 'raters.csv': '' })).toMatchInlineSnapshot(`
      FOLDER/raters.csv: error: the file is empty [files/empty]
        fix: fill it, or delete it
      exit 1
    `);
  });
});

describe('what a row is about', () => {
  it('a country that scores.csv lacks, once for all of its rows', async () => {
    expect(await refused(raters('Ana,Frnace,offence,1', 'Bo,Frnace,offence,2', 'Ana,Kenya,offence,1')))
      .toMatchInlineSnapshot(`
        FOLDER/raters.csv:2:5: error: "Frnace" is not in scores.csv; did you mean "France"? [raters/unknown-country]
             │
           2 │ Ana,Frnace,offence,1
             │     ^^^^^^
          fix: correct the name, or add a row for it to scores.csv (cells may be empty)

        FOLDER/raters.csv:4:5: error: "Kenya" is not in scores.csv [raters/unknown-country]
             │
           4 │ Ana,Kenya,offence,1
             │     ^^^^^
          fix: correct the name, or add a row for it to scores.csv (cells may be empty)
        exit 1
      `);
  });

  it('a year that scores.csv lacks, or that is none', async () => {
    expect(
      await refused(
        panel(
          'rater,country,year,indicator,value',
          'Ana,France,2019,offence,1',
          'Ana,France,last,offence,1',
          'Ana,France,,offence,1',
        ),
      ),
    ).toMatchInlineSnapshot(`
      note: assumed 1 indicator (offence), direction 1, equal weights (to change this, save it as scores.csv in a folder and add an indicators.csv)

      FOLDER/raters.csv:2:5: error: scores.csv has no scores of France of 2019 [raters/unknown-country]
           │
         2 │ Ana,France,2019,offence,1
           │     ^^^^^^
        why: it has scores of 2020 and 2021
        fix: correct the year, or add a row for it to scores.csv (cells may be empty)

      FOLDER/raters.csv:3:12: error: the year is not a whole number: "last" [scores/not-a-year]
           │
         3 │ Ana,France,last,offence,1
           │            ^^^^
        fix: write a year such as 2024

      FOLDER/raters.csv:4:12: error: the row has no year [scores/not-a-year]
           │
         4 │ Ana,France,,offence,1
           │            ^
        fix: write a year such as 2024
      exit 1
    `);
  });

  it('an indicator that is not in the framework, or is a category', async () => {
    expect(await refused(raters('Ana,France,ofence,1', 'Bo,France,ofence,1', 'Ana,France,abroad,1')))
      .toMatchInlineSnapshot(`
        FOLDER/raters.csv:2:12: error: there is no indicator "ofence"; did you mean "offence"? [raters/unknown-indicator]
             │
           2 │ Ana,France,ofence,1
             │            ^^^^^^
          fix: name an indicator: offence and defence

        FOLDER/raters.csv:4:12: error: "abroad" is a category, computed from its indicators [raters/unknown-indicator]
             │
           4 │ Ana,France,abroad,1
             │            ^^^^^^
          fix: name an indicator: offence
        exit 1
      `);
  });

  it('nothing', async () => {
    expect(await refused(raters(',France,offence,1', 'Ana,,offence,1', 'Ana,France,,1')))
      .toMatchInlineSnapshot(`
        FOLDER/raters.csv:2:1: error: the row names no rater [raters/no-rater]
             │
           2 │ ,France,offence,1
             │ ^^^^^^^^^^^^^^^^^
          fix: name the rater, even if only as A or B

        FOLDER/raters.csv:3:1: error: the row has no country [scores/no-country]
             │
           3 │ Ana,,offence,1
             │ ^^^^^^^^^^^^^^
          fix: name the country, or delete the row

        FOLDER/raters.csv:4:1: error: the row names no indicator [scores/no-indicator]
             │
           4 │ Ana,France,,1
             │ ^^^^^^^^^^^^^
          fix: name it, or delete the row
        exit 1
      `);
  });

  it('the same as another row of the same rater', async () => {
    expect(await refused(raters('Ana,France,offence,1', 'Bo,France,offence,1', 'ana,FRA,offence,2')))
      .toMatchInlineSnapshot(`
        FOLDER/raters.csv:4:17: error: the file has Ana's score of France for "offence" twice [raters/duplicate-score]
             │
           4 │ ana,FRA,offence,2
             │                 ^
          why: the other one is in line 2
          fix: delete one of them
        exit 1
      `);
  });
});

describe('values', () => {
  it('that are not numbers', async () => {
    expect(
      await refused(raters('Ana,France,offence,hihg', 'Bo,France,offence,"1,5"', 'Chi,France,offence,inf')),
    ).toMatchInlineSnapshot(`
      FOLDER/raters.csv:2:20: error: Ana's score of France for "offence" is not a number: "hihg" [scores/not-a-number]
           │
         2 │ Ana,France,offence,hihg
           │                    ^^^^
        fix: write a number, or delete the row

      FOLDER/raters.csv:3:19: error: Bo's score of France for "offence" is not a number: "1,5" [scores/not-a-number]
           │
         3 │ Bo,France,offence,"1,5"
           │                   ^^^^^
        fix: write 1.5, or delete the row

      FOLDER/raters.csv:4:20: error: Chi's score of France for "offence" is not a finite number: "inf" [scores/not-finite]
           │
         4 │ Chi,France,offence,inf
           │                    ^^^
        fix: write a number, or delete the row
      exit 1
    `);
  });

  it('that are no ratings', async () => {
    expect(await refused(raters('Ana,France,defence,fulll'))).toMatchInlineSnapshot(`
      FOLDER/raters.csv:2:20: error: Ana's score of France for "defence" is not a rating: "fulll"; did you mean "full"? [scores/unknown-rating]
           │
         2 │ Ana,France,defence,fulll
           │                    ^^^^^
        why: the ratings are none, partial, full
        fix: write one of them, or delete the row
      exit 1
    `);
  });

  it('out of range', async () => {
    expect(await refused(raters('Ana,France,offence,7', 'Ana,France,defence,3'))).toMatchInlineSnapshot(`
      FOLDER/raters.csv:2:20: error: Ana's score of France for "offence" is out of range: 7 [scores/out-of-range]
           │
         2 │ Ana,France,offence,7
           │                    ^
        why: scores must be from 0 to 5
        fix: correct it, or cut it off at the limit: --normalise goalposts:clip=true

      FOLDER/raters.csv:3:20: error: Ana's score of France for "defence" is out of range: 3 [scores/out-of-range]
           │
         3 │ Ana,France,defence,3
           │                    ^
        why: ratings run from 0 (none) to 2 (full)
        fix: write a rating, or a number between them
      exit 1
    `);
  });

  it('a confidence that is not above 0', async () => {
    expect(
      await refused(
        confident(
          'Ana,France,offence,1,0',
          'Bo,France,offence,1,80%',
          'Chi,France,offence,1,',
          'Dan,France,offence,1,high',
        ),
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/raters.csv:2:22: error: the confidence is not a number above 0: "0" [raters/bad-confidence]
           │
         2 │ Ana,France,offence,1,0
           │                      ^
        why: a score counts in proportion to it
        fix: write a number above 0; equal numbers mean equal confidence, or leave out the column

      FOLDER/raters.csv:3:21: error: the confidence is not a number above 0: "80%" [raters/bad-confidence]
           │
         3 │ Bo,France,offence,1,80%
           │                     ^^^
        why: a score counts in proportion to it
        fix: write 80, or leave out the column

      FOLDER/raters.csv:4:22: error: the row has no confidence [raters/bad-confidence]
           │
         4 │ Chi,France,offence,1,
           │                      ^
        why: a score counts in proportion to it
        fix: write a number above 0; equal numbers mean equal confidence, or leave out the column

      FOLDER/raters.csv:5:22: error: the confidence is not a number above 0: "high" [raters/bad-confidence]
           │
         5 │ Dan,France,offence,1,high
           │                      ^^^^
        why: a score counts in proportion to it
        fix: write a number above 0; equal numbers mean equal confidence, or leave out the column
      exit 1
    `);
  });
});

describe('scores', () => {
  it('that scores.csv lacks', async () => {
    const files = {
      ...raters('Ana,France,offence,1', 'Bo,France,offence,2', 'Ana,Japan,defence,partial'),
      'scores.csv': 'country,offence,defence\nFrance,,full\nJapan,2,\n',
    };
    expect(await warned(files)).toMatchInlineSnapshot(
      `note: 2 scores missing from scores.csv come from their raters: France's "offence" (1.5) and Japan's "defence" (partial) (write the agreed scores into scores.csv)`,
    );
  });

  it('that scores.csv lacks are not missing too, where another row of raters is at fault', async () => {
    const files = {
      ...raters('Ana,France,offence,1', 'Ana,Japan,offence,many'),
      'scores.csv': 'country,offence,defence\nFrance,,full\nJapan,2,none\n',
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/raters.csv:3:19: error: Ana's score of Japan for "offence" is not a number: "many" [scores/not-a-number]
           │
         3 │ Ana,Japan,offence,many
           │                   ^^^^
        fix: write a number, or delete the row
      exit 1
    `);
  });

  it('beyond all that their raters gave', async () => {
    expect(
      await warned(
        raters(
          'Ana,France,offence,2',
          'Bo,France,offence,3',
          'Ana,Japan,defence,full',
          'Ana,Japan,offence,1',
          'Bo,Japan,offence,3',
        ),
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: warning: 2 scores lie outside the range of their raters: France's "offence" (1; 2 to 3) and Japan's "defence" (none; full) [raters/outside]
           │
         2 │ France,1,full
           │        ^
        why: the score in scores.csv counts
        fix: correct it, or the scores of the raters
    `);
  });
});

describe('what varies', () => {
  const uncertain = async (files: Parameters<typeof refused>[0], ...varies: string[]) =>
    refused(files, ['uncertainty', 'FOLDER', ...varies.flatMap((one) => ['--vary', one])]);

  it('raters, where there are none', async () => {
    expect(await uncertain(sound, 'raters')).toMatchInlineSnapshot(`
      --vary: error: there are no "raters" to draw from: the edition has no raters.csv [vary/nothing]
        fix: add one next to scores.csv, with the columns rater, country, indicator and value
      exit 2
    `);
  });

  it('raters who differ about nothing', async () => {
    expect(
      await uncertain(raters('Ana,France,offence,1', 'Bo,France,offence,1', 'Ana,Japan,offence,2'), 'raters'),
    ).toMatchInlineSnapshot(`
      --vary: error: there are no "raters" to draw from: they agree on every score [vary/nothing]
        fix: leave out --vary raters
      exit 2
    `);
  });

  it('numbers, where all is rated in words', async () => {
    expect(
      await uncertain({ 'scores.csv': 'country,laws,skills\nFrance,high,low\nJapan,low,high\n' }, 'noise=5%'),
    ).toMatchInlineSnapshot(`
      --vary: error: "noise" has no numbers to change: all indicators are rated in words [vary/nothing]
        fix: vary ratings instead: --vary ratings=10%
      exit 2
    `);
  });

  it('ratings, where all is numbers, and raters besides', async () => {
    expect(await uncertain(sound, 'ratings=10%', 'raters')).toMatchInlineSnapshot(`
      --vary: error: there are no "raters" to draw from: the edition has no raters.csv [vary/nothing]
        fix: add one next to scores.csv, with the columns rater, country, indicator and value

      --vary: error: there are no "ratings" to change: no indicator is rated in words [vary/nothing]
        fix: vary numbers instead: --vary noise=5%
      exit 2
    `);
  });
});
