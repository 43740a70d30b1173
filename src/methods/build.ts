// Builds an index: runs the steps of a recipe over the scores of an edition, in order, keeping what each gives.
import { mapPresent, present, type Column } from '../math/column.ts';
import { range } from '../math/stats.ts';
import { limits, nameOf, subjectOf, type Country, type Edition } from '../model/edition.ts';
import { indicators, type Framework, type Indicator } from '../model/framework.ts';
import { throwErrors, type Problem } from '../model/problem.ts';
import type { Recipe } from '../model/recipe.ts';
import { entryOf, type Choice, type Domain } from '../model/registry.ts';
import type { Placement, Result, Stage, Tiering } from '../model/result.ts';
import { aggregateLevels, countingIndicators, type Levels } from './levels.ts';
import { findMissing } from './missing-scores.ts';
import { normalisations, type Normalisation } from './normalise.ts';
import { rankScores } from './rank.ts';
import { select } from './select.ts';
import { tierMethods, type TierMethod } from './tier.ts';
import { transformations, type Transformation } from './transform.ts';

/**
 * Builds the index of an edition by its recipe, or by another one.
 *
 * Pure: the same edition and recipe give the same result. Throws a ProblemsError with every
 * problem found at the step that could not be done.
 */
export function build(edition: Edition, recipe: Recipe = edition.recipe): Result {
  const { framework, rows } = select(edition, recipe.select);
  const countries = rows.map((row) => countryAt(edition, row));
  const leaves = indicators(framework);
  const raw = new Map(leaves.map(({ code, column }) => [code, rows.map((row) => edition.columns.get(column)?.[row] ?? null)]));
  throwErrors(findMissing(leaves, raw, countries, recipe.missing, countingIndicators(framework, recipe.weights, edition.weightSets)));

  throwErrors(leaves.flatMap((leaf) => [
    ...outOfDomain(leaf, raw.get(leaf.code) ?? [], recipe, countries),
    ...goalpostFaults(leaf, recipe, edition),
  ]));
  const transformed = new Map(leaves.map((leaf) => [leaf.code, transformScores(leaf, raw.get(leaf.code) ?? [], recipe)]));
  const warnings: Problem[] = [];
  const normalised = new Map(leaves.map((leaf) => [leaf.code, normalise(leaf, transformed.get(leaf.code) ?? [], recipe, edition, warnings)]));
  const stages: Stage[] = [
    { step: 'select', columns: raw },
    { step: 'transform', columns: transformed },
    { step: 'normalise', columns: normalised },
  ];

  const levels = aggregateLevels(framework, normalised, recipe, edition.weightSets, countries);
  const { scores } = levels;
  const index = scores.get(framework.code) ?? [];
  const ranks = withinYears(countries, index, (column, codes) => rankScores(column, codes, recipe.rank));
  warnings.push(...countries.flatMap((country, row) => (index[row] === null ? [unranked(country)] : [])));
  const tiering = tier(framework, raw, edition, levels, index, countries, recipe.tiers);
  return { edition, recipe, framework, countries, rows, stages, scores, weights: levels.weights, index, ranks, tiering, warnings };
}

function countryAt(edition: Edition, row: number): Country {
  const country = edition.countries[row];
  if (country === undefined) throw new Error(`the edition has no row ${row}`);
  return country;
}

function transformScores(leaf: Indicator, column: Column, recipe: Recipe): Column {
  const choice = leaf.transform ?? recipe.transform;
  return mapPresent(column, entryOf<Transformation>(transformations, choice).apply(column, choice));
}

/** The scores that a transformation cannot take. */
function outOfDomain(leaf: Indicator, column: Column, recipe: Recipe, countries: readonly Country[]): Problem[] {
  const choice = leaf.transform ?? recipe.transform;
  const { domain } = entryOf<Transformation>(transformations, choice);
  if (domain === undefined) return [];
  return column.flatMap((score, row): Problem[] => {
    const country = countries[row];
    if (score === null || country === undefined || domain.accepts(score, choice)) return [];
    return [{
      code: 'recipe/out-of-domain', severity: 'error', ...subjectOf(country), indicator: leaf.code, value: String(score),
      what: `${nameOf(country)}'s score for "${leaf.code}" is ${score}, which the transformation "${choice.method}" cannot take`,
      why: `"${choice.method}" needs ${domain.needs}`, fix: domain.remedy,
    }];
  });
}

/** Directed, so that more is better, then brought to the common range. */
function normalise(leaf: Indicator, column: Column, recipe: Recipe, edition: Edition, warnings: Problem[]): Column {
  const choice = leaf.normalise ?? recipe.normalise;
  const entry = entryOf<Normalisation>(normalisations, choice);
  const { low, high } = range(present(column));
  if (entry.relative && low === high && present(column).length > 1) warnings.push(allEqual(leaf, low));
  const directed = leaf.direction === 1 ? column : mapPresent(column, (x) => -x);
  return entry.apply(directed, entry.goalposts ? { ...choice, ...goalpostsOf(leaf, choice, recipe, edition) } : choice);
}

