// indicators.csv: the rows of the framework, put together to a tree.
import { steps, type PartialRecipe } from '../../../methods/steps.ts';
import {
  category,
  indicator,
  ROOT_CODE,
  type Framework,
  type FrameworkNode,
} from '../../../model/framework.ts';
import type { Scale } from '../../../model/edition.ts';
import type { FilePlace, Problem } from '../../../model/problem.ts';
import { complete, type Choice } from '../../../model/registry.ts';
import { count, didYouMean, fold, list } from '../../../model/words.ts';
import { readChoice } from '../../options/choice.ts';
import type { CsvTable } from '../../files/csv.ts';
import { isDecimal } from '../../files/decimal.ts';
import { isMissing } from '../../cells/score.ts';
import { weightProblem } from '../../cells/weight.ts';

const knownColumns = [
  'code',
  'name',
  'parent',
  'weight',
  'direction',
  'column',
  'low',
  'high',
  'target',
  'ratings',
  'denominate',
  'transform',
  'impute',
  'treat',
  'normalise',
  'aggregate',
  'unit',
  'description',
  'source',
] as const;
type KnownColumn = (typeof knownColumns)[number];

/** Only a leaf can have these. */
const leafColumns = [
  'column',
  'direction',
  'low',
  'high',
  'target',
  'ratings',
  'denominate',
  'transform',
  'impute',
  'treat',
  'normalise',
  'unit',
] as const;

/** The steps of which a row may have a method of its own. */
type LeafStep = 'denominate' | 'transform' | 'impute' | 'treat' | 'normalise';
type OwnStep = LeafStep | 'aggregate';

/** One row of the file, with the means to say what is wrong with it. */
interface Row {
  readonly code: string;
  readonly parent: string;
  readonly row: number;
  text(column: KnownColumn): string;
  place(column: KnownColumn): FilePlace;
}

/** Codes may be written after options, between commas, equals signs and colons. */
export function isCode(code: string): boolean {
  // All scripts may be used; most codes are ASCII, for which the short expression is the quick one.
  return /^\w[\w.-]*$/.test(code) || /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(code);
}

/** Reads the framework; problems are added to the list. Null if they leave no tree to speak of. */
export function readFramework(
  table: CsvTable,
  title: string,
  scales: readonly Scale[],
  problems: Problem[],
): Framework | null {
  const header = table.header.map(fold);
  if (!header.includes('code')) {
    problems.push({
      code: 'framework/no-code-column',
      severity: 'error',
      place: table.place(-1),
      what: `the framework has no column "code"${didYouMean('code', table.header)}`,
      fix: 'give each indicator and category a code, in a column of that name',
    });
    return null;
  }
  problems.push(
    ...table.header.flatMap((name, i) =>
      knownColumns.some((known) => known === fold(name)) || name === ''
        ? []
        : [unusedColumn(name, table.place(-1, i))],
    ),
  );
  const rows = [...Array(table.height).keys()].map((row) => rowOf(table, header, row));
  const before = problems.length;
  checkCodes(rows, problems);
  checkParents(rows, problems);
  if (problems.slice(before).some(({ severity }) => severity === 'error')) return null;
  return buildTree(rows, title, scales, problems);
}

function rowOf(table: CsvTable, header: readonly string[], row: number): Row {
  const text = (column: KnownColumn): string => {
    const i = header.indexOf(column);
    const cell = i === -1 ? '' : table.text(row, i);
    return isMissing(cell) && column !== 'code' && column !== 'parent' ? '' : cell;
  };
  const place = (column: KnownColumn): FilePlace =>
    header.includes(column) ? table.place(row, header.indexOf(column)) : table.place(row);
  return { code: text('code'), parent: text('parent'), row, text, place };
}

