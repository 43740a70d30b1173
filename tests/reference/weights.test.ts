// Weights that others found: COINr 1.1.14 by its first eigenvectors and its balanced weights, numpy by the
// textbook formulas, Saaty in print.
import { describe, expect, it } from 'vitest';
import { correlation, correlationMatrix } from '../../src/math/statistics/correlation.ts';
import { symmetricEigen } from '../../src/math/linear/eigen.ts';
import { sum } from '../../src/math/statistics/stats.ts';
import { consistencyRatio, priorities } from '../../src/methods/weight/ahp.ts';
import { balanced, balancedFaults } from '../../src/methods/weight/from-scores/balanced.ts';
import {
  principalComponent,
  principalComponentFaults,
} from '../../src/methods/weight/from-scores/principal-component.ts';
import { weigh } from '../../src/methods/weight/run.ts';
import { category, indicator } from '../../src/model/framework.ts';
import { country } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';
import { numbersOf, readReference, type Records } from '../support/reference.ts';

type Columns = readonly (readonly number[])[];

function columnsOf(records: Records, codes: readonly string[]): number[][] {
  return codes.map((code) => numbersOf(records, code).map((x) => x ?? Number.NaN));
}

function eigenOf(columns: Columns) {
  return symmetricEigen(correlationMatrix(columns).map((row) => row.map((r) => r ?? Number.NaN)));
}

/** A vector with its sum positive: the sign of an eigenvector means nothing. */
function turned(vector: readonly number[]): number[] {
  return vector.map((x) => (sum(vector) < 0 ? -x : x));
}

/** The shares of the correlations of columns with their weighted mean. */
function shares(weights: readonly number[], columns: Columns): number[] {
  const means = (columns[0] ?? []).map((_, row) =>
    sum(columns.map((column, i) => (weights[i] ?? Number.NaN) * (column[row] ?? Number.NaN))),
  );
  const correlations = columns.map((column) => correlation(column, means) ?? Number.NaN);
  return correlations.map((r) => r / sum(correlations));
}

/** The sum of squares that COINr makes as small as it can. */
function objective(reached: readonly number[], targets: readonly number[]): number {
  return sum(reached.map((share, i) => (share - (targets[i] ?? Number.NaN)) ** 2));
}

describe("the first principal component of COINr's example", () => {
  const lineage = readReference('coinr-asem/lineage.csv');
  const loadings = new Map(
    readReference('coinr-asem/first-component.csv').map(({ iCode = '', Loading }) => [
      iCode,
      Number(Loading),
    ]),
  );
  const eigenvalues = readReference('coinr-asem/eigenvalues.csv');
  const values = {
    Indicator: readReference('coinr-asem/normalised.csv'),
    Pillar: readReference('coinr-asem/arithmetic.csv'),
    'Sub-index': readReference('coinr-asem/arithmetic.csv'),
  };
  const siblings = (
    [
      ['Pillar', 'Indicator'],
      ['Sub-index', 'Pillar'],
      ['Index', 'Sub-index'],
    ] as const
  ).flatMap(([parent, child]) =>
    [...new Set(lineage.map((path) => path[parent] ?? ''))].map((code) => {
      const codes = [
        ...new Set(lineage.filter((path) => path[parent] === code).map((path) => path[child] ?? '')),
      ];
      return {
        parent: code,
        codes,
        given: codes.map(() => 1),
        columns: columnsOf(values[child], codes),
        expected: turned(codes.map((one) => loadings.get(one) ?? Number.NaN)),
      };
    }),
  );

  it('is of 8 pillars, 2 sub-indices and the index', () => {
    expect(siblings.map(({ codes }) => codes.length).toSorted((a, b) => a - b)).toEqual([
      2, 3, 3, 5, 5, 5, 5, 6, 8, 8, 9,
    ]);
  });

  it.each(siblings)('eigenvalues of $parent', ({ parent, columns }) => {
    const expected = eigenvalues
      .filter(({ Category }) => Category === parent)
      .map(({ Eigenvalue }) => Number(Eigenvalue));
    expect(snap(eigenOf(columns).values, expected, 1e-10)).toEqual(expected);
  });

  it.each(siblings)('loadings of $parent', ({ columns, expected }) => {
    expect(snap(turned(eigenOf(columns).vectors[0] ?? []), expected, 1e-9)).toEqual(expected);
  });

  it.each(siblings.filter(({ expected }) => expected.every((x) => x > 0)))(
    'weights under $parent are the loadings, scaled to sum 1',
    ({ columns, expected, ...one }) => {
      const scaled = expected.map((x) => x / sum(expected));
      expect(snap(principalComponent({ columns }), scaled, 1e-9)).toEqual(scaled);
      expect(principalComponentFaults({ columns, ...one })).toEqual([]);
    },
  );

  it('where a loading is negative there are no weights', () => {
    const faults = siblings
      .map((one) => [one.parent, ...principalComponentFaults(one).map(({ indicator: code }) => code)])
      .filter(({ length }) => length > 1);
    expect(faults).toEqual([
      ['Instit', 'TBTs'],
      ['Environ', 'Forest'],
      ['SusEcFin', 'NEET', 'RDExp'],
      ['Sust', 'Social'],
    ]);
  });
});

