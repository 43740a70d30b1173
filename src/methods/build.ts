// Builds an index: runs the steps of a recipe over the scores of an edition, in order, keeping what each
// gives.
import type { Column } from '../math/statistics/column.ts';
import { nameOf, subjectOf, type Country, type Edition } from '../model/edition.ts';
import { indicators, type Framework } from '../model/framework.ts';
import { throwErrors, type Problem } from '../model/problem.ts';
import type { DataStep, Recipe, StepName } from '../model/recipe.ts';
import { entryOf, type Choice } from '../model/registry.ts';
import type { Placement, Result, Stage, Tiering } from '../model/result.ts';
import { denominate } from './denominate/table.ts';
import { columnOf, type ScoreState, type StepResult } from './flow.ts';
import { impute } from './impute/table.ts';
import { aggregateLevels, countingIndicators, type Levels } from './levels.ts';
import { findMissing } from './missing/run.ts';
import { normalise } from './normalise/run.ts';
import { rankScores } from './rank/table.ts';
import { screen } from './screen/table.ts';
import { select } from './select/table.ts';
import { tierMethods, type TierMethod } from './tier/table.ts';
import { transform } from './transform/table.ts';
import { treat } from './treat/table.ts';

/**
 * Builds the index of an edition by its recipe, or by another one.
 *
 * Pure: the same edition and recipe give the same result. Throws a ProblemsError with every
 * problem found at the step that could not be done.
 */
export function build(edition: Edition, recipe: Recipe = edition.recipe): Result {
  const { framework: selected, rows: selectedRows } = select(edition, recipe.select);
  const leaves = indicators(selected);
  const start: ScoreState = {
    edition,
    recipe,
    framework: selected,
    rows: selectedRows,
    countries: selectedRows.map((row) => countryAt(edition, row)),
    columns: new Map(
      leaves.map(({ code, column }) => [
        code,
        selectedRows.map((row) => edition.columns.get(column)?.[row] ?? null),
      ]),
    ),
  };
  const passed = prepare(start);
  const { flow } = passed.at(-1) ?? { flow: start };
  const { framework, countries, rows } = flow;
  throwErrors(
    findMissing(
      indicators(framework),
      flow.columns,
      countries,
      recipe,
      countingIndicators(framework, recipe.weights, edition.weightSets),
    ),
  );
  const warnings: Problem[] = [];
  const normalised = normalise(flow, warnings);
  const stages: Stage[] = [
    ...[{ step: 'select' as const, flow: start, changes: [] }, ...passed].map((one) => stageOf(one, flow)),
    { step: 'normalise', columns: normalised, changes: [] },
  ];

  const levels = aggregateLevels(framework, normalised, recipe, edition.weightSets, countries);
  const result = ranked({ edition, recipe, framework, countries, rows, stages }, levels, warnings);
  warnings.push(
    ...countries.flatMap((country, row) => (result.index[row] === null ? [unranked(country)] : [])),
  );
  return result;
}

/**
 * The same index under other weights among siblings; what is not named keeps its weight. Nothing before the
 * weights is done again.
 */
export function withWeights(result: Result, local: ReadonlyMap<string, number>): Result {
  const { edition, recipe, framework, countries, stages, weights } = result;
  const levels = aggregateLevels(
    framework,
    stages.at(-1)?.columns ?? new Map(),
    recipe,
    edition.weightSets,
    countries,
    new Map([...weights, ...local]),
  );
  return ranked(result, levels, result.warnings);
}

/** What follows from the weights: ranks and tiers. */
function ranked(
  before: Pick<Result, 'edition' | 'recipe' | 'framework' | 'countries' | 'rows' | 'stages'>,
  levels: Levels,
  warnings: readonly Problem[],
): Result {
  const { edition, recipe, framework, countries, rows, stages } = before;
  const index = levels.scores.get(framework.code) ?? [];
  const ranks = withinYears(countries, index, (column, codes) => rankScores(column, codes, recipe.rank));
  const tiering = tier(
    framework,
    stages[0]?.columns ?? new Map(),
    edition,
    levels,
    index,
    countries,
    recipe.tiers,
  );
  return { edition, recipe, framework, countries, rows, stages, ...levels, index, ranks, tiering, warnings };
}

const preparations: Readonly<Record<DataStep, (flow: ScoreState) => StepResult>> = {
  denominate,
  transform,
  screen,
  impute,
  treat,
};

/** Runs the steps that prepare scores, in the recipe's order. */
function prepare(start: ScoreState): (StepResult & { readonly step: DataStep })[] {
  const passed: (StepResult & { readonly step: DataStep })[] = [];
  for (const step of start.recipe.steps)
    passed.push({ step, ...preparations[step](passed.at(-1)?.flow ?? start) });
  return passed;
}

