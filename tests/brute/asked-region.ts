// A weight region that is asked about: its name in comparisons, and whether it is refused where it is empty.
import type { Answer } from './program.ts';
import { idleSuffix, isWeightedSum, type Question } from './question.ts';
import { cornersOf, regionText, type Region } from './weight-corners.ts';

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
