// What is asked of an edition: weight regions, pairs, and targets to reach.
import { branchToOrder } from './generate.ts';
import type { Random } from './random.ts';
import type { Sample } from './sample.ts';
import type { Limit, Region } from './weight-corners.ts';

export function randomRegion(random: Random, sample: Sample): Region {
  const levels = (...limits: Limit[]): Region => ({ sets: false, level: 'levels', limits });
  const share = random.pick(['10', '25', '40', '75', '100']);
  const ordered = branchToOrder(random, sample.root);
  const codes = random
    .shuffled(ordered?.children.filter(({ weight }) => Number(weight) > 0) ?? [])
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
