// Under which weights a target is to be reached, where it is not the nominal ones alone.
import type { Target } from '../../analysis/reach/aim.ts';
import { indexOverRegion, isWeightedSum, type IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { notLinearWords } from '../shared/recipe/regions.ts';
import type { Session } from '../shared/session.ts';

/** The index over the region of its weights; throws where it is no weighted sum of them. */
export function indexOverWeights({ result, published }: Session, field: readonly number[]): IndexOverRegion {
  const { region } = result.recipe;
  const robust = indexOverRegion(result, region, field, published);
  if (isWeightedSum(robust)) return robust;
  const top = region.map((choice) => ({ ...choice, at: 'top' }));
  const ofFirstLevel = indexOverRegion(result, top, field, published);
  throw new ProblemsError([
    {
      code: 'reach/not-told',
      severity: 'error',
      place: { argument: '--robust' },
      what: 'what it takes under every weighting cannot be told',
      why: notLinearWords(robust, region),
      fix: isWeightedSum(ofFirstLevel)
        ? 'let the first level alone vary: --region around:25%@top'
        : 'leave --robust out, or take an aggregation that adds up, such as --aggregate arithmetic',
    },
  ]);
}

/** Tiers by a profile count indicators, whatever the weights. */
export function isByProfile({ recipe }: Result, target: Target): boolean {
  return 'tier' in target && recipe.tiers.method === 'profile';
}
