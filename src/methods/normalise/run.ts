// Runs the normalisation: directs each indicator, finds what its method measures it against, and says what it
// lacks.
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import { limits, type Edition } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf, type Choice, type Domain } from '../../model/registry.ts';
import { didYouMean, fold } from '../../model/words.ts';
import { outOfDomain } from '../domain.ts';
import { columnOf, type ScoreState } from '../flow.ts';
import { normalisations, type Normalisation } from './table.ts';
import { transformations, type Transformation } from '../transform/table.ts';

/**
 * Normalised scores by indicator; throws with all that is lacking, and warns of indicators that tell nobody
 * apart.
 */
export function normalise(flow: ScoreState, warnings: Problem[]): Map<string, Column> {
  const { framework, recipe, edition } = flow;
  throwErrors(
    unique(
      indicators(framework).flatMap((leaf) => [
        ...goalpostFaults(leaf, recipe, edition),
        ...targetFaults(leaf, flow),
        ...referenceFaults(leaf, flow),
        ...untakeable(leaf, flow),
      ]),
    ),
  );
  return new Map(indicators(framework).map((leaf) => [leaf.code, normaliseOne(leaf, flow, warnings)]));
}

/** Directed, so that more is better, then brought to the common range. */
function normaliseOne(leaf: Indicator, flow: ScoreState, warnings: Problem[]): Column {
  const { recipe, edition } = flow;
  const column = columnOf(flow, leaf.code);
  const choice = leaf.normalise ?? recipe.normalise;
  const entry = entryOf<Normalisation>(normalisations, choice);
  const { low, high } = range(present(column));
  if (entry.relative && low === high && present(column).length > 1) warnings.push(allEqual(leaf, low));
  const directed = leaf.direction === 1 ? column : mapPresent(column, (x) => -x);
  return entry.apply(directed, {
    ...choice,
    direction: leaf.direction,
    ...(entry.goalposts ? goalpostsOf(leaf, choice, recipe, edition) : {}),
    ...(entry.needs === 'target' ? { target: targetOf(leaf, recipe) } : {}),
    ...(entry.needs === 'reference' ? { reference: directed[referenceRow(flow, choice)] ?? null } : {}),
  });
}

/** The target, transformed and directed as the scores are. */
function targetOf(leaf: Indicator, recipe: Recipe): number {
  const choice = leaf.transform ?? recipe.transform;
  const target = leaf.target ?? Number.NaN;
  return leaf.direction * entryOf<Transformation>(transformations, choice).apply([target], choice)(target);
}

/** The row of the country that others are measured against. */
function referenceRow({ countries }: ScoreState, { country }: Choice): number {
  const wanted = typeof country === 'string' ? country : '';
  return countries.findIndex(
    ({ code, name }) => code === wanted.toUpperCase() || fold(name) === fold(wanted),
  );
}

