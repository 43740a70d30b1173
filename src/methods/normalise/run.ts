// Runs the normalisation: directs each indicator, and finds what its method measures it against.
import { at, of } from '../../math/at.ts';
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { tied } from '../../math/statistics/rounding.ts';
import { largest, range } from '../../math/statistics/stats.ts';
import { nameOf, subjectOf, type Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Values } from '../../model/registry.ts';
import { resultRows, type ResultRow } from '../../model/rows.ts';
import { misfits, outOfDomain, type Misfit } from '../domain.ts';
import { NOISE, normalisationError, SHARE } from '../node-values.ts';
import { tasksOf, type IndicatorTask, type ScoreState } from '../score-state.ts';
import { rowsByYear, yearsOf } from '../years.ts';
import { goalpostFaults, goalpostsOf } from './indicator-goalposts.ts';
import { isByYear } from './parameters.ts';
import { referenceFaults, referenceRow } from './references.ts';
import { normalisations, type Normalisation } from './table.ts';
import { targetFaults, targetOf } from './targets.ts';

type Task = IndicatorTask<Normalisation>;

/** By indicator. */
interface Normalised {
  readonly columns: Map<string, Column>;
  /** How far floating-point arithmetic may have moved the scores. */
  readonly errors: Map<string, number>;
  readonly warnings: Problem[];
}

/**
 * Normalised scores by indicator, with a warning for each that tells nobody apart; throws with all that is
 * lacking.
 */
export function normalise(state: ScoreState): Normalised {
  const tasks = tasksOf<Normalisation>(state, 'normalise', normalisations);
  throwErrors([
    ...oneCountry(tasks, state),
    ...unique(tasks.flatMap((task) => faultsOf(task, state))),
    ...outOfDomain(tasks.flatMap((task) => unacceptable(task, state))),
  ]);
  const columns = new Map(tasks.map((task) => [task.leaf.code, normalised(task, state)]));
  const errorOf = (task: Task) =>
    largest(
      groupsOf(task, state).map(({ task: { leaf, column }, rows }) => {
        const scores = of(columns, leaf.code);
        return normalisationError(
          column,
          rows.map((row) => at(scores, row)),
        );
      }),
    );
  return {
    columns,
    errors: new Map(tasks.map((task) => [task.leaf.code, errorOf(task)])),
    warnings: tasks.flatMap((task) => warningsOf(task, state)),
  };
}

/** Countries that are compared among themselves, with their scores: all, or those of one year. */
interface Group {
  readonly task: Task;
  readonly countries: readonly Country[];
  readonly rows: readonly ResultRow[];
  /** Null where years are not kept apart. */
  readonly year: number | null;
}

function groupsOf(task: Task, { countries }: ScoreState): Group[] {
  if (!isByYear(task.choice)) return [{ task, countries, rows: resultRows(countries), year: null }];
  return rowsByYear(countries).map((rows) => ({
    task: { ...task, column: rows.map((row) => at(task.column, row)) },
    countries: rows.map((row) => at(countries, row)),
    rows,
    year: at(countries, at(rows, 0)).year,
  }));
}

function normalised(task: Task, state: ScoreState): Column {
  const column: (number | null)[] = task.column.map(() => null);
  for (const group of groupsOf(task, state)) {
    const scores = normalisedTogether(group, state);
    for (const [i, row] of group.rows.entries()) column[row] = at(scores, i);
  }
  return column;
}

/** Directed, so that more is better, then brought to the common range. */
function normalisedTogether(group: Group, state: ScoreState): Column {
  const { task, countries } = group;
  const { leaf, column, entry, choice } = task;
  const sound = entry.ordinal === true && isComputed(group, state) ? withoutNoise(column) : column;
  const directed = leaf.direction === 1 ? sound : mapPresent(sound, (x) => -x);
  return entry.apply(directed, {
    ...choice,
    direction: leaf.direction,
    ...measuresOf(task, directed, countries, state),
  });
}

/** Whether some score is no longer what was written. */
function isComputed({ task: { leaf, column }, rows }: Group, state: ScoreState): boolean {
  const written = state.edition.columns.get(leaf.column);
  return rows.some((row, i) => at(column, i) !== (written?.[at(state.rows, row)] ?? null));
}

