// weights.csv: named sets of weights, a column a set.
import { nodes, type Framework } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import type { Choice } from '../../../model/registry.ts';
import { areAll, didYouMean, fold } from '../../../model/words.ts';
import { readTable, type CsvTable } from '../../files/csv.ts';
import { readSource, type SourceFile } from '../../files/files.ts';
import { isMissing } from '../../cells/score.ts';
import { decode } from '../../files/text.ts';
import { weightProblem } from '../../cells/weight.ts';

export type WeightSet = ReadonlyMap<string, number>;

/** Reads the sets; problems are added to the list. An empty cell leaves the weight as it is. */
export function readWeights(
  table: CsvTable,
  framework: Framework,
  problems: Problem[],
): Map<string, WeightSet> {
  const codeColumn = table.header.findIndex((name) => fold(name) === 'code');
  if (codeColumn === -1) {
    problems.push({
      code: 'weights/no-code-column',
      severity: 'error',
      place: table.place(-1),
      what: `the file of weights has no column "code"${didYouMean('code', table.header)}`,
      fix: 'its first column is "code", every other column is a set of weights',
    });
    return new Map();
  }
  checkCodes(table, codeColumn, framework, problems);
  return new Map(
    table.header.flatMap((name, column) =>
      column === codeColumn || name === ''
        ? []
        : [[name, readSet(table, codeColumn, column, framework, problems)]],
    ),
  );
}

function checkCodes(table: CsvTable, codeColumn: number, framework: Framework, problems: Problem[]): void {
  const known = weighted(framework);
  const seen = new Map<string, number>();
  for (let row = 0; row < table.height; row += 1) {
    const code = table.text(row, codeColumn);
    const first = seen.get(code);
    if (first === undefined) seen.set(code, row);
    else
      problems.push({
        code: 'weights/duplicate-code',
        severity: 'error',
        place: table.place(row, codeColumn),
        value: code,
        what: `weights are given for "${code}" twice`,
        why: `the other row is line ${table.place(first).line ?? '?'}`,
        fix: 'delete one of them',
      });
    if (known.includes(code)) continue;
    problems.push(unknownCode(code, known, table.place(row, codeColumn)));
  }
}

function readSet(
  table: CsvTable,
  codeColumn: number,
  column: number,
  framework: Framework,
  problems: Problem[],
): WeightSet {
  const weights = new Map<string, number>();
  for (let row = 0; row < table.height; row += 1) {
    const text = table.text(row, column);
    if (isMissing(text)) continue;
    const code = table.text(row, codeColumn);
    const problem = weightProblem(code, text);
    if (problem === null) weights.set(code, Number(text));
    else problems.push({ ...problem, place: table.place(row, column) });
  }
  for (const node of nodes(framework)) {
    if (
      node.kind === 'indicator' ||
      node.children.some((child) => (weights.get(child.code) ?? child.weight) > 0)
    )
      continue;
    problems.push({
      code: 'weights/all-zero',
      severity: 'error',
      place: table.place(-1, column),
      indicator: node.code,
      what: `all weights under "${node.code}" are zero in the set "${table.header[column] ?? ''}"`,
      fix: 'give at least one of them a weight above 0',
    });
  }
  return weights;
}

/**
 * `my.csv:name`: a set of another file, which is read when it is asked for; null if the choice names none.
 */
export function readWeightFile(
  choice: Choice,
  framework: Framework,
  problems: Problem[],
): { file: SourceFile; sets: Map<string, WeightSet> } | null {
  const { path, name } = fileAndSet(choice);
  if (path === undefined || name === undefined) return null;
  const file = readSource(path);
  const found = readWeights(readTable(path, decode(file)), framework, problems);
  const set = found.get(name);
  if (set === undefined) problems.push(unknownSet(name, [...found.keys()], { file: path }));
  return { file, sets: new Map(set === undefined ? [] : [[`${path}:${name}`, set]]) };
}

function fileAndSet({ method, name }: Choice): { path?: string | undefined; name?: string | undefined } {
  const [, path, set] =
    method === 'set' && typeof name === 'string' ? (/^(.+\.csv):(.+)$/i.exec(name) ?? []) : [];
  return { path, name: set };
}

/** Sets and codes that a choice of weights names and that are not there. */
export function weightFaults(
  choice: Choice,
  framework: Framework,
  sets: ReadonlyMap<string, WeightSet>,
): Problem[] {
  const { method, name, weights, order } = choice;
  const isOwnSet = method === 'set' && typeof name === 'string' && fileAndSet(choice).path === undefined;
  if (isOwnSet && !sets.has(name)) return [{ ...unknownSet(name, [...sets.keys()]), step: 'weights' }];
  if (Array.isArray(order)) return codesIn(order.map(String), framework, 'the order of importance names');
  if (method !== 'inline' || typeof weights !== 'object' || weights === null) return [];
  return codesIn(Object.keys(weights), framework);
}

/** Those of some codes that are not in the framework. */
function codesIn(codes: readonly string[], framework: Framework, subject?: string): Problem[] {
  const known = weighted(framework);
  return codes
    .filter((code) => !known.includes(code))
    .map((code) => ({ ...unknownCode(code, known, undefined, subject), step: 'weights' }));
}

/** The codes that can have a weight: all but the root, which has no siblings. */
function weighted(framework: Framework): string[] {
  return nodes(framework)
    .slice(1)
    .map(({ code }) => code);
}

function unknownSet(name: string, known: readonly string[], place?: Place): Problem {
  return {
    code: 'weights/unknown-set',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: name,
    what: `there is no set of weights "${name}"${didYouMean(name, known)}`,
    fix: known.length === 0 ? 'add it as a column to weights.csv' : areAll('the set', known),
  };
}

function unknownCode(
  code: string,
  known: readonly string[],
  place?: Place,
  subject = 'weights are given for',
): Problem {
  return {
    code: 'weights/unknown-code',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: code,
    what: `${subject} "${code}", which is not in the framework${didYouMean(code, known)}`,
    fix: areAll('its code', known, 12),
  };
}
