// screen: which countries or indicators have too few scores to be taken along?
import type { Column } from '../../math/statistics/column.ts';
import { nameOf } from '../../model/edition.ts';
import { indicators, prune } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { entryOf, type Method, type Parameter, type MethodTable, type Values } from '../../model/registry.ts';
import type { Change } from '../../model/result.ts';
import type { ScoreState, StepResult } from '../flow.ts';

export interface Screening extends Method {
  /** Whether a row or a column of scores is dropped. */
  apply(scores: Column, parameters: Values): boolean;
  readonly of: 'countries' | 'indicators' | 'nothing';
}

type Shares = { readonly present: number; readonly nonzero: number };

/**
 * Whether too few of some scores are there, or too few of all are there and not zero.
 *
 *     dropped if present / all < p  or  nonzero / all < q
 *
 * The end of a share belongs to it: with p = 0.5, half is enough. A missing score is no zero and no non-zero
 * one.
 *
 * @example isTooFew([1, null, 0, 2], { present: 0.8, nonzero: 0 }) // → true
 * @example isTooFew([1, null, 0, 2], { present: 0.75, nonzero: 0.5 }) // → false
 * @see OECD/JRC Handbook (2008), step 2; Becker, Caperna, Del Sorbo, Norlén, Papadimitriou & Saisana (2022),
 *   COINr, JOSS 7
 */
export function isTooFew(scores: Column, { present, nonzero }: Shares): boolean {
  const share = (counts: (score: number | null) => boolean) => scores.filter(counts).length / scores.length;
  return (
    share((score) => score !== null) < present || share((score) => score !== null && score !== 0) < nonzero
  );
}

const shares: readonly Parameter[] = [
  {
    name: 'present',
    kind: 'number',
    default: 0.5,
    least: 0,
    most: 1,
    positional: true,
    meaning: 'the least share of scores that must be there',
  },
  {
    name: 'nonzero',
    kind: 'number',
    default: 0,
    least: 0,
    most: 1,
    meaning: 'the least share that must be there and not zero',
  },
];

export const screenings = {
  none: {
    apply: () => false,
    of: 'nothing',
    summary: 'everything is taken along',
    formula: 'kept',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  countries: {
    apply: isTooFew,
    of: 'countries',
    summary: 'drop countries with too few scores: countries:0.8',
    formula: 'dropped if present / all < p or nonzero / all < q',
    use: 'Before imputing, so that no country is mostly made up. Who was dropped is said under the table.',
    parameters: shares,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  indicators: {
    apply: isTooFew,
    of: 'indicators',
    summary: 'drop indicators with too few scores: indicators:0.8',
    formula: 'dropped if present / all < p or nonzero / all < q',
    use: 'Before imputing, so that no indicator is mostly made up. What was dropped is said under the table.',
    parameters: shares,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
} satisfies MethodTable<Screening>;

/** Runs the step. */
export function screen(flow: ScoreState): StepResult {
  const choice = flow.recipe.screen;
  const entry = entryOf<Screening>(screenings, choice);
  if (entry.of === 'countries') return screenCountries(flow, (scores) => entry.apply(scores, choice));
  if (entry.of === 'indicators') return screenIndicators(flow, (scores) => entry.apply(scores, choice));
  return { flow, changes: [] };
}

function screenCountries(flow: ScoreState, isDropped: (scores: Column) => boolean): StepResult {
  const leaves = indicators(flow.framework);
  const kept = [...flow.countries.keys()].filter(
    (row) => !isDropped(leaves.map(({ code }) => flow.columns.get(code)?.[row] ?? null)),
  );
  const isKept = new Set(kept);
  const changes = flow.countries.flatMap((country, row): Change[] =>
    isKept.has(row)
      ? []
      : [{ code: '', row: null, from: null, to: null, how: `${nameOf(country)} left out` }],
  );
  if (kept.length === 0) throw nothingLeft('country');
  const at = <Item>(items: readonly Item[]): Item[] => kept.flatMap((row) => items.slice(row, row + 1));
  return {
    flow: {
      ...flow,
      countries: at(flow.countries),
      rows: at(flow.rows),
      columns: new Map([...flow.columns].map(([code, column]) => [code, at(column)])),
    },
    changes,
  };
}

function screenIndicators(flow: ScoreState, isDropped: (scores: Column) => boolean): StepResult {
  const dropped = indicators(flow.framework).filter(({ code }) => isDropped(flow.columns.get(code) ?? []));
  const framework = prune(flow.framework, (leaf) => !dropped.includes(leaf));
  if (framework === null) throw nothingLeft('indicator');
  const columns = new Map([...flow.columns].filter(([code]) => !dropped.some((leaf) => leaf.code === code)));
  return {
    flow: { ...flow, framework, columns },
    changes: dropped.map(({ code }) => ({ code, row: null, from: null, to: null, how: 'left out' })),
  };
}

function nothingLeft(what: string): ProblemsError {
  return new ProblemsError([
    {
      code: 'recipe/nothing-selected',
      severity: 'error',
      step: 'screen',
      what: `the screening leaves no ${what}`,
      fix: 'ask for a smaller share of scores',
    },
  ]);
}
