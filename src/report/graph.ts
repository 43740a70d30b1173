// A partial order as text: layers for people, DOT for Graphviz, Mermaid for Markdown.
import { at } from '../math/at.ts';
import { largest } from '../math/statistics/stats.ts';
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
  const layers = new Map<number, number>();
  const layerOf = (place: number): number => {
    const found = layers.get(place);
    if (found !== undefined) return found;
    const above = edges.filter(([, lower]) => lower === place).map(([upper]) => upper);
    const layer = Math.max(-1, largest(above.map(layerOf))) + 1;
    layers.set(place, layer);
    return layer;
  };
  return nodes.map((_, place) => layerOf(place));
}

/** A line a layer, then a line for each node with whom it is directly above. */
export function drawLayers(order: Order): string[] {
  const { nodes, edges } = order;
  const layers = layersOf(order);
  const widest = largest(nodes.map(({ name }) => name.length));
  const lines = Array.from({ length: Math.max(-1, largest(layers)) + 1 }, (_, layer) => {
    const members = nodes.filter((__, place) => layers[place] === layer);
    return `${String(layer + 1).padStart(2)}  ${list(members.map(({ name }) => name))}`;
  });
  lines.push('');
  for (const [place, { name }] of nodes.entries()) {
    const below = edges.filter(([upper]) => upper === place).map(([, lower]) => at(nodes, lower).name);
    if (below.length > 0) lines.push(`${name.padEnd(widest)}  above ${list(below)}`);
  }
  return lines;
}

/** For Graphviz. */
export function drawDot({ nodes, edges }: Order): string[] {
  const idOf = (place: number) => JSON.stringify(at(nodes, place).id);
  return [
    'digraph {',
    '  node [shape=box]',
    ...nodes.map(({ name }, place) => `  ${idOf(place)} [label=${JSON.stringify(name)}]`),
    ...edges.map(([upper, lower]) => `  ${idOf(upper)} -> ${idOf(lower)}`),
    '}',
  ];
}

/** A name between quotation marks, of which nothing is markup. */
function mermaidLabel(name: string): string {
  const text = name.replaceAll(/[#"&<>`%\\]/g, (mark) => `#${mark.charCodeAt(0)};`);
  return `"${text}"`;
}

/** For Markdown that draws Mermaid. */
export function drawMermaid({ nodes, edges }: Order): string[] {
  return [
    'graph TD',
    ...nodes.map(({ name }, place) => `  n${place}[${mermaidLabel(name)}]`),
    ...edges.map(([upper, lower]) => `  n${upper} --> n${lower}`),
  ];
}
