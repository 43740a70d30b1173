// JSON and YAML files, with the place of every value for the problems found in them.
import type { Document, Node } from 'yaml';
import { ProblemsError, type FilePlace, type Problem } from '../model/problem.ts';
import type { Path } from '../model/schema.ts';
import type { SourceFile } from './files.ts';
import { decode } from './text.ts';

export interface Structured {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; if there is none, where the nearest value around it does. */
  place(path: Path): Promise<FilePlace>;
}

/** Reads a JSON or YAML file; throws with the place of every mistake in its syntax. */
export async function readStructured(source: SourceFile): Promise<Structured> {
  const text = decode(source);
  const isJson = source.path.endsWith('.json');
  const place = async (path: Path) => placeIn(source.path, text, await parseWithPlaces(text, isJson), path);
  if (isJson) {
    try {
      return { file: source.path, value: JSON.parse(text), place };
    } catch {
      // Read again below, by a parser that tells where.
    }
  }
  const { document, lines } = await parseWithPlaces(text, isJson);
  if (document.errors.length > 0) {
    throw new ProblemsError(document.errors.map(({ message, pos: [start] }): Problem => ({
      code: 'recipe/syntax', severity: 'error',
      place: placeAt(source.path, text, lines, start),
      what: `the file is not ${isJson ? 'JSON' : 'YAML'}: ${firstLine(message)}`, fix: 'look at the commas, brackets, quotation marks and indentation around it',
    })));
  }
  return { file: source.path, value: document.toJS(), place };
}

interface Parsed {
  readonly document: Document;
  readonly lines: { linePos(offset: number): { line: number; col: number } };
}

async function parseWithPlaces(text: string, isJson: boolean): Promise<Parsed> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: isJson ? 'json' : 'core' }), lines };
}

function placeIn(file: string, text: string, { document, lines }: Parsed, path: Path): FilePlace {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== null) return placeAt(file, text, lines, offset);
  }
  return { file };
}

/** A member of a map is shown by its key, an item of a list by itself. */
function offsetOf(document: Document, path: Path): number | null {
  const key = path.at(-1);
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  if (key !== undefined && hasItems(parent)) {
    const pair = parent.items.find((item) => item.key?.value === key);
    if (pair?.key?.range !== undefined) return pair.key.range[0];
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

interface KeyedItems {
  readonly items: readonly { readonly key?: { readonly value?: unknown; readonly range?: readonly number[] & { 0: number } } }[];
}

function hasItems(node: unknown): node is KeyedItems {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function placeAt(file: string, text: string, lines: Parsed['lines'], offset: number): FilePlace {
  const { line, col } = lines.linePos(Math.min(offset, Math.max(0, text.trimEnd().length - 1)));
  const lineText = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const token = /^"(?:[^"\\]|\\.)*"|^[^\s,:}\]]+/.exec(lineText.slice(col - 1))?.[0] ?? '';
  return { file, line, column: col, length: Math.max(1, token.length), text: lineText };
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return (line[0] ?? '').toLowerCase() + line.slice(1);
}
