// index.json and index.yaml, methods and their parameters wherever they are written, and recipes that cannot
// be carried out.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const json = (...lines: string[]) => ({ ...sound, 'index.json': `${lines.join('\n')}\n` });
const yaml = (...lines: string[]) => ({ ...sound, 'index.yaml': `${lines.join('\n')}\n` });
const rank = (...options: string[]) => refused(sound, ['rank', 'FOLDER', ...options]);

describe('the file', () => {
  it('JSON with a comma missing, at the place where it should stand', async () => {
    const { printed } = await refused(json('{', '  "name": "Strength"', '  "year": 2024', '}'));
    expect(printed).toMatch(
      /^FOLDER\/index\.json:3:3: error: the file is not JSON: .+ \[recipe\/syntax\]\n {5}│\n {3}3 │ {3}"year": 2024\n {5}│ {3}\^+\n {2}fix: .+\nexit 1$/,
    );
  });

  it('YAML with a tab', async () => {
    expect(await refused(yaml('recipe:', '\taggregate: geometric'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:1: error: the file is not YAML: this line is indented with a tab; YAML needs spaces [recipe/syntax]
           │
         2 │ ␉aggregate: geometric
           │ ^
        fix: check the indentation, colons and quotation marks nearby
      exit 1
    `);
  });

  it('YAML out of line', async () => {
    expect(await refused(yaml('recipe:', '  aggregate: arithmetic', ' rank: dense'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:1: error: the file is not YAML: the indentation or a bracket is wrong here [recipe/syntax]
           │
         3 │  rank: dense
           │ ^
        fix: check the indentation, colons and quotation marks nearby
      exit 1
    `);
  });

  it('a key that there is not', async () => {
    expect(await refused(json('{', '  "nmae": "Strength"', '}'))).toMatchInlineSnapshot(`
      FOLDER/index.json:2:3: error: there is no "nmae" here; did you mean "name"? [recipe/schema]
           │
         2 │   "nmae": "Strength"
           │   ^^^^^^
        fix: the keys here are name, year, description, sources, licence, facts, ours, illustrative, scales and recipe
      exit 1
    `);
    expect(await refused(yaml('name: Strength', 'recipes: {}'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:1: error: there is no "recipes" here; did you mean "recipe"? [recipe/schema]
           │
         2 │ recipes: {}
           │ ^^^^^^^
        fix: the keys here are name, year, description, sources, licence, facts, ours, illustrative, scales and recipe
      exit 1
    `);
  });

  it('two files of the same kind', async () => {
    expect(await refused({ ...json('{}'), ...yaml('name: Strength') })).toMatchInlineSnapshot(`
      FOLDER/index.yaml: error: the folder has several settings files: index.json and index.yaml [recipe/schema]
        fix: keep one of them
      exit 1
    `);
  });

  it('a step that there is not', async () => {
    expect(await refused(json('{', '  "recipe": { "normalize": "minmax" }', '}'))).toMatchInlineSnapshot(`
      FOLDER/index.json:2:15: error: a recipe has no step "normalize"; did you mean "normalise"? [recipe/schema]
           │
         2 │   "recipe": { "normalize": "minmax" }
           │               ^^^^^^^^^^^
        fix: its steps are select, denominate, transform, screen, impute, treat, missing, normalise, weights, aggregate, rank, tiers and region
      exit 1
    `);
  });

  it('a step that does not say which method', async () => {
    expect(await refused(json('{', '  "recipe": { "aggregate": { "p": 2 } }', '}'))).toMatchInlineSnapshot(`
      FOLDER/index.json:2:15: error: "aggregate" names no method [recipe/schema]
           │
         2 │   "recipe": { "aggregate": { "p": 2 } }
           │               ^^^^^^^^^^^
        fix: add "method": one of arithmetic, geometric, harmonic, power, product, sum, minimum, maximum, median, owa, mpi, ampi, topsis, copeland, borda and outranking
      exit 1
    `);
  });

  it('a step that is neither a word nor an object', async () => {
    expect(await refused(yaml('recipe:', '  rank: 3'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: "rank" cannot be 3 [recipe/schema]
           │
         2 │   rank: 3
           │   ^^^^
        fix: write a method, such as "competition", or { "method": … }
      exit 1
    `);
  });
});

describe('what a key cannot be', () => {
  it('a year that is text, a list that is none', async () => {
    expect(await refused(json('{', '  "year": "2024",', '  "sources": "Almanac"', '}')))
      .toMatchInlineSnapshot(`
      FOLDER/index.json:2:3: error: "year" cannot be "2024" [recipe/schema]
           │
         2 │   "year": "2024",
           │   ^^^^^^
        fix: write a whole number without quotation marks

      FOLDER/index.json:3:3: error: "sources" cannot be "Almanac" [recipe/schema]
           │
         3 │   "sources": "Almanac"
           │   ^^^^^^^^^
        fix: write a list of sources: [{ "title": … }]
      exit 1
    `);
  });

  it('a list instead of keys with values', async () => {
    expect(await refused(json('["Strength", 2024]'))).toMatchInlineSnapshot(`
      FOLDER/index.json:1:1: error: the file does not consist of keys with values [recipe/schema]
           │
         1 │ ["Strength", 2024]
           │ ^^^^^^^^^^^
        fix: its keys are name, year, description, sources, licence, facts, ours, illustrative, scales and recipe
      exit 1
    `);
  });

  it.each([
    ['a list', 'name: &a [*a]'],
    ['a scale', 'scales: &a', '  x: *a'],
    ['a step', 'recipe: &a', '  normalise: *a'],
    ['far below itself', 'sources: &a', '  - title: x', '    publisher: [{ y: *a }]'],
  ])('an alias that contains itself: %s', async (_, ...lines) => {
    expect((await refused(yaml(...lines))).printed).toBe(
      'FOLDER/index.yaml: error: the file is not YAML: it refers to something that does not exist, or to ' +
        'itself [recipe/syntax]\n  fix: check the indentation, colons and quotation marks nearby\n' +
        'exit 1',
    );
  });

  it('an alias that is used twice is none of these', async () => {
    const lines = ['sources: [&a { title: x }, *a, *a]'];
    expect(await warned(yaml(...lines))).toEqual({ printed: '(nothing)' });
  });

  it.each([100, 1000, 3000, 100_000])('lists in lists, %d deep', async (depth) => {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    for (const files of [
      json(`{ "recipe": ${nested} }`),
      yaml(`recipe: ${nested}`),
      yaml(`recipe: ${'- '.repeat(depth)}`),
      yaml('recipe:', `  - ${'- '.repeat(depth)}`),
    ])
      expect((await refused(files)).printed).toMatch(/: error: .* \[recipe\/\w+\]\n[^]*\nexit 1$/);
  });

  it('keys in keys, deeper than any settings are', async () => {
    const nested = Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}x:`);
    for (const files of [json(`{"x":`.repeat(300)), yaml(...nested)])
      expect((await refused(files)).printed.replace('json', 'yaml')).toBe(
        'FOLDER/index.yaml: error: lists or keys are nested more than 200 levels deep ' +
          '[recipe/syntax]\n  fix: look for brackets that do not close\nexit 1',
      );
  });

  it('an alias to nothing', async () => {
    expect(await refused(yaml('name: *strength'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml: error: the file is not YAML: it refers to something that does not exist, or to itself [recipe/syntax]
        fix: check the indentation, colons and quotation marks nearby
      exit 1
    `);
  });
});

describe('methods', () => {
  it('one that there is not, with a suggestion', async () => {
    expect(await rank('--aggregate', 'geometirc')).toMatchInlineSnapshot(`
      --aggregate: error: there is no aggregation "geometirc"; did you mean "geometric"? [recipe/unknown-method]
        fix: choose one of arithmetic, geometric, harmonic, power, product, sum, minimum, maximum, median, owa, mpi, ampi, topsis, copeland, borda and outranking
      exit 2
    `);
  });

  it('one that is like nothing there is', async () => {
    expect(await rank('--normalise', 'sigmoid')).toMatchInlineSnapshot(`
      --normalise: error: there is no normalisation "sigmoid" [recipe/unknown-method]
        fix: choose one of minmax, goalposts, zscore, rank, percentile, borda, distance-to-maximum, distance-to-reference, distance-to-target, fraction-of-maximum, scaled, vector and none
      exit 2
    `);
  });

  it('one by the recipe, as a word', async () => {
    expect(await refused(json('{', '  "recipe": { "missing": "skip", "rank": "dens" }', '}')))
      .toMatchInlineSnapshot(`
      FOLDER/index.json:2:34: error: there is no ranking "dens"; did you mean "dense"? [recipe/unknown-method]
           │
         2 │   "recipe": { "missing": "skip", "rank": "dens" }
           │                                  ^^^^^^
        fix: choose one of competition, dense, fractional and ordinal
      exit 1
    `);
  });

  it('one by the recipe, as an object', async () => {
    expect(await refused(yaml('recipe:', '  normalise:', '    method: zcore', '    mean: 1')))
      .toMatchInlineSnapshot(`
      FOLDER/index.yaml:3:5: error: there is no normalisation "zcore"; did you mean "zscore"? [recipe/unknown-method]
           │
         3 │     method: zcore
           │     ^^^^^^
        fix: choose one of minmax, goalposts, zscore, rank, percentile, borda, distance-to-maximum, distance-to-reference, distance-to-target, fraction-of-maximum, scaled, vector and none
      exit 1
    `);
  });

  it('one in a list of selections', async () => {
    expect(await refused(yaml('recipe:', '  select:', '    - without:Japan', '    - onyl:France')))
      .toMatchInlineSnapshot(`
      FOLDER/index.yaml:4:7: error: there is no selection "onyl"; did you mean "only"? [recipe/unknown-method]
           │
         4 │     - onyl:France
           │       ^^^^
        fix: choose one of only and without
      exit 1
    `);
  });

  it('those of several steps at once', async () => {
    expect(await rank('--aggregate', 'geo', '--rank', 'desne', '--normalise', 'zscore:maen=1'))
      .toMatchInlineSnapshot(`
        --normalise: error: "zscore" has no parameter "maen"; did you mean "mean"? [recipe/unknown-parameter]
          fix: its parameters are mean, deviation and by

        --aggregate: error: there is no aggregation "geo"; did you mean "geometric"? [recipe/unknown-method]
          fix: choose one of arithmetic, geometric, harmonic, power, product, sum, minimum, maximum, median, owa, mpi, ampi, topsis, copeland, borda and outranking

        --rank: error: there is no ranking "desne"; did you mean "dense"? [recipe/unknown-method]
          fix: choose one of competition, dense, fractional and ordinal
        exit 2
      `);
  });
});

describe('parameters', () => {
  it('one that there is not', async () => {
    expect(await rank('--normalise', 'minmax:celing=10')).toMatchInlineSnapshot(`
      --normalise: error: "minmax" has no parameter "celing"; did you mean "ceiling"? [recipe/unknown-parameter]
        fix: its parameters are floor, ceiling and by
      exit 2
    `);
  });

  it('a value for a method that takes none', async () => {
    expect(await rank('--aggregate', 'geometric:2')).toMatchInlineSnapshot(`
      --aggregate: error: "geometric" takes no "2" [recipe/unknown-parameter]
        fix: write "geometric" alone
      exit 2
    `);
  });

  it('a value without a name where it needs one', async () => {
    expect(await rank('--normalise', 'minmax:1')).toMatchInlineSnapshot(`
      --normalise: error: "minmax" takes no "1" [recipe/unknown-parameter]
        fix: name the parameter: floor=…, ceiling=… and by=…
      exit 2
    `);
  });

  it('one that must be given', async () => {
    expect(await rank('--aggregate', 'power')).toMatchInlineSnapshot(`
      --aggregate: error: "power" needs "p": the order [recipe/bad-parameter]
        fix: write it, for example power:0.5
      exit 2
    `);
    expect(await refused(yaml('recipe:', '  aggregate: power'))).toMatchInlineSnapshot(`
      FOLDER/index.yaml:2:3: error: "power" needs "p": the order [recipe/bad-parameter]
           │
         2 │   aggregate: power
           │   ^^^^^^^^^
        fix: write it, for example power:0.5
      exit 1
    `);
  });
});

describe('parameters that do not fit', () => {
  it.each([
    ['--aggregate', 'power:x'],
    ['--rank', 'dense:decimals=2.5'],
    ['--missing', 'skip:2'],
    ['--tiers', 'breaks:1'],
    ['--tiers', 'quantiles:0.5,0.6'],
    ['--normalise', 'goalposts:clip=yes'],
  ])('%s %s', async (option, value) => {
    const { printed } = await rank(option, value);
    expect(printed).toMatch(
      new RegExp(`^${option}: error: "\\w+" of "\\w+" .+ \\[recipe/bad-parameter\\]\\n {2}fix: .+\\nexit 2$`),
    );
  });

  it('together', async () => {
    expect(await rank('--normalise', 'minmax:floor=100,ceiling=0')).toMatchInlineSnapshot(`
      --normalise: error: "minmax" cannot be used like this: floor must be below ceiling [recipe/bad-parameter]
        fix: cyberpower methods minmax tells its parameters
      exit 2
    `);
  });

  it('given twice', async () => {
    expect(await rank('--aggregate', 'power:p=1,p=2')).toMatchInlineSnapshot(`
      --aggregate: error: "p" is given twice [recipe/bad-parameter]
        fix: write it once
      exit 2
    `);
  });
});

describe('selections', () => {
  it('of what there is not', async () => {
    expect(await rank('--select', 'without:Frnace,Japan,ofence')).toMatchInlineSnapshot(`
      --select: error: the selection names "Frnace", which is not a country, indicator or group; did you mean "France"? [recipe/unknown-selection]
        fix: write a country's name or code, an indicator's code, or group=value

      --select: error: the selection names "ofence", which is not a country, indicator or group; did you mean "offence"? [recipe/unknown-selection]
        fix: write a country's name or code, an indicator's code, or group=value
      exit 2
    `);
  });

  it('of a group that there is not', async () => {
    const files = {
      ...sound,
      'scores.csv': 'country,region,offence,defence\nFrance,Europe,1,2\nJapan,Asia,2,1\n',
    };
    expect(await refused(files, ['rank', 'FOLDER', '--select', 'only:region=Eurpe'])).toMatchInlineSnapshot(`
      --select: error: the selection names "region=Eurpe", which is not a country, indicator or group; did you mean "region=Europe"? [recipe/unknown-selection]
        fix: write a country's name or code, an indicator's code, or group=value
      exit 2
    `);
  });

  it('that leave no country', async () => {
    expect(await rank('--select', 'without:FRA,JPN')).toMatchInlineSnapshot(`
      --select: error: the selection "without:FRA,JPN" leaves nothing to rank [recipe/nothing-selected]
        fix: change the terms
      exit 2
    `);
  });

  it('that leave no indicator', async () => {
    expect(await refused(json('{', '  "recipe": {', '    "select": "without:offence,defence"', '  }', '}')))
      .toMatchInlineSnapshot(`
        FOLDER/index.json:3:5: error: the selection "without:offence,defence" leaves nothing to rank [recipe/nothing-selected]
             │
           3 │     "select": "without:offence,defence"
             │     ^^^^^^^^
          fix: change the terms
        exit 1
      `);
  });
});

describe('what cannot be computed', () => {
  it('goalposts that are nowhere', async () => {
    expect(
      await refused({ ...sound, 'indicators.csv': 'code,low,high\noffence,0,5\ndefence,,\n' }, [
        'rank',
        'FOLDER',
        '--normalise',
        'goalposts',
      ]),
    ).toMatchInlineSnapshot(`
      --normalise: error: the indicator "defence" has no goalposts [recipe/no-goalposts]
        fix: fill the columns "low" and "high" of indicators.csv, or pass them for all: --normalise goalposts:low=0,high=10
      exit 2
    `);
  });

  it('the logarithm of zero and of less', async () => {
    const files = {
      ...sound,
      'scores.csv': 'country,offence,defence\nFrance,0,2\nJapan,-2,1\n',
      'indicators.csv': 'code,transform\noffence,log\ndefence,\n',
    };
    expect(await refused(files)).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's score for "offence" is 0, which the transformation "log" does not accept [recipe/out-of-domain]
           │
         2 │ France,0,2
           │        ^
        why: "log" needs scores above 0, because 0 and negative numbers have no logarithm
        fix: set "none" for this indicator in the column "transform" of indicators.csv, or correct the score

      FOLDER/scores.csv:3:7: error: Japan's score for "offence" is -2, which the transformation "log" does not accept [recipe/out-of-domain]
           │
         3 │ Japan,-2,1
           │       ^^
        why: "log" needs scores above 0, because 0 and negative numbers have no logarithm
        fix: set "none" for this indicator in the column "transform" of indicators.csv, or correct the score
      exit 1
    `);
  });

  it('an index beyond all numbers', async () => {
    const files = { ...sound, 'scores.csv': 'country,offence,defence\nFrance,1e300,1e300\nJapan,2,1\n' };
    expect(await refused(files, ['rank', 'FOLDER', '--normalise', 'none', '--aggregate', 'product']))
      .toMatchInlineSnapshot(`
        --aggregate: error: France's "index" is too large after "product" [recipe/not-finite]
          fix: normalise the scores to a smaller range, or use another aggregation
        exit 2
      `);
  });

  it('a geometric mean of zero', async () => {
    expect(await rank('--aggregate', 'geometric')).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France's normalised score for "offence" is 0, which the aggregation "geometric" of "index" does not accept [recipe/out-of-domain]
           │
         2 │ France,1,2
           │        ^
        why: "geometric" needs normalised scores above 0
        fix: keep scores above 0 with --normalise minmax:floor=1 or goalposts:floor=1, or use --aggregate arithmetic

      FOLDER/scores.csv:3:9: error: Japan's normalised score for "defence" is 0, which the aggregation "geometric" of "index" does not accept [recipe/out-of-domain]
           │
         3 │ Japan,2,1
           │         ^
        why: "geometric" needs normalised scores above 0
        fix: keep scores above 0 with --normalise minmax:floor=1 or goalposts:floor=1, or use --aggregate arithmetic
      exit 1
    `);
  });
});

describe('steps that lack something', () => {
  const own = (header: string, ...rows: string[]) => ({
    ...sound,
    'indicators.csv': [header, ...rows, ''].join('\n'),
  });

  it('an order of steps that names something else', async () => {
    expect(await rank('--steps', 'imput,screen')).toMatchInlineSnapshot(`
      --steps: error: there is no step "imput" to reorder; did you mean "impute"? [recipe/bad-steps]
        fix: name some of denominate, transform, screen, impute and treat, each once: impute,screen
      exit 2
    `);
    expect(await refused(json('{ "recipe": { "steps": ["screen", "screen"] } }'))).toMatchInlineSnapshot(`
      FOLDER/index.json:1:15: error: "steps" cannot be ["screen","screen"] [recipe/bad-steps]
           │
         1 │ { "recipe": { "steps": ["screen", "screen"] } }
           │               ^^^^^^^
        fix: name some of denominate, transform, screen, impute and treat, each once: impute,screen
      exit 1
    `);
  });

  it('a denominator that is no column', async () => {
    expect(await refused(own('code,denominate', 'offence,by:people', 'defence,'))).toMatchInlineSnapshot(`
      FOLDER/scores.csv:1:9: error: "offence" should be divided by "people", which is not a column of numbers [recipe/no-denominator]
           │
         1 │ country,offence,defence
           │         ^^^^^^^
        fix: add the column to scores.csv, or check its spelling
      exit 1
    `);
  });

  it('a group that is no column', async () => {
    const files = {
      ...sound,
      'scores.csv': 'country,region,offence,defence\nFrance,Europe,,2\nJapan,Asia,2,1\n',
    };
    expect(await refused(files, ['rank', 'FOLDER', '--impute', 'group-mean:regoin'])).toMatchInlineSnapshot(`
      --impute: error: there is no column of groups "regoin"; did you mean "region"? [recipe/no-group]
        fix: the group is region
      exit 2
    `);
  });

  it('a target that is not given, and one that is no better than the lowest country', async () => {
    expect(
      await refused(own('code,target', 'offence,', 'defence,1'), [
        'rank',
        'FOLDER',
        '--normalise',
        'distance-to-target',
      ]),
    ).toMatchInlineSnapshot(`
      --normalise: error: the indicator "offence" has no target [recipe/no-target]
        fix: fill the column "target" of indicators.csv

      --normalise: error: the target of "defence" (1) is not better than the worst country [recipe/no-target]
        fix: correct it in the column "target" of indicators.csv
      exit 2
    `);
  });

  it('a country to measure against that is not there, and one that is the lowest', async () => {
    expect(await rank('--normalise', 'distance-to-reference:Jappan')).toMatchInlineSnapshot(`
      --normalise: error: the reference country "Jappan" is not ranked; did you mean "Japan"? [recipe/no-reference]
        fix: write the code or name of a ranked country
      exit 2
    `);
    expect(await rank('--normalise', 'distance-to-reference:Japan')).toMatchInlineSnapshot(`
      --normalise: error: the reference country Japan is the worst in "defence" [recipe/no-reference]
        fix: use another country, or set another normalisation for the indicator
      exit 2
    `);
  });

  it('years that are to be kept apart and are not there', async () => {
    expect(await rank('--normalise', 'minmax:by=year')).toMatchInlineSnapshot(`
      --normalise: error: "minmax:by=year" needs years, but the scores have none [recipe/no-panel]
        fix: add a column "year" to the scores, or leave out by=year
      exit 2
    `);
    expect(await rank('--normalise', 'minmax:by=region')).toMatchInlineSnapshot(`
      --normalise: error: "by" of "minmax" does not fit: write year, or leave it out [recipe/bad-parameter]
        fix: write, for example, minmax:by=year (by: year: normalise each year of a panel by itself, not all years together)
      exit 2
    `);
  });

  it('a screening that leaves nobody', async () => {
    const files = { ...sound, 'scores.csv': 'country,offence,defence\nFrance,1,\nJapan,,1\n' };
    expect(await refused(files, ['rank', 'FOLDER', '--screen', 'countries:0.8'])).toMatchInlineSnapshot(`
      --screen: error: the screening leaves no country [recipe/nothing-selected]
        fix: require a smaller share of scores
      exit 2
    `);
  });
});

it('a recipe that is sound says nothing', async () => {
  expect(
    await warned(
      json('{ "recipe": { "normalise": { "method": "minmax", "floor": 1 }, "aggregate": "geometric" } }'),
    ),
  ).toMatchInlineSnapshot(`(nothing)`);
});
