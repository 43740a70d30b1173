// COINr 1.1.14 on its own example, from the raw scores to the ranks: every stage within 1e-9 relative.
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/input/edition/load.ts';
import { build } from '../../src/methods/build.ts';
import { completeRecipe, type PartialRecipe } from '../../src/methods/steps.ts';
import { kurtosis, skewness } from '../../src/math/statistics/stats.ts';
import { present, type Column } from '../../src/math/statistics/column.ts';
import { indicators, nodes, type Framework, type FrameworkNode } from '../../src/model/framework.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { Result } from '../../src/model/result.ts';
import { snap } from '../support/numbers.ts';
import { numbersOf, readReference, type Records } from '../support/reference.ts';
import { run } from '../support/run.ts';

const { edition } = await loadEdition('tests/reference/asem');
const whole = build(edition);
const codes = indicators(edition.framework).map(({ code }) => code);

/** The framework without the methods that its rows have of their own: raw scores go in undivided. */
function bare(node: Framework): Framework {
  return {
    ...node,
    children: node.children.map((child): FrameworkNode =>
      child.kind === 'category' ? bare(child) : { ...child, denominate: null },
    ),
  };
}

function withRecipe(recipe: PartialRecipe, framework = edition.framework): Edition {
  return {
    ...edition,
    framework,
    recipe: completeRecipe({ missing: { method: 'skip', least: 0 }, ...recipe }),
  };
}

/** A column of a stage in the order of the reference, which is by code. */
function inOrder({ countries }: Result, column: Column | undefined, records: Records): Column {
  const rows = new Map(countries.map(({ code }, row) => [code, row]));
  return records.map(({ uCode = '' }) => column?.[rows.get(uCode) ?? -1] ?? null);
}

/** The columns that are not as they are in the reference, each beside what was expected. */
function deviations(
  result: Result,
  columns: ReadonlyMap<string, Column> | undefined,
  file: string,
  some: readonly string[] = codes,
): object[] {
  const records = readReference(`asem/stages/${file}.csv`);
  return some.flatMap((code) => {
    const expected = numbersOf(records, code);
    const scores = snap(inOrder(result, columns?.get(code), records), expected, 1e-9);
    return JSON.stringify(scores) === JSON.stringify(expected) ? [] : [{ code, scores, expected }];
  });
}

const stageOf = (result: Result, step: string) => result.stages.find((stage) => stage.step === step)?.columns;

