// indicators.csv: the rows of the framework, put together to a tree.
import { at } from '../../../math/at.ts';
import type { Scale } from '../../../model/edition.ts';
import { category, ROOT_CODE, type Framework, type FrameworkNode } from '../../../model/framework.ts';
import { isError, type Problem } from '../../../model/problem.ts';
import { count, didYouMean, fold } from '../../../model/words.ts';
import type { CsvTable } from '../../files/csv.ts';
import { checkCodes, checkParents } from './checks.ts';
import { depthProblems } from './depth.ts';
import { categoryOf, indicatorOf } from './nodes.ts';
import { rowsOf, unusedColumns, type Row } from './rows.ts';

/** Reads the framework; problems are added to the list. Null if they leave no tree to speak of. */
export function readFramework(
  table: CsvTable,
  title: string,
  scales: readonly Scale[],
  problems: Problem[],
): Framework | null {
  if (!table.header.some((name) => fold(name) === 'code')) {
    problems.push(noCodeColumn(table));
    return null;
  }
  for (const problem of unusedColumns(table)) problems.push(problem);
  const rows = rowsOf(table);
  const before = problems.length;
  checkCodes(rows, problems);
  const tooDeep = depthProblems(rows);
  if (tooDeep.length === 0) checkParents(rows, problems);
  problems.push(...tooDeep);
  if (problems.slice(before).some(isError)) return null;
  const framework = new Tree(rows, scales, problems).grow(title);
  checkSiblingWeights(framework, rows, problems);
  return framework;
}

function noCodeColumn(table: CsvTable): Problem {
  return {
    code: 'framework/no-code-column',
    severity: 'error',
    place: table.place(-1),
    what: `the framework has no column "code"${didYouMean('code', table.header)}`,
    fix: 'add the column, with a code for each indicator and category',
  };
}

/** Puts the rows under their parents. */
class Tree {
  private readonly rows: readonly Row[];
  /** The rows under each code, in their order. */
  private readonly below: ReadonlyMap<string, readonly Row[]>;
  private readonly scales: readonly Scale[];
  private readonly problems: Problem[];

  constructor(rows: readonly Row[], scales: readonly Scale[], problems: Problem[]) {
    this.rows = rows;
    this.below = rowsByParent(rows);
    this.scales = scales;
    this.problems = problems;
  }

  /** The root is the only row at the top, or the one with its code, or else made with the title. */
  grow(title: string): Framework {
    const top = this.childrenOf('');
    const root = this.rootAmong(top);
    if (root === null) {
      const children = this.rows.filter(({ parent }) => parent === '' || parent === ROOT_CODE);
      return category(ROOT_CODE, this.nodesOf(children), { name: title });
    }
    const others = top.filter((row) => row !== root);
    const children = [...this.childrenOf(root.code), ...others];
    return categoryOf(root, this.nodesOf(children), this.problems);
  }

  private rootAmong(top: readonly Row[]): Row | null {
    const [first] = top;
    if (first !== undefined && top.length === 1 && this.isParent(first)) return first;
    return this.rows.find(({ code }) => code === ROOT_CODE) ?? null;
  }

  private nodesOf(rows: readonly Row[]): FrameworkNode[] {
    return rows.map((row) =>
      this.isParent(row)
        ? categoryOf(row, this.nodesOf(this.childrenOf(row.code)), this.problems)
        : indicatorOf(row, this.scales, this.problems),
    );
  }

  private isParent({ code }: Row): boolean {
    return this.below.has(code);
  }

  private childrenOf(code: string): readonly Row[] {
    return this.below.get(code) ?? [];
  }
}

function rowsByParent(rows: readonly Row[]): Map<string, Row[]> {
  const below = new Map<string, Row[]>();
  for (const row of rows) {
    const siblings = below.get(row.parent);
    if (siblings === undefined) below.set(row.parent, [row]);
    else siblings.push(row);
  }
  return below;
}

/** Nobody can share a category among children that all count nothing. */
function checkSiblingWeights(node: FrameworkNode, rows: readonly Row[], problems: Problem[]): void {
  if (node.kind === 'indicator') return;
  if (node.children.every(({ weight }) => weight === 0)) problems.push(allZero(node, rows));
  for (const child of node.children) checkSiblingWeights(child, rows, problems);
}

function allZero({ code, children }: Framework, rows: readonly Row[]): Problem {
  const first = rows.find((row) => row.code === at(children, 0).code);
  return {
    code: 'weights/all-zero',
    severity: 'error',
    ...(first === undefined ? {} : { place: first.place('weight') }),
    indicator: code,
    what: `all weights under "${code}" are 0: ${count(children.length, 'child', 'children')}`,
    fix: 'give at least one of them a weight above 0',
  };
}
