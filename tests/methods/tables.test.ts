// What holds for every entry of every table of methods, whatever it computes.
import { describe, expect, it } from 'vitest';
import { build } from '../../src/methods/build.ts';
import { stepNames, steps } from '../../src/methods/steps.ts';
import type { Column } from '../../src/math/statistics/column.ts';
import type { Edition } from '../../src/model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../src/model/framework.ts';
import { ProblemsError } from '../../src/model/problem.ts';
import type { Recipe, StepName } from '../../src/model/recipe.ts';
import { complete, type Choice, type Method, type Values } from '../../src/model/registry.ts';
import type { Result } from '../../src/model/result.ts';
import { country, editionOf, names, reordered } from '../support/edition.ts';
import { snap } from '../support/numbers.ts';

/** Parameters that a method cannot do without, for a trial. */
const samples: Readonly<Record<string, Values>> = {
  'select only': { terms: ['Arcadia', 'Borduria', 'Ruritania', 'Syldavia'] },
  'select without': { terms: ['Zubrowka'] },
  'weights set': { name: 'security-first' },
  'weights inline': { weights: { resilience: 3 } },
  'denominate by': { by: 'resilience' },
  'impute group-mean': { by: 'coast' },
  'impute group-median': { by: 'coast' },
  'impute constant': { value: 3 },
  'normalise distance-to-reference': { country: 'Ruritania' },
  'weights rank-order-centroid': { order: ['resilience', 'governance'] },
  'weights rank-sum': { order: ['resilience', 'governance'] },
  'weights ahp': { file: 'matrix.csv' },
  'aggregate power': { p: 2 },
  'aggregate owa': { exponent: 2 },
  'tiers profile': { tiers: [{ name: 'High', needs: [{ atLeast: 5, share: 0.5 }] }, { name: 'Low' }] },
  'tiers thresholds': { cuts: [6, 3] },
  'tiers quantiles': { shares: [3] },
  'region ratio': { times: 3 },
  'region order': { codes: ['resilience', 'governance'] },
};

/** What a default of each kind is; of all others it is text. */
const typeOfKind: Readonly<Record<string, string>> = { number: 'number', integer: 'number', flag: 'boolean' };

interface Entry {
  readonly step: StepName;
  readonly name: string;
  readonly method: Method;
}

const entries = stepNames.flatMap((step) =>
  Object.entries(steps[step].table).map(([name, method]): Entry => ({ step, name, method })),
);

function choiceOf({ step, name, method }: Entry): Choice {
  const sample = samples[`${step} ${name}`] ?? {};
  for (const parameter of method.parameters) {
    if (parameter.default === undefined && !Object.hasOwn(sample, parameter.name)) {
      throw new Error(
        `"${name}" of ${step} needs "${parameter.name}": give it a value under "${step} ${name}" in ` +
          `samples, in ${import.meta.filename}`,
      );
    }
  }
  return complete(steps[step].table, { method: name, ...sample });
}

/** Two indicators in a category and one beside it, with goalposts, one of them the less the better. */
function edition(columns: { strategy: Column; governance: Column; resilience: Column }): Edition {
  const goalposts = { low: 0, high: 10, target: 12 } as const;
  return editionOf(columns, {
    framework: category(ROOT_CODE, [
      category('policy', [
        indicator('strategy', goalposts),
        indicator('governance', { ...goalposts, weight: 2 }),
      ]),
      indicator('resilience', { ...goalposts, target: -1, direction: -1 }),
    ]),
    weightSets: new Map([
      ['security-first', new Map([['resilience', 3]])],
      [
        'ahp:matrix.csv',
        new Map([
          ['resilience', 0.75],
          ['policy', 0.25],
        ]),
      ],
    ]),
    countries: columns.strategy.map((_, row) =>
      country(names[row] ?? '', { groups: { coast: row % 2 === 0 ? 'yes' : 'no' } }),
    ),
    recipe: { normalise: { method: 'none' } },
  });
}

const plain = edition({
  strategy: [7, 2, 9, 2, 4],
  governance: [1, 8, 3, 8, 4],
  resilience: [5, 2, 6, 2, 9],
});
// Aggregations that want scores above 0 get them only if more is better everywhere.
const positive: Edition = {
  ...plain,
  framework: category(ROOT_CODE, [
    indicator('strategy'),
    category('policy', [indicator('governance'), indicator('resilience')]),
  ]),
};

