// Weights, wherever they are written: indicators.csv, weights.csv, another file, the recipe, the command line.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

describe('in indicators.csv', () => {
  const weighted = (...lines: string[]) => ({ ...sound, 'indicators.csv': `${lines.join('\n')}\n` });

  it('one that is not a number', async () => {
    expect(await refused(weighted('code,weight', 'offence,much', 'defence,50%'))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: the weight of "offence" is not a number: "much" [weights/not-a-number]
           │
         2 │ offence,much
           │         ^^^^
        fix: write a number such as 1 or 0.25; weights are relative to the siblings

      FOLDER/indicators.csv:3:9: error: the weight of "defence" is not a number: "50%" [weights/not-a-number]
           │
         3 │ defence,50%
           │         ^^^
        fix: write a number such as 1 or 0.25; weights are relative to the siblings
      exit 1
    `);
  });

  it('one that is negative', async () => {
    expect(await refused(weighted('code,weight', 'offence,-1', 'defence,1'))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: the weight of "offence" is negative: -1 [weights/negative]
           │
         2 │ offence,-1
           │         ^^
        fix: write 0 to leave it out; where less is better, set its direction to -1
      exit 1
    `);
  });

  it('all zero', async () => {
    expect(await refused(weighted('code,weight', 'offence,0', 'defence,0'))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: all weights under "index" are zero: 2 children [weights/all-zero]
           │
         2 │ offence,0
           │         ^
        fix: give at least one of them a weight above 0
      exit 1
    `);
  });

  it('all zero under one category', async () => {
    const rows = ['code,parent,weight', 'strength,,1', 'resilience,,1', 'offence,strength,0', 'defence,resilience,1'];
    expect(await refused(weighted(...rows))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:4:18: error: all weights under "strength" are zero: 1 child [weights/all-zero]
           │
         4 │ offence,strength,0
           │                  ^
        fix: give at least one of them a weight above 0
      exit 1
    `);
  });
});