/** An indicator's own goalposts, or those of its scale, or those of the recipe; in raw units, null where there are none. */
function rawGoalposts(leaf: Indicator, choice: Choice, edition: Edition): { low: number; high: number } | null {
  const scale = edition.scales.find(({ name }) => name === leaf.scale);
  const ends = scale === undefined ? null : limits(scale);
  const low = leaf.low ?? ends?.low ?? choice['low'];
  const high = leaf.high ?? ends?.high ?? choice['high'];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

/** What keeps an indicator from having goalposts, if its normalisation needs them. */
function goalpostFaults(leaf: Indicator, recipe: Recipe, edition: Edition): Problem[] {
  const choice = leaf.normalise ?? recipe.normalise;
  if (!entryOf<Normalisation>(normalisations, choice).goalposts) return [];
  const posts = rawGoalposts(leaf, choice, edition);
  if (posts === null) return [noGoalposts(leaf)];
  if (posts.low >= posts.high) return [lowNotBelowHigh(leaf, posts)];
  const transform = leaf.transform ?? recipe.transform;
  const { domain } = entryOf<Transformation>(transformations, transform);
  return [posts.low, posts.high].flatMap((post) => (domain === undefined || domain.accepts(post, transform) ? [] : [goalpostOutOfDomain(leaf, post, transform, domain)]));
}

/** Goalposts transformed and directed as the scores are. */
function goalpostsOf(leaf: Indicator, choice: Choice, recipe: Recipe, edition: Edition): { low: number; high: number } {
  const { low, high } = rawGoalposts(leaf, choice, edition) ?? { low: Number.NaN, high: Number.NaN };
  const transformChoice = leaf.transform ?? recipe.transform;
  const apply = entryOf<Transformation>(transformations, transformChoice).apply([low, high], transformChoice);
  return leaf.direction === 1 ? { low: apply(low), high: apply(high) } : { low: -apply(high), high: -apply(low) };
}

/** Ranks the countries of each year among themselves. */
function withinYears(countries: readonly Country[], index: Column, rankOne: (column: Column, codes: readonly string[]) => Column): Column {
  const ranks: (number | null)[] = countries.map(() => null);
  for (const [, rows] of yearsOf(countries)) {
    const ranked = rankOne(rows.map((row) => index[row] ?? null), rows.map((row) => countries[row]?.code ?? countries[row]?.name ?? ''));
    for (const [i, row] of rows.entries()) ranks[row] = ranked[i] ?? null;
  }
  return ranks;
}

function tier(
  framework: Framework, raw: ReadonlyMap<string, Column>, edition: Edition, { weights }: Levels, index: Column,
  countries: readonly Country[], choice: Choice,
): Tiering | null {
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
    latest = apply({ index: at(index), ranks, rated: rated.map((one) => ({ ...one, scores: at(one.scores) })) }, choice);
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

/** The categories above an indicator, and its effective weight: the product of the weights on the way down. */
export function pathTo(framework: Framework, code: string, weights: ReadonlyMap<string, number>): { categories: string[]; weight: number } {
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

function allEqual({ code }: Indicator, score: number): Problem {
  return {
    code: 'scores/all-equal', severity: 'warning', indicator: code,
    what: `all countries have the same score for "${code}" (${score}), so it tells nobody apart`,
    fix: `leave it out with --select without:${code}, or set its goalposts and pass --normalise goalposts`,
  };
}

function noGoalposts({ code }: Indicator): Problem {
  return {
    code: 'recipe/no-goalposts', severity: 'error', step: 'normalise', indicator: code,
    what: `the indicator "${code}" has no goalposts`,
    fix: 'fill the columns "low" and "high" of indicators.csv, or pass them for all: --normalise goalposts:low=0,high=10',
  };
}

function lowNotBelowHigh({ code }: Indicator, { low, high }: { low: number; high: number }): Problem {
  return {
    code: 'recipe/bad-parameter', severity: 'error', step: 'normalise', indicator: code, value: `${low}, ${high}`,
    what: `the low goalpost of "${code}", ${low}, is not below its high one, ${high}`,
    fix: 'give it both in indicators.csv, or other ones after --normalise goalposts',
  };
}

function goalpostOutOfDomain({ code }: Indicator, post: number, { method }: Choice, { needs }: Domain): Problem {
  return {
    code: 'recipe/out-of-domain', severity: 'error', indicator: code, value: String(post),
    what: `a goalpost of "${code}" is ${post}, which the transformation "${method}" cannot take`,
    why: `"${method}" needs ${needs}`, fix: 'set its goalposts, in raw units, where the transformation can take them',
  };
}

function unranked(country: Country): Problem {
  return {
    code: 'scores/unranked', severity: 'warning', ...subjectOf(country),
    what: `${nameOf(country)} has too few scores to be ranked`,
    fix: 'fill in its scores, ask for a smaller share of them with --missing skip:0.3, or leave the country out with --select without:…',
  };
}
