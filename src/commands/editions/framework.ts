// The framework of an edition as a tree of lines.
import { largest } from '../../math/statistics/stats.ts';
import { steps } from '../../methods/steps.ts';
import type { Category, Framework, FrameworkNode, Indicator } from '../../model/framework.ts';
import { describeChoice } from '../../model/registry.ts';

/** A node, and how many categories are above it, the index not counted. */
interface Placed {
  readonly node: FrameworkNode;
  readonly depth: number;
}

/** A line for each node below the index: its code, its name and what is particular about it. */
export function treeOf(framework: Framework): string[] {
  const placed = placedBelow(framework, 0);
  const width = largest(placed.map(({ node, depth }) => node.code.length + 2 * depth));
  return placed.map((one) => lineOf(one, width));
}

function placedBelow({ children }: Category, depth: number): Placed[] {
  return children.flatMap((node) => {
    const below = node.kind === 'category' ? placedBelow(node, depth + 1) : [];
    return [{ node, depth }, ...below];
  });
}

function lineOf({ node, depth }: Placed, width: number): string {
  const code = `${'  '.repeat(depth)}${node.code}`.padEnd(width);
  const name = node.name === node.code ? [] : [node.name];
  const remarks = remarksOn(node);
  const more = remarks.length === 0 ? [] : [`(${remarks.join(', ')})`];
  return `${code}  ${[...name, ...more].join(' ')}`.trimEnd();
}

/** What a node has that most nodes have not. */
function remarksOn(node: FrameworkNode): string[] {
  const weight = node.weight === 1 ? [] : [`weight ${node.weight}`];
  if (node.kind === 'indicator') return [...weight, ...remarksOnIndicator(node)];
  if (node.aggregate === null) return weight;
  return [...weight, describeChoice(steps.aggregate.table, node.aggregate)];
}

function remarksOnIndicator(indicator: Indicator): string[] {
  const { code, column, direction, transform, normalise } = indicator;
  const remarks = scaleOf(indicator);
  if (direction === -1) remarks.push('less is better');
  if (column !== code && !code.endsWith(`.${column}`)) remarks.push(`reads ${column}`);
  if (transform !== null) remarks.push(`transform ${transform.method}`);
  if (normalise !== null) remarks.push(`normalise ${normalise.method}`);
  return remarks;
}

/** The scale of its ratings, or its goalposts with their unit. */
function scaleOf({ scale, low, high, unit }: Indicator): string[] {
  if (scale !== null) return [`rated ${scale}`];
  if (low === null && high === null) return unit === '' ? [] : [unit];
  return [`${low ?? '…'} to ${high ?? '…'}${unit === '' ? '' : ` ${unit}`}`];
}