function checkCodes(rows: readonly Row[], problems: Problem[]): void {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const { code } = row;
    const first = seen.get(fold(code));
    if (code === '')
      problems.push({
        code: 'framework/no-code',
        severity: 'error',
        place: row.place('code'),
        what: 'the row has no code',
        fix: 'give it a short code, such as "offence"',
      });
    else if (first !== undefined) {
      problems.push({
        code: 'framework/duplicate-code',
        severity: 'error',
        place: row.place('code'),
        indicator: code,
        what:
          first.code === code
            ? `the code "${code}" stands twice`
            : `the codes "${first.code}" and "${code}" differ in nothing but case or hyphens`,
        why: `it stands in line ${first.place('code').line ?? '?'} already`,
        fix: 'give one of them another code; "column" lets two indicators read the same scores',
      });
    } else if (!isCode(code)) {
      problems.push({
        code: 'framework/bad-code',
        severity: 'error',
        place: row.place('code'),
        value: code,
        what: `the code "${code}" cannot be written on a command line`,
        fix: 'use letters, digits, "_", "-" and "."; the column "name" takes any text',
      });
    }
    if (first === undefined) seen.set(fold(code), row);
  }
}

function checkParents(rows: readonly Row[], problems: Problem[]): void {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const parents = new Set(rows.map(({ parent }) => parent));
  const inCycle = new Set<string>();
  for (const row of rows.filter(({ code }) => code !== '')) {
    if (row.parent !== '' && row.parent !== ROOT_CODE && !byCode.has(row.parent)) {
      problems.push({
        code: 'framework/unknown-parent',
        severity: 'error',
        place: row.place('parent'),
        indicator: row.code,
        value: row.parent,
        what:
          `the parent of "${row.code}", "${row.parent}", is not in the ` +
          `framework${didYouMean(row.parent, [...byCode.keys()])}`,
        fix: `add a row with the code "${row.parent}", or leave the parent empty for the top level`,
      });
    }
    const cycle = cycleFrom(row, byCode);
    if (row.code === ROOT_CODE && !parents.has(ROOT_CODE)) {
      problems.push({
        code: 'framework/bad-code',
        severity: 'error',
        place: row.place('code'),
        value: ROOT_CODE,
        what: `the code "${ROOT_CODE}" is that of the whole index`,
        fix: 'give the indicator another code',
      });
    }
    if (cycle !== null && !inCycle.has(row.code)) {
      for (const code of cycle) inCycle.add(code);
      problems.push({
        code: 'framework/cycle',
        severity: 'error',
        place: row.place('parent'),
        indicator: row.code,
        what: `the parents go round in a circle: ${[...cycle, row.code].join(' → ')}`,
        fix: 'leave the parent of one of them empty',
      });
    }
    const own = leafColumns.filter((column) => row.text(column) !== '');
    if (cycle === null && parents.has(row.code) && own.length > 0) {
      problems.push({
        code: 'framework/parent-is-indicator',
        severity: 'error',
        place: row.place(own[0] ?? 'code'),
        indicator: row.code,
        what:
          `"${row.code}" has indicators under it, so it cannot have ` +
          `${list(own.map((column) => `"${column}"`))} of its own`,
        fix: 'empty the cell, or give the scores a row of their own under it',
      });
    }
  }
}

/** The codes from a row up its parents back to itself, or null. */
function cycleFrom(row: Row, byCode: ReadonlyMap<string, Row>): string[] | null {
  const path = [row.code];
  for (let above = byCode.get(row.parent); above !== undefined; above = byCode.get(above.parent)) {
    if (above.code === row.code) return path;
    if (path.includes(above.code)) return null;
    path.push(above.code);
  }
  return null;
}

