// Weights, wherever they are written: indicators.csv, weights.csv, another file, the recipe, the command
// line.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

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
        fix: write 0 to leave it out; if lower is better, set its direction to -1
      exit 1
    `);
  });

  it('all zero', async () => {
    expect(await refused(weighted('code,weight', 'offence,0', 'defence,0'))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:2:9: error: all weights under "index" are 0: 2 children [weights/all-zero]
           │
         2 │ offence,0
           │         ^
        fix: give at least one of them a weight above 0
      exit 1
    `);
  });

  it('all zero under one category', async () => {
    const rows = [
      'code,parent,weight',
      'strength,,1',
      'resilience,,1',
      'offence,strength,0',
      'defence,resilience,1',
    ];
    expect(await refused(weighted(...rows))).toMatchInlineSnapshot(`
      FOLDER/indicators.csv:4:18: error: all weights under "strength" are 0: 1 child [weights/all-zero]
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
        fix: write 0 to leave it out; if lower is better, set its direction to -1
      exit 1
    `);
  });

  it('all zero in a set', async () => {
    expect(await refused(sets('code,hawks,doves', 'offence,1,0', 'defence,2,0'))).toMatchInlineSnapshot(`
      FOLDER/weights.csv:1:12: error: all weights under "index" are 0 in the set "doves" [weights/all-zero]
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
      FOLDER/weights.csv:4:1: error: "offence" has two rows of weights [weights/duplicate-code]
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
        fix: name the first column "code"; every other column is a set of weights
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
    expect(await refused(files, ['rank', 'FOLDER', '--weights', 'FOLDER/other.csv:hawks']))
      .toMatchInlineSnapshot(`
      FOLDER/other.csv: error: there is no set of weights "hawks" [weights/unknown-set]
        fix: the set is owls
      exit 1
    `);
  });

  it('a set of another file with a mistake in it', async () => {
    const files = { ...sound, 'other.csv': 'code,owls\noffence,wise\ndefence,1\n' };
    expect(await refused(files, ['rank', 'FOLDER', '--weights', 'FOLDER/other.csv:owls']))
      .toMatchInlineSnapshot(`
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
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'ofence=2,defence=1,morale=3']))
      .toMatchInlineSnapshot(`
      --weights: error: weights are given for "ofence", which is not in the framework; did you mean "offence"? [weights/unknown-code]
        fix: its codes are offence and defence

      --weights: error: weights are given for "morale", which is not in the framework [weights/unknown-code]
        fix: its codes are offence and defence
      exit 2
    `);
  });

  it('weights that are no numbers, or negative', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=much,defence=-1']))
      .toMatchInlineSnapshot(`
        --weights: error: the weight of "offence" is not a number: "much" [weights/not-a-number]
          fix: write a number such as 1 or 0.25; weights are relative to the siblings

        --weights: error: the weight of "defence" is negative: -1 [weights/negative]
          fix: write 0 to leave it out; if lower is better, set its direction to -1
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
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=2,offence=3']))
      .toMatchInlineSnapshot(`
      --weights: error: "offence" is given twice [recipe/bad-parameter]
        fix: write it once
      exit 2
    `);
  });

  it('negative ones by the recipe', async () => {
    const files = {
      ...sound,
      'index.yaml': 'recipe:\n  weights:\n    method: inline\n    weights:\n      offence: -1\n',
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/index.yaml:5:7: error: the weight of "offence" is negative: -1 [weights/negative]
           │
         5 │       offence: -1
           │       ^^^^^^^
        fix: write 0 to leave it out; if lower is better, set its direction to -1
      exit 1
    `);
  });

  it('weights that are all zero', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'offence=0,defence=0']))
      .toMatchInlineSnapshot(`
      --weights: error: all weights under "index" are 0: offence and defence [weights/all-zero]
        fix: give at least one of them a weight above 0
      exit 2
    `);
  });

  it('a method that there is not', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'equl'])).toMatchInlineSnapshot(`
      --weights: error: there is no weighting "equl"; did you mean "equal"? [recipe/unknown-method]
        fix: choose one of given, equal, set, inline, deviation, entropy, critic, principal-component, balanced, benefit-of-the-doubt, rank-order-centroid, rank-sum and ahp; a set of weights.csv is set:NAME, of another file my.csv:NAME
      exit 2
    `);
  });
});

