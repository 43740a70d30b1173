// weights.csv: named sets of weights, a column a set.
import { at } from '../../../math/at.ts';
import { nodes, type Framework } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import { entryOf, type Choice } from '../../../model/registry.ts';
import { weightings, type Weighting } from '../../../methods/weight/table.ts';
import { areAll, didYouMean } from '../../../model/words.ts';
import { isMissing } from '../../cells/score.ts';
import { weightProblem } from '../../cells/weight.ts';
import { readTable, type CsvTable } from '../../files/csv.ts';
import type { DecimalMark } from '../../files/decimal.ts';
import { readSource, type SourceFile } from '../../files/files.ts';
import { lineOf } from '../../files/positions.ts';
import { decode } from '../../files/text.ts';
import { findColumn } from '../../shapes/columns.ts';
import { codesBelowRoot, unknownCode } from './codes.ts';

export type WeightSet = ReadonlyMap<string, number>;

/** Reads the sets; problems are added to the list. An empty cell leaves the weight as it is. */
export function readWeights(
  table: CsvTable,
  framework: Framework,
  problems: Problem[],
): Map<string, WeightSet> {
  const sets = new Map<string, WeightSet>();
  const codeColumn = findColumn(table, ['code']);
  if (codeColumn === null) {
    problems.push(noCodeColumn(table));
    return sets;
  }
  checkCodes(table, codeColumn, framework, problems);
  for (const [column, name] of table.header.entries())
    if (column !== codeColumn && name !== '')
      sets.set(name, readSet(table, codeColumn, column, framework, problems));
  return sets;
}

function noCodeColumn(table: CsvTable): Problem {
  return {
    code: 'weights/no-code-column',
    severity: 'error',
    place: table.place(-1),
    what: `the file of weights has no column "code"${didYouMean('code', table.header)}`,
    fix: 'name the first column "code"; every other column is a set of weights',
  };
}

function checkCodes(table: CsvTable, codeColumn: number, framework: Framework, problems: Problem[]): void {
  const codes = codesBelowRoot(framework);
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
        what: `"${code}" has two rows of weights`,
        why: `the other row is line ${lineOf(table.place(first))}`,
        fix: 'delete one of them',
      });
    if (!codes.includes(code))
      problems.push(unknownCode(code, codes, 'weights are given for', table.place(row, codeColumn)));
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
    if (node.kind === 'indicator') continue;
    const isWeighted = node.children.some((child) => (weights.get(child.code) ?? child.weight) > 0);
    if (!isWeighted) problems.push(allZero(node.code, at(table.header, column), table.place(-1, column)));
  }
  return weights;
}

function allZero(category: string, set: string, place: Place): Problem {
  return {
    code: 'weights/all-zero',
    severity: 'error',
    place,
    indicator: category,
    what: `all weights under "${category}" are 0 in the set "${set}"`,
    fix: 'give at least one of them a weight above 0',
  };
}

/**
 * `my.csv:name`: a set of another file, which is read when it is asked for; null if the choice names none.
 */
export function readWeightFile(
  choice: Choice,
  framework: Framework,
  problems: Problem[],
  decimal: DecimalMark | null = null,
): { file: SourceFile; sets: Map<string, WeightSet> } | null {
  const named = fileAndSet(choice);
  if (named === null) return null;
  const { path, name } = named;
  const file = readSource(path);
  const found = readWeights(readTable(path, decode(file), { decimal }), framework, problems);
  const set = found.get(name);
  const sets = new Map<string, WeightSet>();
  if (set === undefined) problems.push(unknownSet(name, [...found.keys()], { file: path }));
  else sets.set(`${path}:${name}`, set);
  return { file, sets };
}

/** The file and the set in it that a choice names, or null. */
function fileAndSet(choice: Choice): { path: string; name: string } | null {
  const named = entryOf<Weighting>(weightings, choice).setNamed?.(choice) ?? '';
  const [, path, set] = /^(.+\.csv):(.+)$/i.exec(named) ?? [];
  return path === undefined || set === undefined ? null : { path, name: set };
}

/** Sets and codes that a choice of weights names and that are not there. */
export function weightFaults(
  choice: Choice,
  framework: Framework,
  sets: ReadonlyMap<string, WeightSet>,
): Problem[] {
  const { setNamed, names } = entryOf<Weighting>(weightings, choice);
  const name = setNamed?.(choice);
  if (name !== undefined && fileAndSet(choice) === null && !sets.has(name))
    return [{ ...unknownSet(name, [...sets.keys()]), step: 'weights' }];
  const named = names?.(choice);
  return named === undefined ? [] : codeFaults(named.codes, framework, named.subject);
}

/** Those of some codes that are not in the framework. */
function codeFaults(written: readonly string[], framework: Framework, subject: string): Problem[] {
  const codes = codesBelowRoot(framework);
  return written
    .filter((code) => !codes.includes(code))
    .map((code) => ({ ...unknownCode(code, codes, subject), step: 'weights' }));
}

function unknownSet(name: string, names: readonly string[], place?: Place): Problem {
  return {
    code: 'weights/unknown-set',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: name,
    what: `there is no set of weights "${name}"${didYouMean(name, names)}`,
    fix: names.length === 0 ? 'add it as a column to weights.csv' : areAll('the set', names),
  };
}