describe('the example index', () => {
  it.each(['denominate', 'impute', 'treat', 'normalise'])('%s', (step) =>
    expect(deviations(whole, stageOf(whole, step), step)).toEqual([]),
  );

  it('no country is screened out', () => expect(whole.countries).toHaveLength(51));

  it('aggregate, at every level', () =>
    expect(
      deviations(
        whole,
        whole.scores,
        'aggregate',
        nodes(edition.framework).map(({ code }) => code),
      ),
    ).toEqual([]));

  it('through the command line', async () => {
    const { stdout } = await run(['rank', 'tests/reference/asem', '--format', 'json', '--quiet']);
    const { countries }: { countries: { code: string; score: number; rank: number }[] } = JSON.parse(stdout);
    const expected = readReference('asem/stages/aggregate.csv')
      .map(({ uCode = '', Index = '' }) => ({ code: uCode, score: Number(Index) }))
      .toSorted((a, b) => b.score - a.score);
    expect(countries.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    expect(countries.map(({ rank }) => rank)).toEqual(expected.map((_, i) => i + 1));
    const scores = expected.map(({ score }) => score);
    expect(
      snap(
        countries.map(({ score }) => score),
        scores,
        1e-9,
      ),
    ).toEqual(scores);
  });

  it('says what was imputed and treated, and with what', () => {
    const done = (step: string) => whole.stages.find((stage) => stage.step === step)?.changes ?? [];
    expect(done('impute')).toHaveLength(65);
    expect(
      done('impute').every(
        ({ from, to, how }) =>
          from === null && to !== null && /^mean of EurAsia_group (?:Asia|Europe)$/.test(how),
      ),
    ).toBe(true);
    const winsorised = readReference('asem/stages/skewness.csv')
      .filter((row) => row['winsorised'] !== '')
      .map((row) => row['code']);
    expect([...new Set(done('treat').map(({ code }) => code))]).toEqual(winsorised);
  });
});

describe('imputations of the denominated scores', () => {
  it.each([
    ['impute-mean', 'mean'],
    ['impute-median', 'median'],
    ['impute-category-mean', 'category-mean'],
    ['impute-category-median', 'category-median'],
  ])('%s', (file, method) => {
    const result = build(withRecipe({ impute: { method } }));
    expect(deviations(result, stageOf(result, 'impute'), file)).toEqual([]);
  });

  it('impute-group-median', () => {
    const result = build(withRecipe({ impute: { method: 'group-median', by: 'EurAsia_group' } }));
    expect(deviations(result, stageOf(result, 'impute'), 'impute-group-median')).toEqual([]);
  });
});

describe('treatments of the imputed scores', () => {
  const { steps, screen, impute } = edition.recipe;
  it.each([
    ['treat-most-1', { most: 1 }],
    ['treat-most-10', { most: 10 }],
    ['treat-most-2-combine', { most: 2, combine: true }],
  ])('%s', (file, parameters) => {
    const result = build(
      withRecipe({ steps, screen, impute, treat: { method: 'winsorise-log', ...parameters } }),
    );
    expect(deviations(result, stageOf(result, 'treat'), file)).toEqual([]);
  });

  it('skewness and kurtosis', () => {
    for (const { code = '', skewness: skewed, kurtosis: peaked } of readReference(
      'asem/stages/skewness.csv',
    )) {
      const scores = present(stageOf(whole, 'screen')?.get(code) ?? []);
      expect(snap([skewness(scores), kurtosis(scores)], [Number(skewed), Number(peaked)], 1e-9)).toEqual([
        Number(skewed),
        Number(peaked),
      ]);
    }
  });
});

describe('normalisations of the raw scores', () => {
  const raw = bare(edition.framework);
  it.each([
    ['minmax', { method: 'minmax', floor: 1 }],
    ['zscore', { method: 'zscore', mean: 10, deviation: 2 }],
    ['rank', { method: 'rank' }],
    ['rank-mean', { method: 'rank', ties: 'mean' }],
    ['percentile', { method: 'percentile', ceiling: 1 }],
    ['borda', { method: 'borda' }],
    ['distance-to-maximum', { method: 'distance-to-maximum', ceiling: 1 }],
    ['distance-to-target', { method: 'distance-to-target', ceiling: 1 }],
  ])('%s', (file, normalise) => {
    const result = build(withRecipe({ normalise }, raw));
    expect(deviations(result, stageOf(result, 'normalise'), `normalise-${file}`)).toEqual([]);
  });

  it('distance-to-reference, where Australia is not the lowest', () => {
    const columns = readReference('asem/stages/normalise-distance-to-reference.csv');
    const some = codes.filter((code) => columns.every((row) => row[code] !== ''));
    const only = some.filter((code) => !(stageOf(whole, 'select')?.get(code) ?? []).includes(null));
    const result = build(
      withRecipe(
        {
          select: [{ method: 'only', terms: only }],
          normalise: { method: 'distance-to-reference', country: 'AUS', ceiling: 1 },
        },
        raw,
      ),
    );
    expect(only.length).toBeGreaterThan(25);
    expect(deviations(result, stageOf(result, 'normalise'), 'normalise-distance-to-reference', only)).toEqual(
      [],
    );
  });

  it.each([
    ['fraction-of-maximum', { method: 'fraction-of-maximum', ceiling: 1 }],
    ['scaled', { method: 'scaled' }],
  ])('%s, where more is better', (file, normalise) => {
    const more = indicators(edition.framework)
      .filter(
        ({ direction, code }) =>
          direction === 1 &&
          (file === 'scaled' ||
            (stageOf(whole, 'select')?.get(code) ?? []).every((x) => x === null || x >= 0)),
      )
      .map(({ code }) => code);
    const result = build(withRecipe({ select: [{ method: 'only', terms: more }], normalise }, raw));
    expect(deviations(result, stageOf(result, 'normalise'), `normalise-${file}`, more)).toEqual([]);
  });
});

describe.each(['latest', 'linear'])('%s scores of a panel of five years', (method) => {
  it('stand in for missing ones', async () => {
    const panel = await loadEdition('tests/reference/asem-panel/scores.csv', {
      recipe: completeRecipe({ impute: { method }, missing: { method: 'skip', least: 0 } }),
    });
    const result = build(panel.edition);
    const expected = readReference(`asem-panel/${method}.csv`);
    const rowOf = new Map(
      result.countries.map(({ code, year }, row) => [`${code ?? ''} ${year ?? ''}`, row]),
    );
    for (const code of ['LPI', 'Flights', 'Ship', 'Bord', 'Elec', 'Gas']) {
      const column = stageOf(result, 'impute')?.get(code);
      const got = expected.map(
        ({ iso3 = '', year = '' }) => column?.[rowOf.get(`${iso3} ${year}`) ?? -1] ?? null,
      );
      const wanted = numbersOf(expected, code);
      expect(snap(got, wanted, 1e-9)).toEqual(wanted);
    }
  });
});
