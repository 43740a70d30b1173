// A partial order as text: layers for people, DOT for Graphviz, Mermaid for Markdown.
import { list } from '../model/words.ts';

/** Who is directly above whom, nobody standing between them. */
export interface Order {
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
  readonly edges: readonly (readonly [number, number])[];
}

/**
 * The layer of each node, from 0: one below the lowest of those above it.
 *
 * @example layersOf({ nodes: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], edges: [[1, 0]] }) // → [1, 0]
 */
export function layersOf({ nodes, edges }: Order): number[] {
  const above = nodes.map((_, i) => edges.flatMap(([upper, lower]) => (lower === i ? [upper] : [])));
  const known = new Map<number, number>();
  const depth = (i: number): number => {
    const found = known.get(i) ?? Math.max(-1, ...(above[i] ?? []).map(depth)) + 1;
    known.set(i, found);
    return found;
  };
  return nodes.map((_, i) => depth(i));
}

/** A line a layer, then a line for each node with whom it is directly above. */
export function drawLayers(order: Order): string[] {
  const layers = layersOf(order);
  const nameOf = (i: number) => order.nodes[i]?.name ?? '';
  const widest = Math.max(...order.nodes.map(({ name }) => name.length));
  return [
    ...Array.from(
      { length: Math.max(-1, ...layers) + 1 },
      (_, layer) =>
        `${String(layer + 1).padStart(2)}  ` +
        list(order.nodes.flatMap(({ name }, i) => (layers[i] === layer ? [name] : []))),
    ),
    '',
    ...order.nodes.flatMap(({ name }, i) => {
      const below = order.edges.flatMap(([upper, lower]) => (upper === i ? [nameOf(lower)] : []));
      return below.length === 0 ? [] : [`${name.padEnd(widest)}  above ${list(below)}`];
    }),
  ];
}

/** For Graphviz. */
export function drawDot({ nodes, edges }: Order): string[] {
  const idOf = (i: number) => JSON.stringify(nodes[i]?.id ?? '');
  return [
    'digraph {',
    '  node [shape=box]',
    ...nodes.map(({ name }, i) => `  ${idOf(i)} [label=${JSON.stringify(name)}]`),
    ...edges.map(([upper, lower]) => `  ${idOf(upper)} -> ${idOf(lower)}`),
    '}',
  ];
}

/** For Markdown that draws Mermaid. */
export function drawMermaid({ nodes, edges }: Order): string[] {
  return [
    'graph TD',
    ...nodes.map(({ name }, i) => `  n${i}["${name.replaceAll('"', '#quot;')}"]`),
    ...edges.map(([upper, lower]) => `  n${upper} --> n${lower}`),
  ];
}
