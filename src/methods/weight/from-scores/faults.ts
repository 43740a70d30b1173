// What weightings that ask for correlations say alike.
import type { WeightFault } from '../siblings.ts';

/** A sibling that is constant; `whose` are its scores, in words. */
export function sameScores(code: string, scores: readonly number[], whose = 'countries'): WeightFault {
  return {
    code: 'weights/not-determined',
    indicator: code,
    what:
      scores.length > 1
        ? `all ${whose} have the same score for "${code}"`
        : `${scores.length === 1 ? 'only one' : 'none'} of the ${whose} has a score for "${code}"`,
    why: 'its correlation with its siblings is not defined',
    fix: `leave it out with --select without:${code}, or give it weight 0 in indicators.csv`,
  };
}