function buildTree(
  rows: readonly Row[],
  title: string,
  scales: readonly Scale[],
  problems: Problem[],
): Framework {
  const tops = rows.filter(({ parent }) => parent === '');
  const [top] = tops;
  const isParent = (code: string) => rows.some(({ parent }) => parent === code);
  const childrenOf = (code: string): FrameworkNode[] =>
    rows.filter(({ parent }) => parent === code).map(nodeOf);
  const nodeOf = (row: Row): FrameworkNode =>
    isParent(row.code) ? categoryOf(row, childrenOf(row.code), problems) : indicatorOf(row, scales, problems);

  const ownRoot =
    tops.length === 1 && top !== undefined && isParent(top.code)
      ? top
      : rows.find(({ code }) => code === ROOT_CODE);
  const others = ownRoot === undefined ? [] : tops.filter((row) => row !== ownRoot);
  const root =
    ownRoot === undefined
      ? category(ROOT_CODE, rows.filter(({ parent }) => parent === '' || parent === ROOT_CODE).map(nodeOf), {
          name: title,
        })
      : categoryOf(ownRoot, [...childrenOf(ownRoot.code), ...others.map(nodeOf)], problems);
  checkSiblingWeights(root, rows, problems);
  return root;
}

function categoryOf(row: Row, children: readonly FrameworkNode[], problems: Problem[]): Framework {
  return category(row.code, children, {
    name: row.text('name') || row.code,
    weight: weightOf(row, problems),
    description: row.text('description'),
    source: row.text('source'),
    aggregate: methodOf(row, 'aggregate', problems),
  });
}

function indicatorOf(row: Row, scales: readonly Scale[], problems: Problem[]): FrameworkNode {
  const [low, high] = [numberOf(row, 'low', problems), numberOf(row, 'high', problems)];
  const isCrossed = low !== null && high !== null && low >= high;
  if (isCrossed) {
    problems.push({
      code: 'framework/low-not-below-high',
      severity: 'error',
      place: row.place('low'),
      indicator: row.code,
      what: `the low of "${row.code}", ${low}, is not below its high, ${high}`,
      fix:
        low === high
          ? 'write a low below the high'
          : 'swap them; where less is better, set "direction" to -1',
    });
  }
  if (row.text('aggregate') !== '') {
    problems.push({
      code: 'framework/parent-is-indicator',
      severity: 'error',
      place: row.place('aggregate'),
      indicator: row.code,
      what: `"${row.code}" has nothing under it to aggregate`,
      fix: 'empty the cell, or write the method in the row of its category',
    });
  }
  return indicator(row.code, {
    name: row.text('name') || row.code,
    weight: weightOf(row, problems),
    direction: directionOf(row, problems),
    column: row.text('column') || row.code,
    low: isCrossed ? null : low,
    high: isCrossed ? null : high,
    target: numberOf(row, 'target', problems),
    scale: scaleOf(row, scales, problems),
    unit: row.text('unit'),
    description: row.text('description'),
    source: row.text('source'),
    denominate: methodOf(row, 'denominate', problems),
    transform: methodOf(row, 'transform', problems),
    impute: methodOf(row, 'impute', problems),
    treat: methodOf(row, 'treat', problems),
    normalise: methodOf(row, 'normalise', problems),
  });
}

function weightOf(row: Row, problems: Problem[]): number {
  const text = row.text('weight');
  if (text === '') return 1;
  const problem = weightProblem(row.code, text);
  if (problem !== null) problems.push({ ...problem, place: row.place('weight') });
  return problem === null ? Number(text) : 1;
}

function numberOf(row: Row, column: 'low' | 'high' | 'target', problems: Problem[]): number | null {
  const text = row.text(column);
  if (text === '') return null;
  if (isDecimal(text)) return Number(text);
  problems.push({
    code: 'framework/not-a-number',
    severity: 'error',
    place: row.place(column),
    indicator: row.code,
    value: text,
    what: `the "${column}" of "${row.code}" is not a number: "${text}"`,
    fix: 'write a number in the unit of the scores, or leave the cell empty',
  });
  return null;
}

