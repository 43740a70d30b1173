import { describe, expect, it } from 'vitest';
import {
  describe as sentence,
  moves,
  reproduce,
  type Comparison,
} from '../../../src/analysis/check/reproduce.ts';
import type { Column } from '../../../src/math/statistics/column.ts';
import { build } from '../../../src/methods/build.ts';
import type { PartialRecipe } from '../../../src/methods/steps.ts';
import type { Country } from '../../../src/model/edition.ts';
import type { KeptCountry, PublishedRow } from '../../../src/model/published.ts';
import type { Result } from '../../../src/model/result.ts';
import { resultRows } from '../../../src/model/rows.ts';
import { country, editionOf } from '../../support/edition.ts';
import { resultRow } from '../../support/rows.ts';

/** Arcadia, Borduria and so on, whose index is their score. */
function ranked(scores: Column, recipe: PartialRecipe = {}, countries?: readonly Country[]): Result {
  return build(
    editionOf(
      { strategy: scores },
      {
        recipe: { normalise: { method: 'none' }, ...recipe },
        ...(countries === undefined ? {} : { countries }),
      },
    ),
  );
}

function printed(
  name: string,
  fields: Partial<Omit<PublishedRow, 'country'>> = {},
  of: Partial<Country> = {},
): PublishedRow {
  return {
    country: country(name, of),
    score: null,
    rank: null,
    tier: null,
    tolerance: 0.005,
    deviation: null,
    place: { file: 'published.csv', line: 2 },
    ...fields,
  };
}

function kept(
  name: string,
  rank: number | null,
  score: number | null,
  fields: Partial<KeptCountry> = {},
): KeptCountry {
  return { code: null, name, year: null, rank, score, tier: null, ...fields };
}

/** How many agree of how many, and each difference in a few words. */
function brief({ agreements, differences }: Comparison) {
  return {
    agree: Object.fromEntries(agreements.map(({ quantity, agree, of }) => [quantity, `${agree} of ${of}`])),
    differences: differences.map(
      ({ country: { name }, quantity, was, is }) => `${name} ${quantity} ${String(was)} → ${String(is)}`,
    ),
  };
}

const thresholds = (cuts: readonly number[], names: readonly string[]): PartialRecipe => ({
  tiers: { method: 'thresholds', cuts, names },
});

