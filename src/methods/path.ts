// Where in the framework is an indicator, and how much of the index does it make up?
import { of } from '../math/at.ts';
import type { Category, Framework } from '../model/framework.ts';

/** The categories above an indicator, and its effective weight: the product of those on the way down. */
export interface Path {
  readonly categories: readonly string[];
  readonly weight: number;
}

/** The paths to all indicators, by code. */
export function pathsTo(framework: Framework, weights: ReadonlyMap<string, number>): Map<string, Path> {
  const paths = new Map<string, Path>();
  const walk = (category: Category, above: readonly string[], factors: readonly number[]): void => {
    const categories = [...above, category.code];
    for (const child of category.children) {
      const ofChild = [...factors, of(weights, child.code)];
      if (child.kind === 'category') walk(child, categories, ofChild);
      else paths.set(child.code, { categories, weight: ofChild.reduceRight((below, x) => x * below, 1) });
    }
  };
  walk(framework, [], []);
  return paths;
}
