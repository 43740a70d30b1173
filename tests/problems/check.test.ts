// What is wrong with what was published, with a result that was kept, and with what is there already.
import { describe, expect, it } from 'vitest';
import { checked, refused, sound, warned } from '../support/complaints.ts';

const named = { ...sound, 'index.json': '{ "name": "Strength" }' };
const published = (...lines: string[]) => ({ ...named, 'published.csv': `${lines.join('\n')}\n` });
/** A ranking of the sound edition, as it was kept: (0 + 100) / 2 for both. */
const kept = (...ranks: readonly [number, number]) =>
  JSON.stringify({
    schema: 'cyberpower/rank@1',
    edition: 'FOLDER',
    recipe: {},
    hidden: 0,
    countries: [
      { code: 'FRA', name: 'France', score: 50, rank: ranks[0], tier: null },
      { code: 'JPN', name: 'Japan', score: 50, rank: ranks[1], tier: null },
    ],
  });

describe('published.csv', () => {
  it('without anything to compare', async () => {
    expect(await checked(published('country,index,remark', 'France,50,good'))).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/published.csv:1:1: error: the file has no column "score", "rank" or "tier" [published/nothing]
           │
         1 │ country,index,remark
           │ ^^^^^^^^^^^^^^^^^^^^
        fix: add one of them with the published results
      exit 1
    `);
  });

  it('with a score, a rank and a tolerance that are no numbers', async () => {
    expect(
      await checked(published('country,score,rank,tolerance', 'France,fifty,1,0.5', 'Japan,50,first,50%')),
    ).toMatchInlineSnapshot(`
      FOLDER: failed, 3 errors

      FOLDER/published.csv:2:8: error: the published score is not a number: "fifty" [published/not-a-number]
           │
         2 │ France,fifty,1,0.5
           │        ^^^^^
        fix: write the number as published, or leave the cell empty

      FOLDER/published.csv:3:10: error: the published rank is not a number: "first" [published/not-a-number]
           │
         3 │ Japan,50,first,50%
           │          ^^^^^
        fix: write the number as published, or leave the cell empty

      FOLDER/published.csv:3:16: error: the published tolerance is not a number: "50%" [published/not-a-number]
           │
         3 │ Japan,50,first,50%
           │                ^^^
        fix: write the number as published, or leave the cell empty
      exit 1
    `);
  });

  it('with a column that is not compared', async () => {
    expect(
      await checked(published('country,rank,scor', 'France,1,50', 'Japan,1,50'), [
        'check',
        'FOLDER',
        '--strict',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/published.csv:1:14: error: the column "scor" is ignored [published/unused-column]
           │
         1 │ country,rank,scor
           │              ^^^^
        fix: the columns are score, rank, tier, tolerance and deviation
      exit 1
    `);
    expect(await warned(published('country,rank,scor', 'France,1,50', 'Japan,1,50'), ['editions', 'FOLDER']))
      .toMatchInlineSnapshot(`
        FOLDER/published.csv:1:14: warning: the column "scor" is ignored [published/unused-column]
             │
           1 │ country,rank,scor
             │              ^^^^
          fix: the columns are score, rank, tier, tolerance and deviation
      `);
  });

  it('with a country that nobody knows, and one that is there twice', async () => {
    expect(await checked(published('country,rank', 'Frnace,1', 'Japan,2', 'JPN,2'))).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/published.csv:2:1: warning: "Frnace" is not a known country; did you mean "France"? [scores/unknown-country]
           │
         2 │ Frnace,1
           │ ^^^^^^
        why: it is used as written
        fix: write the usual English name or the ISO 3166 code

      FOLDER/published.csv:4:1: error: "JPN" is the same country as "Japan" [scores/duplicate-country]
           │
         4 │ JPN,2
           │ ^^^
        why: the other row is line 3
        fix: delete one of the rows; a column "year" tells years apart
      exit 1
    `);
  });

  it('is not looked at where nothing is compared', async () => {
    expect(await warned(published('country,index', 'France,50'))).toMatchInlineSnapshot(`(nothing)`);
  });

  it('with what is not reproduced', async () => {
    expect(
      await checked(published('country,score,rank', 'France,50,1', 'Japan,49,2', 'Kenya,,3'), [
        'check',
        'FOLDER',
        '--annotate',
      ]),
    ).toMatchInlineSnapshot(`
      Strength: failed, 3 differences

      against    country  what   reference  computed
      published  Japan    rank   2          1
      published  Kenya    rank   3          –
      published  Japan    score  49         50

      files      scores.csv, indicators.csv, index.json and published.csv: no problems
      published  1 of 3 ranks match; 1 of 2 scores match within 0.5 (largest
                 difference 1, Japan)

      recipe: normalise minmax, weights given, aggregate arithmetic, rank competition
      ::error file=FOLDER/published.csv,line=3,col=7,title=check/differs::Japan's rank is 1, not 2%0Afix: check the scores and the recipe, or explain a known difference in the column "deviation"
      ::error file=FOLDER/published.csv,line=4,col=7,title=check/differs::Kenya's rank was 3, and it is not ranked%0Afix: check the scores and the recipe, or explain a known difference in the column "deviation"
      ::error file=FOLDER/published.csv,line=3,col=7,title=check/differs::Japan's score is 50, not 49%0Afix: check the scores and the recipe, or explain a known difference in the column "deviation"
      exit 3
    `);
  });
});

describe('a ranking that was kept', () => {
  it('that is not true any more', async () => {
    expect(
      await checked({ ...named, 'kept.json': kept(1, 2) }, [
        'check',
        'FOLDER',
        '--expect',
        'FOLDER/kept.json',
        '--annotate',
      ]),
    ).toMatchInlineSnapshot(`
      Strength: failed, 1 difference

      against   country  what  reference  computed
      expected  Japan    rank  2          1

      files      scores.csv, indicators.csv and index.json: no problems
      published  nothing to compare with: there is no published.csv
      expected   1 of 2 ranks match; 2 of 2 scores match

      recipe: normalise minmax, weights given, aggregate arithmetic, rank competition
      ::error file=FOLDER/kept.json,title=check/moved::Japan's rank is 1, not 2%0Afix: if you mean the change, save the ranking again: cyberpower rank … --format json --output FOLDER/kept.json
      exit 3
    `);
  });

  it('of other countries', async () => {
    expect(
      await checked({ ...named, 'kept.json': kept(1, 1).replace('JPN', 'KEN').replace('Japan', 'Kenya') }, [
        'check',
        'FOLDER',
        '--expect',
        'FOLDER/kept.json',
        '--annotate',
      ]),
    ).toMatchInlineSnapshot(`
      Strength: failed, 2 differences

      against   country  what     reference  computed
      expected  Kenya    country  ranked     –
      expected  Japan    country  –          ranked

      files      scores.csv, indicators.csv and index.json: no problems
      published  nothing to compare with: there is no published.csv
      expected   1 of 1 rank matches; 1 of 1 score matches; 2 countries added or
                 removed

      recipe: normalise minmax, weights given, aggregate arithmetic, rank competition
      ::error file=FOLDER/kept.json,title=check/moved::Kenya was ranked and is not%0Afix: if you mean the change, save the ranking again: cyberpower rank … --format json --output FOLDER/kept.json
      ::error file=FOLDER/kept.json,title=check/moved::Japan is ranked and was not%0Afix: if you mean the change, save the ranking again: cyberpower rank … --format json --output FOLDER/kept.json
      exit 3
    `);
  });

  it('that is none', async () => {
    expect(
      await checked({ ...sound, 'kept.json': '{ "name": "Strength" }' }, [
        'check',
        'FOLDER',
        '--expect',
        'FOLDER/kept.json',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/kept.json: error: the file has no ranking [check/no-result]
        fix: save one: cyberpower rank my-index --format json --output ranking.json
      exit 1
    `);
  });

  it('that cannot be read as JSON', async () => {
    expect(
      await checked({ ...named, 'kept.json': kept(1, 1).slice(0, -1) }, [
        'check',
        'FOLDER',
        '--expect',
        'FOLDER/kept.json',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/kept.json:1:210: error: the file is not JSON: a comma, a bracket or a quotation mark is missing here [recipe/syntax]
           │
         1 │ …"Japan","score":50,"rank":1,"tier":null}]
           │                                          ^
        fix: check the commas, brackets and quotation marks nearby
      exit 1
    `);
  });

  it('that is not there', async () => {
    expect(await checked(sound, ['check', 'FOLDER', '--expect', 'FOLDER/kept.json'])).toMatchInlineSnapshot(`
      FOLDER: failed, 1 error

      FOLDER/kept.json: error: the file does not exist [files/not-found]
        fix: check the spelling and the current folder
      exit 1
    `);
  });
});

describe('the recipe of a result that was kept', () => {
  const inputs = (path: string) => ({
    'kept.json': JSON.stringify({
      schema: 'cyberpower/rank@1',
      edition: 'iiss-2021',
      recipe: {},
      overrides: {},
      inputs: [{ path, sha256: '0123456789abcdef'.repeat(4) }],
    }),
  });
  const again = ['rank', '--recipe', 'FOLDER/kept.json'];

  it('with an input that has changed since', async () => {
    expect(await warned(inputs('iiss-2021/scores.csv'), again)).toMatchInlineSnapshot(`
      iiss-2021/scores.csv: warning: the file has changed since the result was saved [recipe/changed-input]
        why: its SHA-256 was 0123456789ab…
        fix: restore the file to get the same result, or save the new result
    `);
  });

  it('with an input that has changed since, if warnings are errors', async () => {
    expect(await refused(inputs('iiss-2021/scores.csv'), [...again, '--strict'])).toMatchInlineSnapshot(`
      iiss-2021/scores.csv: error: the file has changed since the result was saved [recipe/changed-input]
        why: its SHA-256 was 0123456789ab…
        fix: restore the file to get the same result, or save the new result
      exit 1
    `);
  });

  it('with an input that is none here', async () => {
    expect(await warned(inputs('elsewhere/scores.csv'), again)).toMatchInlineSnapshot(`(nothing)`);
  });

  it('with steps and methods that there are not', async () => {
    const recipe = '{\n  "aggregate": "geo",\n  "rnak": "dense",\n  "tiers": "quantiles"\n}\n';
    expect(
      await refused({ ...sound, 'recipe.json': recipe }, [
        'rank',
        'FOLDER',
        '--recipe',
        'FOLDER/recipe.json',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER/recipe.json:2:3: error: there is no aggregation "geo"; did you mean "geometric"? [recipe/unknown-method]
           │
         2 │   "aggregate": "geo",
           │   ^^^^^^^^^^^
        fix: choose one of arithmetic, geometric, harmonic, power, product, sum, minimum, maximum, median, owa, mpi, ampi, topsis, copeland, borda and outranking

      FOLDER/recipe.json:3:3: error: a recipe has no step "rnak"; did you mean "rank"? [recipe/schema]
           │
         3 │   "rnak": "dense",
           │   ^^^^^^
        fix: its steps are select, denominate, transform, screen, impute, treat, missing, normalise, weights, aggregate, rank, tiers and region

      FOLDER/recipe.json:4:3: error: "quantiles" needs "shares": the number of tiers, or the share of each, best first [recipe/bad-parameter]
           │
         4 │   "tiers": "quantiles"
           │   ^^^^^^^
        fix: write it, for example quantiles:4
      exit 1
    `);
  });

  it('in a file that holds none', async () => {
    expect(
      await refused({ ...sound, 'recipe.json': '["geometric"]\n' }, [
        'rank',
        'FOLDER',
        '--recipe',
        'FOLDER/recipe.json',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER/recipe.json: error: the file has no recipe [recipe/schema]
        fix: add a key for each step, or use the JSON of a result
      exit 1
    `);
  });

  it('in a file that is not there', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--recipe', 'FOLDER/recipe.json'])).toMatchInlineSnapshot(`
      FOLDER/recipe.json: error: the file does not exist [files/not-found]
        fix: check the spelling and the current folder
      exit 1
    `);
  });
});

describe('what init would replace', () => {
  it('is named, each file of it', async () => {
    expect(
      await refused({ 'mine/scores.csv': 'precious', 'mine/index.yaml': 'dear' }, ['init', 'FOLDER/mine']),
    ).toMatchInlineSnapshot(`
      FOLDER/mine: error: the folder has index.yaml and scores.csv already [files/exists]
        why: nothing was changed
        fix: name another folder
      exit 1
    `);
  });

  it('may be what it is copied from', async () => {
    expect(await refused(sound, ['init', 'FOLDER', '--from', 'FOLDER'])).toMatchInlineSnapshot(`
      FOLDER: error: the folder has indicators.csv and scores.csv already [files/exists]
        why: nothing was changed
        fix: name another folder
      exit 1
    `);
  });
});

describe('explain', () => {
  it('without a country', async () => {
    expect(await refused(sound, ['explain', '-e', 'FOLDER'])).toMatchInlineSnapshot(`
      explain: error: name a country [usage/bad-arguments]
        fix: write its ISO code or its name: cyberpower explain China
      exit 2
    `);
  });

  it('with a country that is not ranked', async () => {
    expect(await refused(sound, ['explain', 'Frnace', '-e', 'FOLDER'])).toMatchInlineSnapshot(`
      Frnace: error: "Frnace" is not a ranked country; did you mean "France"? [usage/unknown-filter]
        why: the edition "FOLDER" does not have it; choose another with -e
        fix: there are France and Japan
      exit 2
    `);
  });

  it('to a depth that is none', async () => {
    expect(await refused(sound, ['explain', 'France', '-e', 'FOLDER', '--depth', 'deep']))
      .toMatchInlineSnapshot(`
      --depth: error: it takes a number of levels or "all", not "deep" [usage/bad-value]
        fix: write, for example, --depth 2
      exit 2
    `);
  });
});
