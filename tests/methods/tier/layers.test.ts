import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominates, layers, paretoFronts } from '../../../src/methods/tier/layers.ts';

describe('paretoFronts', () => {
  it('peels off those whom nobody dominates, again and again', () => {
    // Nobody beats (3, 3) and (2, 4); without them (2, 3) is in front of (1, 1).
    expect(
      paretoFronts([
        [3, 3],
        [2, 4],
        [1, 1],
        [2, 3],
      ]),
    ).toEqual([0, 0, 2, 1]);
  });

  it('puts equals into the same layer', () =>
    expect(
      paretoFronts([
        [1, 2],
        [1, 2],
      ]),
    ).toEqual([0, 0]));

  it('gives no layer to who has a score missing', () =>
    expect(paretoFronts([[1], null, [2]])).toEqual([1, null, 0]));

  it(
    'every country but those of the first layer is dominated from the layer before, and nobody from its ' +
      'own or a worse one',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 12 }),
          (rows) => {
            const fronts = paretoFronts(rows);
            for (const [i, scores] of rows.entries()) {
              const above = rows.flatMap((other, j) => (dominates(other, scores) ? [Number(fronts[j])] : []));
              expect(Math.max(-1, ...above)).toBe(Number(fronts[i]) - 1);
            }
          },
        ),
      );
    },
  );
});

it('layers take direction into account, and name who dominates', () => {
  const { placements, tiers } = layers({
    names: ['Arcadia', 'Borduria', 'Syldavia'],
    rated: [
      { direction: 1, scores: [3, 2, null], weight: 1 },
      { direction: -1, scores: [1, 2, 1], weight: 2 },
    ],
  });
  expect(tiers).toEqual(['Layer 1', 'Layer 2']);
  expect(placements.map(({ tier }) => tier)).toEqual([0, 1, null]);
  expect(placements[1]?.conditions[0]?.[0]).toMatchObject({
    met: false,
    counted: 1,
    contributing: [{ code: 'Arcadia' }],
  });
});