describe('what was published', () => {
  it('agrees where ranks, scores and tiers are what they were', () => {
    const result = ranked([41.47, 50.24], thresholds([45], ['High', 'Low']));
    const rows = [
      printed('Arcadia', { score: 41.47, rank: 2, tier: 'Low' }),
      printed('Borduria', { score: 50.24, rank: 1, tier: 'High' }),
    ];
    expect(brief(reproduce(result, rows))).toEqual({
      agree: { rank: '2 of 2', score: '2 of 2', tier: '2 of 2' },
      differences: [],
    });
  });

  it('is compared only where something was', () => {
    const rows = [
      printed('Arcadia', { score: 41.47 }),
      printed('Borduria', { rank: 1 }),
      printed('Ruritania'),
    ];
    expect(brief(reproduce(ranked([41.47, 50.24, 3]), rows))).toEqual({
      agree: { rank: '1 of 1', score: '1 of 1' },
      differences: [],
    });
    expect(reproduce(ranked([1]), [])).toEqual({ agreements: [], differences: [] });
  });

  it('a country that was not published is not missed', () => {
    expect(brief(reproduce(ranked([3, 2, 1]), [printed('Arcadia', { rank: 1 })]))).toEqual({
      agree: { rank: '1 of 1' },
      differences: [],
    });
  });

  describe('a score', () => {
    const agrees = (score: number, was: number, tolerance: number) =>
      reproduce(ranked([score]), [printed('Arcadia', { score: was, tolerance })]).agreements[0]?.agree === 1;

    it('agrees within the tolerance, both ends included, whatever floating point makes of them', () => {
      // What 41.475 - 41.47 and 41.47 - 41.465 are is not 0.005.
      expect([41.475 - 41.47 === 0.005, 41.47 - 41.465 === 0.005]).toEqual([false, false]);
      expect([41.465, 41.475].map((score) => agrees(score, 41.47, 0.005))).toEqual([true, true]);
      const missed = [...Array(200).keys()].flatMap((i) =>
        [i / 100 - 0.005, i / 100 + 0.005].filter((score) => !agrees(score, i / 100, 0.005)),
      );
      expect(missed).toEqual([]);
    });

    it('does not agree beyond it', () => {
      expect([41.4649, 41.4751].map((score) => agrees(score, 41.47, 0.005))).toEqual([false, false]);
      expect([41.46499999, 41.47500001].map((score) => agrees(score, 41.47, 0.005))).toEqual([false, false]);
    });

    it('agrees with what it was rounded to', () => {
      expect([41.4749, 41.4651].map((score) => agrees(score, 41.47, 0.005))).toEqual([true, true]);
      expect([41.4, 41.49].map((score) => agrees(score, 41, 0.5))).toEqual([true, true]);
    });

    it('with a tolerance of 0 must be the same but for floating point', () => {
      expect([agrees(0.1 + 0.2, 0.3, 0), agrees(0.3001, 0.3, 0)]).toEqual([true, false]);
    });

    it("is held against its own row's tolerance; the widest is told, and who is furthest", () => {
      const rows = [
        printed('Arcadia', { score: 10, tolerance: 0.5 }),
        printed('Borduria', { score: 20, tolerance: 0.05 }),
        printed('Ruritania', { score: 30, tolerance: 0.5 }),
      ];
      const comparison = reproduce(ranked([10.25, 20.125, 29.5]), rows);
      expect(brief(comparison)).toEqual({
        agree: { score: '2 of 3' },
        differences: ['Borduria score 20 → 20.125'],
      });
      expect(comparison.agreements[0]).toMatchObject({
        tolerance: 0.5,
        largest: { country: { name: 'Ruritania' }, apart: 0.5 },
      });
    });
  });

  describe('a rank', () => {
    const first = ['Arcadia', 'Borduria', 'Ruritania', 'Syldavia'];
    const agreeing = (method: string, ranks: readonly number[]) =>
      brief(
        reproduce(
          ranked([30, 20, 20, 10], { rank: { method } }),
          ranks.map((rank, i) => printed(first[i] ?? '', { rank })),
        ),
      );

    it('of a tie agrees as the recipe counts ties', () => {
      expect(agreeing('competition', [1, 2, 2, 4]).differences).toEqual([]);
      expect(agreeing('dense', [1, 2, 2, 3]).differences).toEqual([]);
      expect(agreeing('fractional', [1, 2.5, 2.5, 4]).differences).toEqual([]);
      expect(agreeing('dense', [1, 2, 2, 4])).toEqual({
        agree: { rank: '3 of 4' },
        differences: ['Syldavia rank 4 → 3'],
      });
    });

    it('agrees only if it is the same, whatever the tolerance', () => {
      expect(brief(reproduce(ranked([30, 20]), [printed('Arcadia', { rank: 2, tolerance: 5 })]))).toEqual({
        agree: { rank: '0 of 1' },
        differences: ['Arcadia rank 2 → 1'],
      });
    });

    it('has no tolerance and no furthest country', () => {
      expect(reproduce(ranked([30]), [printed('Arcadia', { rank: 1 })]).agreements).toMatchObject([
        { quantity: 'rank', of: 1, agree: 1, tolerance: null, largest: null },
      ]);
    });
  });

  describe('a tier', () => {
    const result = ranked([90, 40], thresholds([50], ['World leading', 'Tier_Two']));
    const agrees = (tier: string, name = 'Arcadia', of = result) =>
      reproduce(of, [printed(name, { tier })]).agreements[0]?.agree === 1;

    it('is the same in capitals, with hyphens or spaces', () => {
      expect(
        ['World leading', 'world-leading', 'WORLD_LEADING', ' World  leading '].map((tier) => agrees(tier)),
      ).toEqual([true, true, true, true]);
      expect(agrees('tier two', 'Borduria')).toBe(true);
    });

    it('is another one by another name', () => {
      expect([agrees('Tier Two'), agrees('World')]).toEqual([false, false]);
      expect(brief(reproduce(result, [printed('Arcadia', { tier: 'Tier Two' })])).differences).toEqual([
        'Arcadia tier Tier Two → World leading',
      ]);
    });

    it('is not there where the recipe makes none', () => {
      expect(brief(reproduce(ranked([90]), [printed('Arcadia', { tier: 'High' })]))).toEqual({
        agree: { tier: '0 of 1' },
        differences: ['Arcadia tier High → null'],
      });
    });
  });

  describe('a country', () => {
    it('that is not ranked differs in all that was published', () => {
      const result = ranked([30, null], {
        missing: { method: 'skip' },
        ...thresholds([20], ['High', 'Low']),
      });
      const expected = (name: string) => ({
        agree: { rank: '0 of 1', score: '0 of 1', tier: '0 of 1' },
        differences: [`${name} rank 2 → null`, `${name} score 20 → null`, `${name} tier Low → null`],
      });
      const row = (name: string) => [printed(name, { rank: 2, score: 20, tier: 'Low' })];
      expect(brief(reproduce(result, row('Borduria')))).toEqual(expected('Borduria'));
      expect(brief(reproduce(result, row('Zubrowka')))).toEqual(expected('Zubrowka'));
      expect(reproduce(result, row('Zubrowka')).agreements[1]?.largest).toBeNull();
    });

    it('is found by its code whatever its name, and without a code by its name', () => {
      const countries = [country('Turkey', { code: 'TUR' }), country('Grand Fenwick')];
      const rows = [printed('Türkiye', { rank: 1 }, { code: 'TUR' }), printed('grand-fenwick', { rank: 2 })];
      expect(brief(reproduce(ranked([2, 1], {}, countries), rows))).toEqual({
        agree: { rank: '2 of 2' },
        differences: [],
      });
    });

    it('in a panel is meant in the year that is written, and otherwise in the latest', () => {
      const countries = [2021, 2020].map((year) => country('Arcadia', { year }));
      const scores = (year: number | null) =>
        brief(reproduce(ranked([30, 10], {}, countries), [printed('Arcadia', { score: 10 }, { year })]));
      expect(scores(2020).differences).toEqual([]);
      expect(scores(null).differences).toEqual(['Arcadia score 10 → 30']);
      expect(scores(2019).differences).toEqual(['Arcadia score 10 → null']);
    });
  });

  it('a deviation that is known is told, and does not count as agreement', () => {
    const known = 'printed before the correction';
    const comparison = reproduce(ranked([30, 20]), [
      printed('Arcadia', { rank: 2, score: 30, deviation: known }),
      printed('Borduria', { rank: 1 }),
    ]);
    expect(comparison.agreements.map(({ quantity, agree }) => [quantity, agree])).toEqual([
      ['rank', 0],
      ['score', 1],
    ]);
    expect(comparison.differences).toMatchObject([
      { country: { name: 'Arcadia' }, quantity: 'rank', deviation: known },
      { country: { name: 'Borduria' }, quantity: 'rank', deviation: null },
    ]);
  });

  it('differs at the place where it is written', () => {
    expect(reproduce(ranked([30]), [printed('Arcadia', { rank: 2 })]).differences[0]?.place).toEqual({
      file: 'published.csv',
      line: 2,
    });
  });
});

