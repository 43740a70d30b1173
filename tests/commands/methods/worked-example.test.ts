import { describe, expect, it } from 'vitest';
import { workedExample } from '../../../src/commands/methods/worked-example.ts';
import { stepNames, steps } from '../../../src/methods/steps.ts';

const entries = stepNames.flatMap((step) =>
  Object.keys(steps[step].table).map((method) => ({ step, method })),
);

describe('a method is shown on three invented countries', () => {
  it(
    'all of them but those that take a file or a structure, want more countries than indicators, or ' +
      'refuse what the example has',
    () => {
      expect(
        entries
          .filter(({ step, method }) => workedExample(step, method) === null)
          .map(({ step, method }) => `${step} ${method}`),
      ).toEqual(['missing error', 'weights balanced', 'weights ahp', 'tiers profile']);
    },
  );

  // The geometric mean of 80, 30 and 5 is the cube root of 12 000.
  it('with what it gives for each of them', () => {
    const rows = workedExample('aggregate', 'geometric')?.table?.rows ?? [];
    expect(rows.map(({ country }) => country)).toEqual(['Arcadia', 'Borduria', 'Syldavia']);
    expect(rows[0]?.['after index']).toBeCloseTo(12_000 ** (1 / 3), 9);
  });

  it('with equal countries where ranks are shown', () => {
    expect(workedExample('rank', 'competition')?.table?.rows.map((row) => row['after rank'])).toEqual([
      3, 1, 1,
    ]);
    expect(workedExample('rank', 'ordinal')?.table?.rows.map((row) => row['after rank'])).toEqual([3, 1, 2]);
  });

  it('says who is left out', () => {
    expect(workedExample('select', 'only')?.table?.rows.map((row) => row['after index'])).toContain(
      'left out',
    );
  });
});
