// Rules for tiers: of every method, cut-offs that countries lie on exactly among them.
import { at, Fraction } from './fraction.ts';
import { effectiveShares, exactIndex, givenWeights } from './exact-index.ts';
import type { Random } from '../support/random.ts';
import { leavesOf, branchesOf, type Condition, type Levels, type Sample, type Tiers } from './sample.ts';

export function randomTiers(random: Random, sample: Sample): Tiers {
  switch (
    random.pick(['thresholds', 'quantiles', 'breaks', 'layers', 'profile', 'profile', 'profile', 'none'])
  ) {
    case 'thresholds':
      return { method: 'thresholds', cuts: randomCuts(random, sample) };
    case 'quantiles':
      return {
        method: 'quantiles',
        shares: random.pick([['2'], ['3'], ['4'], ['0.3', '0.7'], ['0.1', '0.4', '0.5']]),
      };
    case 'breaks':
      return { method: 'breaks', classes: random.whole(2, 4) };
    case 'layers':
      return { method: 'layers' };
    case 'profile':
      return randomProfile(random, sample);
    default:
      return { method: 'none' };
  }
}

/** At the index of a country where that is a short figure, else near it. */
function randomCuts(random: Random, sample: Sample): string[] {
  const scores = exactIndex(sample).index.flatMap((score) =>
    score === null ? [] : [score.rounded(random.whole(0, 3))],
  );
  const cuts = [Fraction.of(random.whole(-1, 3)), ...random.shuffled(scores).slice(0, random.whole(1, 2))];
  const distinct = cuts.filter((cut, i) => cuts.findIndex((one) => one.compare(cut) === 0) === i);
  return distinct.toSorted((a, b) => b.compare(a)).map((cut) => String(cut.number));
}

/** Two or three tiers; if nested, each asks for the same as the one above it, of fewer or of less weight. */
function randomProfile(random: Random, sample: Sample): Tiers {
  const amount = random.whole(1, 2);
  const first = Array.from({ length: random.whole(1, 2) }, () => randomCondition(random, sample, null));
  if (amount === 1) return { method: 'profile', rules: [first], isNested: true };
  const isNested = random.chance(0.7);
  const second = isNested
    ? first.slice(0, random.whole(1, first.length)).map((one) => easier(random, one))
    : Array.from({ length: random.whole(1, 2) }, () => randomCondition(random, sample, null));
  return { method: 'profile', rules: [first, second], isNested };
}

function randomCondition(random: Random, sample: Sample, given: Levels | null): Condition {
  const { root } = sample;
  const shares = effectiveShares(root, givenWeights(root));
  const leaves = leavesOf(root).filter((_, i) => at(shares, i).sign > 0);
  const categories = branchesOf(root)
    .slice(1)
    .filter((branch) => leavesOf(branch).some((leaf) => leaves.includes(leaf)));
  const some =
    categories.length > 0 && random.chance(0.5)
      ? [random.pick(categories)]
      : random.shuffled(leaves).slice(0, random.whole(1, leaves.length));
  const of = random.chance(0.7) ? null : some.map(({ code }) => code);
  const concerned = of === null ? leaves : leaves.filter((leaf) => some.flatMap(leavesOf).includes(leaf));
  const isCommon = sample.scale !== null || random.chance(0.5);
  const isVeto = random.chance(0.25);
  const isByWeight = random.chance(0.55);
  return {
    isVeto,
    levels: given ?? randomLevels(random, sample, isCommon),
    isCommon,
    of,
    share: isByWeight ? random.pick(['0.25', '0.3', '0.5', '0.6', '0.75', '1']) : null,
    count: isByWeight ? null : random.whole(1, concerned.length),
  };
}

function randomLevels(random: Random, { root, scale, rows }: Sample, isCommon: boolean): Levels {
  const written = rows.flatMap(({ scores }) => scores.flatMap((score) => score ?? []));
  const one = (): string => random.pick(scale?.map(({ value }) => value) ?? written);
  const common = one();
  return Object.fromEntries(leavesOf(root).map(({ code }) => [code, isCommon ? common : one()]));
}

/** A need of less is easier to meet, a veto of more easier to escape. */
function easier(random: Random, condition: Condition): Condition {
  const { isVeto, count, share } = condition;
  if (count !== null) return { ...condition, count: isVeto ? count + 1 : random.whole(1, count) };
  const shares = ['0.25', '0.3', '0.5', '0.6', '0.75', '1'].filter((one) =>
    isVeto ? Number(one) >= Number(share) : Number(one) <= Number(share),
  );
  return { ...condition, share: random.pick(shares) };
}