describe('in weights.csv', () => {
  const sets = (...lines: string[]) => ({ ...sound, 'weights.csv': `${lines.join('\n')}\n` });

  it('those that are no numbers, and those that are negative', async () => {
    expect(await refused(sets('code,hawks,doves', 'offence,much,1', 'defence,1,-2'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:2:9: error: the weight of "offence" is not a number: "much" [weights/not-a-number]
           │
         2 │ offence,much,1
           │         ^^^^
        fix: write a number such as 1 or 0.25; weights are relative to the siblings

      FOLDER/weights.csv:3:11: error: the weight of "defence" is negative: -2 [weights/negative]
           │
         3 │ defence,1,-2
           │           ^^
        fix: write 0 to leave it out; where less is better, set its direction to -1
      exit 1
    `);
  });

  it('all zero in a set', async () => {
    expect(await refused(sets('code,hawks,doves', 'offence,1,0', 'defence,2,0'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:1:12: error: all weights under "index" are zero in the set "doves" [weights/all-zero]
           │
         1 │ code,hawks,doves
           │            ^^^^^
        fix: give at least one of them a weight above 0
      exit 1
    `);
  });

  it('for something that is not in the framework', async () => {
    expect(await refused(sets('code,hawks', 'ofence,3', 'defence,1'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:2:1: error: weights are given for "ofence", which is not in the framework; did you mean "offence"? [weights/unknown-code]
           │
         2 │ ofence,3
           │ ^^^^^^
        fix: its codes are offence and defence
      exit 1
    `);
  });

  it('twice for the same', async () => {
    expect(await refused(sets('code,hawks', 'offence,3', 'defence,1', 'offence,1'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:4:1: error: weights are given for "offence" twice [weights/duplicate-code]
           │
         4 │ offence,1
           │ ^^^^^^^
        why: the other row is line 2
        fix: delete one of them
      exit 1
    `);
  });

  it('no column of codes', async () => {
    expect(await refused(sets('indicator,hawks', 'offence,3', 'defence,1'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:1:1: error: the file of weights has no column "code" [weights/no-code-column]
           │
         1 │ indicator,hawks
           │ ^^^^^^^^^^^^^^^
        fix: its first column is "code", every other column is a set of weights
      exit 1
    `);
  });
});

describe('asked for', () => {
  const own = { ...sound, 'weights.csv': 'code,hawks,doves\noffence,3,1\ndefence,1,3\n' };

  it('a set that there is not', async () => {
    expect(await refused(own, ['rank', 'FOLDER', '--weights', 'set:hwaks'])).toMatchInlineSnapshot(`
      --weights: error: there is no set of weights "hwaks"; did you mean "hawks"? [weights/unknown-set]
        fix: the sets are hawks and doves
      exit 2
    `);
  });

  it('a set where there are none', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'set:hawks'])).toMatchInlineSnapshot(`
      --weights: error: there is no set of weights "hawks" [weights/unknown-set]
        fix: add it as a column to weights.csv
      exit 2
    `);
  });

  it('a set that another file does not have', async () => {
    const files = { ...sound, 'other.csv': 'code,owls\noffence,3\ndefence,1\n' };
    expect(await refused(files, ['rank', 'FOLDER', '--weights', 'FOLDER/other.csv:hawks'])).toMatchInlineSnapshot(`
      FOLDER/other.csv: error: there is no set of weights "hawks" [weights/unknown-set]
        fix: the set is owls
      exit 1
    `);
  });

  it('a set of another file with a mistake in it', async () => {
    const files = { ...sound, 'other.csv': 'code,owls\noffence,wise\ndefence,1\n' };
    expect(await refused(files, ['rank', 'FOLDER', '--weights', 'FOLDER/other.csv:owls'])).toMatchInlineSnapshot(`
      FOLDER/other.csv:2:9: error: the weight of "offence" is not a number: "wise" [weights/not-a-number]
           │
         2 │ offence,wise
           │         ^^^^
        fix: write a number such as 1 or 0.25; weights are relative to the siblings
      exit 1
    `);
  });

  it('a set that there is not, by the recipe', async () => {
    const files = { ...own, 'index.json': '{\n  "recipe": {\n    "weights": "set:owls"\n  }\n}\n' };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/index.json:3:5: error: there is no set of weights "owls" [weights/unknown-set]
           │
         3 │     "weights": "set:owls"
           │     ^^^^^^^^^
        fix: the sets are hawks and doves
      exit 1
    `);
  });

  it('weights of something that is not in the framework', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'ofence=2,defence=1,morale=3'])).toMatchInlineSnapshot(`
      --weights: error: weights are given for "ofence", which is not in the framework; did you mean "offence"? [weights/unknown-code]
        fix: its codes are offence and defence

      --weights: error: weights are given for "morale", which is not in the framework [weights/unknown-code]
        fix: its codes are offence and defence
      exit 2
    `);
  });

  it('weights that are no numbers, or negative', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=much,defence=-1'])).toMatchInlineSnapshot(`
      --weights: error: the weight of "offence" is not a number: "much" [weights/not-a-number]
        fix: write a number such as 1 or 0.25; weights are relative to the siblings

      --weights: error: the weight of "defence" is negative: -1 [weights/negative]
        fix: write 0 to leave it out; where less is better, set its direction to -1
      exit 2
    `);
  });

  it('weights without their numbers', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=2,defence'])).toMatchInlineSnapshot(`
      --weights: error: the weight of "defence" is not a number: "" [weights/not-a-number]
        fix: write a number such as 1 or 0.25; weights are relative to the siblings
      exit 2
    `);
  });

  it('weights of the same thing twice', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=2,offence=3'])).toMatchInlineSnapshot(`
      --weights: error: "offence" is given twice [recipe/bad-parameter]
        fix: write it once
      exit 2
    `);
  });

  it('negative ones by the recipe', async () => {
    const files = { ...sound, 'index.yaml': 'recipe:\n  weights:\n    method: inline\n    weights:\n      offence: -1\n' };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/index.yaml:5:7: error: the weight of "offence" is negative: -1 [weights/negative]
           │
         5 │       offence: -1
           │       ^^^^^^^
        fix: write 0 to leave it out; where less is better, set its direction to -1
      exit 1
    `);
  });

  it('weights that are all zero', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=0,defence=0'])).toMatchInlineSnapshot(`
      --weights: error: all weights under "index" are zero: offence and defence [weights/all-zero]
        fix: give at least one of them a weight above 0
      exit 2
    `);
  });

  it('a method that there is not', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'equl'])).toMatchInlineSnapshot(`
      --weights: error: there is no weighting "equl"; did you mean "equal"? [recipe/unknown-method]
        fix: choose one of given, equal, set and inline; a set of weights.csv is set:NAME, of another file my.csv:NAME
      exit 2
    `);
  });
});
