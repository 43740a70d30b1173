// denominate: is a score divided by the size of the country, so that large and small ones can be compared?
import { present, type Column } from '../../math/statistics/column.ts';
import { nameOf, subjectOf } from '../../model/edition.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { entryOf, type Method, type MethodTable, type Values } from '../../model/registry.ts';
import { columnOf, eachIndicator, type ScoreState, type StepResult } from '../flow.ts';

export interface Denomination extends Method {
  /** `sizes` is the column that the parameter `by` names. */
  apply(column: Column, sizes: Column, parameters: Values): Column;
}

/**
 * Divides by another column: per head, per area, per output.
 *
 *     y = factor x / size
 *
 * Use it when a score grows with the country and what counts is how much of it there is for each inhabitant
 * or unit of output. A missing size makes a missing score. A size of zero is a problem.
 *
 * @example by([10, 30, null], [2, 60, 5], { factor: 100 }) // → [500, 50, null]
 * @see OECD/JRC Handbook (2008), step 5: scale transformation prior to normalisation
 */
export function by(column: Column, sizes: Column, { factor }: { factor: number }): Column {
  return column.map((x, row) => {
    const size = sizes[row] ?? null;
    return x === null || size === null ? null : (factor * x) / size;
  });
}

/** @example none([10, null]) // → [10, null] */
export function none(column: Column): Column {
  return column;
}

export const denominations = {
  none: {
    apply: none,
    summary: 'scores as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
  by: {
    apply: by,
    summary: 'divide by another column of scores.csv: by:population',
    formula: 'y = factor x / size',
    use:
      'When a score grows with the size of the country. Mostly written in the rows of indicators.csv, as ' +
      'not every indicator does.',
    parameters: [
      {
        name: 'by',
        kind: 'text',
        default: undefined,
        positional: true,
        meaning: 'the column of scores.csv to divide by',
      },
      {
        name: 'factor',
        kind: 'number',
        default: 1,
        meaning: 'what the quotient is multiplied by, as 1000 for a thousand inhabitants',
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 5',
  },
} satisfies MethodTable<Denomination>;

/** Runs the step. */
export function denominate(flow: ScoreState): StepResult {
  const problems: Problem[] = [];
  const passed = eachIndicator(flow, 'denominate', (leaf, choice) => {
    const { edition, rows, countries } = flow;
    const name = typeof choice['by'] === 'string' ? choice['by'] : null;
    const sizes = name === null ? [] : rows.map((row) => edition.columns.get(name)?.[row] ?? null);
    if (name !== null && present(sizes).length === 0)
      problems.push({
        code: 'recipe/no-denominator',
        severity: 'error',
        ...(leaf.denominate === null ? { step: 'denominate' as const } : {}),
        indicator: leaf.code,
        value: name,
        what: `"${leaf.code}" is to be divided by "${name}", which is no column of numbers`,
        fix: 'add the column to scores.csv, or look at its spelling',
      });
    problems.push(
      ...sizes.flatMap((size, row): Problem[] => {
        const country = countries[row];
        return size !== 0 || country === undefined
          ? []
          : [
              {
                code: 'recipe/out-of-domain',
                severity: 'error',
                ...subjectOf(country),
                indicator: leaf.code,
                value: '0',
                what: `${nameOf(country)}'s "${name ?? ''}" is 0, and "${leaf.code}" is to be divided by it`,
                fix: 'correct it, or leave the cell empty',
              },
            ];
      }),
    );
    return {
      column: entryOf<Denomination>(denominations, choice).apply(columnOf(flow, leaf.code), sizes, choice),
      changes: [],
    };
  });
  throwErrors(problems);
  return passed;
}
