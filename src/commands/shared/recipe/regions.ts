// A weight region in words, as it stands under tables of what holds for all its weightings, and how
// weightings of it are drawn.
import type { NotLinear } from '../../../analysis/region/linear-index.ts';
import { distributionOf } from '../../../analysis/region/weight-sampler.ts';
import {
  clausesOf,
  describeRegion,
  isEverything,
  type Names,
  type WeightSpace,
} from '../../../methods/region/table.ts';
import type { Choice } from '../../../model/registry.ts';
import type { Result } from '../../../model/result.ts';
import { count, fold, list } from '../../../model/words.ts';
import { partNames } from '../parts/names.ts';

const MOST_NAMED = 4;

/** Which weights vary, and whether the nominal ones are among them. */
interface VaryingWeights {
  readonly region: readonly Choice[];
  readonly space: WeightSpace;
  readonly isNominalInside: boolean;
}

/** The line that says which weights vary. */
export function regionLine({ region, space, isNominalInside }: VaryingWeights): string {
  const what = isOfFirstLevel(region)
    ? `${count(space.codes.length, 'first-level weight')} (lower weights stay as they are)`
    : count(space.codes.length, 'weight');
  const outside = isNominalInside
    ? ''
    : '; the nominal weights lie outside, so nominal ranks may lie outside the bounds';
  return `region: ${describeRegion(region)}, ${what}${onlyInSets(space)}${outside}`;
}

/** Which weights are 0 but in the named sets. */
function onlyInSets({ codes, nominal }: WeightSpace): string {
  const weighed = codes.filter((_, i) => nominal[i] === 0);
  return weighed.length === 0 ? '' : ` (outside the named sets 0: ${list(weighed, MOST_NAMED)})`;
}

/** `while each weight stays within ±25 %`, or `under all weights`: where something always holds. */
export function underRegion(result: Result, region: readonly Choice[]): string {
  return isEverything(region) ? `under ${allWeights(region)}` : whileWords(result, region);
}

/** `while each weight stays within ±25 %`, or `under some weights`: where something can happen. */
export function underSomeOf(result: Result, region: readonly Choice[]): string {
  return isEverything(region) ? `under some ${weightsOf(region)}` : whileWords(result, region);
}

/** What stands after the number of draws: nothing of draws from all weights. */
export function whileDrawn(result: Result, region: readonly Choice[]): string {
  return isEverything(region) ? '' : ` ${whileWords(result, region)}`;
}

function whileWords(result: Result, region: readonly Choice[]): string {
  const clauses = clausesOf(region, namesIn(result));
  if (isOfFirstLevel(region) && !clauses.some((clause) => clause.includes('first-level')))
    clauses.push('only first-level weights change');
  return `while ${list(clauses)}`;
}

function namesIn(result: Result): Names {
  return {
    weight: partNames(result),
    country: (written) =>
      result.countries.find(
        ({ code, name }) => code === written.toUpperCase() || fold(name) === fold(written),
      )?.name ?? written,
  };
}

/** Whether a region speaks of the first level alone, those below as they are. */
export function isOfFirstLevel(region: readonly Choice[]): boolean {
  return region.some(({ at }) => at === 'top');
}

/** All weights that a region could have held, as it stands after "under". */
export function allWeights(region: readonly Choice[]): string {
  return `all ${weightsOf(region)}`;
}

/** `weights`, or `first-level weights` where a region speaks of these alone. */
export function weightsOf(region: readonly Choice[]): string {
  return isOfFirstLevel(region) ? 'first-level weights' : 'weights';
}

/** `uniform within each category`: how the weights of a region are drawn. */
export function howDrawn({ framework, edition }: Result, region: readonly Choice[]): string {
  switch (distributionOf(region)) {
    case 'mixtures':
      return `uniform over mixtures of the ${count(edition.weightSets.size, 'set')}`;
    case 'indicators':
      return 'uniform over the weights of indicators';
    case 'categories': {
      const isOneGroup =
        isOfFirstLevel(region) || framework.children.every(({ kind }) => kind === 'indicator');
      return isOneGroup ? 'uniform over the region' : 'uniform within each category';
    }
  }
}

/** Why nothing exact can be said over a region, and what would help. */
export function notLinearWords({ reason }: NotLinear, region: readonly Choice[]): string {
  const parts = isOfFirstLevel(region) ? 'first level' : 'indicators';
  return `the index is not a weighted sum of its ${parts}: ${reason}`;
}
