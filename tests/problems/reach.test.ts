// What is wrong with a question to reach, exactly as a person reads it.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

const reach = (...args: string[]) => refused(sound, ['reach', ...args]);

describe('the question', () => {
  it('needs a country and a target', async () => {
    expect(await reach()).toMatchInlineSnapshot(`
      reach: error: it needs a country [usage/bad-arguments]
        fix: name one, as in cyberpower reach China --to-rank 3, or use --all

      reach: error: name a rank or a tier to reach [usage/bad-arguments]
        fix: pass --to-rank 3 or --to-tier "Tier One"
      exit 2
    `);
  });

  it('is about one country or all', async () => {
    expect(await reach('China', '--all', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      --all: error: --all means every country, but "China" names one [usage/bad-arguments]
        fix: leave out one of them
      exit 2
    `);
  });

  it('takes one target', async () => {
    expect(await reach('China', '--to-tier', 'Tier One', '--to-rank', '3', '-e', 'iiss-2021'))
      .toMatchInlineSnapshot(`
        --to-tier: error: give one target: a rank or a tier [usage/bad-arguments]
          fix: leave out --to-rank or --to-tier
        exit 2
      `);
  });

  it('takes a rank that is one', async () => {
    expect(await reach('China', '--to-rank', 'first', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      --to-rank: error: it takes a whole number from 1, not "first" [usage/bad-value]
        fix: write, for example, --to-rank 3
      exit 2
    `);
    expect(await reach('China', '--to-rank', '16', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      --to-rank: error: there is no rank 16 among 15 countries [usage/bad-value]
        fix: write a rank from 1 to 15
      exit 2
    `);
  });

  it('takes a tier that there is', async () => {
    expect(await reach('China', '--to-tier', 'Teir One', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      --to-tier: error: there is no tier "Teir One"; did you mean "Tier One"? [usage/bad-value]
        fix: the tiers are Tier One, Tier Two and Tier Three
      exit 2
    `);
    expect(await reach('China', '--to-tier', 'Tier One', '-e', 'ncpi-2020')).toMatchInlineSnapshot(`
      --tiers: error: the recipe of "ncpi-2020" has no tiers [usage/no-tiers]
        fix: pass a rule, such as --tiers thresholds:80,50 or quantiles:4, or add one to the recipe
      exit 2
    `);
  });

  it('is about a country that is ranked', async () => {
    expect(await reach('Chnia', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      Chnia: error: "Chnia" is not a ranked country; did you mean "China"? [usage/unknown-filter]
        why: the edition "iiss-2021" does not have it; choose another with -e
        fix: there are Australia, Canada, China, France, India, Indonesia, Iran, Israel, Japan, Malaysia, North Korea, Russia and 3 more
      exit 2
    `);
    expect(await reach('iiss-2021', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      iiss-2021: error: "iiss-2021" is an edition, not a country [usage/unknown-filter]
        fix: name the country first: cyberpower reach China --to-rank 3 -e iiss-2021
      exit 2
    `);
  });

  it('keeps scores that there are', async () => {
    expect(await reach('China', '--to-rank', '3', '-e', 'iiss-2021', '--fixed', 'ofence,strategy'))
      .toMatchInlineSnapshot(`
      --fixed: error: there is no score, indicator or category "ofence"; did you mean "offence"? [usage/unknown-name]
        fix: there are strategy, governance, intelligence, empowerment, resilience, leadership and offence
      exit 2
    `);
  });

  it('chooses among countries only where all are asked for', async () => {
    expect(await reach('China', '--to-rank', '3', '-e', 'iiss-2021', '--top', '3')).toMatchInlineSnapshot(`
      --top: error: it filters countries, but only one is named [usage/bad-arguments]
        fix: leave it out, or use --all
      exit 2
    `);
  });
});

describe('what cannot be told', () => {
  it('products of which both factors rise', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'ncpi-2020')).toMatchInlineSnapshot(`
      --fixed: error: rises do not add up in "surveillance", "defense", "control" and 4 more, so the smallest improvement cannot be computed [reach/not-told]
        why: there, the effect of one point depends on the other scores
        fix: keep one factor of each fixed: --fixed surveillance.intent,defense.intent,control.intent,intelligence.intent,commercial.intent,offense.intent,norms.intent
      exit 2
    `);
  });

  it('means that do not add up, of numbers', async () => {
    expect(
      await refused(sound, ['reach', 'France', '-e', 'FOLDER', '--to-rank', '1', '--aggregate', 'minimum']),
    ).toMatchInlineSnapshot(`
      --aggregate: error: rises do not add up in "index", so the smallest improvement cannot be computed [reach/not-told]
        why: there, the effect of one point depends on the other scores
        fix: use an aggregation that adds up, such as --aggregate arithmetic, or rate all scores in words
      exit 2
    `);
  });

  it('ranks', async () => {
    expect(
      await refused(sound, [
        'reach',
        'France',
        '-e',
        'FOLDER',
        '--to-rank',
        '1',
        '--normalise',
        'rank',
        '--weights',
        'offence=2',
      ]),
    ).toMatchInlineSnapshot(`
      --normalise: error: the effect of raising "offence" and "defence" cannot be computed [reach/not-told]
        why: the normalisation keeps only the order of scores
        fix: use another normalisation, such as --normalise minmax
      exit 2
    `);
  });

  it('tiers that move with the scores', async () => {
    expect(
      await refused(sound, [
        'reach',
        'France',
        '-e',
        'FOLDER',
        '--to-tier',
        'Tier 1',
        '--tiers',
        'breaks:2',
        '--weights',
        'offence=2',
      ]),
    ).toMatchInlineSnapshot(`
      --tiers: error: reach cannot compute a way into a tier of "breaks" [reach/not-told]
        why: the cut-offs move with every score that changes
        fix: ask for a rank (--to-rank 3), or set cut-offs, such as --tiers thresholds:80,50
      exit 2
    `);
  });

  it('what holds under every weighting, of an index that is no weighted sum', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'iiss-2021', '--robust', '--aggregate', 'minimum'))
      .toMatchInlineSnapshot(`
        --robust: error: what it takes under every weighting cannot be told [reach/not-told]
          why: the index is not a weighted sum of its indicators: "index" aggregates by "minimum"
          fix: leave --robust out, or take an aggregation that adds up, such as --aggregate arithmetic
        exit 2
      `);
  });

  it('weights that change with the scores', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'iiss-2021', '--weights', 'benefit-of-the-doubt'))
      .toMatchInlineSnapshot(`
        --weights: error: the effect of a higher score cannot be computed with the weighting "benefit-of-the-doubt" [reach/not-told]
          why: it gives each country its own weights, which change with every score
          fix: use the same weights for all countries, such as --weights given
        exit 2
      `);
  });

  it('what holds under every weighting, of products', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'ncpi-2020', '--robust')).toMatchInlineSnapshot(`
      --robust: error: what it takes under every weighting cannot be told [reach/not-told]
        why: the index is not a weighted sum of its indicators: "surveillance" aggregates by "product" and "index" by "arithmetic"
        fix: let the first level alone vary: --region around:25%@top
      exit 2
    `);
  });

  it('a share of the weight under every weighting', async () => {
    const files = {
      ...sound,
      'index.json':
        '{ "recipe": { "tiers": { "method": "profile", "tiers": [{ "name": "High", "needs": [{ ' +
        '"atLeast": 2, "share": 0.6 }] }, { "name": "Low" }] } } }',
    };
    expect(await refused(files, ['reach', 'France', '-e', 'FOLDER', '--to-tier', 'High', '--robust']))
      .toMatchInlineSnapshot(`
        --robust: error: reach cannot combine --robust with a tier that asks for a share of the weight [reach/not-told]
          fix: leave out --robust, or let the rule count indicators ("count")
        exit 2
      `);
  });

  it('a country without an index', async () => {
    const files = { ...sound, 'scores.csv': 'country,offence,defence\nFrance,1,\nJapan,2,1\nKenya,1,3\n' };
    expect(
      await refused(files, [
        'reach',
        'France',
        '-e',
        'FOLDER',
        '--to-rank',
        '1',
        '--missing',
        'skip:0.8',
        '--quiet',
      ]),
    ).toMatchInlineSnapshot(`
      FOLDER/scores.csv:2:8: error: France has no index, so it cannot reach a rank or tier [reach/no-index]
           │
         2 │ France,1,
           │        ^
        fix: fill in its missing scores, or require fewer of them, such as --missing skip:0.3
      exit 1
    `);
  });
});
