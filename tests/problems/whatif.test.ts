// What can be wrong with a change after whatif, and with what fit is to reproduce: whole messages.
import { describe, expect, it } from 'vitest';
import { refused, sound, warned } from '../support/complaints.ts';

const files = {
  ...sound,
  'scores.csv': 'country,offence,defence\nFrance,1,2\nJapan,2,\n',
  'indicators.csv': 'code,low,high,ratings,normalise\noffence,,,low-high,goalposts\ndefence,0,4,,goalposts\n',
};
const whatif = async (...changes: readonly string[]) =>
  refused(files, ['whatif', ...changes, '-e', 'FOLDER', '--missing', 'skip:0']);

describe('whatif', () => {
  it('without a change', async () => {
    expect(await refused(sound, ['whatif'])).toMatchInlineSnapshot(`
      whatif: error: no change is named [usage/bad-arguments]
        fix: name a change: cyberpower whatif CHN.resilience=strength
      exit 2
    `);
  });

  it('whatif/bad-change: nothing to become, no indicator, and nothing to raise', async () => {
    expect(await whatif('FRA.offence', 'FRA=3', 'Japan.defence+1', 'FRA.offence=')).toMatchInlineSnapshot(`
      FRA.offence: error: the change "FRA.offence" has no new value [whatif/bad-change]
        fix: write COUNTRY.INDICATOR=SCORE, such as CHN.resilience=strength, or CHN.laws+10%; for a weight, weights.INDICATOR=2; "all" stands for every country or indicator

      FRA=3: error: the change names "FRA" but no indicator [whatif/bad-change]
        fix: write COUNTRY.INDICATOR=SCORE, such as CHN.resilience=strength, or CHN.laws+10%; for a weight, weights.INDICATOR=2; "all" stands for every country or indicator

      Japan.defence+1: error: there is no score to raise or lower: Japan's "defence" is missing [whatif/bad-change]
        fix: set it first, as in KEN.laws=3

      FRA.offence=: error: the change "FRA.offence=" has no new value [whatif/bad-change]
        fix: write COUNTRY.INDICATOR=SCORE, such as CHN.resilience=strength, or CHN.laws+10%; for a weight, weights.INDICATOR=2; "all" stands for every country or indicator
      exit 2
    `);
  });

  it('whatif/bad-change: what is so already', async () => {
    expect(await whatif('FRA.offence=low', 'all.offence+0', 'FRA.defence=2', 'weights.defence=1'))
      .toMatchInlineSnapshot(`
      all.offence+0: error: this changes nothing: France's "offence" is 0 and Japan's "offence" is 2 already [whatif/bad-change]
        fix: write another value, or leave the change out

      FRA.defence=2: error: this changes nothing: France's "defence" is 2 already [whatif/bad-change]
        fix: write another value, or leave the change out

      weights.defence=1: error: this changes nothing: the weight of "defence" is 1 already [whatif/bad-change]
        why: weights are relative to their siblings
        fix: write another value, or leave the change out
      exit 2
    `);
  });

  it('a change of which a part is so already', async () => {
    expect(
      await warned(files, ['whatif', 'all.defence=2', '-e', 'FOLDER', '--missing', 'skip:0']),
    ).toMatchObject({
      printed: '(nothing)',
    });
  });

  it('whatif/bad-change: a change of what is there, written as if it were set', async () => {
    expect(await whatif('FRA.defence=+10%', 'all.defence = +5', 'FRA.defence=-50%', 'weights.defence=+1'))
      .toMatchInlineSnapshot(`
        FRA.defence=+10%: error: the change "FRA.defence=+10%" both sets and raises or lowers [whatif/bad-change]
          fix: write FRA.defence+10% to change the present score, or a number without sign or percent to set it

        all.defence = +5: error: the change "all.defence = +5" both sets and raises or lowers [whatif/bad-change]
          fix: write all.defence+5 to change the present score, or a number without sign or percent to set it

        FRA.defence=-50%: error: the change "FRA.defence=-50%" both sets and raises or lowers [whatif/bad-change]
          fix: write FRA.defence-50% to change the present score, or a number without sign or percent to set it

        weights.defence=+1: error: the change "weights.defence=+1" both sets and raises or lowers [whatif/bad-change]
          fix: write weights.defence+1 to change the present score, or a number without sign or percent to set it
        exit 2
      `);
  });

  it('whatif/unknown: a country, an indicator, and a weight that are not there', async () => {
    expect(await whatif('Frence.offence=1', 'FRA.ofence=1', 'weights.deffence=2', 'weights.all=2'))
      .toMatchInlineSnapshot(`
        Frence.offence=1: error: "Frence" is not a ranked country; did you mean "France"? [whatif/unknown]
          why: the edition "FOLDER" does not have it; choose another with -e
          fix: write the code or the name of a country, or "all"

        FRA.ofence=1: error: there is no indicator or category "ofence"; did you mean "offence"? [whatif/unknown]
          fix: the codes are offence and defence, or "all"

        weights.deffence=2: error: there is no indicator or category "deffence"; did you mean "defence"? [whatif/unknown]
          fix: the codes are offence and defence

        weights.all=2: error: there is no indicator or category "all" [whatif/unknown]
          fix: the codes are offence and defence
        exit 2
      `);
  });

  it('a rating that is none, a number beyond the scale, no number, a weight that is none', async () => {
    expect(await whatif('FRA.offence=hihg', 'FRA.offence=9', 'FRA.defence=much', 'weights.defence=much'))
      .toMatchInlineSnapshot(`
        FRA.offence=hihg: error: France's score for "offence" cannot be "hihg", which is not a rating; did you mean "high"? [scores/unknown-rating]
          why: the ratings are low, medium, high
          fix: write one of them

        FRA.offence=9: error: France's score for "offence" cannot be 9 [scores/out-of-range]
          why: ratings run from 0 (low) to 2 (high)
          fix: write a rating, or a number between them

        FRA.defence=much: error: France's score for "defence" cannot be "much", which is not a number [scores/not-a-number]
          fix: write a number such as 3.5

        weights.defence=much: error: the weight of "defence" is not a number: "much" [weights/not-a-number]
          fix: write a number such as 1 or 0.25; weights are relative to the siblings
        exit 2
      `);
  });

  it('a score beyond the goalposts is held there, and a step beyond the scale too', async () => {
    expect(
      await warned({ ...files, 'scores.csv': sound['scores.csv'] }, [
        'whatif',
        'FRA.defence=9',
        'Japan.offence+1',
        '-e',
        'FOLDER',
      ]),
    ).toMatchInlineSnapshot(`
      FRA.defence=9: warning: 1 score would be out of range and is cut off at its end: France's "defence" at 4 [scores/out-of-range]
        fix: make the change smaller, or name single scores

      Japan.offence+1: warning: 1 score would be out of range and is cut off at its end: Japan's "offence" at high [scores/out-of-range]
        fix: make the change smaller, or name single scores
    `);
  });

  it('where no goalposts are used, what is written is taken, with a warning', async () => {
    const plain = { ...sound, 'indicators.csv': 'code,low,high\noffence,0,3\ndefence,0,3\n' };
    expect(await warned(plain, ['whatif', 'FRA.defence=9', 'JPN.defence+900%', '-e', 'FOLDER']))
      .toMatchInlineSnapshot(`
        FRA.defence=9: warning: 1 score is out of range: France's "defence" (9; scores must be from 0 to 3) [scores/out-of-range]
          fix: correct the change, or keep it if you mean it

        JPN.defence+900%: warning: 1 score would be out of range and is cut off at its end: Japan's "defence" at 3 [scores/out-of-range]
          fix: make the change smaller, or name single scores
      `);
  });

  it('what the recipe cannot build is due to the change', async () => {
    expect(await refused(sound, ['whatif', 'weights.offence=0', 'weights.defence=0', '-e', 'FOLDER']))
      .toMatchInlineSnapshot(`
      weights.defence=0: error: all weights under "index" are 0: offence and defence [weights/all-zero]
        fix: give at least one of them a weight above 0
      exit 2
    `);
  });
});

