// JSON and YAML files, with the place of every value for the problems found in them.
import type { Document, Node } from 'yaml';
import { at } from '../../math/at.ts';
import { ProblemsError, type FilePlace, type Problem } from '../../model/problem.ts';
import type { Path } from '../../model/fault.ts';
import type { SourceFile } from './files.ts';
import { decode } from './text.ts';

/** Deeper than anything that is read; parsers go down level by level, and would run out of room. */
const MOST_NESTED = 200;

export interface Structured {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; if there is none, where the nearest value around it does. */
  place(path: Path): Promise<FilePlace>;
}

/** Reads a JSON or YAML file; throws with the place of every mistake in its syntax. */
export async function readStructured(source: SourceFile): Promise<Structured> {
  const text = decode(source);
  if (isNestedTooDeeply(text)) throw new ProblemsError([nestedTooDeeply(source.path)]);
  const isJson = source.path.endsWith('.json');
  const place = async (path: Path) => placeIn(source.path, text, await parseWithPlaces(text, isJson), path);
  const whole = isJson ? parseJson(text) : undefined;
  if (whole !== undefined) return { file: source.path, value: whole, place };
  const { document, lines } = await parseWithPlaces(text, isJson);
  const refuse = (message: string, offset: number | null): never => {
    throw new ProblemsError([
      {
        code: 'recipe/syntax',
        severity: 'error',
        what: `the file is not ${isJson ? 'JSON' : 'YAML'}: ${message}`,
        place: offset === null ? { file: source.path } : placeAt(source.path, text, lines, offset),
        fix: isJson
          ? 'check the commas, brackets and quotation marks nearby'
          : 'check the indentation, colons and quotation marks nearby',
      },
    ]);
  };
  // What follows the first mistake is most often its consequence.
  const [first] = document.errors;
  if (first !== undefined) refuse(mistakeIn(first.code), first.pos[0]);
  const value = valueOf(document);
  if (value === undefined || !isTree(value))
    return refuse('it refers to something that does not exist, or to itself', null);
  return { file: source.path, value, place };
}

/** Whether brackets, markers of lists or indentations go deeper than any settings do. */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_NESTED) return true;
  }
  const indents = new Set(text.match(/^ +/gm)?.map(({ length }) => length));
  return indents.size > MOST_NESTED || text.includes('- '.repeat(MOST_NESTED));
}

function nestedTooDeeply(file: string): Problem {
  return {
    code: 'recipe/syntax',
    severity: 'error',
    place: { file },
    what: `lists or keys are nested more than ${MOST_NESTED} levels deep`,
    fix: 'look for brackets that do not close',
  };
}

/** What a document stands for; undefined where an alias cannot be followed. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** Whether nothing in a value contains itself, as an alias lets it. */
function isTree(value: unknown, around: readonly object[] = []): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (around.includes(value)) return false;
  return Object.values(value).every((one) => isTree(one, [...around, value]));
}

/**
 * The value, or undefined where it is not JSON, or where a key stands twice and the first would be lost in
 * silence.
 */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const written = text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
    return written === countKeys(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((total, one) => total + countKeys(one), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}

/** The parser's codes of mistakes in words. */
function mistakeIn(code: string): string {
  const words: Readonly<Record<string, string>> = {
    MISSING_CHAR: 'a comma, a bracket or a quotation mark is missing here',
    BAD_INDENT: 'the indentation or a bracket is wrong here',
    TAB_AS_INDENT: 'this line is indented with a tab; YAML needs spaces',
    DUPLICATE_KEY: 'the same key appears twice',
    MULTIPLE_DOCS: 'there is more after its end',
    TAG_RESOLVE_FAILED: 'this is not a value; text needs quotation marks',
    MULTILINE_IMPLICIT_KEY: 'a comma or a quotation mark is missing here',
    BAD_ALIAS: 'it refers to something that does not exist',
  };
  return words[code] ?? 'something does not belong here';
}

interface Parsed {
  readonly document: Document;
  readonly lines: { linePos(offset: number): { line: number; col: number } };
}

async function parseWithPlaces(text: string, isJson: boolean): Promise<Parsed> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  return {
    document: parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: isJson ? 'json' : 'core',
    }),
    lines,
  };
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
  readonly items: readonly {
    readonly key?: { readonly value?: unknown; readonly range?: readonly number[] & { 0: number } };
  }[];
}

function hasItems(node: unknown): node is KeyedItems {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}

function placeAt(file: string, text: string, lines: Parsed['lines'], offset: number): FilePlace {
  const { line, col } = lines.linePos(Math.min(offset, Math.max(0, text.trimEnd().length - 1)));
  const lineText = at(text.split(/\r\n|\n|\r/), line - 1);
  const token = /^"(?:[^"\\]|\\.)*"|^[^\s,:}\]]+/.exec(lineText.slice(col - 1))?.[0] ?? '';
  return { file, line, column: col, length: Math.max(1, token.length), text: lineText };
}
