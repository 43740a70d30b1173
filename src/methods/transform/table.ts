// transform: does a score mean the same step everywhere on its range, or should large ones be compressed
// first?
import { mapPresent, type Column } from '../../math/statistics/column.ts';
import { indicators } from '../../model/framework.ts';
import { throwErrors } from '../../model/problem.ts';
import { entryOf, type Domain, type Method, type MethodTable, type Values } from '../../model/registry.ts';
import { outOfDomain } from '../domain.ts';
import { columnOf, eachIndicator, type ScoreState, type StepResult } from '../flow.ts';

/** Called with a column, it gives the function that is applied to each score and to the goalposts. */
export interface Transformation extends Method {
  apply(column: Column, parameters: Values): (score: number) => number;
  readonly domain?: Domain;
}

/**
 * Natural logarithm: equal ratios become equal differences.
 *
 *     y = ln(x)
 *
 * Use it for sizes that spread over orders of magnitude (income, firms, people): what
 * counts is then how many times more, not how much more. Goalposts are transformed too.
 * Zero and negative scores have no logarithm: a problem.
 *
 * @example log(Math.E) // → 1
 * @see OECD/JRC Handbook (2008), step 4; UNDP, Human Development Report, technical note 1
 */
export function log(score: number): number {
  return Math.log(score);
}

/** @example none(3.5) // → 3.5 */
export function none(score: number): number {
  return score;
}

export const transformations = {
  none: {
    apply: () => none,
    summary: 'scores as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4',
  },
  log: {
    apply: () => log,
    domain: {
      accepts: (score) => score > 0,
      needs: 'scores above 0, as zero and negative numbers have no logarithm',
      remedy:
        'leave this indicator untransformed (column "transform" of indicators.csv), or correct the score',
    },
    summary: 'natural logarithm: equal ratios become equal differences',
    formula: 'y = ln(x)',
    use:
      'For sizes that spread over orders of magnitude, such as income per head. Goalposts are transformed ' +
      'too. Scores must be above 0.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4; UNDP Human Development Report, technical note 1',
  },
} satisfies MethodTable<Transformation>;

/** Runs the step; scores that a transformation cannot take are a problem. */
export function transform(flow: ScoreState): StepResult {
  throwErrors(
    indicators(flow.framework).flatMap(({ code, transform: own }) => {
      const choice = own ?? flow.recipe.transform;
      const { domain } = entryOf<Transformation>(transformations, choice);
      const asked = {
        code,
        column: columnOf(flow, code),
        countries: flow.countries,
        noun: 'score' as const,
        method: choice.method,
        whom: `the transformation "${choice.method}"`,
      };
      return domain === undefined ? [] : outOfDomain(asked, domain, (score) => domain.accepts(score, choice));
    }),
  );
  return eachIndicator(flow, 'transform', ({ code }, choice) => {
    const column = columnOf(flow, code);
    return {
      column: mapPresent(column, entryOf<Transformation>(transformations, choice).apply(column, choice)),
      changes: [],
    };
  });
}