describe('to be found from the scores', () => {
  const field = (...lines: string[]) => ({
    'scores.csv': `country,offence,defence,morale\n${lines.join('\n')}\n`,
    'indicators.csv': 'code\noffence\ndefence\nmorale\n',
  });
  const by = (weights: string, ...more: string[]) => ['rank', 'FOLDER', '--weights', weights, ...more];

  it('all zero', async () => {
    expect(await refused(field('France,1,2,3', 'Japan,2,4,6', 'Brazil,3,6,9'), by('critic')))
      .toMatchInlineSnapshot(`
        --weights: error: "critic" gives weight 0 to all of "index": offence, defence and morale [weights/all-zero]
          why: by its measure, none of them separates countries or adds anything to the others
          fix: use another weighting, such as --weights equal
        exit 2
      `);
  });

  it('an entropy of scores below 0', async () => {
    expect(
      await refused(
        field('France,1,2,3', 'Japan,-2,4,6', 'Brazil,3,6,9'),
        by('entropy', '--normalise', 'none'),
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:7: error: Japan's normalised score for "offence" is -2, which the weighting "entropy" of "index" does not accept [recipe/out-of-domain]
           │
         3 │ Japan,-2,4,6
           │       ^^
        why: "entropy" needs normalised scores of 0 or more, because it computes shares of them
        fix: use a range from 0 upwards, such as --normalise minmax, or use --weights deviation
      exit 1
    `);
  });

  it('an indicator that goes against its siblings', async () => {
    expect(await refused(field('France,1,2,9', 'Japan,2,3,7', 'Brazil,3,6,1'), by('principal-component')))
      .toMatchInlineSnapshot(`
        --weights: error: the weighting "principal-component" finds no weights under "index": "morale" runs against its siblings [weights/opposed]
          why: its loading on the first principal component is -0.58, and weights must not be negative
          fix: set its direction to -1 if lower is better, leave it out with --select without:morale, or use another weighting, such as --weights critic
        exit 2
      `);
  });

  it('two that go against each other', async () => {
    expect(
      await refused(
        { ...sound, 'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,2,1\n' },
        by('principal-component'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "principal-component" finds no weights under "index": offence and defence run in opposite directions [weights/opposed]
        why: their loadings on the first principal component cancel out
        fix: set direction -1 if lower is better in one of them, or use another weighting, such as --weights critic
      exit 2
    `);
  });

  it('correlations of an indicator in which all are equal', async () => {
    expect(
      await refused(
        field('France,1,2,5', 'Japan,2,3,5', 'Brazil,3,6,5'),
        by('balanced', '--normalise', 'none'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "balanced" finds no weights under "index": all countries that have all scores have the same score for "morale" [weights/not-determined]
        why: its correlation with its siblings is not defined
        fix: leave it out with --select without:morale, or give it weight 0 in indicators.csv
      exit 2
    `);
  });

  it('correlations of an indicator without scores', async () => {
    expect(
      await refused(
        field('France,1,2,', 'Japan,2,3,', 'Brazil,3,6,'),
        by('principal-component', '--missing', 'skip', '--normalise', 'none'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "principal-component" finds no weights under "index": none of the countries has a score for "morale" [weights/not-determined]
        why: its correlation with its siblings is not defined
        fix: leave it out with --select without:morale, or give it weight 0 in indicators.csv
      exit 2
    `);
  });

  it('correlations of two indicators that no two countries share', async () => {
    expect(
      await refused(
        field('France,1,,5', 'Japan,2,,6', 'Brazil,,2,4', 'Kenya,,5,7'),
        by('principal-component', '--missing', 'skip', '--normalise', 'none'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "principal-component" finds no weights under "index": offence and defence have no correlation [weights/not-determined]
        why: too few countries have both scores, or their scores are equal
        fix: fill in missing scores (--impute median), or use another weighting, such as --weights critic
      exit 2
    `);
  });

  it('a first component where there is none', async () => {
    expect(
      await refused(
        { ...sound, 'scores.csv': 'country,offence,defence\nFrance,1,1\nJapan,1,2\nBrazil,2,1\nKenya,2,2\n' },
        by('principal-component'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "principal-component" finds no weights under "index": no first principal component stands out [weights/not-determined]
        why: the two largest eigenvalues are both 1: the siblings have too little in common
        fix: use another weighting, such as --weights critic
      exit 2
    `);
  });

  it('an importance that no weights give', async () => {
    expect(
      await refused(
        {
          ...field('France,1,1,3', 'Japan,2,2,3', 'Brazil,3,4,5', 'Kenya,4,4,1'),
          'indicators.csv': 'code,weight\noffence,9\ndefence,1\nmorale,5\n',
        },
        by('balanced'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "balanced" finds no weights under "index": "defence" would need a negative weight [weights/unbalanced]
        why: even with weight 0, its correlation with the mean exceeds its share of 0.0667
        fix: raise its weight in indicators.csv, leave it out with --select without:defence, or use another weighting, such as --weights critic
      exit 2
    `);
  });

  it('more siblings than countries tell apart', async () => {
    expect(await refused(field('France,1,2,9', 'Japan,2,3,1'), by('balanced'))).toMatchInlineSnapshot(`
      --weights: error: the weighting "balanced" finds no weights under "index": only 1 of its 3 children vary independently [weights/not-determined]
        why: only 2 countries have all scores, too few for so many children
        fix: leave some out with --select without:…, or use another weighting, such as --weights deviation
      exit 2
    `);
  });

  it('an index of countries none of which has all scores', async () => {
    expect(
      await refused(
        field('France,1,2,', 'Japan,2,,1', 'Brazil,,2,1'),
        by('balanced', '--missing', 'skip', '--normalise', 'none'),
      ),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "balanced" finds no weights under "index": no country has all scores [weights/not-determined]
        why: the correlations need countries with all scores
        fix: fill in missing scores (--impute median), or use another weighting, such as --weights deviation
      exit 2
    `);
  });
});

describe('by an order of importance', () => {
  it('that names what is not in the framework', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'rank-sum:ofence,defence']))
      .toMatchInlineSnapshot(`
      --weights: error: the order of importance names "ofence", which is not in the framework; did you mean "offence"? [weights/unknown-code]
        fix: its codes are offence and defence
      exit 2
    `);
  });

  it('that names something twice', async () => {
    expect(
      await refused(sound, ['rank', 'FOLDER', '--weights', 'rank-order-centroid:offence,defence,offence']),
    ).toMatchInlineSnapshot(`
      --weights: error: "order" of "rank-order-centroid" does not fit: "offence" appears twice [recipe/bad-parameter]
        fix: write, for example, rank-order-centroid:offence,resilience (order: codes, most important first)
      exit 2
    `);
  });

  it('that is not given', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'rank-sum'])).toMatchInlineSnapshot(`
      --weights: error: "rank-sum" needs "order": codes, most important first [recipe/bad-parameter]
        fix: write it, for example rank-sum:offence,resilience
      exit 2
    `);
  });
});