// Weightings that look at the scores want siblings that go along with each other, and scores of 0 or more.
const agreeing: Edition = {
  ...edition({ strategy: [7, 2, 9, 2, 4], governance: [6, 3, 7, 2, 4], resilience: [5, 2, 6, 2, 9] }),
  framework: positive.framework,
};

function recipeWith(entry: Entry, { recipe }: Edition, missing = 'error'): Recipe {
  const choice = choiceOf(entry);
  const base: Recipe = { ...recipe, missing: complete(steps.missing.table, { method: missing }) };
  return { ...base, [entry.step]: entry.step === 'select' || entry.step === 'region' ? [choice] : choice };
}

/** Scores that are out of the ordinary. */
const odd: readonly (readonly [what: string, columns: Parameters<typeof edition>[0]])[] = [
  [
    'missing scores',
    { strategy: [7, null, 9, null, 4], governance: [1, 8, null, null, 4], resilience: [5, 2, 6, null, 9] },
  ],
  [
    'an indicator without any score',
    { strategy: [null, null, null, null, null], governance: [1, 8, 3, 8, 4], resilience: [5, 2, 6, 2, 9] },
  ],
  [
    'no scores at all',
    {
      strategy: [null, null, null, null, null],
      governance: [null, null, null, null, null],
      resilience: [null, null, null, null, null],
    },
  ],
  ['equal scores', { strategy: [4, 4, 4, 4, 4], governance: [4, 4, 4, 4, 4], resilience: [0, 0, 0, 0, 0] }],
  ['one country', { strategy: [4], governance: [8], resilience: [2] }],
  [
    'negative scores',
    { strategy: [-7, -2, -9, -2, -4], governance: [-1, 8, -3, 8, -4], resilience: [-5, -2, -6, -2, -9] },
  ],
  [
    'nothing but zeros',
    { strategy: [0, 0, 0, 0, 0], governance: [0, 0, 0, 0, 0], resilience: [0, 0, 0, 0, 0] },
  ],
  [
    'enormous scores',
    {
      strategy: [1e307, -1e307, 1e300, 1, 0],
      governance: [1e307, 1e307, 1e300, 1, 0],
      resilience: [1e307, -1e307, 1e300, 1, 0],
    },
  ],
  [
    'tiny scores',
    {
      strategy: [5e-324, 1e-300, 1e-310, 2e-300, 0],
      governance: [5e-324, 1e-300, 1e-310, 2e-300, 0],
      resilience: [5e-324, 1e-300, 1e-310, 2e-300, 0],
    },
  ],
];

describe.each(entries)('$step: $name', (entry) => {
  const { step, name, method } = entry;
  const sample =
    ({ aggregate: positive, weights: agreeing } as Partial<Record<StepName, Edition>>)[step] ?? plain;
  const isNothing = step === 'tiers' && name === 'none';

  it('has a name in kebab-case', () => {
    expect(name).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });

  it('says what it does in one line without a full stop', () => {
    expect(method.summary).toMatch(/^\S.*[^.\s]$/);
  });

  it('says when to use it, by which formula, and where that is from', () => {
    expect(method.use).toMatch(/^[A-Z].*\.$/);
    expect(method.formula === '').toBe(isNothing);
    expect(method.source === '').toBe(isNothing);
  });

  it('says what its parameters mean, with defaults within their limits', () => {
    for (const {
      name: parameter,
      meaning,
      kind,
      default: fallback,
      least = -Infinity,
      most = Infinity,
    } of method.parameters) {
      expect(parameter).toMatch(/^[a-z][a-zA-Z]*$/);
      expect(meaning).toMatch(/^\S.*[^.\s]$/);
      if (fallback === undefined || fallback === null) continue;
      expect(typeof fallback).toBe(typeOfKind[kind] ?? 'string');
      if (typeof fallback === 'string') continue;
      expect(Number(fallback)).toBeGreaterThanOrEqual(least);
      expect(Number(fallback)).toBeLessThanOrEqual(most);
      expect(kind !== 'integer' || Number.isInteger(fallback)).toBe(true);
    }
    expect(method.parameters.filter(({ positional }) => positional).length).toBeLessThan(2);
  });

  it('finds nothing wrong with its defaults', () => {
    expect(method.check?.(choiceOf(entry)) ?? null).toBeNull();
  });

  it('gives each country the same in whatever order they come', () => {
    const order = [3, 0, 4, 2, 1];
    const straight = build(sample, recipeWith(entry, sample));
    const shuffled = build(reordered(sample, order), recipeWith(entry, sample));
    expect(byCountry(shuffled)).toEqual(byCountry(straight));
    for (const [code, column] of straight.scores) {
      const there = new Map(
        shuffled.countries.map((one, row) => [one.name, shuffled.scores.get(code)?.[row]]),
      );
      expect(
        snap(
          straight.countries.map((one) => there.get(one.name)),
          column,
          1e-12,
        ),
      ).toEqual(column);
    }
  });

  it('leaves its input as it was', () => {
    const recipe = recipeWith(entry, sample);
    const before = structuredClone({ edition: sample, recipe });
    build(frozen(sample), frozen(recipe));
    expect({ edition: sample, recipe }).toEqual(before);
  });

  it.each(odd)('takes %s: numbers, nothing, or a problem', (_, columns) => {
    expect(outcomes(entry, columns).flatMap(({ faults }) => faults)).toEqual([]);
  });
});

