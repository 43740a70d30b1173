// Which goalposts does an indicator have, and what is wrong with them?
import { limits, type Edition } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf, type Choice, type Domain } from '../../model/registry.ts';
import { transformations, type Transformation } from '../transform/table.ts';

type Goalposts = { readonly low: number; readonly high: number };

/** Goalposts transformed and directed as the scores are; the indicator must have some. */
export function goalpostsOf(leaf: Indicator, choice: Choice, recipe: Recipe, edition: Edition): Goalposts {
  const raw = rawGoalposts(leaf, choice, edition);
  if (raw === null) throw new Error(`"${leaf.code}" has no goalposts`);
  const transform = leaf.transform ?? recipe.transform;
  const apply = entryOf<Transformation>(transformations, transform).apply([raw.low, raw.high], transform);
  return leaf.direction === 1
    ? { low: apply(raw.low), high: apply(raw.high) }
    : { low: -apply(raw.high), high: -apply(raw.low) };
}

/** What keeps an indicator from having goalposts. */
export function goalpostFaults(leaf: Indicator, choice: Choice, recipe: Recipe, edition: Edition): Problem[] {
  const raw = rawGoalposts(leaf, choice, edition);
  if (raw === null) return [noGoalposts(leaf)];
  if (raw.low >= raw.high) return [lowNotBelowHigh(leaf, raw)];
  const transform = leaf.transform ?? recipe.transform;
  const { domain } = entryOf<Transformation>(transformations, transform);
  if (domain === undefined) return [];
  return [raw.low, raw.high]
    .filter((post) => !domain.accepts(post, transform))
    .map((post) => goalpostOutOfDomain(leaf, post, transform, domain));
}

/**
 * An indicator's own goalposts, or those of its scale, or those of the recipe; in raw units, null where there
 * are none.
 */
function rawGoalposts(leaf: Indicator, choice: Choice, edition: Edition): Goalposts | null {
  const scale = edition.scales.find(({ name }) => name === leaf.scale);
  const ends = scale === undefined ? null : limits(scale);
  const low = leaf.low ?? ends?.low ?? choice['low'];
  const high = leaf.high ?? ends?.high ?? choice['high'];
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
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

function lowNotBelowHigh({ code }: Indicator, { low, high }: Goalposts): Problem {
  return {
    code: 'recipe/bad-parameter',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    value: `${low}, ${high}`,
    what: `the low goalpost of "${code}" (${low}) is not below the high one (${high})`,
    fix: 'set both in indicators.csv, or change those after --normalise goalposts',
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
    what: `a goalpost of "${code}" is ${post}, which the transformation "${method}" does not accept`,
    why: `"${method}" needs ${needs}`,
    fix: 'set goalposts, in raw units, that the transformation accepts',
  };
}
