// A weight region in words, as it stands under tables of what holds for all its weightings.
import type { NotLinear } from '../../../analysis/region/linear-index.ts';
import { describeRegion, type WeightSpace } from '../../../methods/region/table.ts';
import type { Choice } from '../../../model/registry.ts';
import { count } from '../../../model/words.ts';

/** Which weights vary, and whether the nominal ones are among them. */
interface VaryingWeights {
  readonly region: readonly Choice[];
  readonly space: WeightSpace;
  readonly isNominalInside: boolean;
}

/** The line that says which weights vary. */
export function regionLine({ region, space, isNominalInside }: VaryingWeights): string {
  const below = isOfFirstLevel(region) ? ' of the first level, those below as they are' : '';
  const what = `${count(space.codes.length, 'weight')}${below}`;
  const outside = isNominalInside
    ? ''
    : '; the nominal weights are not in it, so that nominal ranks may lie outside the bounds';
  return `region: ${describeRegion(region)}, ${what}${outside}`;
}

/** `every weighting of around:25%`, as it stands after "under". */
export function everyWeighting(region: readonly Choice[]): string {
  const written = describeRegion(region);
  return written === 'any' ? 'all weights' : `every weighting of ${written}`;
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
  const written = describeRegion(region);
  return written === 'any' ? 'some weights' : `some weighting of ${written}`;
}

/** Why nothing exact can be said over a region, and what would help. */
export function notLinearWords({ reason }: NotLinear, region: readonly Choice[]): string {
  const parts = isOfFirstLevel(region) ? 'first level' : 'indicators';
  return `the index is no weighted sum of its ${parts}: ${reason}`;
}
