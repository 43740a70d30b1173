// Frameworks of one to three levels, and weights for them.
import type { Random } from '../support/random.ts';
import { branchesOf, type Branch, type Leaf, type NamedSet, type Node } from './sample.ts';

interface Taste {
  readonly weights: readonly string[];
  readonly canBeAgainst: boolean;
  readonly goalposts: readonly (readonly [low: string, high: string])[] | null;
}

export function randomTree(
  random: Random,
  canHaveGoalposts: readonly (readonly [string, string])[] | null,
): Branch {
  const taste: Taste = {
    weights: random.pick([
      ['1'],
      ['1', '2', '3'],
      ['0', '1', '1', '2', '3'],
      ['0.1', '0.2', '0.25', '0.3', '0.7'],
    ]),
    canBeAgainst: random.chance(0.4),
    goalposts: canHaveGoalposts,
  };
  const leaves = Array.from({ length: random.whole(2, 6) }, (_, i) => randomLeaf(random, taste, `i${i}`));
  const levels = random.whole(1, 3);
  let categories = 0;
  const grouped = (nodes: readonly Node[], depth: number): Node[] => {
    if (depth <= 1 || nodes.length < 2) return [...nodes];
    const cuts = random
      .shuffled([...nodes.keys()].slice(1))
      .slice(0, random.whole(1, 2))
      .toSorted((a, b) => a - b);
    return [0, ...cuts].flatMap((start, i): Node[] => {
      const members = nodes.slice(start, cuts[i]);
      // A leaf by itself may stand beside categories, or be the only child of one.
      if (members.length === 1 && random.chance(0.6)) return members;
      categories += 1;
      const code = `c${categories}`;
      return [
        { kind: 'branch', code, weight: random.pick(taste.weights), children: grouped(members, depth - 1) },
      ];
    });
  };
  return withoutEmpty({ kind: 'branch', code: 'index', weight: '1', children: grouped(leaves, levels) });
}

function randomLeaf(random: Random, { weights, canBeAgainst, goalposts }: Taste, code: string): Leaf {
  const [low, high] = goalposts === null ? [null, null] : random.pick(goalposts);
  return {
    kind: 'leaf',
    code,
    weight: random.pick(weights),
    direction: canBeAgainst && random.chance(0.4) ? -1 : 1,
    low,
    high,
  };
}

/** Some child of each category has to weigh something. */
function withoutEmpty(branch: Branch): Branch {
  const children = branch.children.map((child) => (child.kind === 'leaf' ? child : withoutEmpty(child)));
  const isEmpty = children.every(({ weight }) => Number(weight) === 0);
  return { ...branch, children: isEmpty ? children.map((child) => ({ ...child, weight: '1' })) : children };
}

/** Whole weights for every node; some of each category's are above 0. */
export function randomSet(random: Random, root: Branch): NamedSet {
  const set = new Map<string, string>();
  for (const { children } of branchesOf(root)) {
    const weights = children.map(() => random.whole(0, 4));
    const isEmpty = weights.every((weight) => weight === 0);
    for (const [i, { code }] of children.entries()) set.set(code, isEmpty ? '1' : String(weights[i] ?? 1));
  }
  return set;
}