/** What a step gave, for the countries and indicators that are left in the end. */
function stageOf({ step, flow, changes }: StepResult & { readonly step: StepName }, last: ScoreState): Stage {
  const codes = indicators(last.framework).map(({ code }) => code);
  // Most often nobody was screened out.
  if (flow.rows === last.rows)
    return { step, columns: new Map(codes.map((code) => [code, columnOf(flow, code)])), changes };
  const rowThen = new Map(flow.rows.map((row, then) => [row, then]));
  const rows = last.rows.map((row) => rowThen.get(row) ?? -1);
  const columns = new Map(codes.map((code) => [code, rows.map((row) => columnOf(flow, code)[row] ?? null)]));
  const rowNow = new Map(rows.map((row, now) => [row, now]));
  return {
    step,
    columns,
    changes: changes.map((change) => ({
      ...change,
      row: change.row === null ? null : (rowNow.get(change.row) ?? null),
    })),
  };
}

function countryAt(edition: Edition, row: number): Country {
  const country = edition.countries[row];
  if (country === undefined) throw new Error(`the edition has no row ${row}`);
  return country;
}

/** Ranks the countries of each year among themselves. */
function withinYears(
  countries: readonly Country[],
  index: Column,
  rankOne: (column: Column, codes: readonly string[]) => Column,
): Column {
  const ranks: (number | null)[] = countries.map(() => null);
  for (const [, rows] of yearsOf(countries)) {
    const ranked = rankOne(
      rows.map((row) => index[row] ?? null),
      rows.map((row) => countries[row]?.code ?? countries[row]?.name ?? ''),
    );
    for (const [i, row] of rows.entries()) ranks[row] = ranked[i] ?? null;
  }
  return ranks;
}

/** Sorts the countries of each year into tiers. */
export function tier(
  framework: Framework,
  raw: ReadonlyMap<string, Column>,
  edition: Edition,
  { weights }: Pick<Levels, 'weights'>,
  index: Column,
  countries: readonly Country[],
  choice: Choice,
): Tiering | null {
  if (choice.method === 'none') return null;
  const rated = indicators(framework).map((leaf) => ({
    code: leaf.code,
    direction: leaf.direction,
    scores: raw.get(leaf.code) ?? [],
    scale: edition.scales.find(({ name }) => name === leaf.scale) ?? null,
    ...pathTo(framework, leaf.code, weights),
  }));
  const { apply } = entryOf<TierMethod>(tierMethods, choice);
  const placements: Placement[] = countries.map(() => ({ tier: null, conditions: [] }));
  let latest: Tiering | null = null;
  for (const [, rows] of yearsOf(countries)) {
    const at = (column: Column): Column => rows.map((row) => column[row] ?? null);
    const ranks = rankScores(at(index), [], { method: 'competition' });
    latest = apply(
      {
        index: at(index),
        ranks,
        names: rows.map((row) => countries[row]?.name ?? ''),
        rated: rated.map((one) => ({ ...one, scores: at(one.scores) })),
      },
      choice,
    );
    for (const [i, placement] of (latest?.placements ?? []).entries()) placements[rows[i] ?? -1] = placement;
  }
  return latest === null ? null : { ...latest, placements };
}

/** The rows of each year, the latest last; all rows if there are no years. */
function yearsOf(countries: readonly Country[]): [number | null, number[]][] {
  const years = new Map<number | null, number[]>();
  for (const [row, { year }] of countries.entries()) {
    const rows = years.get(year);
    if (rows === undefined) years.set(year, [row]);
    else rows.push(row);
  }
  return [...years].toSorted(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity));
}

/**
 * The categories above an indicator, and its effective weight: the product of the weights on the way down.
 */
export function pathTo(
  framework: Framework,
  code: string,
  weights: ReadonlyMap<string, number>,
): { categories: string[]; weight: number } {
  for (const child of framework.children) {
    const weight = weights.get(child.code) ?? 0;
    if (child.kind === 'indicator') {
      if (child.code === code) return { categories: [framework.code], weight };
      continue;
    }
    if (!indicators(child).some((leaf) => leaf.code === code)) continue;
    const below = pathTo(child, code, weights);
    return { categories: [framework.code, ...below.categories], weight: weight * below.weight };
  }
  throw new Error(`the framework has no indicator "${code}"`);
}

function unranked(country: Country): Problem {
  return {
    code: 'scores/unranked',
    severity: 'warning',
    ...subjectOf(country),
    what: `${nameOf(country)} has too few scores to be ranked`,
    fix:
      'fill in its scores, ask for a smaller share of them with --missing skip:0.3, or leave the country ' +
      'out with --select without:…',
  };
}
