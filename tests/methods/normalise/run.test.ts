import { expect, it } from 'vitest';
import { build } from '../../../src/methods/build.ts';
import { category, indicator } from '../../../src/model/framework.ts';
import { editionOf } from '../../support/edition.ts';

it("a row's own normalisation overrides the recipe's", () => {
  const framework = category('index', [
    indicator('intent', { normalise: { method: 'none' } }),
    indicator('strength'),
  ]);
  const { scores } = build(editionOf({ intent: [0.2, 0.8], strength: [3, 7] }, { framework }));
  expect([scores.get('intent'), scores.get('strength')]).toEqual([
    [0.2, 0.8],
    [0, 100],
  ]);
});

it('two indicators may read one column, one of them the other way round', () => {
  const framework = category('index', [
    indicator('reach', { column: 'users' }),
    indicator('exposure', { column: 'users', direction: -1, weight: 3 }),
  ]);
  const { scores, index } = build(editionOf({ users: [10, 20] }, { framework }));
  expect([scores.get('reach'), scores.get('exposure')]).toEqual([
    [0, 100],
    [100, 0],
  ]);
  expect(index).toEqual([75, 25]); // (0 + 3·100) / 4
});