/** What is wrong with the recipe is said once, not for every indicator. */
function unique(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.what} ${problem.indicator ?? ''}`, problem])).values(),
  ];
}

/** The scores that a normalisation cannot take. */
function untakeable({ code, direction, normalise: own }: Indicator, flow: ScoreState): Problem[] {
  const choice = own ?? flow.recipe.normalise;
  const { domain } = entryOf<Normalisation>(normalisations, choice);
  const asked = {
    code,
    column: columnOf(flow, code),
    countries: flow.countries,
    noun: 'score' as const,
    method: choice.method,
    whom: `the normalisation "${choice.method}"`,
  };
  return domain === undefined
    ? []
    : outOfDomain(asked, domain, (score) => domain.accepts(score * direction, { ...choice, direction }));
}

function targetFaults(leaf: Indicator, flow: ScoreState): Problem[] {
  const { code, target, normalise: own, direction } = leaf;
  if (entryOf<Normalisation>(normalisations, own ?? flow.recipe.normalise).needs !== 'target') return [];
  const { low, high } = range(present(columnOf(flow, code)).map((x) => x * direction));
  if (target !== null && low < high && targetOf(leaf, flow.recipe) <= low)
    return [
      {
        code: 'recipe/no-target',
        severity: 'error',
        step: 'normalise',
        indicator: code,
        value: String(target),
        what: `the target of "${code}", ${target}, is no better than the lowest country`,
        fix: 'correct it in the column "target" of indicators.csv',
      },
    ];
  if (target !== null) return [];
  return [
    {
      code: 'recipe/no-target',
      severity: 'error',
      step: 'normalise',
      indicator: code,
      what: `the indicator "${code}" has no target`,
      fix: 'fill the column "target" of indicators.csv',
    },
  ];
}

function referenceFaults(leaf: Indicator, flow: ScoreState): Problem[] {
  const choice = leaf.normalise ?? flow.recipe.normalise;
  if (entryOf<Normalisation>(normalisations, choice).needs !== 'reference') return [];
  const row = referenceRow(flow, choice);
  const wanted = typeof choice['country'] === 'string' ? choice['country'] : '';
  const names = flow.countries.map(({ name }) => name);
  if (row === -1)
    return [
      {
        code: 'recipe/no-reference',
        severity: 'error',
        step: 'normalise',
        value: wanted,
        what: `the country to measure against, "${wanted}", is not ranked${didYouMean(wanted, names)}`,
        fix: 'write the code or the name of a country that is',
      },
    ];
  const score = columnOf(flow, leaf.code)[row] ?? null;
  const directed = present(columnOf(flow, leaf.code)).map((x) => x * leaf.direction);
  if (
    score !== null &&
    (score * leaf.direction > range(directed).low || range(directed).low === range(directed).high)
  )
    return [];
  if (score !== null)
    return [
      {
        code: 'recipe/no-reference',
        severity: 'error',
        step: 'normalise',
        indicator: leaf.code,
        what: `${names[row] ?? ''}, to measure against, is the lowest in "${leaf.code}", so nobody is between`,
        fix: 'take another country, or give the indicator a normalisation of its own',
      },
    ];
  return [
    {
      code: 'recipe/no-reference',
      severity: 'error',
      step: 'normalise',
      indicator: leaf.code,
      what: `${names[row] ?? ''}, to measure against, has no score for "${leaf.code}"`,
      fix: 'take another country, or fill in the score',
    },
  ];
}

/**
 * An indicator's own goalposts, or those of its scale, or those of the recipe; in raw units, null where there
 * are none.
 */
function rawGoalposts(
  leaf: Indicator,
  choice: Choice,
  edition: Edition,
): { low: number; high: number } | null {
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
  return [posts.low, posts.high].flatMap((post) =>
    domain === undefined || domain.accepts(post, transform)
      ? []
      : [goalpostOutOfDomain(leaf, post, transform, domain)],
  );
}

/** Goalposts transformed and directed as the scores are. */
export function goalpostsOf(
  leaf: Indicator,
  choice: Choice,
  recipe: Recipe,
  edition: Edition,
): { low: number; high: number } {
  const { low, high } = rawGoalposts(leaf, choice, edition) ?? { low: Number.NaN, high: Number.NaN };
  const transformChoice = leaf.transform ?? recipe.transform;
  const apply = entryOf<Transformation>(transformations, transformChoice).apply([low, high], transformChoice);
  return leaf.direction === 1
    ? { low: apply(low), high: apply(high) }
    : { low: -apply(high), high: -apply(low) };
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

function noGoalposts({ code }: Indicator): Problem {
  return {
    code: 'recipe/no-goalposts',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `the indicator "${code}" has no goalposts`,
    fix:
      'fill the columns "low" and "high" of indicators.csv, or pass them for all: --normalise ' +
      'goalposts:low=0,high=10',
  };
}

function lowNotBelowHigh({ code }: Indicator, { low, high }: { low: number; high: number }): Problem {
  return {
    code: 'recipe/bad-parameter',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    value: `${low}, ${high}`,
    what: `the low goalpost of "${code}", ${low}, is not below its high one, ${high}`,
    fix: 'give it both in indicators.csv, or other ones after --normalise goalposts',
  };
}

function goalpostOutOfDomain(
  { code }: Indicator,
  post: number,
  { method }: Choice,
  { needs }: Domain,
): Problem {
  return {
    code: 'recipe/out-of-domain',
    severity: 'error',
    indicator: code,
    value: String(post),
    what: `a goalpost of "${code}" is ${post}, which the transformation "${method}" cannot take`,
    why: `"${method}" needs ${needs}`,
    fix: 'set its goalposts, in raw units, where the transformation can take them',
  };
}