describe('fit', () => {
  it('fit/nothing-published: no file, nothing of what is asked for, nobody who is ranked', async () => {
    expect(await refused(sound, ['fit', 'FOLDER'])).toMatchInlineSnapshot(`
      error: "FOLDER" has no published.csv [fit/nothing-published]
        fix: add the published results: a column "country", and any of "rank", "tier" and "score"
      exit 1
    `);
    const ranks = { ...sound, 'published.csv': 'country,rank\nFrance,1\nJapan,2\n' };
    expect(await refused(ranks, ['fit', 'FOLDER', '--to', 'scores,tiers'])).toMatchInlineSnapshot(`
      --to: error: the published.csv of "FOLDER" has no tiers and scores of countries that are ranked [fit/nothing-published]
        fix: add the published results: a column "country", and any of "rank", "tier" and "score"
      exit 2
    `);
    expect(await refused({ ...sound, 'published.csv': 'country,rank\nKenya,1\n' }, ['fit', 'FOLDER']))
      .toMatchInlineSnapshot(`
        error: the published.csv of "FOLDER" has nothing about countries that are ranked [fit/nothing-published]
          fix: add the published results: a column "country", and any of "rank", "tier" and "score"
        exit 1
      `);
  });

  it('fit/not-linear: neither the indicators nor the first level are summed up', async () => {
    const ranks = { ...sound, 'published.csv': 'country,rank\nFrance,1\nJapan,2\n' };
    expect(await refused(ranks, ['fit', 'FOLDER', '--aggregate', 'minimum'])).toMatchInlineSnapshot(`
      fit: error: the index is not a weighted sum of its indicators: "index" aggregates by "minimum" [fit/not-linear]
        why: fit needs an index that is a weighted sum, if need be after logarithms or powers
        fix: use another aggregation for the first level, such as --aggregate arithmetic
      exit 2
    `);
    expect(await refused(sound, ['fit', 'ncpi-2020', '--region', 'around:25%'])).toMatchInlineSnapshot(`
      fit: error: the index is not a weighted sum of its indicators: "surveillance" aggregates by "product" and "index" by "arithmetic" [fit/not-linear]
        why: fit needs an index that is a weighted sum, if need be after logarithms or powers
        fix: fit only the first level with --region any@top, or use another aggregation
      exit 2
    `);
  });

  it('what there is not to fit, and a region that names what is not there', async () => {
    expect(await refused(sound, ['fit', 'gci-2020', '--to', 'rank,scores'])).toMatchInlineSnapshot(`
      --to: error: there is no "rank" to fit; did you mean "ranks"? [usage/bad-value]
        fix: choose one or more of ranks, tiers and scores
      exit 2
    `);
    expect(await refused(sound, ['fit', 'gci-2020', '--region', 'order:legal,tecnical']))
      .toMatchInlineSnapshot(`
        --region: error: the order of importance names "tecnical", whose weight does not vary; did you mean "technical"? [region/unknown]
          fix: name indicators or categories with a weight that varies
        exit 2
      `);
  });
});
