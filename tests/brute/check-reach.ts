// reach: the least that a country must improve to reach a rank or a tier.
import { at, Fraction, greatest } from './fraction.ts';
import { effectiveShares, exactIndex, type Cell } from './exact-index.ts';
import { exactRanks } from './exact-ranks.ts';
import {
  answersInSteps,
  fewestSteps,
  leastOfStops,
  leastTotal,
  type InSteps,
  type Riser,
} from './exact-reach.ts';
import { concerned, profileTier, tierAtRank, tierNames } from './exact-tiers.ts';
import { ask } from './program.ts';
import { rankedPlaces, type Question } from './question.ts';
import { leavesOf } from './sample.ts';

interface Reached {
  readonly code: string;
  readonly possible: boolean;
  readonly reached: boolean;
  readonly total: number | null;
  readonly steps: number | null;
  readonly alternatives: { readonly count: number; readonly all: boolean };
  readonly changes: readonly { readonly code: string; readonly to: number | null }[];
  readonly after: { readonly rank: number | null } | null;
}

interface ReachJson {
  readonly countries: readonly Reached[];
}

type Cost = { readonly steps: InSteps | null } | { readonly total: Fraction | null };

export async function checkReach(question: Question): Promise<void> {
  const { sample, folder, random, countries, exact } = question;
  const places = rankedPlaces(question);
  if (sample.rows.some(({ scores }) => scores.includes(null)) || places.length < 2) return;
  // Where all scores of an indicator are equal, a rise has no frozen worth.
  if (exact.slopes.includes(null)) return;
  const place = random.pick(places);
  const { code } = at(countries, place);
  const rank = random.whole(1, places.length - 1);
  const byRank = await ask<ReachJson>(folder, ['reach', code, '--to-rank', String(rank)]);
  compareCost(question, byRank.command, 'reach.rank', byRank.json, () => costToRank(question, place, rank));
  compareOutcome(question, byRank.command, place, rank, byRank.json?.countries[0]);
  await checkTierTarget(question, place);
}

async function checkTierTarget(question: Question, place: number): Promise<void> {
  const { sample, folder, random, countries, weights, field } = question;
  const { tiers } = sample;
  const { code } = at(countries, place);
  if (tiers.method !== 'thresholds' && tiers.method !== 'quantiles' && tiers.method !== 'profile') return;
  const shares = effectiveShares(sample.root, weights);
  if (tiers.method === 'profile' && shares.some(({ sign }) => sign === 0)) return;
  const amount = {
    thresholds: () => ('cuts' in tiers ? tiers.cuts.length : 0),
    quantiles: () =>
      'shares' in tiers
        ? Math.max(1, tiers.shares.length > 1 ? tiers.shares.length - 1 : Number(tiers.shares[0]) - 1)
        : 0,
    profile: () => ('rules' in tiers ? tiers.rules.length : 0),
  }[tiers.method]();
  const target = random.whole(0, amount - 1);
  const name = at(tierNames(tiers, 20), target);
  const { command, json } = await ask<ReachJson>(folder, ['reach', code, '--to-tier', name]);
  compareCost(question, command, `reach.tier.${tiers.method}`, json, () => {
    if (tiers.method === 'thresholds')
      return costToRounded(question, place, Fraction.of(at(tiers.cuts, target)));
    if (tiers.method === 'profile') {
      const raw = at(field.raw, place);
      return profileTier(field, tiers.rules, raw) <= target
        ? zero(question)
        : costToProfile(question, place, target);
    }
    const last = [...countries.keys()]
      .map((i) => i + 1)
      .findLast((rank) => tierAtRank(rank, countries.length, tiers.shares) <= target);
    if (last === undefined) return zero(question);
    const { decimals } = sample.rank;
    const needed = othersOf(question, place)[last - 1];
    if (decimals === null || needed === undefined) return costToRank(question, place, last);
    return costToRounded(question, place, needed.rounded(decimals));
  });
}

function zero({ sample }: Question): Cost {
  return sample.scale === null ? { total: Fraction.zero } : { steps: { cost: 0, ways: 1 } };
}

function compareCost(
  { findings }: Question,
  command: string,
  name: string,
  json: ReachJson | null,
  cost: () => Cost | null,
): void {
  const [found] = json?.countries ?? [];
  if (!findings.holds(`${name}.answers`, command, 'an answer', found !== undefined, 'a country', json))
    return;
  const expected = cost();
  if (expected === null || found === undefined) return;
  if ('steps' in expected) {
    const actual = costOf(found, found.steps);
    findings.same(`${name}.steps`, command, found.code, expected.steps?.cost ?? null, actual);
    if (expected.steps !== null && found.alternatives.all && expected.steps.cost > 0)
      findings.same(`${name}.ways`, command, found.code, expected.steps.ways, 1 + found.alternatives.count);
    return;
  }
  const actual = costOf(found, found.total);
  if (expected.total === null) findings.same(`${name}.total`, command, found.code, null, actual);
  else findings.near(`${name}.total`, command, found.code, expected.total.number, actual);
}

/** At most rank − 1 others strictly ahead. */
function costToRank(question: Question, place: number, rank: number): Cost {
  const needed = othersOf(question, place)[rank - 1];
  return needed === undefined ? zero(question) : costToIndex(question, place, needed);
}

/** What the others have, the highest first. */
function othersOf(question: Question, place: number): Fraction[] {
  return rankedPlaces(question)
    .filter((other) => other !== place)
    .map((other) => question.index[other] ?? Fraction.zero)
    .toSorted((a, b) => b.compare(a));
}

