// Runs the normalisation: directs each indicator, and finds what its method measures it against.
import { at } from '../../math/at.ts';
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { tied } from '../../math/statistics/rounding.ts';
import { range } from '../../math/statistics/stats.ts';
import type { Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Values } from '../../model/registry.ts';
import { outOfDomain } from '../domain.ts';
import { NOISE, SHARE } from '../node-values.ts';
import { tasksOf, type IndicatorTask, type ScoreState } from '../score-state.ts';
import { goalpostFaults, goalpostsOf } from './indicator-goalposts.ts';
import { referenceFaults, referenceRow } from './references.ts';
import { normalisations, type Normalisation } from './table.ts';
import { targetFaults, targetOf } from './targets.ts';

type Task = IndicatorTask<Normalisation>;

/**
 * Normalised scores by indicator, with a warning for each that tells nobody apart; throws with all that is
 * lacking.
 */
export function normalise(state: ScoreState): { columns: Map<string, Column>; warnings: Problem[] } {
  const tasks = tasksOf<Normalisation>(state, 'normalise', normalisations);
  throwErrors(unique(tasks.flatMap((task) => faultsOf(task, state))));
  return {
    columns: new Map(tasks.map((task) => [task.leaf.code, normalised(task, state)])),
    warnings: tasks.flatMap(warningsOf),
  };
}

/** Directed, so that more is better, then brought to the common range. */
function normalised(task: Task, state: ScoreState): Column {
  const { leaf, column, entry, choice } = task;
  const sound = entry.ordinal === true && isComputed(task, state) ? withoutNoise(column) : column;
  const directed = leaf.direction === 1 ? sound : mapPresent(sound, (x) => -x);
  return entry.apply(directed, {
    ...choice,
    direction: leaf.direction,
    ...measuresOf(task, directed, state),
  });
}

/** Whether some score is no longer what was written. */
function isComputed({ leaf, column }: Task, { edition, rows }: ScoreState): boolean {
  const written = edition.columns.get(leaf.column);
  return rows.some((row, i) => at(column, i) !== (written?.[row] ?? null));
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
function measuresOf({ leaf, entry, choice }: Task, directed: Column, state: ScoreState): Values {
  const { recipe, edition, countries } = state;
  if (entry.goalposts) return goalpostsOf(leaf, choice, recipe, edition);
  if (entry.needs === 'target') return { target: targetOf(leaf, recipe) };
  if (entry.needs === 'reference') return { reference: at(directed, referenceRow(countries, choice)) };
  return {};
}

function faultsOf(task: Task, state: ScoreState): Problem[] {
  const { leaf, entry, choice } = task;
  const faults: Problem[] = [];
  if (entry.goalposts) faults.push(...goalpostFaults(leaf, choice, state.recipe, state.edition));
  if (entry.needs === 'target') faults.push(...targetFaults(task, state.recipe));
  if (entry.needs === 'reference') faults.push(...referenceFaults(task, state.countries));
  faults.push(...unacceptable(task, state));
  return faults;
}

/** The scores that the normalisation cannot take. */
function unacceptable({ leaf, column, entry, choice }: Task, { countries }: ScoreState): Problem[] {
  const { code, direction } = leaf;
  const { domain } = entry;
  const { method } = choice;
  if (domain === undefined) return [];
  return outOfDomain(
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

function warningsOf({ leaf, column, entry }: Task): Problem[] {
  const scores = present(column);
  const { low, high } = range(scores);
  return entry.relative && low === high && scores.length > 1 ? [allEqual(leaf, low)] : [];
}

function allEqual({ code }: Indicator, score: number): Problem {
  return {
    code: 'scores/all-equal',
    severity: 'warning',
    indicator: code,
    what: `all countries have the same score for "${code}" (${score}), so it tells nobody apart`,
    fix: `leave it out with --select without:${code}, or set its goalposts and pass --normalise goalposts`,
  };
}