function directionOf(row: Row, problems: Problem[]): 1 | -1 {
  const text = row.text('direction');
  if (text === '' || Number(text) === 1) return 1;
  if (Number(text) === -1) return -1;
  problems.push({
    code: 'framework/bad-direction',
    severity: 'error',
    place: row.place('direction'),
    indicator: row.code,
    value: text,
    what: `the direction of "${row.code}" is neither 1 nor -1: "${text}"`,
    fix: 'write 1 if more is better, -1 if less is better',
  });
  return 1;
}

function scaleOf(row: Row, scales: readonly Scale[], problems: Problem[]): string | null {
  const text = row.text('ratings');
  if (text === '') return null;
  const scale = scales.find(({ name }) => name === text);
  if (scale !== undefined) return scale.name;
  const known = scales.map(({ name }) => name);
  problems.push({
    code: 'framework/unknown-scale',
    severity: 'error',
    place: row.place('ratings'),
    indicator: row.code,
    value: text,
    what: `the scale of "${row.code}", "${text}", is not defined${didYouMean(text, known)}`,
    fix: `define it under "scales" in index.json or index.yaml; known are ${list(known)}`,
  });
  return text;
}

function methodOf(row: Row, step: OwnStep, problems: Problem[]): Choice | null {
  const text = row.text(step);
  if (text === '') return null;
  return readChoice(step, text, (complaint) =>
    problems.push({ ...complaint, severity: 'error', place: row.place(step), indicator: row.code }),
  );
}

/** Nobody can share a category among children that all count nothing. */
function checkSiblingWeights(node: FrameworkNode, rows: readonly Row[], problems: Problem[]): void {
  if (node.kind === 'indicator') return;
  if (node.children.every(({ weight }) => weight === 0)) {
    const first = rows.find(({ code }) => code === node.children[0]?.code);
    problems.push({
      code: 'weights/all-zero',
      severity: 'error',
      ...(first === undefined ? {} : { place: first.place('weight') }),
      indicator: node.code,
      what: `all weights under "${node.code}" are zero: ${count(node.children.length, 'child', 'children')}`,
      fix: 'give at least one of them a weight above 0',
    });
  }
  for (const child of node.children) checkSiblingWeights(child, rows, problems);
}

function unusedColumn(name: string, place: FilePlace): Problem {
  return {
    code: 'framework/unused-column',
    severity: 'warning',
    place,
    value: name,
    what: `the column "${name}" is not one that is read${didYouMean(name, knownColumns)}`,
    fix: `the columns are ${list(knownColumns)}`,
  };
}

/** The framework with all parameters of the methods that its rows name. */
export function completeMethods(framework: Framework): Framework {
  const full = (node: FrameworkNode): FrameworkNode =>
    node.kind === 'category' ? completeMethods(node) : { ...node, ...ownChoices((step) => node[step]) };
  return {
    ...framework,
    aggregate: completed('aggregate', framework.aggregate),
    children: framework.children.map(full),
  };
}

/** The framework with the methods that a kept result had for its rows, instead of its own. */
export function withMethods(framework: Framework, overrides: ReadonlyMap<string, PartialRecipe>): Framework {
  const own = (node: FrameworkNode): FrameworkNode =>
    node.kind === 'category'
      ? withMethods(node, overrides)
      : { ...node, ...ownChoices((step) => overrides.get(node.code)?.[step] ?? null) };
  return {
    ...framework,
    aggregate: completed('aggregate', overrides.get(framework.code)?.aggregate ?? null),
    children: framework.children.map(own),
  };
}

/** An indicator's own methods, all parameters given. */
function ownChoices(choiceOf: (step: LeafStep) => Choice | null): Record<LeafStep, Choice | null> {
  const one = (step: LeafStep) => completed(step, choiceOf(step));
  return {
    denominate: one('denominate'),
    transform: one('transform'),
    impute: one('impute'),
    treat: one('treat'),
    normalise: one('normalise'),
  };
}

function completed(step: OwnStep, choice: Choice | null): Choice | null {
  return choice === null ? null : complete(steps[step].table, choice);
}
