// scipy 1.10 (HiGHS) on the matrix of 15 × 7: who is necessarily and possibly ahead over three regions, and
// the least change of weights that swaps each pair, within 1e-7.
import { describe, expect, it } from 'vitest';
import { comparePair } from '../../src/analysis/compare/compare.ts';
import { leastDifference } from '../../src/analysis/pairs/dominance.ts';
import {
  isWeightedSum,
  indexOverRegion,
  type IndexOverRegion,
} from '../../src/analysis/pairs/index-over-region.ts';
import { build } from '../../src/methods/build.ts';
import type { Choice } from '../../src/model/registry.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';
import { resultRows } from '../../src/model/rows.ts';
import { country, editionOf } from '../support/edition.ts';
import { numbersOf, readReference } from '../support/reference.ts';
import { resultRow } from '../support/rows.ts';

const scores = readReference('coinr-15x7/scores.csv');
const given = readReference('coinr-15x7/weights.csv');
const codes = given.map(({ iCode = '' }) => iCode);
const names = scores.map(({ uCode = '' }) => uCode);
const framework = category(
  ROOT_CODE,
  given.map(({ iCode = '', weight }) => indicator(iCode, { weight: Number(weight) })),
);
const result = build(
  editionOf(Object.fromEntries(codes.map((code) => [code, numbersOf(scores, code)])), {
    framework,
    countries: names.map((name) => country(name)),
    recipe: { normalise: { method: 'none' } },
  }),
);

function over(region: Choice): IndexOverRegion {
  const robust = indexOverRegion(result, [region], resultRows(names));
  if (!isWeightedSum(robust)) throw new Error(robust.reason);
  return robust;
}

const any = over({ method: 'any', at: 'levels' });

describe.each([
  ['S', any],
  ['B', over({ method: 'around', share: 0.25, at: 'levels' })],
  ['R', over({ method: 'ratio', times: 3, at: 'levels' })],
] as const)('over the region %s', (letter, robust) => {
  const [least, necessary, possible] = ['dominance_min', 'necessary', 'possible'].map((file) =>
    readReference(`robust/${file}_${letter}.csv`),
  );
  const pairs = names.flatMap((a, i) => names.map((b, j) => ({ a, b, i, j })));

  it('the least difference of every pair', () => {
    for (const { b, i, j } of pairs)
      expect(
        Math.abs(leastDifference(robust.index, robust.polytope, i, j).value - Number(least?.[i]?.[b])),
      ).toBeLessThan(1e-7);
  });

  it('who is necessarily and who possibly at least level with whom', () => {
    const told = (records: typeof necessary) =>
      pairs.map(({ a, b, i, j }) => `${a} ${b} ${i === j ? '' : (records?.[i]?.[b] ?? '')}`);
    const found = pairs.map(({ a, b, i, j }) => {
      const {
        ahead,
        over: { relation, least: worst, most },
      } = comparePair(result, robust, resultRow(i), resultRow(j));
      const isNecessary = relation === (ahead === i ? 'necessary' : 'reversed') || relation === 'level';
      return {
        pair: `${a} ${b}`,
        isNecessary,
        isPossible: (ahead === i ? most.value : -worst.value) >= -1e-9,
        isSame: i === j,
      };
    });
    expect(
      found.map(({ pair, isNecessary, isSame }) => `${pair} ${isSame ? '' : Number(isNecessary)}`),
    ).toEqual(told(necessary));
    expect(
      found.map(({ pair, isPossible, isSame }) => `${pair} ${isSame ? '' : Number(isPossible)}`),
    ).toEqual(told(possible));
  });
});

describe('the least change of weights that swaps a pair', () => {
  const flips = readReference('robust/flip_pairs.csv');
  it.each(flips.map((record) => [`${record['a_above']} and ${record['b_below']}`, record] as const))(
    '%s',
    (_, record) => {
      const pair = comparePair(
        result,
        any,
        resultRow(names.indexOf(record['a_above'] ?? '')),
        resultRow(names.indexOf(record['b_below'] ?? '')),
      );
      const {
        flips: { l1, l2, lInfinity },
        single,
      } = pair;
      const found = {
        min_L1: l1?.change,
        min_Linf: lInfinity?.change,
        min_L2: l2?.change,
        ...Object.fromEntries([...single].map(([code, one]) => [`single_w_${code}`, one?.local])),
      };
      expect(pair.gap).toBeCloseTo(Number(record['score_gap']), 9);
      for (const [column, value] of Object.entries(found)) {
        if (record[column] === '') expect([column, value ?? null]).toEqual([column, null]);
        else expect(Math.abs((value ?? Number.NaN) - Number(record[column]))).toBeLessThan(1e-7);
      }
      expect(Object.keys(found).toSorted()).toEqual(Object.keys(record).slice(3).toSorted());
    },
  );

  it('there is one for every pair but ties', () => {
    expect(flips).toHaveLength(105);
  });
});
