import { describe, expect, it } from 'vitest';
import { bundledNames } from '../../../src/input/files/files.ts';
import { run } from '../../support/run.ts';
import { csvOf, explain, explained, total } from './calls.ts';

describe('what the parts add', () => {
  it.each([...bundledNames(), 'tests/reference/hdi-2022'])(
    'adds up to the index at every depth, for the first and the last, in %s',
    async (edition) => {
      const ranking: { countries: { name: string }[] } = JSON.parse(
        (await run(['rank', edition, '--format', 'json'])).stdout,
      );
      const names = [0, -1].map((at) => ranking.countries.at(at)?.name ?? '');
      for (const name of names) {
        const { country, parts } = await explained(name, '-e', edition);
        const below = (code: string) =>
          parts.flatMap(({ parent, adds }) => (parent === code && adds !== null ? [adds] : []));
        expect(total(below('index'))).toBeCloseTo(country.score, 8);
        // Under a product of nearly nothing it is not told what the factors add.
        for (const { code, adds } of parts)
          if (adds !== null && below(code).length > 0) expect(total(below(code))).toBeCloseTo(adds, 8);
      }
    },
  );

  it('of what separates neighbours adds up to the gap', async () => {
    for (const edition of ['ncpi-2020', 'gci-2024', 'tests/reference/hdi-2022']) {
      const { neighbours } = await explained('France', '-e', edition);
      expect(neighbours.map(({ side }) => side)).toEqual(['above', 'below']);
      for (const { gap, parts } of neighbours)
        expect(total(parts.map(({ adds }) => adds))).toBeCloseTo(gap, 8);
    }
  });

  it('is told in sentences only where it is points', async () => {
    const nations = csvOf(['country,laws,skills', 'France,3,4', 'Japan,2,5', 'Kenya,1,1']);
    const recipe = ['--normalise', 'goalposts:low=0,high=5', '--aggregate'];
    expect((await explain('France', '-e', nations, ...recipe, 'arithmetic')).stdout).toContain(
      'The largest contributions in points are skills (40.0) and laws (30.0).',
    );
    for (const aggregation of ['geometric', 'harmonic', 'power:p=2', 'product', 'minimum'])
      expect((await explain('France', '-e', nations, ...recipe, aggregation)).stdout).not.toContain(
        'largest contribution',
      );
  });

  it('is not told where the aggregation has no parts', async () => {
    const { stdout } = await explain('China', '-e', 'iiss-2021', '--aggregate', 'minimum');
    expect(stdout).toMatch(/the aggregation\s+"minimum"\s+does\s+not\s+split/);
    expect(stdout).toContain('The aggregation does not split the gap into parts.');
  });

  it('of a logarithm that is negative is said to hold the index down', async () => {
    // 0.25 to 0.75 of 1: all logarithms are negative.
    const nations = csvOf(['country,laws,skills', 'France,1,3', 'Japan,2,2', 'Kenya,3,1']);
    expect(
      (
        await explain(
          'France',
          '-e',
          nations,
          '--normalise',
          'goalposts:low=0,high=4,ceiling=1',
          '--aggregate',
          'geometric',
        )
      ).stdout,
    ).toMatch(/a\s+larger\s+share\s+lowers\s+it\s+more/);
  });
});