/** To an index that is rounded to so much; null where no least one is, as a half below 0 is rounded down. */
function costToRounded(question: Question, place: number, needed: Fraction): Cost | null {
  const { decimals } = question.sample.rank;
  if (decimals === null) return costToIndex(question, place, needed);
  const unit = Fraction.of(`1e-${decimals}`);
  const nearest = needed.rounded(decimals);
  const reached = nearest.compare(needed) >= 0 ? nearest : nearest.plus(unit);
  const own = question.index[place] ?? Fraction.zero;
  if (own.rounded(decimals).compare(reached) >= 0) return zero(question);
  if (reached.sign <= 0) return null;
  return costToIndex(question, place, reached.minus(unit.over(Fraction.of(2))));
}

function costToIndex(question: Question, place: number, needed: Fraction): Cost {
  const need = needed.minus(question.index[place] ?? Fraction.zero);
  if (need.sign <= 0) return zero(question);
  const risers = risersOf(question, place).filter(({ worth }) => worth.sign > 0);
  return question.sample.scale === null
    ? { total: leastTotal(risers, need) }
    : { steps: fewestSteps(risers, need) };
}

/** Steps on ratings; of numbers each score stays, or rises to one of the levels that are asked of it. */
function costToProfile(question: Question, place: number, target: number): Cost {
  const { sample, weights, field, exact, rows } = question;
  const { tiers, root } = sample;
  if (tiers.method !== 'profile') throw new Error('only profiles have levels');
  const leaves = leavesOf(root);
  const raw = at(exact.raw, at(rows, place));
  const slopeAt = (leaf: number): Fraction => at(exact.slopes, leaf) ?? Fraction.one;
  const risers = risersOf(question, place).map((riser, leaf): Riser => {
    if (riser.stops !== null) return riser;
    const levels = tiers.rules
      .flat()
      .flatMap((condition) =>
        concerned(sample, weights, condition).includes(leaf)
          ? (condition.levels[at(leaves, leaf).code] ?? [])
          : [],
      );
    const rises = [...new Set(levels)].map((level) =>
      Fraction.of(level)
        .minus(raw[leaf] ?? Fraction.zero)
        .times(slopeAt(leaf)),
    );
    return { ...riser, stops: rises.filter((rise) => rise.sign > 0 && rise.compare(riser.room) <= 0) };
  });
  const holds = (rises: readonly Fraction[]): boolean => {
    const moved = raw.map((x, leaf): Cell => x?.plus(at(rises, leaf).over(slopeAt(leaf))) ?? null);
    return profileTier(field, tiers.rules, moved) <= target;
  };
  return sample.scale === null
    ? { total: leastOfStops(risers, holds) }
    : { steps: answersInSteps(risers, holds) };
}

/** Each leaf: up to its goalpost, its best rating, or the best of the field. */
export function risersOf({ sample, weights, exact, rows }: Question, place: number): Riser[] {
  const shares = effectiveShares(sample.root, weights);
  const { raw, normalised, slopes, factors } = exact;
  return leavesOf(sample.root).map((_, leaf): Riser => {
    const own = at(at(normalised, at(rows, place)), leaf) ?? Fraction.zero;
    const field = normalised.flatMap((row) => at(row, leaf) ?? []);
    const slope = at(slopes, leaf) ?? Fraction.one;
    const written = at(at(raw, at(rows, place)), leaf) ?? Fraction.zero;
    const better = (sample.scale ?? [])
      .map(({ value }) => Fraction.of(value).minus(written).times(slope))
      .filter(({ sign }) => sign > 0)
      .toSorted((a, b) => a.compare(b));
    const stops = sample.scale === null ? null : better;
    const top = sample.normalise === 'none' ? greatest(field) : Fraction.of(100);
    return { worth: at(shares, leaf).times(at(factors, leaf)), stops, room: top.minus(own) };
  });
}

/** The raw scores that are named, put into the edition and built anew, give the rank that is told. */
function compareOutcome(
  { sample, findings, rows, countries }: Question,
  command: string,
  place: number,
  rank: number,
  found: Reached | undefined,
): void {
  if (found === undefined || found.reached || !found.possible || found.after === null) return;
  const codes = leavesOf(sample.root).map(({ code }) => code);
  const changed = sample.rows.map((row, i) =>
    i !== rows[place]
      ? row
      : {
          ...row,
          scores: row.scores.map((score, leaf) => {
            const to = found.changes.find(({ code }) => code === codes[leaf])?.to ?? null;
            return to === null ? score : String(to);
          }),
        },
  );
  const { index } = exactIndex({ ...sample, rows: changed });
  const ranks = exactRanks(
    // Raw scores are told to 12 digits, which draw level to that.
    rows.map((row) => at(index, row)?.rounded(8) ?? null),
    countries.map(({ code }) => code),
    { method: 'competition', decimals: null },
  );
  findings.same('reach.after', command, `${found.code} to rank ${rank}`, ranks[place], found.after.rank);
  if (sample.normalise !== 'minmax')
    findings.holds(
      'reach.target',
      command,
      found.code,
      (ranks[place] ?? Infinity) <= rank,
      `≤ ${rank}`,
      ranks[place],
    );
}

/** What it costs: nothing where the country is there already, null where nothing will do. */
export function costOf<Cost>(
  { reached, possible }: { readonly reached: boolean; readonly possible: boolean },
  cost: Cost,
): Cost | 0 | null {
  if (reached) return 0;
  return possible ? cost : null;
}
