// Files as people have them: what is not read as it may be meant is said, never read wrong in silence.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const file = (...lines: readonly string[]) => ({ 'my.csv': `${lines.join('\n')}\n` });
const rank = ['rank', 'FOLDER/my.csv'] as const;

describe('years', () => {
  it('in headings', async () => {
    expect(
      await refused(
        file('Country,Code,2019 [YR2019],2020 [YR2020]', 'France,FRA,1,2', 'Japan,JPN,3,2'),
        rank,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/my.csv:1:14: error: the columns 2019 [YR2019] and 2020 [YR2020] are years, not indicators [scores/years-in-headings]
           │
         1 │ Country,Code,2019 [YR2019],2020 [YR2020]
           │              ^^^^^^^^^^^^^
        fix: put the years into a column "year", as in country,year,value, or rename the columns
      exit 1
    `);
  });

  it('in one heading, or as indicators of long scores', async () => {
    expect(await refused(file('country,2021,skills', 'France,1,2', 'Japan,3,2'), rank))
      .toMatchInlineSnapshot(`
        FOLDER/my.csv:1:9: error: the column 2021 is a year, not an indicator [scores/years-in-headings]
             │
           1 │ country,2021,skills
             │         ^^^^
          fix: put the years into a column "year", as in country,year,value, or rename the columns
        exit 1
      `);
    expect(
      await refused(file('country,indicator,value', 'France,2020,1', 'Japan,2020,2', 'Japan,2021,2'), rank),
    ).toMatchInlineSnapshot(`
      FOLDER/my.csv:1:1: error: the columns 2020 and 2021 are years, not indicators [scores/years-in-headings]
           │
         1 │ country,indicator,value
           │ ^^^^^^^^^^^^^^^^^^^^^^^
        fix: put the years into a column "year", as in country,year,value, or rename the columns
      exit 1
    `);
  });

  it('that are not the same for all', async () => {
    expect(await refused(file('country,year,a', 'Estonia,2020,45', 'Latvia,2021,50', 'Poland,2021,60'), rank))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (a), direction 1, equal weights (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/my.csv:1:9: error: the scores are from different years: Estonia in 2020, Latvia and 1 more in 2021 [scores/mixed-years]
             │
           1 │ country,year,a
             │         ^^^^
          why: ranks mean little if countries have scores of different years
          fix: rank one year with --year 2021, or the latest row of each country with --year latest
        exit 1
      `);
  });
});

it('SDMX-CSV', async () => {
  expect(
    await refused(
      file('DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE', 'WDI,FRA,BB,2021,48', 'WDI,JPN,BB,2021,37'),
      rank,
    ),
  ).toMatchInlineSnapshot(`
    FOLDER/my.csv:1:41: error: the file is SDMX-CSV, which names its columns differently [scores/sdmx]
         │
       1 │ DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE
         │                                         ^^^^^^^^^
      fix: rename REF_AREA to country, TIME_PERIOD to year and OBS_VALUE to value
    exit 1
  `);
});

describe('aggregates', () => {
  const notes = { ...sound, 'scores.csv': 'country,offence,defence\nWorld,9,9\nFrance,1,2\nJapan,2,1\n' };

  it('one', async () => {
    expect(await warned(notes)).toMatchInlineSnapshot(
      `note: left out the aggregate World (to rank one anyway, rename it, for example to "World as a whole")`,
    );
  });

  it('several', async () => {
    expect(
      await warned({
        ...notes,
        'scores.csv': `${notes['scores.csv']}Europe,3,3\nHigh income,4,4\n`,
      }),
    ).toMatchInlineSnapshot(
      `note: left out 3 aggregates: World, Europe and High income (to rank one anyway, rename it, for example to "World as a whole")`,
    );
  });

  it('whose raters are left out with them', async () => {
    const raters = 'rater,country,indicator,value\nAna,World,offence,9\nAna,France,offence,1\n';
    expect(await warned({ ...notes, 'raters.csv': raters })).toMatchInlineSnapshot(
      `note: left out the aggregate World (to rank one anyway, rename it, for example to "World as a whole")`,
    );
  });
});

describe('columns that are not used', () => {
  it('as they look like an earlier result', async () => {
    expect(await warned(file('country,rank,score,a', 'France,1,90,3', 'Japan,2,80,2'), rank))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (a), direction 1, equal weights; not scores: rank and score (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/my.csv:1:9: warning: the columns "rank" and "score" are ignored, because they look like an earlier result [scores/dropped-column]
             │
           1 │ country,rank,score,a
             │         ^^^^
          fix: rename them if they are indicators
      `);
  });

  it('as their name is one of running numbers, and what is in them is not', async () => {
    expect(await warned(file('country,no,a', 'France,1.5,3', 'Japan,2,2'), rank)).toMatchInlineSnapshot(`
      note: assumed 1 indicator (a), direction 1, equal weights; not scores: no (to change this, save it as scores.csv in a folder and add an indicators.csv)

      FOLDER/my.csv:1:9: warning: the column "no" is ignored, because its name suggests row numbers [scores/dropped-column]
           │
         1 │ country,no,a
           │         ^^
        fix: rename it if it is an indicator
    `);
  });

  it('as their numbers are years', async () => {
    expect(await warned(file('country,Jahr,a', 'France,2019,3', 'Japan,2020,2'), rank))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (a), direction 1, equal weights; not scores: Jahr (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/my.csv:1:9: warning: the column "Jahr" is ignored, because its numbers are years [scores/dropped-column]
             │
           1 │ country,Jahr,a
             │         ^^^^
          fix: name it "year" if the scores are from these years
      `);
  });

  it('as their numbers are written in another way', async () => {
    expect(await warned(file('country,a,b,c', 'France,"1.234,5",1,3 of 5', 'Japan,"2.345,5",2,4 of 5'), rank))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (b), direction 1, equal weights; not scores: a and c (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/my.csv:2:8: warning: the column "a" is ignored, because numbers such as "1.234,5" cannot be read [scores/dropped-column]
             │
           2 │ France,"1.234,5",1,3 of 5
             │        ^^^^^^^^^
          fix: write 1234.5, or pass --decimal , if all numbers have a decimal comma

        FOLDER/my.csv:2:20: warning: the column "c" is ignored, because numbers such as "3 of 5" cannot be read [scores/dropped-column]
             │
           2 │ France,"1.234,5",1,3 of 5
             │                    ^^^^^^
          fix: write a number alone, such as 3.5
      `);
  });

  it('as more stands beside their ratings', async () => {
    expect(await warned(file('country,a,b', 'France,"high, see note",1', 'Japan,medium (est.),2'), rank))
      .toMatchInlineSnapshot(`
        note: assumed 1 indicator (b), direction 1, equal weights; not scores: a (to change this, save it as scores.csv in a folder and add an indicators.csv)

        FOLDER/my.csv:2:8: warning: the column "a" is ignored, because ratings such as "high, see note" cannot be read [scores/dropped-column]
             │
           2 │ France,"high, see note",1
             │        ^^^^^^^^^^^^^^^^
          fix: write only the rating, and put remarks into another column
      `);
  });

  it('and nothing else is there', async () => {
    expect(
      await refused(
        file('country,id,score,laws,region', 'France,1,45,3 of 5,Europe', 'Japan,2,50,4 of 5,Asia'),
        rank,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/my.csv:1:12: warning: the column "score" is ignored, because it looks like an earlier result [scores/dropped-column]
           │
         1 │ country,id,score,laws,region
           │            ^^^^^
        fix: rename it if it is an indicator

      FOLDER/my.csv:2:13: warning: the column "laws" is ignored, because numbers such as "3 of 5" cannot be read [scores/dropped-column]
           │
         2 │ France,1,45,3 of 5,Europe
           │             ^^^^^^
        fix: write a number alone, such as 3.5

      FOLDER/my.csv:1:1: error: no column holds scores [scores/no-indicators]
           │
         1 │ country,id,score,laws,region
           │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        why: "score" looks like an earlier result; "id" holds codes; "laws" cannot be read; "region" is not mostly numbers or ratings
        fix: add a column of numbers or ratings for each indicator
      exit 1
    `);
  });
});

it('a country alone', async () => {
  expect(await refused(file('country,a', 'Estonia,4'), rank)).toMatchInlineSnapshot(`
    FOLDER/my.csv:2:9: error: Estonia is the only country, and the normalisation "minmax" compares countries [scores/one-country]
         │
       2 │ Estonia,4
         │         ^
      fix: add countries, or use --normalise none or goalposts
    exit 1
  `);
});

describe('decimals', () => {
  const thousands = file('country;a', 'France;1.234', 'Japan;2.345');

  it('that may be thousands', async () => {
    expect(await refused(thousands, rank)).toMatchInlineSnapshot(`
      FOLDER/my.csv:2:8: error: "1.234" can mean 1.234 or 1234 [csv/ambiguous-number]
           │
         2 │ France;1.234
           │        ^^^^^
        why: in a file with semicolons, points often separate thousands
        fix: pass --decimal . for 1.234, or --decimal , for 1234
      exit 1
    `);
  });

  it('beside a comma', async () => {
    expect(await refused(file('country;a', 'France;1.234', 'Japan;2,5'), rank)).toMatchInlineSnapshot(`
      FOLDER/my.csv:3:7: error: some numbers in the file have a decimal comma and some a decimal point [csv/mixed-decimals]
           │
         3 │ Japan;2,5
           │       ^^^
        why: the other kind is in line 2; 1.234 could then mean either
        fix: write all of them in one way, or pass --decimal , if points separate thousands
      exit 1
    `);
  });

  it('by a mark that is none', async () => {
    expect(await refused(thousands, [...rank, '--decimal', 'comma'])).toMatchInlineSnapshot(`
      --decimal: error: it takes a point or a comma, not "comma" [usage/bad-value]
        fix: write --decimal . or --decimal ,
      exit 2
    `);
  });
});

it('many scores that a method cannot take', async () => {
  expect(
    await refused(file('country,a,b', 'Estonia,-1,2', 'Japan,0,4', 'Kenya,-2,3', 'France,0,0', 'Chile,1,1'), [
      ...rank,
      '--normalise',
      'none',
      '--aggregate',
      'geometric',
    ]),
  ).toMatchInlineSnapshot(`
    FOLDER/my.csv:2:9: error: 5 normalised scores are from -2 to 0, which the aggregation "geometric" of "index" does not accept, such as Estonia's "a" [recipe/out-of-domain]
         │
       2 │ Estonia,-1,2
         │         ^^
      why: "geometric" needs normalised scores above 0
      fix: keep scores above 0 with --normalise minmax:floor=1 or goalposts:floor=1, or use --aggregate arithmetic
    exit 1
  `);
});
