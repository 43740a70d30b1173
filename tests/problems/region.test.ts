// Weight regions that name what is not there, or that hold no weights.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

const bounds = (...options: string[]) =>
  refused({ ...sound, 'weights.csv': '' }, ['bounds', 'iiss-2021', ...options]);

describe('a weight region', () => {
  it('that there is not', async () => {
    expect(await bounds('--region', 'ratoi:3')).toMatchInlineSnapshot(`
      --region: error: there is no weight region "ratoi"; did you mean "ratio"? [recipe/unknown-method]
        fix: choose one of any, around, ratio, order, sets, mix and published
      exit 2
    `);
  });

  it('with an order that names what has no weight', async () => {
    expect(await bounds('--region', 'order:offence,resiliense')).toMatchInlineSnapshot(`
      --region: error: the order of importance names "resiliense", whose weight does not vary; did you mean "resilience"? [region/unknown]
        fix: name indicators or categories with a weight that varies
      exit 2
    `);
  });

  it('with countries that are not ranked, or one alone', async () => {
    expect(await bounds('--region', 'published:USA,Chna')).toMatchInlineSnapshot(`
      --region: error: "published" names "Chna", which is not ranked; did you mean "China"? [region/unknown]
        fix: write the ISO code or name of a ranked country
      exit 2
    `);
    expect(await bounds('--region', 'published:USA')).toMatchInlineSnapshot(`
      --region: error: "published" names only one country [region/unknown]
        fix: name at least two, best first: published:USA,CHN
      exit 2
    `);
  });

  it('of sets, or of what was published, where there are none', async () => {
    expect(await refused(sound, ['bounds', 'FOLDER', '--region', 'sets'])).toMatchInlineSnapshot(`
      --region: error: the edition has no named sets of weights to mix [region/unknown]
        fix: add sets to weights.csv, or use another region such as --region around:25%
      exit 2
    `);
    expect(await refused(sound, ['bounds', 'FOLDER', '--region', 'published'])).toMatchInlineSnapshot(`
      --region: error: the edition has no published ranks or tiers [region/unknown]
        fix: name countries in their order: published:USA,CHN
      exit 2
    `);
  });

  it('of sets that weigh what scores are missing of, though it has no weight otherwise', async () => {
    const files = {
      'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,,3,1\nSpain,,3,1\n',
      'indicators.csv': 'code,weight\na,0\nb,1\nc,1\n',
      'weights.csv': 'code,s1,s2\na,3,4\nb,1,1\nc,0,0\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    };
    const one = files['scores.csv'].replace('Spain,,', 'Spain,4,');
    const sets = files['weights.csv'].replace('a,3,4', 'a,3,0');
    expect(await refused(files, ['bounds', 'FOLDER', '--region', 'sets'])).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: Latvia and Spain have no score for "a", which the sets "s1" and "s2" weigh [region/missing-score]
           │
         3 │ Latvia,,3,1
           │        ^
        why: its nominal weight is 0, so the index itself needs no score there
        fix: fill it in, or leave the indicator out with --select without:a
      exit 1
    `);
    expect(
      await refused({ ...files, 'scores.csv': one, 'weights.csv': sets }, [
        'bounds',
        'FOLDER',
        '--region',
        'sets',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: Latvia has no score for "a", which the set "s1" weighs [region/missing-score]
           │
         3 │ Latvia,,3,1
           │        ^
        why: its nominal weight is 0, so the index itself needs no score there
        fix: fill it in, or leave the indicator out with --select without:a
      exit 1
    `);
  });

  it('of sets that weigh a category, and nothing of what is left in it', async () => {
    const files = {
      'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,1,3,1\n',
      'indicators.csv': 'code,parent,weight\np,,1\na,p,1\nb,p,1\nc,,1\n',
      'weights.csv': 'code,s1,s2\np,1,1\na,1,1\nb,0,2\nc,1,1\n',
      'index.json': '{ "recipe": { "normalise": "none" } }',
    };
    expect(await refused(files, ['bounds', 'FOLDER', '--region', 'sets', '--select', 'without:a']))
      .toMatchInlineSnapshot(`
        --region: error: the set "s1" gives weight 0 to all of "p": b [weights/all-zero]
          fix: give at least one of them a weight above 0
        exit 2
      `);
  });

  it('of sets that weigh what the aggregation cannot take, though it has no weight otherwise', async () => {
    const files = {
      'scores.csv': 'country,a,b,c\nEstonia,9,1,2\nLatvia,0,3,1\n',
      'indicators.csv': 'code,weight\na,0\nb,1\nc,1\n',
      'weights.csv': 'code,s1,s2\na,3,4\nb,1,1\nc,0,0\n',
      'index.json': '{ "recipe": { "normalise": "none", "aggregate": "geometric" } }',
    };
    expect(await refused(files, ['bounds', 'FOLDER', '--region', 'sets'])).toMatchInlineSnapshot(`
      FOLDER/scores.csv:3:8: error: Latvia's normalised score for "a" is 0, which the aggregation "geometric" of "index" does not accept [recipe/out-of-domain]
           │
         3 │ Latvia,0,3,1
           │        ^
        why: "geometric" needs normalised scores above 0
        fix: keep scores above 0 with --normalise minmax:floor=1 or goalposts:floor=1, or use --aggregate arithmetic
      exit 1
    `);
  });

  it('of what was published, where the index is no weighted sum', async () => {
    expect(await refused(sound, ['bounds', 'FOLDER', '--aggregate', 'minimum', '--region', 'published']))
      .toMatchInlineSnapshot(`
        --region: error: the region "published" needs an index that is a weighted sum [region/unknown]
          fix: use another region, such as --region around:25%
        exit 2
      `);
  });

  it('that holds no weights, as two of its parts contradict each other', async () => {
    expect(await bounds('--region', 'around:10%+order:strategy,offence+published:CHN,USA'))
      .toMatchInlineSnapshot(`
        --region: error: no weights satisfy the regions "around:10%" and "published:CHN,USA" together [region/empty]
          fix: widen one of them, or leave one out
        exit 2
      `);
    expect(
      await bounds(
        '--region',
        'around:10%',
        '--region',
        'order:strategy,intelligence',
        '--weights',
        'strategy=1,intelligence=2',
      ),
    ).toMatchInlineSnapshot(`
      --region: error: no weights satisfy the regions "around:10%" and "order:strategy,intelligence" together [region/empty]
        why: the others leave "strategy" at most 0.138 where "intelligence" has 0.225
        fix: widen one of them, or leave one out
      exit 2
    `);
  });

  it('that holds no weights, where the index is no weighted sum', async () => {
    expect(
      await refused(sound, [
        ...['compare', 'FRA', 'JPN', '-e', 'FOLDER', '--aggregate', 'minimum'],
        ...['--region', 'around:10%+order:defence,offence', '--weights', 'offence=2,defence=1'],
      ]),
    ).toMatchInlineSnapshot(`
      --region: error: no weights satisfy the regions "around:10%" and "order:defence,offence" together [region/empty]
        why: the others leave "defence" at most 0.367 where "offence" has 0.633
        fix: widen one of them, or leave one out
      exit 2
    `);
  });

  it('where every country has weights of its own', async () => {
    expect(await bounds('--weights', 'benefit-of-the-doubt', '--normalise', 'fraction-of-maximum'))
      .toMatchInlineSnapshot(`
        --weights: error: "benefit-of-the-doubt" gives each country its own weights, so none can vary for all [region/no-common-weights]
          fix: use the same weights for all countries, such as --weights equal
        exit 2
      `);
  });

  it('that holds no weights by itself', async () => {
    expect(await bounds('--region', 'published:PRK,USA')).toMatchInlineSnapshot(`
      --region: error: no weights satisfy the region "published:PRK,USA" [region/empty]
        fix: use another region, such as --region around:25%
      exit 2
    `);
  });
});

describe('options of bounds', () => {
  it('--hasse, --draws and --seed with what they do not take', async () => {
    expect(await bounds('--hasse', 'svg')).toMatchInlineSnapshot(`
      --hasse: error: there is no form "svg" [usage/bad-value]
        fix: choose layers, dot or mermaid
      exit 2
    `);
    expect(await bounds('--draws', '0')).toMatchInlineSnapshot(`
      --draws: error: it takes a whole number from 1, not "0" [usage/bad-value]
        fix: write, for example, --draws 2000
      exit 2
    `);
    expect(await bounds('--seed', 'x')).toMatchInlineSnapshot(`
      --seed: error: it takes a whole number from 0, not "x" [usage/bad-value]
        fix: write, for example, --seed 1
      exit 2
    `);
  });
});
