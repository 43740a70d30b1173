// Scores: countries, cells, columns, and what does not fit the framework.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const rows = (...lines: string[]) => ({
  ...sound,
  'scores.csv': `${['country,offence,defence', ...lines].join('\n')}\n`,
});
const bare = (...lines: string[]) => ({ 'scores.csv': `${lines.join('\n')}\n` });
const panel = (...lines: string[]) => ({
  ...sound,
  'scores.csv': `${['country,year,offence,defence', ...lines].join('\n')}\n`,
});
const long = (...lines: string[]) => ({
  ...sound,
  'scores.csv': `${['country,indicator,value', ...lines].join('\n')}\n`,
});

describe('countries', () => {
  it('no column of them', async () => {
    expect(await refused(bare('strength,weakness', '1,2', '2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: no column holds countries [scores/no-country-column]
           │
         1 │ strength,weakness
           │ ^^^^^^^^^^^^^^^^^
        why: the columns are strength and weakness
        fix: name the column of countries "country", or the column of ISO codes "iso3"
      exit 1
    `);
  });

  it('a row without one', async () => {
    expect(await refused(rows('France,1,2', ',2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:1: error: the row has no country [scores/no-country]
           │
         3 │ ,2,1
           │ ^^^^
        fix: name the country, or delete the row
      exit 1
    `);
  });

  it('one that is misspelt', async () => {
    expect(await warned(rows('Frnace,1,2', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: warning: "Frnace" is not a known country; did you mean "France"? [scores/unknown-country]
           │
         2 │ Frnace,1,2
           │ ^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code
    `);
  });

  it('several that nobody knows, in one warning', async () => {
    expect(await warned(rows('Arcadia,1,2', 'Japan,2,1', 'Borduria,1,1', 'Ruritania,0,0')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:2:1: warning: 2 names are not known countries: Arcadia and Borduria [scores/unknown-country]
             │
           2 │ Arcadia,1,2
             │ ^^^^^^^
          why: they are used as written
          fix: write the usual English name or the ISO 3166 code

        FOLDER/scores.csv:5:1: warning: "Ruritania" is not a known country; did you mean "Mauritania"? [scores/unknown-country]
             │
           5 │ Ruritania,0,0
             │ ^^^^^^^^^
          why: it is used as written
          fix: write the usual English name or the ISO 3166 code
      `);
  });

  it('one that stands twice', async () => {
    expect(await refused(rows('France,1,2', 'Japan,2,1', 'France,2,2'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:4:1: error: the file has France twice [scores/duplicate-country]
           │
         4 │ France,2,2
           │ ^^^^^^
        why: the other row is line 2
        fix: delete one of the rows; a column "year" tells years apart
      exit 1
    `);
  });

  it('one that stands twice in two spellings', async () => {
    expect(await refused(rows('Turkey,1,2', 'Japan,2,1', 'Türkiye,2,2'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:4:1: error: "Türkiye" is the same country as "Turkey" [scores/duplicate-country]
           │
         4 │ Türkiye,2,2
           │ ^^^^^^^
        why: the other row is line 2
        fix: delete one of the rows; a column "year" tells years apart
      exit 1
    `);
  });

  it('one twice in a year', async () => {
    expect(await refused(panel('France,2020,1,2', 'France,2021,2,2', 'France,2020,2,1')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:4:1: error: the file has France twice [scores/duplicate-country]
             │
           4 │ France,2020,2,1
             │ ^^^^^^
          why: the other row is line 2
          fix: delete one of the rows
        exit 1
      `);
  });

  it('a code that is none beside a name that is one', async () => {
    expect(
      await warned({
        ...sound,
        'scores.csv': 'iso3,country,offence,defence\nFRX,France,1,2\nJPN,Japan,2,1\nCHN,China,0,3\n',
      }),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: warning: "FRX" is not an ISO 3166 code [scores/unknown-country]
           │
         2 │ FRX,France,1,2
           │ ^^^
        why: the name says France, and the name counts
        fix: write FRA
    `);
  });

  it('a row without a year', async () => {
    expect(await refused(panel('France,2020,1,2', 'France,,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: the row has no year [scores/not-a-year]
           │
         3 │ France,,2,1
           │        ^
        fix: write a year such as 2024
      exit 1
    `);
  });

  it('a code and a name that differ', async () => {
    const scores = 'iso3,country,offence,defence\nAUT,Australia,1,2\nJPN,Japan,2,1\n';
    expect(await refused({ ...sound, 'scores.csv': scores })).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: error: the code "AUT" is Austria, the name "Australia" is Australia [scores/code-and-name-differ]
           │
         2 │ AUT,Australia,1,2
           │ ^^^
        fix: correct one of them
      exit 1
    `);
  });

  it('a year that is none', async () => {
    expect(await refused(panel('France,2020,1,2', 'France,20x1,2,1', 'Japan,2020.5,0,0')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: the year is not a whole number: "20x1" [scores/not-a-year]
           │
         3 │ France,20x1,2,1
           │        ^^^^
        fix: write a year such as 2024

      FOLDER/scores.csv:4:7: error: the year is not a whole number: "2020.5" [scores/not-a-year]
           │
         4 │ Japan,2020.5,0,0
           │       ^^^^^^
        fix: write a year such as 2024
      exit 1
    `);
  });

  it('whose name would drive the terminal', async () => {
    expect(await refused(rows('"Ruri\u001b[2Jtania\u0007",1,2', 'Japan,x,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:1: warning: "Ruri␛[2Jtania␇" is not a known country [scores/unknown-country]
           │
         2 │ "Ruri␛[2Jtania␇",1,2
           │ ^^^^^^^^^^^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code

      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "x" [scores/not-a-number]
           │
         3 │ Japan,x,1
           │       ^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });
});

describe('cells', () => {
  it('a word where a number should stand', async () => {
    expect(await refused(rows('France,1,2', 'Japan,hihg,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "hihg" [scores/not-a-number]
           │
         3 │ Japan,hihg,1
           │       ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('numbers as people write them', async () => {
    expect(await refused(rows('France,"1,234",50%', 'Japan,$7.5,1 234'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "1,234" [scores/not-a-number]
           │
         2 │ France,"1,234",50%
           │        ^^^^^^^
        fix: write 1234, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:2:16: error: France's score for "defence" is not a number: "50%" [scores/not-a-number]
           │
         2 │ France,"1,234",50%
           │                ^^^
        fix: write 50, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a number: "$7.5" [scores/not-a-number]
           │
         3 │ Japan,$7.5,1 234
           │       ^^^^
        fix: write 7.5, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:12: error: Japan's score for "defence" is not a number: "1 234" [scores/not-a-number]
           │
         3 │ Japan,$7.5,1 234
           │            ^^^^^
        fix: write 1234, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('what is not finite', async () => {
    expect(await refused(rows('France,inf,-Infinity', 'Japan,NaN,#DIV/0!'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a finite number: "inf" [scores/not-finite]
           │
         2 │ France,inf,-Infinity
           │        ^^^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:2:12: error: France's score for "defence" is not a finite number: "-Infinity" [scores/not-finite]
           │
         2 │ France,inf,-Infinity
           │            ^^^^^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is not a finite number: "NaN" [scores/not-finite]
           │
         3 │ Japan,NaN,#DIV/0!
           │       ^^^
        fix: write a number, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:11: error: Japan's score for "defence" is not a finite number: "#DIV/0!" [scores/not-finite]
           │
         3 │ Japan,NaN,#DIV/0!
           │           ^^^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('missing scores, each with its place', async () => {
    expect(await refused(rows('France,,2', 'Japan,2,n/a', 'China,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France has no score for "offence" [scores/missing]
           │
         2 │ France,,2
           │        ^
        why: missing scores are never ignored silently
        fix: fill it in, leave out the country or the indicator with --select without:…, or use --missing skip

      FOLDER/scores.csv:3:9: error: Japan has no score for "defence" [scores/missing]
           │
         3 │ Japan,2,n/a
           │         ^^^
        why: missing scores are never ignored silently
        fix: fill it in, leave out the country or the indicator with --select without:…, or use --missing skip
      exit 1
    `);
  });

  it('a missing score of one year, in the row of that year', async () => {
    expect(await refused(panel('France,2020,1,2', 'France,2021,..,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:13: error: France (2021) has no score for "offence" [scores/missing]
           │
         3 │ France,2021,..,1
           │             ^^
        why: missing scores are never ignored silently
        fix: fill it in, leave out the country or the indicator with --select without:…, or use --missing skip
      exit 1
    `);
  });

  it('a score of a country that is left out is not missed', async () => {
    expect(
      await warned(rows('France,,2', 'Japan,2,1', 'China,1,3'), [
        'rank',
        'FOLDER',
        '--select',
        'without:France',
      ]),
    ).toMatchInlineSnapshot(`(nothing)`);
  });

  it('a cell that cannot be read is not missing too', async () => {
    expect(await refused(rows('France,high,2', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a number: "high" [scores/not-a-number]
           │
         2 │ France,high,2
           │        ^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('two scores of a country for one indicator', async () => {
    expect(await refused(long('France,offence,1', 'France,defence,1', 'France,offence,2')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:4:16: error: France has two scores for "offence" [scores/duplicate-score]
           │
         4 │ France,offence,2
           │                ^
        why: the other one is in line 2
        fix: delete one of them; a column "year" tells years apart
      exit 1
    `);
  });

  it('two scores of a country in two spellings', async () => {
    expect(await refused(long('Turkey,offence,1', 'Turkey,defence,1', 'Türkiye,offence,2')))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:4:17: error: Türkiye has two scores for "offence" [scores/duplicate-score]
           │
         4 │ Türkiye,offence,2
           │                 ^
        why: the other one is in line 2, under "Turkey"
        fix: delete one of them; a column "year" tells years apart
      exit 1
    `);
  });

  it('a row of a long file that names no indicator', async () => {
    expect(await refused(long('France,offence,1', 'France,defence,1', 'France,,2'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:4:1: error: the row of France names no indicator [scores/no-indicator]
           │
         4 │ France,,2
           │ ^^^^^^^^^
        fix: name it, or delete the row
      exit 1
    `);
  });

  it('a number beyond all numbers', async () => {
    expect(await refused(rows('France,1e999,2', 'Japan,2,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a finite number: "1e999" [scores/not-finite]
           │
         2 │ France,1e999,2
           │        ^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('a word in a long file', async () => {
    expect(await refused(long('France,offence,1', 'France,defence,strong'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:16: error: France's score for "defence" is not a number: "strong" [scores/not-a-number]
           │
         3 │ France,defence,strong
           │                ^^^^^^
        fix: write a number, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });
});

describe('ratings', () => {
  const rated = (...lines: string[]) => ({
    'indicators.csv': 'code,ratings\noffence,iiss\ndefence,alarm\n',
    'index.json': '{ "scales": { "alarm": ["red", "amber", "green"] } }\n',
    'scores.csv': `${['country,offence,defence', ...lines].join('\n')}\n`,
  });

  it('a word that is none', async () => {
    expect(await refused(rated('France,strenght,green', 'Japan,strength,blue'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is not a rating: "strenght"; did you mean "strength"? [scores/unknown-rating]
           │
         2 │ France,strenght,green
           │        ^^^^^^^^
        why: the ratings are weakness, potential, strength, world-leading
        fix: write one of them, or leave the cell empty and pass --missing skip

      FOLDER/scores.csv:3:16: error: Japan's score for "defence" is not a rating: "blue" [scores/unknown-rating]
           │
         3 │ Japan,strength,blue
           │                ^^^^
        why: the ratings are red, amber, green
        fix: write one of them, or leave the cell empty and pass --missing skip
      exit 1
    `);
  });

  it('a number beyond the scale', async () => {
    expect(await refused(rated('France,3,green', 'Japan,4,-1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is out of range: 4 [scores/out-of-range]
           │
         3 │ Japan,4,-1
           │       ^
        why: ratings run from 0 (weakness) to 3 (world-leading)
        fix: write a rating, or a number between them

      FOLDER/scores.csv:3:9: error: Japan's score for "defence" is out of range: -1 [scores/out-of-range]
           │
         3 │ Japan,4,-1
           │         ^^
        why: ratings run from 0 (red) to 2 (green)
        fix: write a rating, or a number between them
      exit 1
    `);
  });
});

describe('goalposts', () => {
  const posts = {
    'indicators.csv': 'code,low,high\noffence,0,5\ndefence,0,5\n',
    'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,7,-1\n',
  };

  it('a score beyond them', async () => {
    expect(await refused(posts, ['rank', 'FOLDER', '--normalise', 'goalposts'])).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is out of range: 7 [scores/out-of-range]
           │
         3 │ Japan,7,-1
           │       ^
        why: scores must be from 0 to 5
        fix: correct it, or cut it off at the limit: --normalise goalposts:clip=true

      FOLDER/scores.csv:3:9: error: Japan's score for "defence" is out of range: -1 [scores/out-of-range]
           │
         3 │ Japan,7,-1
           │         ^^
        why: scores must be from 0 to 5
        fix: correct it, or cut it off at the limit: --normalise goalposts:clip=true
      exit 1
    `);
  });

  it('a score beyond them is but a warning where they are not used', async () => {
    expect(await warned(posts)).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: warning: Japan's score for "offence" is out of range: 7 [scores/out-of-range]
           │
         3 │ Japan,7,-1
           │       ^
        why: scores must be from 0 to 5
        fix: correct it

      FOLDER/scores.csv:3:9: warning: Japan's score for "defence" is out of range: -1 [scores/out-of-range]
           │
         3 │ Japan,7,-1
           │         ^^
        why: scores must be from 0 to 5
        fix: correct it
    `);
  });

  it('a score beyond them is no problem where the recipe says what to do', async () => {
    expect(
      await warned(posts, ['rank', 'FOLDER', '--normalise', 'goalposts:clip=true']),
    ).toMatchInlineSnapshot(`(nothing)`);
    expect(
      await warned(posts, ['rank', 'FOLDER', '--normalise', 'goalposts:clip=false']),
    ).toMatchInlineSnapshot(`(nothing)`);
  });

  it('a score beyond those of the command line', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--normalise', 'goalposts:low=0,high=1.5']))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:2:10: error: France's score for "defence" is out of range: 2 [scores/out-of-range]
             │
           2 │ France,1,2
             │          ^
          why: scores must be from 0 to 1.5
          fix: correct it, or cut it off at the limit: --normalise goalposts:low=0,high=1.5,clip=true

        FOLDER/scores.csv:3:7: error: Japan's score for "offence" is out of range: 2 [scores/out-of-range]
             │
           3 │ Japan,2,1
             │       ^
          why: scores must be from 0 to 1.5
          fix: correct it, or cut it off at the limit: --normalise goalposts:low=0,high=1.5,clip=true
        exit 1
      `);
  });
});

describe('columns', () => {
  it('none of scores', async () => {
    expect(await refused(bare('country,region,remark', 'France,Europe,rich', 'Japan,Asia,rich')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:1:1: error: no column holds scores [scores/no-indicators]
             │
           1 │ country,region,remark
             │ ^^^^^^^^^^^^^^^^^^^^^
          why: "region" and "remark" are not mostly numbers or ratings
          fix: add a column of numbers or ratings for each indicator
        exit 1
      `);
  });

  it('none but that of the countries', async () => {
    expect(await refused(bare('country', 'France', 'Japan'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: no column holds scores [scores/no-indicators]
           │
         1 │ country
           │ ^^^^^^^
        why: there is only the column of countries
        fix: add a column of numbers or ratings for each indicator
      exit 1
    `);
  });

  it('none for an indicator', async () => {
    expect(
      await refused({
        ...sound,
        'indicators.csv': 'code,column\noffence,\nmorale,\nspirit,mood\n',
        'scores.csv': 'country,offence\nFrance,1\nJapan,2\n',
      }),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:1: error: the indicator "morale" has no column of scores [scores/no-column]
           │
         1 │ country,offence
           │ ^^^^^^^^^^^^^^^
        fix: add a column "morale", or name what it reads under "column" in indicators.csv

      FOLDER/scores.csv:1:1: error: the indicator "spirit" has no column of scores [scores/no-column]
           │
         1 │ country,offence
           │ ^^^^^^^^^^^^^^^
        fix: add a column "mood", or name what it reads under "column" in indicators.csv
      exit 1
    `);
  });

  it('a misspelt one, said once', async () => {
    expect(await refused({ ...sound, 'scores.csv': 'country,ofence,defence\nFrance,1,2\nJapan,2,1\n' }))
      .toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:9: error: the indicator "offence" has no column of scores; did you mean "ofence"? [scores/no-column]
           │
         1 │ country,ofence,defence
           │         ^^^^^^
        fix: add a column "offence", or name what it reads under "column" in indicators.csv
      exit 1
    `);
  });

  it('one that is not in the framework', async () => {
    expect(
      await warned({ ...sound, 'scores.csv': 'country,offence,income,defence\nFrance,1,9,2\nJapan,2,8,1\n' }),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:17: warning: the column "income" is ignored, because it is not in the framework [scores/unused-column]
           │
         1 │ country,offence,income,defence
           │                 ^^^^^^
        fix: add a row for it to indicators.csv, or delete the column
    `);
  });

  it('without a framework, what was assumed', async () => {
    expect(
      await warned(
        bare('country,rank,offence,"Cyber defence, 0-5",region', 'France,1,1,2,Europe', 'Japan,2,2,1,Asia'),
      ),
    ).toMatchInlineSnapshot(
      `
      note: assumed 2 indicators (offence and "Cyber defence, 0-5" as cyber-defence-0-5), direction 1, equal weights; not scores: rank and region (to change this, save it as scores.csv in a folder and add an indicators.csv)

      FOLDER/scores.csv:1:9: warning: the column "rank" is ignored, because it looks like an earlier result [scores/dropped-column]
           │
         1 │ country,rank,offence,"Cyber defence, 0-5",region
           │         ^^^^
        fix: rename it if it is an indicator
    `,
    );
  });

  it('one that tells nobody apart', async () => {
    expect(await warned(rows('France,1,2', 'Japan,1,1'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:9: warning: all countries have the same score for "offence" (1), so it does not separate them [scores/all-equal]
           │
         1 │ country,offence,defence
           │         ^^^^^^^
        fix: leave it out with --select without:offence, or set its goalposts and pass --normalise goalposts
    `);
  });
});

it('a country with too few scores', async () => {
  expect(await warned(rows('France,1,2', 'Japan,,', 'China,2,1'), ['rank', 'FOLDER', '--missing', 'skip']))
    .toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: warning: Japan has too few scores to be ranked [scores/unranked]
           │
         3 │ Japan,,
           │       ^
        fix: fill in its scores, require fewer of them with --missing skip:0.3, or leave out the country with --select without:…
    `);
});
