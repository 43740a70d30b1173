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
import { questionOf, type Question } from './question.ts';
import { Random } from './random.ts';
import type { Sample } from './sample.ts';

const checks: readonly ((question: Question) => Promise<void>)[] = [
  checkRank,
  checkTiers,
  checkBounds,
  checkCompare,
  checkReach,
  checkFit,
  checkWeights,
  checkRobust,
];

export async function compareAll(sample: Sample, folder: string): Promise<Findings> {
  const findings = new Findings(sample);
  // A stream of its own, so that what is asked does not change what is made.
  const question = questionOf(sample, folder, new Random(-sample.seed), findings);
  for (const check of checks) await check(question);
  return findings;
}
