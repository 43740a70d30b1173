// weights.csv: named sets of weights, a column a set.
import { nodes, type Framework } from '../model/framework.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean, fold } from '../model/words.ts';
import type { Table } from './csv.ts';
import { weightProblem } from './framework.ts';

export type WeightSet = ReadonlyMap<string, number>;

/** Reads the sets; problems are added to the list. An empty cell leaves the weight as it is. */
export function readWeights(table: Table, framework: Framework, problems: Problem[]): Map<string, WeightSet> {
  const codeColumn = table.header.findIndex((name) => fold(name) === 'code');
  if (codeColumn === -1) {
    problems.push({
      code: 'weights/no-code-column', severity: 'error', place: table.place(-1),
      what: `the file of weights has no column "code"${didYouMean('code', table.header)}`, fix: 'its first column is "code", every other column is a set of weights',
    });
    return new Map();
  }
  checkCodes(table, codeColumn, framework, problems);
  return new Map(table.header.flatMap((name, column) => (column === codeColumn || name === '' ? [] : [[name, readSet(table, codeColumn, column, framework, problems)]])));
}

function checkCodes(table: Table, codeColumn: number, framework: Framework, problems: Problem[]): void {
  const known = nodes(framework).map(({ code }) => code);
  for (let row = 0; row < table.height; row += 1) {
    const code = table.text(row, codeColumn);
    if (known.includes(code)) continue;
    problems.push({
      code: 'weights/unknown-code', severity: 'error', place: table.place(row, codeColumn), value: code,
      what: `weights are given for "${code}", which is not in the framework${didYouMean(code, known)}`, fix: 'write a code of indicators.csv, or delete the row',
    });
  }
}

function readSet(table: Table, codeColumn: number, column: number, framework: Framework, problems: Problem[]): WeightSet {
  const weights = new Map<string, number>();
  for (let row = 0; row < table.height; row += 1) {
    const text = table.text(row, column);
    if (text === '') continue;
    const code = table.text(row, codeColumn);
    const problem = weightProblem(code, text);
    if (problem === null) weights.set(code, Number(text));
    else problems.push({ ...problem, place: table.place(row, column) });
  }
  for (const node of nodes(framework)) {
    if (node.kind === 'indicator' || node.children.some((child) => (weights.get(child.code) ?? child.weight) > 0)) continue;
    problems.push({
      code: 'weights/all-zero', severity: 'error', place: table.place(-1, column), indicator: node.code,
      what: `all weights under "${node.code}" are zero in the set "${table.header[column] ?? ''}"`, fix: 'give at least one of them a weight above 0',
    });
  }
  return weights;
}
