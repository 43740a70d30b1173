// certain.csv, the column "certain" of long scores, and what cannot vary as all of it is certain.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const certain = (...lines: string[]) => ({ ...sound, 'certain.csv': `${lines.join('\n')}\n` });
const long = (...lines: string[]) => ({
  'indicators.csv': 'code\noffence\n',
  'scores.csv': `${['country,indicator,value,certain', ...lines].join('\n')}\n`,
});

describe('certain.csv', () => {
  it('lacks columns', async () => {
    expect(await refused(certain('land,indicators', 'France,offence'))).toMatchInlineSnapshot(`
      FOLDER/certain.csv:1:1: error: the file has no column "indicator"; did you mean "indicators"? [certain/no-column]
           │
         1 │ land,indicators
           │ ^^^^^^^^^^^^^^^
        fix: add it; the columns are country and indicator, and optionally year, certain, source and note

      FOLDER/certain.csv:1:1: error: the file has no column "country" [certain/no-column]
           │
         1 │ land,indicators
           │ ^^^^^^^^^^^^^^^
        fix: add it; the columns are country and indicator, and optionally year, certain, source and note
      exit 1
    `);
  });

  it('names what there is not, each once', async () => {
    expect(
      await refused(
        certain('country,indicator', 'Frnace,offence', 'Frnace,defence', 'Japan,ofence', 'China,all'),
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/certain.csv:2:1: error: "Frnace" is not in scores.csv; did you mean "France"? [certain/unknown-country]
           │
         2 │ Frnace,offence
           │ ^^^^^^
        fix: correct the name, or add a row for it to scores.csv (cells may be empty)

      FOLDER/certain.csv:4:7: error: there is no indicator "ofence"; did you mean "offence"? [certain/unknown-indicator]
           │
         4 │ Japan,ofence
           │       ^^^^^^
        fix: name an indicator, a category or "all": offence and defence

      FOLDER/certain.csv:5:1: error: "China" is not in scores.csv [certain/unknown-country]
           │
         5 │ China,all
           │ ^^^^^
        fix: correct the name, or add a row for it to scores.csv (cells may be empty)
      exit 1
    `);
  });

  it('names a year that there is not', async () => {
    expect(
      await refused({
        'indicators.csv': 'code\noffence\n',
        'scores.csv': 'country,year,offence\nFrance,2020,1\nFrance,2021,2\nJapan,2021,1\n',
        'certain.csv': 'country,indicator,year\nJapan,offence,2020\nFrance,offence,\n',
      }),
    ).toMatchInlineSnapshot(`
      FOLDER/certain.csv:2:1: error: scores.csv has no scores of Japan of 2020 [certain/unknown-country]
           │
         2 │ Japan,offence,2020
           │ ^^^^^
        why: it has scores of 2021
        fix: correct the year, or add a row for it to scores.csv (cells may be empty)

      FOLDER/certain.csv:3:16: error: the row has no year [scores/not-a-year]
           │
         3 │ France,offence,
           │                ^
        fix: write a year such as 2024
      exit 1
    `);
  });

  it('names no country, or no indicator', async () => {
    expect(await refused(certain('country,indicator', ',offence', 'France,'))).toMatchInlineSnapshot(`
      FOLDER/certain.csv:2:1: error: the row has no country [scores/no-country]
           │
         2 │ ,offence
           │ ^^^^^^^^
        fix: name the country, or delete the row

      FOLDER/certain.csv:3:1: error: the row names no indicator [scores/no-indicator]
           │
         3 │ France,
           │ ^^^^^^^
        fix: name it, or delete the row
      exit 1
    `);
  });

  it('says neither yes nor no', async () => {
    expect(await refused(certain('country,indicator,certain', 'France,offence,perhaps', 'Japan,offence,no')))
      .toMatchInlineSnapshot(`
      FOLDER/certain.csv:2:16: error: "perhaps" does not say whether the score is certain [certain/not-yes-or-no]
           │
         2 │ France,offence,perhaps
           │                ^^^^^^^
        fix: write yes or no
      exit 1
    `);
  });

  it('has columns that are not read', async () => {
    expect(await warned(certain('country,indicator,year,source,who', 'France,offence,2020,a law,Ana')))
      .toMatchInlineSnapshot(`
        FOLDER/certain.csv:1:19: warning: the column "year" is ignored [certain/unused-column]
             │
           1 │ country,indicator,year,source,who
             │                   ^^^^
          why: scores.csv has no years
          fix: delete it; the columns are country and indicator, and optionally year, certain, source and note

        FOLDER/certain.csv:1:31: warning: the column "who" is ignored [certain/unused-column]
             │
           1 │ country,indicator,year,source,who
             │                               ^^^
          fix: delete it; the columns are country and indicator, and optionally year, certain, source and note
      `);
  });
});

describe('the column "certain"', () => {
  it('of long scores says neither yes nor no', async () => {
    expect(await refused(long('France,offence,1,perhaps', 'Japan,offence,2,Yes', 'China,offence,3,')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:18: error: "perhaps" does not say whether France's score for "offence" is certain [certain/not-yes-or-no]
           │
         2 │ France,offence,1,perhaps
           │                  ^^^^^^^
        fix: write yes or no
      exit 1
    `);
  });

  it('of wide scores does not say of which score', async () => {
    expect(
      await refused({
        ...sound,
        'scores.csv': 'country,offence,defence,certain\nFrance,1,2,yes\nJapan,2,1,\n',
      }),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:25: error: the column "certain" cannot show which scores of a row are certain [certain/wide-scores]
           │
         1 │ country,offence,defence,certain
           │                         ^^^^^^^
        fix: list them in certain.csv beside scores.csv, with the columns country and indicator
      exit 1
    `);
  });

  it('of a CSV alone is no indicator', async () => {
    expect(
      await refused({ 'my.csv': 'country,offence,certain\nFrance,1,yes\nJapan,2,no\n' }, [
        'rank',
        'FOLDER/my.csv',
      ]),
    ).toMatchInlineSnapshot(`
      note: assumed 1 indicator (offence), direction 1, equal weights; not scores: certain (to change this, save it as scores.csv in a folder and add an indicators.csv)

      FOLDER/my.csv:1:17: error: the column "certain" cannot show which scores of a row are certain [certain/wide-scores]
           │
         1 │ country,offence,certain
           │                 ^^^^^^^
        fix: list them in certain.csv beside scores.csv, with the columns country and indicator
      exit 1
    `);
  });
});

describe('what varies, where all is certain', () => {
  const uncertain = async (files: Parameters<typeof refused>[0], vary: string) =>
    refused(files, ['uncertainty', 'FOLDER', '--vary', vary]);
  const all = 'country,indicator\nFrance,all\nJapan,all\n';
  const rated = {
    'scores.csv': 'country,laws\nFrance,high\nJapan,low\n',
    'indicators.csv': 'code,ratings\nlaws,low-high\n',
  };

  it('numbers', async () => {
    expect(await uncertain({ ...sound, 'certain.csv': all }, 'noise=5%')).toMatchInlineSnapshot(`
      --vary: error: "noise" has no numbers to change: all are certain [vary/nothing]
        fix: leave out --vary noise
      exit 2
    `);
  });

  it('ratings', async () => {
    expect(await uncertain({ ...rated, 'certain.csv': all }, 'ratings=10%')).toMatchInlineSnapshot(`
      --vary: error: there are no "ratings" to change: all are certain [vary/nothing]
        fix: leave out --vary ratings
      exit 2
    `);
  });

  it('the scores that raters differ about', async () => {
    const raters = 'rater,country,indicator,value\nAna,France,offence,1\nBo,France,offence,3\n';
    expect(
      await uncertain(
        { ...sound, 'raters.csv': raters, 'certain.csv': 'country,indicator\nFrance,offence\n' },
        'raters',
      ),
    ).toMatchInlineSnapshot(`
      --vary: error: there are no "raters" to draw from: every score on which they differ is certain [vary/nothing]
        fix: leave out --vary raters
      exit 2
    `);
  });
});
