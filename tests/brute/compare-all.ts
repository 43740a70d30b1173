// All comparisons of one edition.
import { checkBounds } from './check-bounds.ts';
import { checkCompare } from './check-compare.ts';
import { checkFit } from './check-fit.ts';
import { checkRank } from './check-rank.ts';
import { checkReach } from './check-reach.ts';
import { checkRobust } from './check-robust.ts';
import { checkTiers } from './check-tiers.ts';
import { checkWeights } from './check-weights.ts';
import { Findings } from './findings.ts';
import { questionOf, wideSuffix, type Question } from './question.ts';
import { Random } from '../support/random.ts';
import type { Sample } from './sample.ts';

type Check = (question: Question) => Promise<void>;

const ofRanks: readonly Check[] = [checkRank, checkTiers, checkWeights];
const ofWeights: readonly Check[] = [checkBounds, checkCompare, checkReach, checkFit, checkRobust];

export async function compareAll(sample: Sample, folder: string): Promise<Findings> {
  const findings = new Findings(sample);
  // A stream of its own, so that what is asked does not change what is made.
  const question = questionOf(sample, folder, new Random(-sample.seed), findings);
  // Over a region leads count as ties below 1e-9 of the largest difference, which wide scores fall below.
  const checks = wideSuffix(sample) === '' ? [...ofRanks, ...ofWeights] : ofRanks;
  for (const check of checks) await check(question);
  return findings;
}