describe('a ranking that was kept', () => {
  const all = (result: Result) => resultRows(result.countries);

  it('is the same if nothing moved', () => {
    const result = ranked([30, 20, 20]);
    expect(
      brief(
        moves(
          result,
          all(result),
          [kept('Arcadia', 1, 30), kept('Borduria', 2, 20), kept('Ruritania', 2, 20)],
          true,
        ),
      ),
    ).toEqual({ agree: { rank: '3 of 3', score: '3 of 3' }, differences: [] });
  });

  it('tells each rank, score and tier that moved', () => {
    const result = ranked([30, 20], thresholds([25], ['High', 'Low']));
    expect(
      brief(
        moves(
          result,
          all(result),
          [kept('Arcadia', 2, 30, { tier: 'Low' }), kept('Borduria', 1, 31, { tier: 'High' })],
          true,
        ),
      ),
    ).toEqual({
      agree: { rank: '0 of 2', score: '1 of 2', tier: '0 of 2' },
      differences: [
        'Arcadia rank 2 → 1',
        'Borduria rank 1 → 2',
        'Borduria score 31 → 20',
        'Arcadia tier Low → High',
        'Borduria tier High → Low',
      ],
    });
  });

  it('tells who came and who went', () => {
    const result = ranked([30, 20]);
    expect(
      brief(moves(result, all(result), [kept('Arcadia', 1, 30), kept('Zubrowka', 2, 10)], true)),
    ).toEqual({
      agree: { rank: '1 of 1', score: '1 of 1' },
      differences: ['Zubrowka country ranked → null', 'Borduria country null → ranked'],
    });
  });

  it('of which rows were hidden says nothing of who is not in it', () => {
    const result = ranked([30, 20]);
    expect(brief(moves(result, all(result), [kept('Arcadia', 1, 30)], false)).differences).toEqual([]);
    expect(brief(moves(result, all(result), [kept('Zubrowka', 1, 30)], false)).differences).toEqual([
      'Zubrowka country ranked → null',
    ]);
  });

  it('scores are equal to 9 significant digits', () => {
    const differing = (was: number, is: number) =>
      brief(moves(ranked([is]), [resultRow(0)], [kept('Arcadia', 1, was)], true)).differences.length;
    expect([30 * (1 + 9e-10), 30 * (1 - 9e-10)].map((is) => differing(30, is))).toEqual([0, 0]);
    expect([30 * (1 + 2e-9), 30 * (1 - 2e-9)].map((is) => differing(30, is))).toEqual([1, 1]);
    // However large or small they are.
    expect([
      differing(1e12, 1e12 + 900),
      differing(1e12, 1e12 + 2000),
      differing(1e-6, 1.0000000005e-6),
      differing(1e-6, 1.00000001e-6),
    ]).toEqual([0, 1, 0, 1]);
    expect([differing(0, 0), differing(0, 1e-6), differing(-30, 30)]).toEqual([0, 1, 1]);
  });

  it('who had no rank and has none has not moved; who lost it has', () => {
    const result = ranked([30, null], { missing: { method: 'skip' } });
    expect(
      brief(moves(result, all(result), [kept('Arcadia', 1, 30), kept('Borduria', null, null)], true))
        .differences,
    ).toEqual([]);
    expect(
      brief(moves(result, all(result), [kept('Arcadia', 1, 30), kept('Borduria', 2, 20)], true)).differences,
    ).toEqual(['Borduria rank 2 → null', 'Borduria score 20 → null']);
  });

  it('a tier by another spelling is another one, as nobody printed it', () => {
    const result = ranked([30], thresholds([25], ['High', 'Low']));
    expect(
      brief(moves(result, [resultRow(0)], [kept('Arcadia', 1, 30, { tier: 'high' })], true)).differences,
    ).toEqual(['Arcadia tier high → High']);
  });

  it('of a panel is held against its own year, and rows of other years did not come', () => {
    const countries = [2020, 2021].map((year) => country('Arcadia', { year }));
    const result = ranked([10, 30], {}, countries);
    expect(
      brief(moves(result, [resultRow(1)], [kept('Arcadia', 1, 30, { year: 2021 })], true)).differences,
    ).toEqual([]);
    expect(
      brief(moves(result, [resultRow(1)], [kept('Arcadia', 1, 10, { year: 2020 })], true)).differences,
    ).toEqual(['Arcadia country null → ranked']);
  });
});

