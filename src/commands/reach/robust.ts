// Under which weights a target is to be reached, where it is not the nominal ones alone.
import {
  indexOverFirstLevel,
  indexOverRegion,
  isWeightedSum,
  type IndexOverRegion,
} from '../../analysis/pairs/index-over-region.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { ResultRow } from '../../model/rows.ts';
import { notLinearWords } from '../shared/recipe/regions.ts';
import type { Session } from '../shared/session.ts';

/** The index over the region of its weights; throws where it is no weighted sum of them. */
export function indexOverWeights(
  { result, published }: Session,
  field: readonly ResultRow[],
): IndexOverRegion {
  const { region } = result.recipe;
  const robust = indexOverRegion(result, region, field, published);
  if (isWeightedSum(robust)) return robust;
  const ofFirstLevel = indexOverFirstLevel(result, region, field, published);
  throw new ProblemsError([
    {
      code: 'reach/not-told',
      severity: 'error',
      place: { argument: '--robust' },
      what: 'what it takes under every weighting cannot be told',
      why: notLinearWords(robust, region),
      fix:
        ofFirstLevel !== null && isWeightedSum(ofFirstLevel)
          ? 'let the first level alone vary: --region around:25%@top'
          : 'leave --robust out, or take an aggregation that adds up, such as --aggregate arithmetic',
    },
  ]);
}
