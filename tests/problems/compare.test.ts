// What compare cannot compare. Exit code 2.
import { describe, expect, it } from 'vitest';
import { refused, sound } from '../support/complaints.ts';

describe('compare is refused', () => {
  const files = { ...sound, 'gaps.csv': 'country,laws,skills\nFrance,1,2\nKenya,,\nJapan,2,1\n' };
  const call = (...args: string[]) => refused(files, ['compare', ...args]);

  it('without countries', async () => {
    expect(await call()).toMatchInlineSnapshot(`
      compare: error: name the countries to compare [usage/bad-arguments]
        fix: name two or more: cyberpower compare China Russia
      exit 2
    `);
  });

  it('of one country', async () => {
    expect(await call('China')).toMatchInlineSnapshot(`
      China: error: compare needs at least two countries [usage/bad-arguments]
        fix: name two or more: cyberpower compare China Russia
      exit 2
    `);
  });

  it('of a country with itself', async () => {
    expect(await call('China', 'cn', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      cn: error: "cn" is the same country as "China" [usage/bad-arguments]
        fix: name each country once
      exit 2
    `);
  });

  it('of a country that there is not', async () => {
    expect(await call('China', 'Rusia', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      Rusia: error: "Rusia" is not a ranked country; did you mean "Russia"? [usage/unknown-filter]
        why: the edition "iiss-2021" does not have it; choose another with -e
        fix: there are Australia, Canada, China, France, India, Indonesia, Iran, Israel, Japan, Malaysia, North Korea, Russia and 3 more
      exit 2
    `);
  });

  it('of an edition', async () => {
    expect(await call('China', 'ncpi-2020', '-e', 'iiss-2021')).toMatchInlineSnapshot(`
      ncpi-2020: error: "ncpi-2020" is an edition, not a country [usage/unknown-filter]
        fix: name the country first: cyberpower compare China Russia -e ncpi-2020
      exit 2
    `);
  });

  it('of a country without an index', async () => {
    expect(await call('France', 'Kenya', '-e', 'FOLDER/gaps.csv', '--missing', 'skip'))
      .toMatchInlineSnapshot(`
        Kenya: error: Kenya has no index, because too few of its scores are known [usage/not-comparable]
          fix: leave it out; cyberpower explain Kenya shows its scores
        exit 2
      `);
  });

  it('over a region that is none', async () => {
    expect(await call('China', 'Russia', '-e', 'iiss-2021', '--region', 'order:offense,strategy'))
      .toMatchInlineSnapshot(`
        --region: error: the order of importance names "offense", whose weight does not vary; did you mean "offence"? [region/unknown]
          fix: name indicators or categories with a weight that varies
        exit 2
      `);
    expect(await call('China', 'Russia', '-e', 'iiss-2021', '--region', 'arround')).toMatchInlineSnapshot(`
      --region: error: there is no weight region "arround"; did you mean "around"? [recipe/unknown-method]
        fix: choose one of any, around, ratio, order, sets, mix and published
      exit 2
    `);
  });

  it('of countries whose latest rows are of different years', async () => {
    expect(
      await refused(
        { 'panel.csv': 'country,year,laws,skills\nFrance,2020,3,4\nFrance,2021,4,2\nJapan,2020,1,1\n' },
        ['compare', 'France', 'Japan', '-e', 'FOLDER/panel.csv', '--quiet'],
      ),
    ).toMatchInlineSnapshot(`
      Japan: error: the latest row of Japan is of 2020, that of France of 2021 [usage/not-comparable]
        fix: compare countries that have rows for the same year
      exit 2
    `);
  });
});
