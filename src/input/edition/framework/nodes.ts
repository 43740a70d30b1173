// A row of indicators.csv as a category or an indicator.
import type { Scale } from '../../../model/edition.ts';
import { category, indicator, type Category, type FrameworkNode } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Choice } from '../../../model/registry.ts';
import { didYouMean, list } from '../../../model/words.ts';
import { weightProblem } from '../../cells/weight.ts';
import { isDecimal } from '../../files/decimal.ts';
import { readChoice } from '../../options/choice/choice.ts';
import type { NodeStep } from './node-methods.ts';
import type { Row } from './rows.ts';

export function categoryOf(row: Row, children: readonly FrameworkNode[], problems: Problem[]): Category {
  return category(row.code, children, {
    name: row.text('name') || row.code,
    weight: weightOf(row, problems),
    description: row.text('description'),
    source: row.text('source'),
    aggregate: methodOf(row, 'aggregate', problems),
  });
}

export function indicatorOf(row: Row, scales: readonly Scale[], problems: Problem[]): FrameworkNode {
  const goalposts = goalpostsOf(row, problems);
  if (row.text('aggregate') !== '') problems.push(nothingToAggregate(row));
  return indicator(row.code, {
    name: row.text('name') || row.code,
    weight: weightOf(row, problems),
    direction: directionOf(row, problems),
    column: row.text('column') || row.code,
    ...goalposts,
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

function goalpostsOf(row: Row, problems: Problem[]): { low: number | null; high: number | null } {
  const [low, high] = [numberOf(row, 'low', problems), numberOf(row, 'high', problems)];
  if (low === null || high === null || low < high) return { low, high };
  problems.push({
    code: 'framework/low-not-below-high',
    severity: 'error',
    place: row.place('low'),
    indicator: row.code,
    what: `the low of "${row.code}" (${low}) is not below its high (${high})`,
    fix: low === high ? 'write a low below the high' : 'swap them; if lower is better, set "direction" to -1',
  });
  return { low: null, high: null };
}

function nothingToAggregate(row: Row): Problem {
  return {
    code: 'framework/parent-is-indicator',
    severity: 'error',
    place: row.place('aggregate'),
    indicator: row.code,
    what: `"${row.code}" is an indicator, so there is nothing to aggregate`,
    fix: 'empty the cell, or write the method in the row of its category',
  };
}

function weightOf(row: Row, problems: Problem[]): number {
  const text = row.text('weight');
  if (text === '') return 1;
  const problem = weightProblem(row.code, text);
  if (problem === null) return Number(text);
  problems.push({ ...problem, place: row.place('weight') });
  return 1;
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
    what: `the direction of "${row.code}" is not 1 or -1: "${text}"`,
    fix: 'write 1 if higher is better, -1 if lower is better',
  });
  return 1;
}

/** The name of its scale, as it is written even if there is no such scale. */
function scaleOf(row: Row, scales: readonly Scale[], problems: Problem[]): string | null {
  const text = row.text('ratings');
  if (text === '') return null;
  const names = scales.map(({ name }) => name);
  if (names.includes(text)) return text;
  problems.push({
    code: 'framework/unknown-scale',
    severity: 'error',
    place: row.place('ratings'),
    indicator: row.code,
    value: text,
    what: `"${row.code}" uses the scale "${text}", which is not defined${didYouMean(text, names)}`,
    fix: `define it under "scales" in index.json or index.yaml; defined are ${list(names)}`,
  });
  return text;
}

function methodOf(row: Row, step: NodeStep, problems: Problem[]): Choice | null {
  const text = row.text(step);
  if (text === '') return null;
  return readChoice(step, text, (complaint) =>
    problems.push({ ...complaint, severity: 'error', place: row.place(step), indicator: row.code }),
  );
}