// A method that refused more than it must would pass all of the above.
it('methods refuse what stands in refusals.txt, and nothing else', async () => {
  const refused = entries.flatMap((entry) =>
    odd.flatMap(([what, columns]) =>
      outcomes(entry, columns).flatMap(({ field, refusals }) =>
        refusals.map((code) => `${entry.step} ${entry.name}, ${what}, ${field}: ${code}`),
      ),
    ),
  );
  await expect(`${[...new Set(refused)].toSorted().join('\n')}\n`).toMatchFileSnapshot('refusals.txt');
});

it('every sample belongs to a method', () => {
  expect(
    Object.keys(samples).filter((key) => !entries.some(({ step, name }) => key === `${step} ${name}`)),
  ).toEqual([]);
});

it('the default of every step is one of its methods, and needs no parameter', () => {
  for (const step of stepNames) {
    const choice = steps[step].default;
    if (choice === null) continue;
    const entry = steps[step].table[choice.method];
    expect(entry?.parameters.filter(({ default: fallback }) => fallback === undefined)).toEqual([]);
  }
});

/** What a method makes of scores, in a tree that begins with a category and in one that ends with it. */
function outcomes({ step, name, method }: Entry, columns: Parameters<typeof edition>[0]) {
  const fields = {
    'a category first': edition(columns),
    'a category last': { ...edition(columns), framework: positive.framework },
  };
  return Object.entries(fields).flatMap(([tree, field]) =>
    (step === 'missing' ? [name] : ['error', 'skip']).map((missing) => ({
      field: `${tree}, missing ${missing}`,
      ...outcomeOf(field, recipeWith({ step, name, method }, field, missing)),
    })),
  );
}

/** What comes of a recipe: numbers that are none, or the codes of the problems that refuse it. */
function outcomeOf(field: Edition, recipe: Recipe): { faults: string[]; refusals: string[] } {
  try {
    return { faults: notFinite(build(field, recipe)), refusals: [] };
  } catch (error) {
    if (error instanceof ProblemsError && error.problems.length > 0)
      return { faults: [], refusals: error.problems.map(({ code }) => code) };
    throw error;
  }
}

/** Where a result holds something that is neither a number nor nothing. */
function notFinite({ index, ranks, scores, weights, tiering }: Result): string[] {
  const columns: [string, Column][] = [
    ['index', index],
    ['ranks', ranks],
    ...scores,
    ['weights', [...weights.values()]],
  ];
  const wrong = columns.flatMap(([code, column]) =>
    column.filter((x) => x !== null && !Number.isFinite(x)).map((x) => `${code}: ${x}`),
  );
  const tiers =
    tiering?.placements.filter(({ tier }) => tier !== null && tiering.tiers[tier] === undefined) ?? [];
  return [...wrong, ...tiers.map(({ tier }) => `tier: ${tier}`)];
}

function byCountry({ countries, index, ranks, tiering }: Result): Map<string, unknown> {
  return new Map(
    countries.map(({ name }, row) => [
      name,
      { index: index[row], rank: ranks[row], placement: tiering?.placements[row] },
    ]),
  );
}

/** Frozen to the bottom; maps refuse to be changed. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const refuse = () => {
    throw new Error('the input was changed');
  };
  if (value instanceof Map) {
    for (const one of value.values()) frozen(one);
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  }
  for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
}