describe('by comparisons', () => {
  const compared = (...lines: string[]) => ({
    'scores.csv': 'country,offence,defence,morale\nFrance,1,2,3\nJapan,2,1,5\n',
    'indicators.csv': 'code\noffence\ndefence\nmorale\n',
    'matrix.csv': `${lines.join('\n')}\n`,
  });
  const args = ['rank', 'FOLDER', '--weights', 'ahp:FOLDER/matrix.csv'];

  it('in a file that there is not', async () => {
    expect(await refused(sound, args)).toMatchInlineSnapshot(`
      FOLDER/matrix.csv: error: the file does not exist [files/not-found]
        fix: check the spelling and the current folder
      exit 1
    `);
  });

  it('in no file', async () => {
    expect(await refused(sound, ['rank', 'FOLDER', '--weights', 'ahp'])).toMatchInlineSnapshot(`
      --weights: error: "ahp" needs "file": a CSV file of comparisons [recipe/bad-parameter]
        fix: write it, for example ahp:matrix.csv
      exit 2
    `);
  });

  it('of other codes down than across', async () => {
    expect(
      await refused(
        compared(',offence,defence,morale', 'offence,1,2,3', 'defence,1/2,1,2', ',1/3,1/2,1'),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:1:18: error: "morale" has a column and no row [weights/not-square]
           │
         1 │ ,offence,defence,morale
           │                  ^^^^^^
        why: rows and columns of the matrix must have the same codes
        fix: add its row, or delete its column

      FOLDER/matrix.csv:4:1: error: the row of comparisons has no code [weights/not-square]
           │
         4 │ ,1/3,1/2,1
           │ ^^^^^^^^^^
        fix: write the code into the first cell, or delete the row
      exit 1
    `);
  });

  it('of what is not in the framework', async () => {
    expect(
      await refused(
        compared(',offence,defence,moral', 'offence,1,2,3', 'defence,1/2,1,2', 'moral,1/3,1/2,1'),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:4:1: error: the matrix compares "moral", which is not in the framework; did you mean "morale"? [weights/unknown-code]
           │
         4 │ moral,1/3,1/2,1
           │ ^^^^^
        fix: its codes are offence, defence and morale
      exit 1
    `);
  });

  it('in two rows of one code', async () => {
    expect(
      await refused(
        compared(
          ',offence,defence,morale',
          'offence,1,2,3',
          'defence,1/2,1,2',
          'morale,1/3,1/2,1',
          'offence,1,2,3',
        ),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:5:1: error: "offence" has two rows [weights/duplicate-code]
           │
         5 │ offence,1,2,3
           │ ^^^^^^^
        why: the other row is line 2
        fix: delete one of them
      exit 1
    `);
  });

  it('that are no positive numbers', async () => {
    expect(
      await refused(
        compared(',offence,defence,morale', 'offence,1,twice,3', 'defence,,1,-2', 'morale,,,1'),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:2:11: error: the comparison of "offence" with "defence" is not a positive number: "twice" [weights/not-a-comparison]
           │
         2 │ offence,1,twice,3
           │           ^^^^^
        fix: write how many times as important "offence" is: 3, 1/3 or 0.333

      FOLDER/matrix.csv:3:12: error: the comparison of "defence" with "morale" is not a positive number: "-2" [weights/not-a-comparison]
           │
         3 │ defence,,1,-2
           │            ^^
        fix: write how many times as important "defence" is: 3, 1/3 or 0.333
      exit 1
    `);
  });

  it('that do not fit the other way round', async () => {
    expect(
      await refused(
        compared(',offence,defence,morale', 'offence,1,2,3', 'defence,0.5,1,2', 'morale,0.3,0.5,2'),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:4:8: error: "offence" against "morale" is 3, but "morale" against "offence" is 0.3 [weights/not-reciprocal]
           │
         4 │ morale,0.3,0.5,2
           │        ^^^
        why: each must be 1 divided by the other
        fix: write 1/3, or leave the cell empty

      FOLDER/matrix.csv:4:16: error: "morale" compared with itself is 2 [weights/not-reciprocal]
           │
         4 │ morale,0.3,0.5,2
           │                ^
        fix: write 1, or leave the cell empty
      exit 1
    `);
  });

  it('of some of the siblings', async () => {
    expect(await refused(compared(',offence,defence', 'offence,1,2', 'defence,1/2,1'), args))
      .toMatchInlineSnapshot(`
        FOLDER/matrix.csv:1:1: error: "morale" is not compared with offence and defence [weights/not-compared]
             │
           1 │ ,offence,defence
             │ ^^^^^^^^^^^^^^^^
          why: a category needs comparisons of all its children, or of none
          fix: add rows and columns for it, or delete those of offence and defence
        exit 1
      `);
  });

  it('of some of the pairs', async () => {
    expect(
      await refused(compared(',offence,defence,morale', 'offence,,2,3', 'defence,,,', 'morale,,,'), args),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:3:11: error: "defence" and "morale" are not compared [weights/not-compared]
           │
         3 │ defence,,,
           │           ^
        fix: write into one of their two cells how many times as important the row is as the column
      exit 1
    `);
  });

  it('of what are not siblings: a warning', async () => {
    const files = {
      ...compared(',offence,defence,morale', 'offence,1,2,3', 'defence,,1,', 'morale,,,'),
      'indicators.csv': 'code,parent\npower,\noffence,power\ndefence,power\nmorale,\n',
    };
    expect(await refused(files, args)).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:2:13: warning: "offence" and "morale" are compared, but are not siblings [weights/not-siblings]
           │
         2 │ offence,1,2,3
           │             ^
        why: weights are relative to the siblings, so the comparison is ignored
        fix: empty such cells

      FOLDER/matrix.csv:1:1: error: "power" is not compared with morale [weights/not-compared]
           │
         1 │ ,offence,defence,morale
           │ ^^^^^^^^^^^^^^^^^^^^^^^
        why: a category needs comparisons of all its children, or of none
        fix: add rows and columns for it, or delete those of morale
      exit 1
    `);
    expect(
      await warned(
        {
          ...files,
          'matrix.csv':
            ',offence,defence,morale,power\noffence,1,2,3,\ndefence,,1,,\nmorale,,,,1/4\npower,,,,\n',
        },
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:2:13: warning: "offence" and "morale" are compared, but are not siblings [weights/not-siblings]
           │
         2 │ offence,1,2,3,
           │             ^
        why: weights are relative to the siblings, so the comparison is ignored
        fix: empty such cells
    `);
  });

  it('that contradict each other: a warning', async () => {
    expect(
      await warned(
        compared(',offence,defence,morale', 'offence,1,3,1/2', 'defence,1/3,1,3', 'morale,2,1/3,1'),
        args,
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/matrix.csv:2:11: warning: the comparisons under "index" contradict each other: their consistency ratio is 0.864 [weights/inconsistent]
           │
         2 │ offence,1,3,1/2
           │           ^
        why: up to 0.1 is acceptable; the worst fit is "offence" against "defence": 3 where the weights give 1.14
        fix: review the comparisons, starting with this one
    `);
  });
});

describe('for each country its own', () => {
  const own = async (scores: string, ...options: string[]) =>
    refused({ ...sound, 'scores.csv': scores }, ['rank', 'FOLDER', '--normalise', 'none', ...options]);
  const weights = (parameters = '') => ['--weights', `benefit-of-the-doubt${parameters}`];

  it('a missing score, though it could be skipped', async () => {
    expect(await own('country,offence,defence\nFrance,1,2\nJapan,2,\n', ...weights(), '--missing', 'skip'))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:3:9: error: Japan has no score for "defence" [scores/missing]
             │
           3 │ Japan,2,
             │         ^
          why: the weighting "benefit-of-the-doubt" compares each country with all others, so it needs all scores
          fix: fill it in, impute it with --impute median, or leave out the country or the indicator with --select without:…
        exit 1
      `);
  });

  it('a score below 0', async () => {
    expect(await own('country,offence,defence\nFrance,1,2\nJapan,-2,1\n', ...weights()))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:3:7: error: Japan's normalised score for "offence" is -2, which the weighting "benefit-of-the-doubt" of "index" does not accept [recipe/out-of-domain]
             │
           3 │ Japan,-2,1
             │       ^^
          why: "benefit-of-the-doubt" needs normalised scores of 0 or more, because it computes shares of them
          fix: use a range from 0 upwards, such as --normalise minmax, or use --weights deviation
        exit 1
      `);
  });

  it('nothing above 0', async () => {
    expect(await own('country,offence,defence\nFrance,1,2\nJapan,0,0\n', ...weights()))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:3:7: error: the weighting "benefit-of-the-doubt" finds no weights under "index" for Japan: it has no score above 0 [weights/not-determined]
             │
           3 │ Japan,0,0
             │       ^
          why: weights need scores above 0
          fix: use a range above 0, such as --normalise minmax:floor=1, or leave out the country with --select without:…
        exit 1
      `);
  });

  it('a score of 0 that needs a share', async () => {
    expect(await own('country,offence,defence\nFrance,1,2\nJapan,0,1\n', ...weights(':least=0.1')))
      .toMatchInlineSnapshot(`
        FOLDER/scores.csv:3:7: error: the weighting "benefit-of-the-doubt" finds no weights under "index" for Japan: its "offence" is 0 [weights/not-determined]
             │
           3 │ Japan,0,1
             │       ^
          why: no weight gives a score of 0 the smallest share, 0.1
          fix: take no least, use a range above 0, such as --normalise minmax:floor=1, or leave out the country with --select without:…
        exit 1
      `);
  });

  it('limits that leave too little or too much', async () => {
    expect(await own(sound['scores.csv'], ...weights(':least=0.6'))).toMatchInlineSnapshot(`
      --weights: error: the weighting "benefit-of-the-doubt" finds no weights under "index": its 2 children must have a share of 0.6 each, which exceeds 1 in total [recipe/bad-parameter]
        fix: use a least of 0.5 or below, or none
      exit 2
    `);
    expect(await own(sound['scores.csv'], ...weights(':most=0.3'))).toMatchInlineSnapshot(`
      --weights: error: the weighting "benefit-of-the-doubt" finds no weights under "index": its 2 children may have a share of 0.3 each, which is below 1 in total [recipe/bad-parameter]
        fix: use a most of 0.5 or above, or none
      exit 2
    `);
    expect(await own(sound['scores.csv'], ...weights(':least=0.6,most=0.3'))).toMatchInlineSnapshot(`
      --weights: error: "benefit-of-the-doubt" cannot be used like this: its least is above its most [recipe/bad-parameter]
        fix: cyberpower methods benefit-of-the-doubt tells its parameters
      exit 2
    `);
  });

  it('an aggregation that is no weighted sum, of all categories or of one', async () => {
    expect(await own(sound['scores.csv'], ...weights(), '--aggregate', 'geometric')).toMatchInlineSnapshot(`
      --aggregate: error: the weighting "benefit-of-the-doubt" needs a weighted sum, but "index" aggregates by "geometric" [recipe/bad-parameter]
        why: it finds the weights that make the sum best for each country
        fix: use --aggregate arithmetic, or another weighting, such as --weights equal
      exit 2
    `);
    const framework = 'code,parent,aggregate\npower,,geometric\noffence,power,\ndefence,power,\n';
    expect(
      await refused({ ...sound, 'indicators.csv': framework }, [
        'rank',
        'FOLDER',
        '--normalise',
        'none',
        ...weights(),
      ]),
    ).toMatchInlineSnapshot(`
      --weights: error: the weighting "benefit-of-the-doubt" needs a weighted sum, but "power" aggregates by "geometric" [recipe/bad-parameter]
        why: it finds the weights that make the sum best for each country
        fix: write arithmetic into the column "aggregate" of indicators.csv, or use another weighting, such as --weights equal
      exit 2
    `);
  });
});

it('few countries for the parts that a principal component weighs', async () => {
  const folder = folderOf({
    'my.csv': 'country,laws,skills,trade\nFrance,1,2,1\nJapan,2,1,2\nKenya,3,4,5\nPeru,4,3,3\n',
  });
  const { code, stderr } = await run(['rank', `${folder}/my.csv`, '--weights', 'principal-component']);
  expect(code).toBe(0);
  expect(stderr).toContain(
    [
      '--weights: warning: "principal-component" has 4 countries for 3 indicators or categories [weights/few-countries]',
      '  why: with fewer than 3 countries per indicator, its weights are mostly chance',
      '  fix: use --weights equal, or fewer indicators',
    ].join('\n'),
  );
});
