// A weight region in words, as it stands under tables of what holds for all its weightings, and how
// weightings of it are drawn.
import type { NotLinear } from '../../../analysis/region/linear-index.ts';
import { distributionOf } from '../../../analysis/region/weight-sampler.ts';
import { describeRegion, isEverything, type WeightSpace } from '../../../methods/region/table.ts';
import type { Choice } from '../../../model/registry.ts';
import type { Result } from '../../../model/result.ts';
import { count, list } from '../../../model/words.ts';

const MOST_NAMED = 4;

/** Which weights vary, and whether the nominal ones are among them. */
interface VaryingWeights {
  readonly region: readonly Choice[];
  readonly space: WeightSpace;
  readonly isNominalInside: boolean;
}

/** The line that says which weights vary. */
export function regionLine({ region, space, isNominalInside }: VaryingWeights): string {
  const below = isOfFirstLevel(region) ? ' of the first level, those below as they are' : '';
  const what = `${count(space.codes.length, 'weight')}${below}${onlyInSets(space)}`;
  const outside = isNominalInside
    ? ''
    : '; the nominal weights are not in it, so that nominal ranks may lie outside the bounds';
  return `region: ${describeRegion(region)}, ${what}${outside}`;
}

/** Which weights are 0 but in the named sets. */
function onlyInSets({ codes, nominal }: WeightSpace): string {
  const weighed = codes.filter((_, i) => nominal[i] === 0);
  return weighed.length === 0 ? '' : ` (only the sets weigh ${list(weighed, MOST_NAMED)})`;
}

/** `every weighting of around:25%`, as it stands after "under". */
export function everyWeighting(region: readonly Choice[]): string {
  return isWhole(region) ? 'all weights' : `every weighting of ${describeRegion(region)}`;
}

/** Whether a region speaks of the first level alone, those below as they are. */
export function isOfFirstLevel(region: readonly Choice[]): boolean {
  return region.some(({ at }) => at === 'top');
}

/** All weights that a region could have held, as it stands after "under". */
export function allWeights(region: readonly Choice[]): string {
  return `all weights${isOfFirstLevel(region) ? ' of the first level' : ''}`;
}

/** `some weighting of around:25%`, as it stands after "under". */
export function someWeighting(region: readonly Choice[]): string {
  return isWhole(region) ? 'some weights' : `some weighting of ${describeRegion(region)}`;
}

/** Whether a region holds every weighting, at every level. */
function isWhole(region: readonly Choice[]): boolean {
  return isEverything(region) && region.length === 1 && region[0]?.['at'] === 'levels';
}

/** `evenly within each category`: which weightings of a region are drawn as often as each other. */
export function howDrawn({ framework, edition }: Result, region: readonly Choice[]): string {
  switch (distributionOf(region)) {
    case 'mixtures':
      return `evenly over mixtures of the ${count(edition.weightSets.size, 'set')}`;
    case 'indicators':
      return 'evenly over the weights of indicators';
    case 'categories': {
      const isOneGroup =
        isOfFirstLevel(region) || framework.children.every(({ kind }) => kind === 'indicator');
      return isOneGroup ? 'evenly over the region' : 'evenly within each category';
    }
  }
}

/** Why nothing exact can be said over a region, and what would help. */
export function notLinearWords({ reason }: NotLinear, region: readonly Choice[]): string {
  const parts = isOfFirstLevel(region) ? 'first level' : 'indicators';
  return `the index is no weighted sum of its ${parts}: ${reason}`;
}