it('a difference reads as a sentence', () => {
  const about = { country: country('Arcadia'), deviation: null };
  expect([
    sentence({ ...about, quantity: 'rank', was: 2, is: 1 }),
    sentence({ ...about, quantity: 'score', was: 41.47, is: 41.4752345678 }),
    sentence({ ...about, quantity: 'tier', was: 'High', is: 'Low' }),
    sentence({ ...about, quantity: 'rank', was: 2, is: null }),
    sentence({ ...about, quantity: 'country', was: 'ranked', is: null }),
    sentence({
      ...about,
      country: country('Arcadia', { year: 2021 }),
      quantity: 'country',
      was: null,
      is: 'ranked',
    }),
  ]).toEqual([
    "Arcadia's rank is 1, not 2",
    "Arcadia's score is 41.47523, not 41.47",
    "Arcadia's tier is Low, not High",
    "Arcadia's rank was 2, and it is not ranked",
    'Arcadia was ranked and is not',
    'Arcadia (2021) is ranked and was not',
  ]);
});

it('a difference too small for a few digits reads as one all the same', () => {
  const [, is = '', was = ''] =
    /is (.+), not (.+)$/.exec(
      sentence({
        country: country('Arcadia'),
        deviation: null,
        quantity: 'score',
        was: 41.47,
        is: 41.4700001,
      }),
    ) ?? [];
  expect(is).not.toBe(was);
});

it('a tier that is lost where the recipe makes none does not read as a rank that is', () => {
  const {
    differences: [lost],
  } = reproduce(ranked([30]), [printed('Arcadia', { tier: 'High' })]);
  expect(lost === undefined ? '' : sentence(lost)).toMatch(/^Arcadia's tier (?!.*not ranked)/);
});
