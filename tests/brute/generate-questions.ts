// What is asked of an edition: weight regions, pairs, and targets to reach.
import type { Random } from './random.ts';
import type { Branch, Node, Sample } from './sample.ts';
import type { Limit, Region } from './weight-corners.ts';

export function randomRegion(random: Random, sample: Sample): Region {
  const levels = (...limits: Limit[]): Region => ({ sets: false, level: 'levels', limits });
  const share = random.pick(['10', '25', '40', '75', '100']);
  const fit = countingBranches(sample.root).filter(({ children }) => children.filter(counts).length > 1);
  const siblings = fit.length === 0 ? [] : random.pick(fit).children.filter(counts);
  const codes = random
    .shuffled(siblings)
    .slice(0, random.whole(2, 3))
    .map(({ code }) => code);
  const regions: Region[] = [
    levels({ method: 'any' }),
    levels({ method: 'around', share }),
    levels({ method: 'around', share }),
    levels({ method: 'mix', share }),
    levels({ method: 'ratio', times: random.pick(['1.5', '2', '3', '10']) }),
    { sets: false, level: 'top', limits: [{ method: 'around', share }] },
    { sets: false, level: 'top', limits: [{ method: 'any' }] },
    { sets: false, level: 'leaves', limits: [{ method: 'around', share }] },
    { sets: false, level: 'leaves', limits: [{ method: 'mix', share }] },
  ];
  if (codes.length > 1) {
    regions.push(levels({ method: 'order', codes }), levels({ method: 'order', codes }));
    regions.push(levels({ method: 'mix', share: '60' }, { method: 'ratio', times: '10' }));
  }
  if (sample.sets.size > 0) regions.push({ sets: true }, { sets: true }, { sets: true });
  return random.pick(regions);
}

function counts({ weight }: Node): boolean {
  return Number(weight) > 0;
}

/** The categories that weigh something, the index first. */
function countingBranches(branch: Branch): Branch[] {
  const below = branch.children.filter(counts);
  return [branch, ...below.flatMap((child) => (child.kind === 'branch' ? countingBranches(child) : []))];
}
