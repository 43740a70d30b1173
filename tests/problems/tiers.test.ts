// Rules for tiers: those that say what cannot be, and those that ask for what is not there.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

const rated = {
  'scores.csv': 'country,offence,defence\nFrance,strength,potential\nJapan,weakness,strength\n',
  'indicators.csv': 'code,ratings\noffence,iiss\ndefence,iiss\n',
};

/** One tier's conditions, line by line, in a rule of two tiers. */
function rule(...needs: string[]) {
  return {
    ...rated,
    'index.yaml': [
      'recipe:',
      '  tiers:',
      '    method: profile',
      '    tiers:',
      '      - name: Strong',
      ...needs.map((line) => `        ${line}`),
      '      - name: Others',
      '',
    ].join('\n'),
  };
}

const tiers = (...options: string[]) => refused(sound, ['tiers', 'FOLDER', ...options]);

describe('a profile', () => {
  it('asks for a rating that the scale does not have', async () => {
    expect(await refused(rule('needs: [{ atLeast: strenght, count: 1 }]'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier asks for "strenght", which the scale of "offence" does not have; did you mean "strength"? [tiers/unknown-level]
           │
         2 │   tiers:
           │   ^^^^^
        fix: write one of weakness, potential, strength, world-leading
      exit 1
    `);
  });

  it('asks for more indicators than there are', async () => {
    expect(await refused(rule('needs: [{ atLeast: strength, count: 9 }]'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier asks for 9 indicators where there are 2, so nobody can be in it [tiers/bad-rule]
           │
         2 │   tiers:
           │   ^^^^^
        fix: lower "count"
      exit 1
    `);
  });

  it('asks for a rating of indicators that have none', async () => {
    expect(await refused({ ...rule('needs: [{ atLeast: strength, count: 1 }]'), ...sound }))
      .toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier asks for "strength", and "offence" has no ratings [tiers/unknown-level]
           │
         2 │   tiers:
           │   ^^^^^
        fix: give "offence" a scale of ratings, or write the level as a number
      exit 1
    `);
  });

  it('has no level for one of the indicators', async () => {
    expect(await refused(rule('needs: [{ atLeast: { offence: strength }, count: 1 }]')))
      .toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier has no level for the indicator "defence" [tiers/unknown-level]
           │
         2 │   tiers:
           │   ^^^^^
        fix: add "defence" to the levels, or name the indicators that have one under "of"
      exit 1
    `);
  });

  it('asks for an indicator that there is not', async () => {
    expect(await refused(rule('needs: [{ atLeast: strength, count: 1, of: [ofence, defence, morale] }]')))
      .toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier asks for "ofence", which is no indicator or category; did you mean "offence"? [tiers/unknown-indicator]
           │
         2 │   tiers:
           │   ^^^^^
        fix: write codes of indicators.csv under "of"

      FOLDER/index.yaml:2:3: error: a tier asks for "morale", which is no indicator or category [tiers/unknown-indicator]
           │
         2 │   tiers:
           │   ^^^^^
        fix: write codes of indicators.csv under "of"
      exit 1
    `);
  });
});

it('there are none', async () => {
  expect(await tiers()).toMatchInlineSnapshot(`
    --tiers: error: the recipe of "FOLDER" has no tiers [usage/no-tiers]
      fix: pass a rule, such as --tiers thresholds:80,50 or --tiers quantiles:4, or write one into the recipe
    exit 2
  `);
});

it('a method that there is not', async () => {
  expect(await tiers('--tiers', 'treshold:80,50')).toMatchInlineSnapshot(`
    --tiers: error: there is no tier method "treshold"; did you mean "thresholds"? [recipe/unknown-method]
      fix: choose one of none, profile, thresholds, quantiles, breaks and layers
    exit 2
  `);
});

it('cut-offs that are not given', async () => {
  expect(await tiers('--tiers', 'thresholds')).toMatchInlineSnapshot(`
    --tiers: error: "thresholds" needs "cuts": the least index of each tier but the last [recipe/bad-parameter]
      fix: write it, as in thresholds:80,50
    exit 2
  `);
});

it('names that are not as many as tiers', async () => {
  expect(await tiers('--tiers', 'thresholds:80,50,names=High/Low')).toMatchInlineSnapshot(`
    --tiers: error: "thresholds" cannot be taken like this: there are 3 tiers and 2 names [recipe/bad-parameter]
      fix: cyberpower methods thresholds tells its parameters
    exit 2
  `);
});
