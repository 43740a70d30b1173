import { describe, expect, it } from 'vitest';
import { build } from '../../src/methods/build.ts';
import { pathsTo } from '../../src/methods/path.ts';
import { category, indicator } from '../../src/model/framework.ts';
import { editionOf } from '../support/edition.ts';

const framework = category('index', [
  category('policy', [indicator('strategy'), indicator('governance', { weight: 3 })]),
  indicator('incidents', { direction: -1, weight: 3 }),
]);
const edition = editionOf(
  { strategy: [0, 10, 5], governance: [30, 20, 10], incidents: [100, 300, 200] },
  { framework },
);

describe('pathsTo', () => {
  const paths = pathsTo(framework, build(edition).weights);

  it('gives the categories above an indicator, and its effective weight', () => {
    expect(paths.get('governance')).toEqual({
      categories: ['index', 'policy'],
      weight: 0.1875,
    }); // ¼ · ¾
    expect(paths.get('incidents')).toEqual({ categories: ['index'], weight: 0.75 });
  });

  it('has none to what is not there', () => {
    expect([...paths.keys()]).toEqual(['strategy', 'governance', 'incidents']);
  });
});
