// The framework: the tree of categories and indicators that an index is made of.
import type { Choice } from './registry.ts';

interface Common {
  readonly code: string;
  readonly name: string;
  /** Relative to the siblings. */
  readonly weight: number;
  readonly description: string;
  readonly source: string;
}

/** A leaf: one column of scores. */
export interface Indicator extends Common {
  readonly kind: 'indicator';
  /** 1: more is better; -1: less is better. */
  readonly direction: 1 | -1;
  /** The column of scores it reads; several indicators may read the same. */
  readonly column: string;
  /** Goalposts and target, in raw units. */
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number | null;
  /** The name of its scale of ratings, if it is rated in words. */
  readonly scale: string | null;
  readonly unit: string;
  /** Methods that hold for this indicator whatever the recipe says. */
  readonly denominate: Choice | null;
  readonly transform: Choice | null;
  readonly impute: Choice | null;
  readonly treat: Choice | null;
  readonly normalise: Choice | null;
}

/** An inner node: its value is aggregated from its children. */
export interface Category extends Common {
  readonly kind: 'category';
  readonly children: readonly FrameworkNode[];
  /** The aggregation that holds here whatever the recipe says. */
  readonly aggregate: Choice | null;
}

export type FrameworkNode = Indicator | Category;

/** A framework is its root: the index. */
export type Framework = Category;

/** The root's code unless the framework names its own. */
export const ROOT_CODE = 'index';

/** All nodes, each parent before its children, siblings in their order. */
export function nodes(node: FrameworkNode): FrameworkNode[] {
  const found: FrameworkNode[] = [];
  walk(node, (one) => found.push(one));
  return found;
}

/** The leaves below a node, in order. */
export function indicators(node: FrameworkNode): Indicator[] {
  const found: Indicator[] = [];
  walk(node, (one) => {
    if (one.kind === 'indicator') found.push(one);
  });
  return found;
}

/** The inner nodes, children before their parents: the order in which they are aggregated. */
export function categoriesBottomUp(node: FrameworkNode): Category[] {
  const found: Category[] = [];
  const leave = (one: FrameworkNode) => {
    if (one.kind === 'category') found.push(one);
  };
  walk(node, () => {}, leave);
  return found;
}

type Visit = (node: FrameworkNode) => void;

/** Each node once, whatever the depth: before its children, and then again after them. */
function walk(node: FrameworkNode, enter: Visit, leave: Visit = () => {}): void {
  enter(node);
  if (node.kind === 'category') for (const child of node.children) walk(child, enter, leave);
  leave(node);
}

/**
 * The framework without the indicators that are not kept, and without categories left empty; null if nothing
 * is left.
 */
export function prune(framework: Framework, keep: (indicator: Indicator) => boolean): Framework | null {
  const children = framework.children.flatMap((child): FrameworkNode[] => {
    if (child.kind === 'indicator') return keep(child) ? [child] : [];
    const left = prune(child, keep);
    return left === null ? [] : [left];
  });
  return children.length === 0 ? null : { ...framework, children };
}

/** An indicator with everything optional at its default. */
export function indicator(code: string, fields: Partial<Omit<Indicator, 'kind' | 'code'>> = {}): Indicator {
  return {
    kind: 'indicator',
    code,
    name: code,
    weight: 1,
    direction: 1,
    column: code,
    low: null,
    high: null,
    target: null,
    scale: null,
    unit: '',
    description: '',
    source: '',
    denominate: null,
    transform: null,
    impute: null,
    treat: null,
    normalise: null,
    ...fields,
  };
}

/** A category with everything optional at its default. */
export function category(
  code: string,
  children: readonly FrameworkNode[],
  fields: Partial<Omit<Category, 'kind' | 'code' | 'children'>> = {},
): Category {
  return {
    kind: 'category',
    code,
    name: code,
    weight: 1,
    description: '',
    source: '',
    aggregate: null,
    children,
    ...fields,
  };
}
