// Runs the normalisation: directs each indicator, and finds what its method measures it against.
import { at } from '../../math/at.ts';
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { nameOf, subjectOf, type Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Values } from '../../model/registry.ts';
import { misfits, outOfDomain, type Misfit } from '../domain.ts';
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
  throwErrors([
    ...oneCountry(tasks, state),
    ...unique(tasks.flatMap((task) => faultsOf(task, state))),
    ...outOfDomain(tasks.flatMap((task) => unacceptable(task, state))),
  ]);
  return {
    columns: new Map(tasks.map((task) => [task.leaf.code, normalised(task, state)])),
    warnings: tasks.flatMap((task) => warningsOf(task, state.countries)),
  };
}

/** Directed, so that more is better, then brought to the common range. */
function normalised(task: Task, state: ScoreState): Column {
  const { leaf, column, entry, choice } = task;
  const directed = leaf.direction === 1 ? column : mapPresent(column, (x) => -x);
  return entry.apply(directed, {
    ...choice,
    direction: leaf.direction,
    ...measuresOf(task, directed, state),
  });
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
      fix: 'add countries, or take --normalise none or goalposts',
    },
  ];
}

function warningsOf({ leaf, column, entry }: Task, countries: readonly Country[]): Problem[] {
  const scores = present(column);
  const { low, high } = range(scores);
  if (!entry.relative || low !== high) return [];
  return scores.length > 1 ? [allEqual(leaf, low)] : [onlyOne(leaf, column, countries)];
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
    what: `${nameOf(country)} alone has a score for "${code}", so it tells nobody apart`,
    fix: `leave it out with --select without:${code}, or set its goalposts and pass --normalise goalposts`,
  };
}
