// What is wrong with a question to reach, exactly as a person reads it.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

const reach = (...args: string[]) => refused(sound, ['reach', ...args]);

describe('the question', () => {
  it('needs a country and a target', async () => {
    expect(await reach()).toMatchInlineSnapshot(`
      reach: error: it needs a country [usage/bad-arguments]
        fix: name one, as in cyberpower reach China --to-rank 3, or ask for --all

      reach: error: it needs a rank or a tier to reach [usage/bad-arguments]
        fix: pass --to-rank 3 or --to-tier "Tier One"
      exit 2
    `);
  });

  it('is about one country or all', async () => {
    expect(await reach('China', '--all', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      --all: error: it asks for every country, and "China" for one [usage/bad-arguments]
        fix: leave one of them out
      exit 2
    `);
  });

  it('takes one target', async () => {
    expect(await reach('China', '--to-tier', 'Tier One', '--to-rank', '3', '-e', 'iiss-2021'))
      .toMatchInlineSnapshot(`
      --to-tier: error: it takes one target, a rank or a tier [usage/bad-arguments]
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
        fix: pass a rule, such as --tiers thresholds:80,50 or --tiers quantiles:4, or write one into the recipe
      exit 2
    `);
  });

  it('is about a country that is ranked', async () => {
    expect(await reach('Chnia', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      Chnia: error: "Chnia" is not among what is ranked; did you mean "China"? [usage/unknown-filter]
        why: it is not in the edition "iiss-2021"; -e names another
        fix: there are Australia, Canada, China, France, India, Indonesia, Iran, Israel, Japan, Malaysia, North Korea, Russia and 3 more
      exit 2
    `);
    expect(await reach('iiss-2021', '--to-rank', '3', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      iiss-2021: error: "iiss-2021" is an edition and not a country [usage/unknown-filter]
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
      --top: error: it chooses among countries, and only one is asked for [usage/bad-arguments]
        fix: leave it out, or ask for --all
      exit 2
    `);
  });
});

describe('what cannot be told', () => {
  it('products of which both factors rise', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'ncpi-2020')).toMatchInlineSnapshot(`
      --fixed: error: rises do not add up in "surveillance", "defense", "control" and 4 more, so the least that it takes cannot be told [reach/not-told]
        why: what a point is worth there depends on the other scores
        fix: keep one factor of each as it is: --fixed surveillance.intent,defense.intent,control.intent,intelligence.intent,commercial.intent,offense.intent,norms.intent
      exit 2
    `);
  });

  it('means that do not add up, of numbers', async () => {
    expect(
      await refused(sound, ['reach', 'France', '-e', 'FOLDER', '--to-rank', '1', '--aggregate', 'minimum']),
    ).toMatchInlineSnapshot(`
      --aggregate: error: rises do not add up in "index", so the least that it takes cannot be told [reach/not-told]
        why: what a point is worth there depends on the other scores
        fix: take an aggregation that adds up, such as --aggregate arithmetic, or rate all scores in words
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
      --normalise: error: what a rise of "offence" and "defence" is worth cannot be told [reach/not-told]
        why: the normalisation keeps nothing of the scores but their order
        fix: take another normalisation, such as --normalise minmax
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
      --tiers: error: what it takes to reach a tier of "breaks" cannot be told [reach/not-told]
        why: the cut-offs move with every score that changes
        fix: ask for a rank (--to-rank 3), or cut the tiers where you mean them, as with --tiers thresholds:80,50
      exit 2
    `);
  });

  it('what holds under every weighting, of an index that is no weighted sum', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'iiss-2021', '--robust', '--aggregate', 'minimum'))
      .toMatchInlineSnapshot(`
      --robust: error: what it takes under every weighting cannot be told [reach/not-told]
        why: the index is no weighted sum of its indicators: "index" aggregates by "minimum"
        fix: leave --robust out, or take an aggregation that adds up, such as --aggregate arithmetic
      exit 2
    `);
  });

  it('weights that change with the scores', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'iiss-2021', '--weights', 'benefit-of-the-doubt'))
      .toMatchInlineSnapshot(`
      --weights: error: what a rise is worth cannot be told with the weighting "benefit-of-the-doubt" [reach/not-told]
        why: it gives each country weights of its own, which change with every score
        fix: take weights that are the same for all, such as --weights given
      exit 2
    `);
  });

  it('what holds under every weighting, of products', async () => {
    expect(await reach('China', '--to-rank', '1', '-e', 'ncpi-2020', '--robust')).toMatchInlineSnapshot(`
      --robust: error: what it takes under every weighting cannot be told [reach/not-told]
        why: the index is no weighted sum of its indicators: "surveillance" aggregates by "product" and "index" by "arithmetic"
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
      --robust: error: a tier that asks for a share of the weight cannot be told for all weightings at once [reach/not-told]
        fix: leave --robust out, or let the rule count indicators ("count")
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
      FOLDER/scores.csv:2:8: error: France has no index, so it can reach no rank or tier [reach/no-index]
           │
         2 │ France,1,
           │        ^
        fix: fill in its missing scores, or ask for a smaller share of them, such as --missing skip:0.3
      exit 1
    `);
  });
});
