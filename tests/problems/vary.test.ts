// What is said to vary and cannot.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

const vary = (...written: string[]) =>
  refused(sound, ['uncertainty', 'FOLDER', ...written.flatMap((one) => ['--vary', one])]);

describe('what varies', () => {
  it('is no step, no error and no choice', async () => {
    expect(await vary('nosie=5%')).toMatchInlineSnapshot(`
      --vary: error: "nosie" is not a choice that can vary; did you mean "noise"? [vary/bad]
        fix: choose one of denominate, transform, screen, impute, treat, missing, normalise, weights, aggregate, noise, ratings, drop and raters
      exit 2
    `);
    expect(await vary('=3')).toMatchInlineSnapshot(`
      --vary: error: what varies cannot be "=3" [vary/bad]
        fix: write normalise=minmax/zscore, weights=around:25% or noise=5%
      exit 2
    `);
  });

  it('is said twice, of which only the second would count', async () => {
    expect(await vary('weights=any', 'weights=around:25%')).toMatchInlineSnapshot(`
      --vary: error: "weights" is varied twice [vary/bad]
        fix: write it once: normalise=minmax/zscore for several methods, weights=around:50%+ratio:3 for several regions
      exit 2
    `);
    expect(await vary('noise=5%', 'noise=10%')).toMatchInlineSnapshot(`
      --vary: error: "noise" is varied twice [vary/bad]
        fix: write it once: normalise=minmax/zscore for several methods, weights=around:50%+ratio:3 for several regions
      exit 2
    `);
  });

  it('is a region that holds no weights, or names none, where the index is no weighted sum', async () => {
    const told = (command: string, region: string) =>
      refused(sound, [
        ...[command, 'FOLDER', '--aggregate', 'minimum', '--weights', 'offence=2,defence=1'],
        ...['--vary', `weights=${region}`, '--vary', 'noise=5%'],
      ]);
    expect(await told('uncertainty', 'around:10%+order:defence,offence')).toMatchInlineSnapshot(`
      --vary: error: no weights satisfy the regions "around:10%" and "order:defence,offence" together [region/empty]
        why: the others leave "defence" at most 0.367 where "offence" has 0.633
        fix: widen one of them, or leave one out
      exit 2
    `);
    expect(await told('sensitivity', 'around:10%+order:defence,offence')).toMatchInlineSnapshot(`
      --vary: error: no weights satisfy the regions "around:10%" and "order:defence,offence" together [region/empty]
        why: the others leave "defence" at most 0.367 where "offence" has 0.633
        fix: widen one of them, or leave one out
      exit 2
    `);
    expect(await told('uncertainty', 'order:defence,offense')).toMatchInlineSnapshot(`
      --vary: error: the order of importance names "offense", whose weight does not vary; did you mean "offence"? [region/unknown]
        fix: name indicators or categories with a weight that varies
      exit 2
    `);
  });

  it('is a region of a ranking beside other choices', async () => {
    expect(await vary('weights=published:FRA,JPN', 'noise=5%')).toMatchInlineSnapshot(`
      --vary: error: weights from the region "published" can be drawn only if the index is a weighted sum and nothing else varies [region/unknown]
        fix: use another region, such as around:25%
      exit 2
    `);
  });

  it('is to move the first of more than are ranked', async () => {
    expect(await refused(sound, ['sensitivity', 'FOLDER', '--of', 'top:2'])).toMatchInlineSnapshot(`
      --of: error: "top" takes a whole number from 1 to 1, not "2": 2 countries are ranked [usage/bad-value]
        fix: write, for example, --of top:1
      exit 2
    `);
  });

  it('would be written over the scores, or into no folder', async () => {
    expect(
      await refused(sound, ['uncertainty', 'FOLDER', '--draws', '9', '--replicates', 'FOLDER/scores.csv']),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv: error: the output would replace one of its input files [files/overwrites-input]
        why: nothing was changed
        fix: give --replicates another name
      exit 1
    `);
    expect(
      await refused(sound, ['uncertainty', 'FOLDER', '--draws', '9', '--replicates', 'FOLDER/none/all.csv']),
    ).toMatchInlineSnapshot(`
      FOLDER/none/all.csv: error: the output cannot be written: its folder does not exist [files/not-written]
        why: nothing was changed
        fix: give --replicates a file in an existing folder where you may write
      exit 1
    `);
  });

  it('is a method that there is not', async () => {
    expect(await vary('normalise=minmax/zcsore')).toMatchInlineSnapshot(`
      --vary: error: there is no normalisation "zcsore"; did you mean "zscore"? [recipe/unknown-method]
        fix: choose one of minmax, goalposts, zscore, rank, percentile, borda, distance-to-maximum, distance-to-reference, distance-to-target, fraction-of-maximum, scaled, vector and none
      exit 2
    `);
  });

  it('is one method alone', async () => {
    expect(await vary('normalise=minmax')).toMatchInlineSnapshot(`
      --vary: error: "normalise" has only one method, so nothing varies [vary/bad]
        fix: write several, separated by slashes: normalise=minmax/goalposts
      exit 2
    `);
  });

  it('is a region that there is not', async () => {
    expect(await vary('weights=mix:200%')).toMatchInlineSnapshot(`
      --vary: error: "share" of "mix" is 2; it takes a number from 0 to 1 [recipe/bad-parameter]
        fix: write, for example, mix:25% (share: the share of the total weight that is free)
      exit 2
    `);
  });

  it('is no share, or takes none', async () => {
    expect(await vary('noise=much')).toMatchInlineSnapshot(`
      --vary: error: "noise" takes a share above 0 % and up to 100 %, not "much" [vary/bad]
        fix: write, for example, noise=5%
      exit 2
    `);
    expect(await vary('noise')).toMatchInlineSnapshot(`
      --vary: error: "noise" takes a share above 0 % and up to 100 % [vary/bad]
        fix: write, for example, noise=5%
      exit 2
    `);
    expect(await vary('drop=2')).toMatchInlineSnapshot(`
      --vary: error: "drop" takes no value, not "2" [vary/bad]
        fix: write --vary drop
      exit 2
    `);
  });

  it('is a method that cannot be taken for these scores', async () => {
    expect(await vary('aggregate=arithmetic/geometric', 'normalise=minmax/zscore')).toMatchInlineSnapshot(`
      --vary: error: with aggregate geometric the index cannot be built: France's normalised score for "offence" is 0, which the aggregation "geometric" of "index" does not accept [vary/nothing]
        fix: do not vary geometric, or prepare the scores for it
      exit 2
    `);
  });

  it('stands in a recipe', async () => {
    expect(
      await refused(
        {
          ...sound,
          'index.json': '{ "recipe": { "vary": { "normalise": ["minmax", "rnak"], "noise": 3 } } }\n',
        },
        ['uncertainty', 'FOLDER'],
      ),
    ).toMatchInlineSnapshot(`
      FOLDER/index.json:1:25: error: there is no normalisation "rnak"; did you mean "rank"? [recipe/unknown-method]
           │
         1 │ { "recipe": { "vary": { "normalise": ["minmax", "rnak"], "noise": 3 } } …
           │                         ^^^^^^^^^^^
        fix: choose one of minmax, goalposts, zscore, rank, percentile, borda, distance-to-maximum, distance-to-reference, distance-to-target, fraction-of-maximum, scaled, vector and none

      FOLDER/index.json:1:58: error: "noise" takes a share above 0 % and up to 100 %, not 3 [vary/bad]
           │
         1 │ { "recipe": { "vary": { "normalise": ["minmax", "rnak"], "noise": 3 } } …
           │                                                          ^^^^^^^
        fix: write, for example, noise=5%
      exit 1
    `);
  });
});

describe('sensitivity', () => {
  it('of one choice alone', async () => {
    expect(await refused(sound, ['sensitivity', 'FOLDER', '--vary', 'noise=5%'])).toMatchInlineSnapshot(`
      --vary: error: sensitivity compares choices, and only one varies [vary/nothing]
        fix: vary at least two: --vary weights=around:25% --vary noise=5%
      exit 2
    `);
  });

  it('of a country that is not ranked', async () => {
    expect(await refused(sound, ['sensitivity', 'FOLDER', '--of', 'Chnia'])).toMatchInlineSnapshot(`
      Chnia: error: "Chnia" is not a ranked country [usage/unknown-filter]
        why: the edition "FOLDER" does not have it; choose another with -e
        fix: there are France and Japan
      exit 2
    `);
  });

  it('of a country that has no row for the latest year', async () => {
    const files = {
      'panel.csv': [
        'country,year,laws,skills',
        ...['France,2020,3,4', 'France,2021,4,2', 'Japan,2021,3,3', 'China,2021,5,1', 'Italy,2020,3,3'],
      ].join('\n'),
    };
    const call = ['sensitivity', 'FOLDER/panel.csv', '--of', 'Italy', '--quiet'];
    expect(await refused(files, call)).toMatchInlineSnapshot(`
      --of: error: Italy has no row for 2021, the year shown [usage/bad-value]
        fix: name a country that has one, or leave --of out
      exit 2
    `);
  });
});

describe('--threads', () => {
  it('with what it does not take', async () => {
    expect(await refused(sound, ['uncertainty', 'FOLDER', '--threads', 'many'])).toMatchInlineSnapshot(`
      --threads: error: it takes a whole number from 1, not "many" [usage/bad-value]
        fix: write, for example, --threads 2
      exit 2
    `);
  });
});