describe("balanced weights of COINr's example", () => {
  const found = readReference('coinr-asem/balanced.csv');
  const aggregates = readReference('coinr-asem/arithmetic.csv');
  const lineage = readReference('coinr-asem/lineage.csv');
  const normalised = readReference('coinr-asem/normalised.csv');
  const under = (pillar: string) =>
    columnsOf(
      normalised,
      lineage.filter(({ Pillar }) => Pillar === pillar).map(({ Indicator = '' }) => Indicator),
    );
  const equal = (columns: Columns) => columns.map(() => 1);

  it("of the two sub-indices: both correlations are a half, as COINr's are", () => {
    const columns = columnsOf(aggregates, ['Conn', 'Sust']);
    const theirs = found.filter(({ iCode }) => iCode === 'Conn' || iCode === 'Sust');
    const own = objective(shares(balanced({ given: [1, 1], columns }), columns), [0.5, 0.5]);
    expect(own).toBeLessThan(1e-16);
    expect(own).toBeLessThanOrEqual(
      objective(
        numbersOf(theirs, 'Obtained').map((x) => x ?? 0),
        [0.5, 0.5],
      ) + 1e-30,
    );
  });

  it("of the eight pillars: COINr's miss the targets, with a negative weight; there are none of 0 or more", () => {
    const theirs = found.filter(({ iCode }) => iCode !== 'Conn' && iCode !== 'Sust');
    const codes = theirs.map(({ iCode = '' }) => iCode);
    const columns = columnsOf(aggregates, codes);
    expect(Math.min(...numbersOf(theirs, 'Weight').map((x) => x ?? 0))).toBeLessThan(-0.2);
    expect(
      objective(
        numbersOf(theirs, 'Obtained').map((x) => x ?? 0),
        codes.map(() => 1 / 8),
      ),
    ).toBeGreaterThan(1e-4);
    expect(
      balancedFaults({ codes, given: equal(columns), columns }).map(({ code, indicator: one }) => [
        code,
        one,
      ]),
    ).toEqual([
      ['weights/unbalanced', 'Physical'],
      ['weights/unbalanced', 'Instit'],
      ['weights/unbalanced', 'Social'],
    ]);
    // The equations have one solution, which has those three negative and meets the targets.
    expect(
      objective(
        shares(balanced({ given: equal(columns), columns }), columns),
        codes.map(() => 1 / 8),
      ),
    ).toBeLessThan(1e-16);
  });

  it.each([
    ['Instit', under('Instit')],
    ['P2P', under('P2P')],
    ['Environ', under('Environ')],
    ['SusEcFin', under('SusEcFin')],
    ['Sust', columnsOf(aggregates, ['Environ', 'Social', 'SusEcFin'])],
  ])('under %s all correlations are the same', (_, columns) => {
    expect(
      balancedFaults({ codes: columns.map((__, i) => `c${i}`), given: equal(columns), columns }),
    ).toEqual([]);
    for (const share of shares(balanced({ given: equal(columns), columns }), columns))
      expect(Math.abs(share * columns.length - 1)).toBeLessThan(1e-8);
  });
});

