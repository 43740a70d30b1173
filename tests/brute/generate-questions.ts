// What is asked of an edition: weight regions, pairs, and targets to reach.
import { at, Fraction } from './fraction.ts';
import { isWeightedSum, rankedPlaces, type Question } from './question.ts';
import { leavesOf, type Branch, type Node } from './sample.ts';
import type { Limit, Region } from './weight-corners.ts';

export function randomRegion(question: Question): Region {
  const { random, sample } = question;
  const levels = (...limits: Limit[]): Region => ({ sets: false, level: 'levels', limits });
  const share = random.pick(['10', '25', '40', '75', '100']);
  const wide = random.pick(['120', '150', '300']);
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
    levels({ method: 'around', share: wide }),
    saidRegion(question),
    levels({ method: 'ratio', times: random.pick(['1.5', '2', '3', '10']) }),
    { sets: false, level: 'top', limits: [{ method: 'around', share }] },
    { sets: false, level: 'top', limits: [{ method: 'any' }] },
    { sets: false, level: 'leaves', limits: [{ method: 'around', share }] },
    { sets: false, level: 'leaves', limits: [{ method: 'mix', share }] },
  ];
  if (codes.length > 1) {
    regions.push(levels({ method: 'order', codes }), levels({ method: 'order', codes }));
    regions.push(levels({ method: 'around', share: '75' }, { method: 'order', codes }));
  }
  regions.push(levels({ method: 'mix', share: '60' }, { method: 'ratio', times: '10' }));
  if (sample.sets.size > 0) regions.push({ sets: true }, { sets: true }, { sets: true });
  return random.pick(regions);
}

/** Two or three countries, each said to be at least level with the next; all weights below are free. */
function saidRegion(question: Question): Region {
  const { random, sample, exact, rows, countries } = question;
  const leaves = leavesOf(sample.root).map(({ code }) => code);
  const chosen = random.shuffled(rankedPlaces(question)).slice(0, random.whole(2, 3));
  if (chosen.length < 2 || !isWeightedSum(question))
    return { sets: false, level: 'levels', limits: [{ method: 'any' }] };
  const leadOf = (one: number, next: number): Map<string, Fraction> =>
    new Map(
      leaves.map((code, leaf) => {
        const [own, other] = [one, next].map((place) => at(at(exact.points, at(rows, place)), leaf));
        return [code, (own ?? Fraction.zero).minus(other ?? Fraction.zero)];
      }),
    );
  const leads = chosen.slice(1).map((next, i) => leadOf(at(chosen, i), next));
  const codes = chosen.map((place) => at(countries, place).code);
  return { sets: false, level: 'leaves', limits: [{ method: 'published', codes, leads }] };
}

function counts({ weight }: Node): boolean {
  return Number(weight) > 0;
}

/** The categories that weigh something, the index first. */
function countingBranches(branch: Branch): Branch[] {
  const below = branch.children.filter(counts);
  return [branch, ...below.flatMap((child) => (child.kind === 'branch' ? countingBranches(child) : []))];
}
