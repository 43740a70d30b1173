// Where in the framework is an indicator, and how much of the index does it make up?
import { of } from '../math/at.ts';
import { indicators, type Framework } from '../model/framework.ts';

/**
 * The categories above an indicator, and its effective weight: the product of the weights on the way down.
 */
export function pathTo(
  framework: Framework,
  code: string,
  weights: ReadonlyMap<string, number>,
): { categories: string[]; weight: number } {
  for (const child of framework.children) {
    if (child.kind === 'indicator') {
      if (child.code === code) return { categories: [framework.code], weight: of(weights, code) };
      continue;
    }
    if (!indicators(child).some((leaf) => leaf.code === code)) continue;
    const below = pathTo(child, code, weights);
    return {
      categories: [framework.code, ...below.categories],
      weight: of(weights, child.code) * below.weight,
    };
  }
  throw new Error(`the framework has no indicator "${code}"`);
}
