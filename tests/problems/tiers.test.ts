// Rules for tiers: those that say what cannot be, and those that ask for what is not there.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

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
      FOLDER/index.yaml:2:3: error: a tier asks for 9 indicators, but there are only 2 [tiers/bad-rule]
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
        FOLDER/index.yaml:2:3: error: a tier asks for "strength", but "offence" has no ratings [tiers/unknown-level]
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
          fix: add "defence" to the levels, or list the indicators with a level under "of"
        exit 1
      `);
  });

  it('asks for an indicator that there is not', async () => {
    expect(await refused(rule('needs: [{ atLeast: strength, count: 1, of: [ofence, defence, morale] }]')))
      .toMatchInlineSnapshot(`
        FOLDER/index.yaml:2:3: error: a tier asks for "ofence", which is not an indicator or category; did you mean "offence"? [tiers/unknown-indicator]
             │
           2 │   tiers:
             │   ^^^^^
          fix: write codes of indicators.csv under "of"

        FOLDER/index.yaml:2:3: error: a tier asks for "morale", which is not an indicator or category [tiers/unknown-indicator]
             │
           2 │   tiers:
             │   ^^^^^
          fix: write codes of indicators.csv under "of"
        exit 1
      `);
  });
});

describe('what a profile asks for in vain', () => {
  const numbers = {
    'scores.csv': 'country,laws,attacks\nFrance,4,30\nJapan,2,50\n',
    'indicators.csv': 'code,direction,low,high\nlaws,1,0,5\nattacks,-1,0,100\n',
  };
  /** The same rule for indicators with goalposts. */
  const ruled = (condition: string, files = {}) =>
    warned(
      {
        ...numbers,
        'index.yaml': rule(condition)['index.yaml'].replace('recipe:', 'recipe:\n  normalise: goalposts'),
        ...files,
      },
      ['tiers', 'FOLDER'],
    );

  it('is a level above the scale', async () => {
    expect(await ruled('needs: [{ atLeast: { laws: 7, attacks: 30 }, count: 1 }]')).toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:3: warning: "Strong" asks for laws ≥ 7, and laws is scored 0 to 5 [tiers/level-outside-scale]
           │
         3 │   tiers:
           │   ^^^^^
        why: no score reaches this level
        fix: correct the level, or the goalposts in indicators.csv
    `);
  });

  it('are levels above the scale, so that nobody can meet them', async () => {
    expect(await ruled('needs: [{ atLeast: { laws: 7, attacks: -1 }, share: 0.5 }]')).toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:3: warning: "Strong" asks for laws ≥ 7 (scored 0 to 5) and attacks ≤ -1 (scored 0 to 100) [tiers/level-outside-scale]
           │
         3 │   tiers:
           │   ^^^^^
        why: no score reaches these levels
        fix: correct the levels, or the goalposts in indicators.csv

      FOLDER/index.yaml:3:3: warning: no country can be in "Strong": it asks for 50 %, and 0 % of the weight can reach its level [tiers/never-met]
           │
         3 │   tiers:
           │   ^^^^^
        fix: lower the level, or require fewer indicators to reach it
    `);
  });

  it('is a level that everybody has', async () => {
    expect(await ruled('needs: [{ atLeast: -1, count: 1, of: [laws] }]')).toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:3: warning: "Strong" asks for laws ≥ -1, and laws is scored 0 to 5 [tiers/level-outside-scale]
           │
         3 │   tiers:
           │   ^^^^^
        why: every score reaches this level
        fix: correct the level, or the goalposts in indicators.csv
    `);
  });

  it('is a veto that always strikes', async () => {
    expect(await ruled('vetoes: [{ below: 6, of: [laws] }]')).toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:3: warning: a veto of "Strong" asks for laws ≥ 6, and laws is scored 0 to 5 [tiers/level-outside-scale]
           │
         3 │   tiers:
           │   ^^^^^
        why: no score reaches this level
        fix: correct the level, or the goalposts in indicators.csv

      FOLDER/index.yaml:3:3: warning: no country can be in "Strong": a veto applies at 1, and 1 of 1 indicator cannot reach its level [tiers/never-met]
           │
         3 │   tiers:
           │   ^^^^^
        fix: lower the level, or require fewer indicators to reach it
    `);
  });

  it('is a number beyond the ratings', async () => {
    expect(await warned(rule('needs: [{ atLeast: 4, count: 1, of: [offence] }]'), ['tiers', 'FOLDER']))
      .toMatchInlineSnapshot(`
        FOLDER/index.yaml:2:3: warning: "Strong" asks for offence ≥ 4, and offence is scored 0 to 3 [tiers/level-outside-scale]
             │
           2 │   tiers:
             │   ^^^^^
          why: no score reaches this level
          fix: correct the level

        FOLDER/index.yaml:2:3: warning: no country can be in "Strong": it asks for 1, and 0 of 1 indicator can reach its level [tiers/never-met]
             │
           2 │   tiers:
             │   ^^^^^
          fix: lower the level, or require fewer indicators to reach it
      `);
  });

  it('are more indicators than other weights leave', async () => {
    const files = { ...sound, 'index.yaml': rule('needs: [{ atLeast: 2, count: 2 }]')['index.yaml'] };
    expect(await warned(files, ['tiers', 'FOLDER', '--weights', 'defence=0'])).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: warning: no country can be in "Strong": it asks for 2 indicators, and 1 has weight [tiers/never-met]
           │
         2 │   tiers:
           │   ^^^^^
        why: "defence" has weight 0 and takes no part
        fix: ask for fewer, or give weight to more indicators
    `);
  });

  it('are more indicators than have weight', async () => {
    const files = {
      ...sound,
      'indicators.csv': 'code,weight\noffence,1\ndefence,0\n',
      'index.yaml': rule('needs: [{ atLeast: 2, count: 2 }]')['index.yaml'],
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: a tier asks for 2 indicators, but there is only 1 [tiers/bad-rule]
           │
         2 │   tiers:
           │   ^^^^^
        why: "defence" has weight 0 and takes no part
        fix: lower "count"
      exit 1
    `);
  });

  it('is nothing where a score lies beyond a goalpost, or may', async () => {
    const level = 'needs: [{ atLeast: { laws: 7, attacks: 30 }, count: 1 }]';
    const passing = 'country,laws,attacks\nFrance,8,30\nJapan,2,50\n';
    const clipped = rule(level)['index.yaml'].replace('recipe:', 'recipe:\n  normalise: goalposts:clip=true');
    expect(await ruled(level, { 'index.yaml': clipped })).toEqual({ printed: '(nothing)' });
    expect(await ruled(level, { 'scores.csv': passing, 'index.yaml': rule(level)['index.yaml'] }))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:2:8: warning: France's score for "laws" is out of range: 8 [scores/out-of-range]
             │
           2 │ France,8,30
             │        ^
          why: scores must be from 0 to 5
          fix: correct it
      `);
  });
});

it('there are none', async () => {
  expect(await tiers()).toMatchInlineSnapshot(`
    --tiers: error: the recipe of "FOLDER" has no tiers [usage/no-tiers]
      fix: pass a rule, such as --tiers thresholds:80,50 or quantiles:4, or add one to the recipe
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
    --tiers: error: "thresholds" needs "cuts": the lowest index of each tier except the last [recipe/bad-parameter]
      fix: write it, for example thresholds:80,50
    exit 2
  `);
});

it('names that are not as many as tiers', async () => {
  expect(await tiers('--tiers', 'thresholds:80,50,names=High/Low')).toMatchInlineSnapshot(`
    --tiers: error: "thresholds" cannot be used like this: there are 3 tiers and 2 names [recipe/bad-parameter]
      fix: cyberpower methods thresholds tells its parameters
    exit 2
  `);
});
