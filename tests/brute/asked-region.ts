// A weight region that is asked about: its name in comparisons, and whether it is refused where it is empty.
import { at } from './fraction.ts';
import type { Answer } from './program.ts';
import { idleSuffix, isWeightedSum, type Question } from './question.ts';
import { cornersOf, regionText, sumsAlike, takingPart, type Region } from './weight-corners.ts';

/** Words that tell one kind of region from another in the name of a comparison. */
export function kindOf(question: Question, region: Region): string {
  if (region.sets) return `sets${idleSuffix(question)}`;
  const methods = region.limits.map((limit) =>
    'share' in limit && Number(limit.share) > 100 ? `${limit.method}-beyond-100` : limit.method,
  );
  const isOrder = methods.includes('order') && !isWeightedSum(question);
  const isWhole = region.level === 'levels' || methods.includes('published');
  return `${methods.join('+')}${isWhole ? '' : `@${region.level}`}${isOrder ? '.gaps' : ''}`;
}

/** Whether the index is a weighted sum of all that takes part in a region. */
export function isLinearOver(question: Question, region: Region): boolean {
  const { sample, exact, rows, index } = question;
  if (!isWeightedSum(question)) return false;
  if (sample.aggregate === 'sum' && !sumsAlike(sample, region)) return false;
  const leaves = takingPart(sample, region);
  return rows.every(
    (row, i) => at(index, i) === null || leaves.every((leaf) => at(at(exact.normalised, row), leaf) !== null),
  );
}

/** Whether no weighting is in a region; it must be refused then, and there is nothing to compare. */
export function isEmptyRegion(
  question: Question,
  region: Region,
  { command, stderr }: Answer<unknown>,
): boolean {
  const { sample, findings } = question;
  if (cornersOf(sample, region).length > 0) return false;
  findings.holds(
    `region.empty${isWeightedSum(question) ? '' : '.gaps'}`,
    command,
    regionText(region),
    stderr.includes('region/empty'),
    'region/empty',
    stderr,
  );
  return true;
}
