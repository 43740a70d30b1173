// What can be wrong with a question about published ranks, tiers or scores.
import type { FitTarget } from '../../analysis/fit/fit.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Choice } from '../../model/registry.ts';
import { list } from '../../model/words.ts';
import { notLinearWords } from '../shared/recipe/regions.ts';
import type { Session } from '../shared/session.ts';

/** The index is no weighted sum over the region, nor, if none was asked for, of its first level. */
export function noWeightedSum(
  reason: NotLinear,
  region: readonly Choice[],
  isRegionAskedFor: boolean,
): ProblemsError {
  return new ProblemsError([
    {
      code: 'fit/not-linear',
      severity: 'error',
      place: { argument: 'fit' },
      what: notLinearWords(reason, region),
      why: 'fit needs an index that is a weighted sum, if need be after logarithms or powers',
      fix: isRegionAskedFor
        ? 'fit only the first level with --region any@top, or use another aggregation'
        : 'use another aggregation for the first level, such as --aggregate arithmetic',
    },
  ]);
}

/** Nothing at all was published, or not what --to names. */
export function nothingPublished(
  { edition: { id }, published }: Session,
  lacking: readonly FitTarget[],
): ProblemsError {
  return new ProblemsError([
    {
      code: 'fit/nothing-published',
      severity: 'error',
      ...(lacking.length === 0 ? {} : { place: { argument: '--to' } }),
      what:
        published === null
          ? `"${id}" has no published.csv`
          : `the published.csv of "${id}" has ${lackingWords(lacking)} that are ranked`,
      fix:
        published === null && /\.csv$/i.test(id)
          ? `make a folder of it, cyberpower init my-index --from ${id}, and put published.csv there, with ` +
            'the column country and any of rank, tier and score'
          : 'add the published results: a column "country", and any of "rank", "tier" and "score"',
    },
  ]);
}

function lackingWords(lacking: readonly FitTarget[]): string {
  return lacking.length === 0 ? 'nothing about countries' : `no ${list(lacking)} of countries`;
}
