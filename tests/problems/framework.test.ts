// indicators.csv: codes, parents, numbers, and columns that nobody reads.
import { expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const framework = (...lines: string[]) => ({ ...sound, 'indicators.csv': `${lines.join('\n')}\n` });

it('no column of codes', async () => {
  expect(await refused(framework('name,weight', 'Offence,1', 'Defence,1'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:1:1: error: the framework has no column "code" [framework/no-code-column]
         │
       1 │ name,weight
         │ ^^^^^^^^^^^
      fix: add the column, with a code for each indicator and category
    exit 1
  `);
});

it('a row without a code', async () => {
  expect(await refused(framework('code,name', 'offence,Offence', ',Defence'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:3:1: error: the row has no code [framework/no-code]
         │
       3 │ ,Defence
         │ ^
      fix: give it a short code, such as "offence"
    exit 1
  `);
});

it('a column of codes that is misspelt, said once', async () => {
  expect(await refused(framework('cod,weight', 'offence,1', 'defence,1'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:1:1: error: the framework has no column "code"; did you mean "cod"? [framework/no-code-column]
         │
       1 │ cod,weight
         │ ^^^^^^^^^^
      fix: add the column, with a code for each indicator and category
    exit 1
  `);
});

it('an indicator of the name of the whole', async () => {
  expect(await refused(framework('code,column', 'index,offence', 'defence,'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:1: error: the code "index" is reserved for the whole index [framework/bad-code]
         │
       2 │ index,offence
         │ ^^^^^
      fix: give the indicator another code
    exit 1
  `);
});

it('codes that differ in case only', async () => {
  expect(await refused(framework('code', 'offence', 'Offence', 'defence'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:3:1: error: the codes "offence" and "Offence" differ only in case or hyphens [framework/duplicate-code]
         │
       3 │ Offence
         │ ^^^^^^^
      why: line 2 has it already
      fix: give one of them another code; two indicators can read the same scores with "column"
    exit 1
  `);
});

it('a code that a command line cannot take', async () => {
  expect(await refused(framework('code,column', 'of fence,offence', 'defence=2,defence', '-defence,defence')))
    .toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:1: error: the code "of fence" cannot be typed on a command line [framework/bad-code]
           │
         2 │ of fence,offence
           │ ^^^^^^^^
        fix: use letters, digits, "_", "-" and "."; the column "name" takes any text

      FOLDER/indicators.csv:3:1: error: the code "defence=2" cannot be typed on a command line [framework/bad-code]
           │
         3 │ defence=2,defence
           │ ^^^^^^^^^
        fix: use letters, digits, "_", "-" and "."; the column "name" takes any text

      FOLDER/indicators.csv:4:1: error: the code "-defence" cannot be typed on a command line [framework/bad-code]
           │
         4 │ -defence,defence
           │ ^^^^^^^^
        fix: use letters, digits, "_", "-" and "."; the column "name" takes any text
      exit 1
    `);
});

it('a code that stands twice', async () => {
  expect(await refused(framework('code,column', 'offence,', 'defence,', 'offence,defence')))
    .toMatchInlineSnapshot(`
      FOLDER/indicators.csv:4:1: error: the code "offence" is used twice [framework/duplicate-code]
           │
         4 │ offence,defence
           │ ^^^^^^^
        why: line 2 has it already
        fix: give one of them another code; two indicators can read the same scores with "column"
      exit 1
    `);
});

it('a parent that is misspelt', async () => {
  expect(await refused(framework('code,parent', 'abilities,', 'offence,abilties', 'defence,abilities')))
    .toMatchInlineSnapshot(`
    FOLDER/indicators.csv:3:9: error: the parent of "offence", "abilties", is not in the framework; did you mean "abilities"? [framework/unknown-parent]
         │
       3 │ offence,abilties
         │         ^^^^^^^^
      fix: add a row with the code "abilties", or leave the parent empty for the top level
    exit 1
  `);
});

it('a parent that is nowhere, for each of its children', async () => {
  expect(await refused(framework('code,parent', 'offence,power', 'defence,power'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: the parent of "offence", "power", is not in the framework [framework/unknown-parent]
         │
       2 │ offence,power
         │         ^^^^^
      fix: add a row with the code "power", or leave the parent empty for the top level

    FOLDER/indicators.csv:3:9: error: the parent of "defence", "power", is not in the framework [framework/unknown-parent]
         │
       3 │ defence,power
         │         ^^^^^
      fix: add a row with the code "power", or leave the parent empty for the top level
    exit 1
  `);
});

it('a parent of its own', async () => {
  expect(await refused(framework('code,parent', 'offence,offence', 'defence,'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: the parents form a circle: offence → offence [framework/cycle]
         │
       2 │ offence,offence
         │         ^^^^^^^
      fix: empty the parent of one of them
    exit 1
  `);
});

it('parents that go round in a circle, once however many are in it', async () => {
  expect(
    await refused(
      framework('code,parent', 'army,navy', 'navy,force', 'force,army', 'offence,navy', 'defence,'),
    ),
  ).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:6: error: the parents form a circle: army → navy → force → army [framework/cycle]
         │
       2 │ army,navy
         │      ^^^^
      fix: empty the parent of one of them
    exit 1
  `);
});

it('a category with a direction and goalposts of its own', async () => {
  expect(
    await refused(
      framework('code,parent,direction,low', 'power,,1,0', 'offence,power,1,', 'defence,power,1,'),
    ),
  ).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:8: error: "power" has indicators below it, so it cannot have its own "direction" and "low" [framework/parent-is-indicator]
         │
       2 │ power,,1,0
         │        ^
      fix: empty the cell, or add an indicator for these scores below it
    exit 1
  `);
});

it('an indicator with an aggregation of its own', async () => {
  expect(await refused(framework('code,aggregate', 'offence,geometric', 'defence,'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: "offence" is an indicator, so there is nothing to aggregate [framework/parent-is-indicator]
         │
       2 │ offence,geometric
         │         ^^^^^^^^^
      fix: empty the cell, or write the method in the row of its category
    exit 1
  `);
});

it('goalposts and targets that are no numbers', async () => {
  expect(await refused(framework('code,low,high,target', 'offence,zero,five,', 'defence,0,5,"4,5"')))
    .toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: the "low" of "offence" is not a number: "zero" [framework/not-a-number]
         │
       2 │ offence,zero,five,
         │         ^^^^
      fix: write a number in the unit of the scores, or leave the cell empty

    FOLDER/indicators.csv:2:14: error: the "high" of "offence" is not a number: "five" [framework/not-a-number]
         │
       2 │ offence,zero,five,
         │              ^^^^
      fix: write a number in the unit of the scores, or leave the cell empty

    FOLDER/indicators.csv:3:13: error: the "target" of "defence" is not a number: "4,5" [framework/not-a-number]
         │
       3 │ defence,0,5,"4,5"
         │             ^^^^^
      fix: write a number in the unit of the scores, or leave the cell empty
    exit 1
  `);
});

it('a low that is not below the high', async () => {
  const scores = 'country,offence,defence\nFrance,5,2\nJapan,5,1\n';
  expect(await refused({ ...framework('code,low,high', 'offence,5,5', 'defence,0,5'), 'scores.csv': scores }))
    .toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: the low of "offence" (5) is not below its high (5) [framework/low-not-below-high]
           │
         2 │ offence,5,5
           │         ^
        fix: write a low below the high
      exit 1
    `);
});

it('a low above the high, and nothing of the scores that are then beyond them', async () => {
  expect(await refused(framework('code,low,high', 'offence,5,0', 'defence,0,5'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: the low of "offence" (5) is not below its high (0) [framework/low-not-below-high]
         │
       2 │ offence,5,0
         │         ^
      fix: swap them; if lower is better, set "direction" to -1
    exit 1
  `);
});

it('a direction that is neither up nor down', async () => {
  expect(await refused(framework('code,direction', 'offence,up', 'defence,0'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: the direction of "offence" is not 1 or -1: "up" [framework/bad-direction]
         │
       2 │ offence,up
         │         ^^
      fix: write 1 if higher is better, -1 if lower is better

    FOLDER/indicators.csv:3:9: error: the direction of "defence" is not 1 or -1: "0" [framework/bad-direction]
         │
       3 │ defence,0
         │         ^
      fix: write 1 if higher is better, -1 if lower is better
    exit 1
  `);
});

it('directions may be written with signs and points', async () => {
  expect(await warned(framework('code,direction', 'offence,+1', 'defence,-1.0'))).toMatchInlineSnapshot(
    `(nothing)`,
  );
});

it('a scale of ratings that is not defined', async () => {
  expect(await refused(framework('code,ratings', 'offence,iis', 'defence,'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: "offence" uses the scale "iis", which is not defined; did you mean "iiss"? [framework/unknown-scale]
         │
       2 │ offence,iis
         │         ^^^
      fix: define it under "scales" in index.json or index.yaml; defined are iiss, maturity, low-high, very-low-high, no-yes and no-partial-yes
    exit 1
  `);
});

it('a column that nobody reads', async () => {
  expect(await warned(framework('code,Weigth', 'offence,1', 'defence,2'))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:1:6: warning: the column "Weigth" is ignored; did you mean "weight"? [framework/unused-column]
         │
       1 │ code,Weigth
         │      ^^^^^^
      fix: the columns are code, name, parent, weight, direction, column, low, high, target, ratings, denominate, transform, impute, treat, normalise, aggregate, unit, description and source
  `);
});

it('methods that there are not', async () => {
  expect(
    await refused(
      framework('code,transform,normalise', 'offence,lgo,minmax:flor=1', 'defence,,zscore:deviation=-1'),
    ),
  ).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:2:9: error: there is no transformation "lgo"; did you mean "log"? [recipe/unknown-method]
         │
       2 │ offence,lgo,minmax:flor=1
         │         ^^^
      fix: choose one of none and log

    FOLDER/indicators.csv:2:13: error: "minmax" has no parameter "flor"; did you mean "floor"? [recipe/unknown-parameter]
         │
       2 │ offence,lgo,minmax:flor=1
         │             ^^^^^^^^^^^^^
      fix: its parameters are floor, ceiling and by

    FOLDER/indicators.csv:3:10: error: "deviation" of "zscore" is -1; it takes a number from 0 [recipe/bad-parameter]
         │
       3 │ defence,,zscore:deviation=-1
         │          ^^^^^^^^^^^^^^^^^^^
      fix: write, for example, zscore:deviation=0.5 (deviation: the standard deviation of the normalised scores)
    exit 1
  `);
});

it('all that is wrong with the rows is said at once', async () => {
  expect(await refused(framework('code,parent,weight', 'offence,power,1', 'defence,defence,1', 'offence,,1')))
    .toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: the parent of "offence", "power", is not in the framework [framework/unknown-parent]
           │
         2 │ offence,power,1
           │         ^^^^^
        fix: add a row with the code "power", or leave the parent empty for the top level

      FOLDER/indicators.csv:3:9: error: the parents form a circle: defence → defence [framework/cycle]
           │
         3 │ defence,defence,1
           │         ^^^^^^^
        fix: empty the parent of one of them

      FOLDER/indicators.csv:4:1: error: the code "offence" is used twice [framework/duplicate-code]
           │
         4 │ offence,,1
           │ ^^^^^^^
        why: line 2 has it already
        fix: give one of them another code; two indicators can read the same scores with "column"
      exit 1
    `);
});

/** Categories one under the other, and an indicator under the last. */
function chain(levels: number): Record<string, string> {
  const rows = Array.from({ length: levels - 1 }, (_, i) => `c${i + 1},${i === 0 ? '' : `c${i}`}`);
  return framework('code,parent', ...rows, `offence,c${levels - 1}`);
}

it('more levels than can be computed', async () => {
  expect(await refused(chain(2001))).toMatchInlineSnapshot(`
    FOLDER/indicators.csv:1502:7: error: "c1501" lies too deep: the framework has 2001 levels, and 1500 are allowed [framework/too-deep]
         │
    1502 │ c1501,c1500
         │       ^^^^^
      fix: remove categories with a single child until 1500 levels are left
    exit 1
  `);
});

it('many levels that can', async () => {
  expect((await warned(chain(100))).printed).toContain('"defence"');
});