describe('of a matrix of 15 × 7', () => {
  const scores = readReference('coinr-15x7/scores.csv');
  const given = readReference('coinr-15x7/weights.csv');
  const codes = given.map(({ iCode = '' }) => iCode);
  const columns = columnsOf(scores, codes);

  it("correlations are R's", () => {
    const expected = codes.map((code) => numbersOf(readReference('coinr-15x7/correlations.csv'), code));
    for (const [i, row] of correlationMatrix(columns).entries())
      expect(snap(row, expected[i] ?? [], 1e-12)).toEqual(expected[i]);
  });

  it("all principal components are R's", () => {
    const { values, vectors } = eigenOf(columns);
    const expected = numbersOf(readReference('coinr-15x7/eigenvalues.csv'), 'Eigenvalue');
    expect(snap(values, expected, 1e-12)).toEqual(expected);
    for (const [k, vector] of vectors.entries()) {
      const column = turned(
        numbersOf(readReference('coinr-15x7/rotation.csv'), `PC${k + 1}`).map((x) => x ?? Number.NaN),
      );
      expect(snap(turned(vector), column, 1e-10)).toEqual(column);
    }
  });

  it('the first has loadings of both signs, and gives no weights', () => {
    expect(
      principalComponentFaults({ codes, given: codes.map(() => 1), columns }).map(
        ({ indicator: code }) => code,
      ),
    ).toEqual(['strategy', 'intelligence', 'security']);
  });

  it.each(['deviation', 'entropy', 'critic', 'balanced'])("%s gives numpy's weights", (method) => {
    const children = given.map(({ iCode = '', weight }) => indicator(iCode, { weight: Number(weight) }));
    // Deviation depends on the units; the textbook takes it of min–maxed scores, which change nothing for
    // CRITIC.
    const spans = columns.map((column) => ({ low: Math.min(...column), high: Math.max(...column) }));
    const scaled = columns.map((column, i) =>
      column.map((x) => (x - (spans[i]?.low ?? 0)) / ((spans[i]?.high ?? 0) - (spans[i]?.low ?? 0))),
    );
    const { weights: found } = weigh(
      category('index', children),
      method === 'deviation' ? scaled : columns,
      { method },
      new Map(),
      scores.map(({ uCode = '' }) => country(uCode)),
    );
    const expected = numbersOf(readReference('coinr-15x7/weightings.csv'), method);
    expect(snap(found, expected, 1e-11)).toEqual(expected);
  });
});

// Saaty (1977), A scaling method for priorities in hierarchical structures, Journal of Mathematical
// Psychology 15: how bright four chairs look at growing distances from a light, by two people. Saaty (1980),
// The Analytic Hierarchy Process: 1, 3, 5. The further digits are numpy's.
describe.each([
  [
    'the chairs, first judge',
    [
      [1, 5, 6, 7],
      [1 / 5, 1, 4, 6],
      [1 / 6, 1 / 4, 1, 4],
      [1 / 7, 1 / 6, 1 / 4, 1],
    ],
    [0.61866878, 0.23532282, 0.10093397, 0.04507443],
    0.1447148957689637,
  ],
  [
    'the chairs, second judge',
    [
      [1, 4, 6, 7],
      [1 / 4, 1, 3, 4],
      [1 / 6, 1 / 3, 1, 2],
      [1 / 7, 1 / 4, 1 / 2, 1],
    ],
    [0.61682294, 0.22382863, 0.09723423, 0.06211421],
    0.037858595224923255,
  ],
  [
    'three things by 1, 3 and 5',
    [
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ],
    [0.63698557, 0.25828499, 0.10472943],
    0.033199215998426276,
  ],
] as const)('analytic hierarchy process: %s', (_, matrix, weights, ratio) => {
  it('weights', () => {
    expect(priorities(matrix).map((w) => w.toFixed(8))).toEqual(weights.map((w) => w.toFixed(8)));
  });

  it('consistency ratio', () => {
    expect(consistencyRatio(matrix)).toBeCloseTo(ratio, 12);
  });
});