/** Where only the order is kept, noise of the steps before must put nobody ahead. */
function withoutNoise(column: Column): Column {
  return tied(
    column,
    column.map((score) => (NOISE / SHARE) * Math.abs(score ?? 0)),
    (highest) => highest,
  );
}

/** What the method measures the scores against, if it needs that. */
function measuresOf(
  { leaf, entry, choice }: Task,
  directed: Column,
  countries: readonly Country[],
  { recipe, edition }: ScoreState,
): Values {
  if (entry.goalposts) return goalpostsOf(leaf, choice, recipe, edition);
  if (entry.needs === 'target') return { target: targetOf(leaf, recipe) };
  if (entry.needs === 'reference') return { reference: at(directed, referenceRow(countries, choice)) };
  return {};
}

function faultsOf(task: Task, state: ScoreState): Problem[] {
  const { leaf, entry, choice } = task;
  const faults: Problem[] = [];
  if (isByYear(choice) && yearsOf(state.countries).length === 0) return [noPanel(task)];
  if (entry.goalposts)
    for (const fault of goalpostFaults(leaf, choice, state.recipe, state.edition)) faults.push(fault);
  for (const group of groupsOf(task, state)) {
    if (entry.needs === 'target')
      for (const fault of targetFaults(group.task, state.recipe)) faults.push(fault);
    if (entry.needs === 'reference')
      for (const fault of referenceFaults(group.task, group.countries, group.year)) faults.push(fault);
  }
  return faults;
}

/** The scores that the normalisation cannot take. */
function unacceptable({ leaf, column, entry, choice }: Task, { countries }: ScoreState): Misfit[] {
  const { code, direction } = leaf;
  const { domain } = entry;
  const { method } = choice;
  if (domain === undefined) return [];
  return misfits(
    { code, column, countries, noun: 'score', method, whom: `the normalisation "${method}"` },
    domain,
    (score) => domain.accepts(score * direction, { ...choice, direction }),
  );
}

/** What is wrong with the recipe is said once, not for every indicator. */
function unique(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ what, indicator }: Problem) => `${what} ${indicator ?? ''}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

function warningsOf(task: Task, state: ScoreState): Problem[] {
  return groupsOf(task, state).flatMap(({ task: { leaf, column, entry }, countries, year }) => {
    const scores = present(column);
    const { low, high } = range(scores);
    if (!entry.relative || low !== high) return [];
    return scores.length > 1 ? [allEqual(leaf, low, year)] : [onlyOne(leaf, column, countries)];
  });
}

/** A country alone is neither high nor low, unless by years of its own. */
function oneCountry(tasks: readonly Task[], { countries }: ScoreState): Problem[] {
  const [country] = countries;
  const task = tasks.find(({ entry }) => entry.relative);
  if (country === undefined || countries.length > 1 || task === undefined) return [];
  const { method } = task.choice;
  return [
    {
      code: 'scores/one-country',
      severity: 'error',
      ...subjectOf(country),
      what: `${nameOf(country)} is the only country, and the normalisation "${method}" compares countries`,
      fix: 'add countries, or use --normalise none or goalposts',
    },
  ];
}

function noPanel({ leaf, choice }: Task): Problem {
  return {
    code: 'recipe/no-panel',
    severity: 'error',
    ...(leaf.normalise === null ? { step: 'normalise' as const } : { indicator: leaf.code }),
    value: 'by=year',
    what: `"${choice.method}:by=year" needs years, but the scores have none`,
    fix: 'add a column "year" to the scores, or leave out by=year',
  };
}

function allEqual({ code }: Indicator, score: number, year: number | null): Problem {
  const when = year === null ? '' : ` in ${year}`;
  return {
    code: 'scores/all-equal',
    severity: 'warning',
    indicator: code,
    what: `all countries have the same score for "${code}"${when} (${score}), so it does not separate them`,
    fix: `leave it out with --select without:${code}, or set its goalposts and pass --normalise goalposts`,
  };
}

function onlyOne({ code }: Indicator, column: Column, countries: readonly Country[]): Problem {
  const country = at(
    countries,
    column.findIndex((score) => score !== null),
  );
  return {
    code: 'scores/all-equal',
    severity: 'warning',
    ...subjectOf(country),
    indicator: code,
    what: `only ${nameOf(country)} has a score for "${code}", so it does not separate countries`,
    fix: `leave it out with --select without:${code}, or set its goalposts and pass --normalise goalposts`,
  };
}
