import { describe, expect, it } from 'vitest';
import { agreementOf, ratedOf } from '../../../src/analysis/explain/raters.ts';
import { hasFailed, replicate, type ReplicateDesign } from '../../../src/analysis/uncertainty/replicates.ts';
import { build } from '../../../src/methods/build.ts';
import type { RaterScore, RaterScores } from '../../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../../src/model/framework.ts';
import { editionRows } from '../../../src/model/rows.ts';
import { editionOf } from '../../support/edition.ts';
import { editionRow, resultRow } from '../../support/rows.ts';

const by = (rater: string, value: number, confidence = 1): RaterScore => ({
  rater,
  value,
  confidence,
  evidence: '',
});
const ratersOf = (given: Readonly<Record<string, readonly (readonly RaterScore[])[]>>): RaterScores =>
  new Map(
    Object.entries(given).map(([column, rows]) => [
      column,
      new Map(
        editionRows(rows)
          .map((row) => [row, rows[row] ?? []] as const)
          .filter(([, scores]) => scores.length > 0),
      ),
    ]),
  );

const recipe = { normalise: { method: 'none' } };

/** How often the first country has each index, over so many replicates. */
function indices(raters: RaterScores, replicates: number): Map<number | null, number> {
  const design: ReplicateDesign = {
    edition: editionOf({ laws: [3, 9] }, { raters, recipe }),
    variations: [{ name: 'raters' }],
    seed: 1,
    rows: [editionRow(0), editionRow(1)],
  };
  const counts = new Map<number | null, number>();
  for (let i = 0; i < replicates; i += 1) {
    const one = replicate(design, [(i + 0.5) / replicates]);
    const score = hasFailed(one) ? null : (one.scores[0] ?? null);
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  return counts;
}

describe('a replicate', () => {
  it('takes each score of one of its raters, all as likely', () => {
    const counts = indices(ratersOf({ laws: [[by('Ana', 1), by('Bo', 2), by('Chi', 6)]] }), 3000);
    expect(new Set(counts.keys())).toEqual(new Set([1, 2, 6]));
    for (const times of counts.values()) expect(Math.abs(times / 3000 - 1 / 3)).toBeLessThan(0.035); // four standard errors
  });

  it('takes them in proportion to their confidence', () => {
    const counts = indices(ratersOf({ laws: [[by('Ana', 1, 6), by('Bo', 2, 2)]] }), 3000);
    expect(Math.abs((counts.get(1) ?? 0) / 3000 - 3 / 4)).toBeLessThan(0.032);
  });

  it('leaves a score as it is that one rater alone gave', () => {
    expect([...indices(ratersOf({ laws: [[by('Ana', 1)]] }), 20)]).toEqual([[3, 20]]);
  });
});

describe('what raters gave a country', () => {
  it('stands beside the score that counts, with its spread', () => {
    const result = build(
      editionOf(
        { laws: [3, 9], skills: [1, 2] },
        { raters: ratersOf({ laws: [[by('Ana', 2), by('Bo', 4), by('Chi', 6)]] }), recipe },
      ),
    );
    expect(ratedOf(result, resultRow(0))).toMatchObject([
      { leaf: { code: 'laws' }, used: 3, low: 2, high: 6, deviation: 2 },
    ]); // (4 + 0 + 4) / 2 = 4
    expect(ratedOf(result, resultRow(1))).toEqual([]);
  });

  it('is found where countries are left out', () => {
    const result = build(
      editionOf(
        { laws: [3, 9, 5] },
        {
          raters: ratersOf({ laws: [[], [], [by('Ana', 5), by('Bo', 4)]] }),
          recipe: { ...recipe, select: [{ method: 'without', terms: ['Arcadia'] }] },
        },
      ),
    );
    expect(ratedOf(result, resultRow(1))).toMatchObject([{ used: 5, low: 4, high: 5 }]);
  });

  it('is told once of a column that two indicators read', () => {
    const framework = category(ROOT_CODE, [
      indicator('use', { column: 'internet' }),
      indicator('risk', { column: 'internet', direction: -1 }),
    ]);
    const result = build(
      editionOf(
        { internet: [3, 9] },
        { framework, raters: ratersOf({ internet: [[by('Ana', 2), by('Bo', 4)]] }), recipe },
      ),
    );
    expect(ratedOf(result, resultRow(0)).map(({ leaf }) => leaf.code)).toEqual(['use']);
  });
});

describe('agreement', () => {
  const framework = category(ROOT_CODE, [
    indicator('laws'),
    indicator('skills'),
    indicator('rules', { scale: 'mine' }),
    indicator('norms', { scale: 'mine' }),
  ]);
  const scales = [
    {
      name: 'mine',
      ratings: [
        { word: 'weak', value: 0 },
        { word: 'fair', value: 1 },
        { word: 'strong', value: 9 },
      ],
    },
  ];
  const edition = editionOf(
    { laws: [3, 9], skills: [1, 2], rules: [0, 9], norms: [1, 1] },
    { framework, scales },
  );

  it('counts the scores that several gave, and those on which all give the same', () => {
    const raters = ratersOf({
      laws: [[by('Bo', 3), by('Ana', 3)], [by('Ana', 4)]],
      rules: [[by('Ana', 0), by('Chi', 1)]],
    });
    expect(agreementOf({ ...edition, raters })).toMatchObject({
      raters: ['Ana', 'Bo', 'Chi'],
      shared: 2,
      equal: 1,
    });
  });

  it(
    "is by the order of ratings, over all that are on one scale, and by the distances of each indicator's " +
      'numbers',
    () => {
      const raters = ratersOf({
        laws: [
          [by('Ana', 1), by('Bo', 1)],
          [by('Ana', 3), by('Bo', 3)],
        ],
        rules: [[by('Ana', 0), by('Bo', 1)]],
        norms: [[by('Ana', 9), by('Bo', 9)]],
      });
      // The ranks of 0 1 9 9 are 1 2 3.5 3.5: mean 2.5, Σ² = 2.25 + 0.25 + 1 + 1 = 4.5, variance 1.5;
      // within units 0.5 and 0, each counted twice in four: 0.25. α = 1 − 0.25 / 1.5 = 5/6.
      expect(agreementOf({ ...edition, raters }).alphas).toEqual([
        { of: 'mine', level: 'ordinal', alpha: expect.closeTo(5 / 6, 12), shared: 2 },
        { of: 'laws', level: 'interval', alpha: 1, shared: 2 },
      ]);
    },
  );

  it('of no raters is none', () => {
    expect(agreementOf(edition)).toEqual({ raters: [], shared: 0, equal: 0, alphas: [] });
  });
});
