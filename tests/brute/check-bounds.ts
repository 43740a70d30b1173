// bounds: best and worst ranks and tiers, pairs, the Hasse diagram, and the weights that attain the bounds.
import { isEmptyRegion, isLinearOver, kindOf } from './asked-region.ts';
import { at, Fraction } from './fraction.ts';
import { compareNearest, type Placed } from './check-nearest.ts';
import { tiersSuffix, type Stand } from './check-rank.ts';
import { aggregate, type Weights } from './exact-index.ts';
import { exactRanks } from './exact-ranks.ts';
import { tierNames } from './exact-tiers.ts';
import {
  contestOf,
  hasse,
  rankBounds,
  standing,
  tierBounds,
  tierBoundsOverSets,
  type Contest,
} from './exact-bounds.ts';
import { randomRegion } from './generate-questions.ts';
import { ask } from './program.ts';
import { rankedPlaces, type Question, closeSuffix } from './question.ts';
import type { Sample } from './sample.ts';
import { cornersOf, regionText } from './weight-corners.ts';

interface Bounded extends Stand, Placed {
  readonly code: string;
  readonly best: number;
  readonly worst: number;
  readonly worstTiesAgainst: number;
  readonly bestTier: string | null;
  readonly worstTier: string | null;
  readonly comparableRank?: number;
  readonly ahead: readonly string[];
  readonly witness: { readonly best: string; readonly worst: string };
}

interface BoundsJson {
  readonly mainRegion: {
    readonly exact: boolean;
    readonly decided: number;
    readonly pairs: number;
    readonly nominalInside: boolean;
  };
  readonly countries: readonly Bounded[];
  readonly hasse: readonly { readonly above: string; readonly below: string }[];
}

export async function checkBounds(question: Question): Promise<void> {
  const { sample, folder, findings, exact, rows } = question;
  const region = randomRegion(question);
  const kind = kindOf(question, region);
  const answer = await ask<BoundsJson>(folder, ['bounds', '--region', regionText(region)]);
  const { command, json, stderr } = answer;
  if (isEmptyRegion(question, region, answer)) return;
  findings.holds(`bounds.answers.${kind}`, command, 'an answer', json !== null, 'JSON', stderr);
  if (json === null) return;
  compareNominal(question, command, json);
  const isExact = isLinearOver(question, region) || kind.endsWith('@top');
  if (!isExact) {
    findings.same('bounds.sampled', command, 'exact', false, json.mainRegion.exact);
    return;
  }
  if (!isLinearOver(question, region)) return;
  findings.same('bounds.exact', command, 'exact', true, json.mainRegion.exact);
  const places = rankedPlaces(question);
  const contest = contestOf(
    cornersOf(sample, region),
    places.map((place) => at(exact.points, at(rows, place))),
  );
  for (const [i, place] of places.entries()) compareCountry(question, command, json, contest, i, place, kind);
  if (!kind.includes('@top')) compareNearest(question, command, region, json.countries);
  comparePairs(question, command, json, contest, places, kind);
}

/** No rank lies outside its own bounds, and who shows another kind of rank says so. */
function compareNominal(question: Question, command: string, json: BoundsJson): void {
  const { findings, countries, index, ranks } = question;
  const comparable = exactRanks(
    index,
    countries.map(({ code }) => code),
    { method: 'competition', decimals: null },
  );
  for (const [i, { code }] of countries.entries()) {
    const found = json.countries.find((one) => one.code === code);
    if (found === undefined) continue;
    findings.same(`bounds.rank${closeSuffix(question)}`, command, code, ranks[i], found.rank);
    const shown = found.comparableRank ?? found.rank ?? Number.NaN;
    if (found.comparableRank !== undefined)
      findings.same('bounds.comparable-rank', command, code, comparable[i], found.comparableRank);
    if (json.mainRegion.nominalInside)
      findings.holds(
        'bounds.rank-inside',
        command,
        code,
        found.best <= shown && shown <= found.worst,
        'within its bounds, or comparableRank',
        { rank: found.rank, comparableRank: found.comparableRank, best: found.best, worst: found.worst },
      );
  }
}

function compareCountry(
  question: Question,
  command: string,
  json: BoundsJson,
  contest: Contest,
  position: number,
  place: number,
  kind: string,
): void {
  const { sample, findings, countries, field } = question;
  const { code } = at(countries, place);
  const found = json.countries.find((one) => one.code === code);
  const bounds = rankBounds(contest, position);
  findings.same(
    `bounds.ranks.${kind}`,
    command,
    code,
    bounds,
    found && { best: found.best, worst: found.worst, worstTiesAgainst: found.worstTiesAgainst },
  );
  if (found === undefined) return;
  const ranked = rankedPlaces(question);
  const rankedField = {
    ...field,
    index: ranked.map((one) => at(field.index, one)),
    raw: ranked.map((one) => at(field.raw, one)),
  };
  const isRounded = sample.rank.decimals !== null;
  const told = kind.startsWith('sets')
    ? tierBoundsOverSets(rankedField, contest, position, bounds)
    : tierBounds(rankedField, contest, position, bounds, ranked.length);
  const tiers = isRounded && sample.tiers.method !== 'profile' ? null : told;
  if (tiers !== null) {
    const names = tierNames(sample.tiers, 20);
    findings.same(
      `bounds.tiers.${tiersSuffix(field)}${cutSuffix(sample)}${kind === 'sets.zero-weight' ? '.sets' : ''}`,
      command,
      `${code} ${kind}`,
      [at(names, tiers.best), at(names, tiers.worst)],
      [found.bestTier, found.worstTier],
    );
  }
  for (const end of ['best', 'worst'] as const) {
    const rank = rankUnder(question, found.witness[end], place);
    findings.same(
      `bounds.witness${sample.aggregate === 'sum' ? '.sum' : ''}`,
      command,
      `${code} ${end}: ${found.witness[end]}`,
      found[end],
      rank,
    );
  }
}

/** The rank under weights as `--weights` takes them; leads that only their rounding makes are none. */
function rankUnder(
  { sample, weights, exact, rows, index }: Question,
  written: string,
  place: number,
): number {
  const changed = written.split(',').map((part) => part.split('='));
  const all: Weights = new Map([
    ...weights,
    ...changed.map(([code = '', weight = '']) => [code, Fraction.of(weight)] as const),
  ]);
  const scoreOf = (one: number): number =>
    aggregate(sample, all, at(exact.normalised, at(rows, one)))?.number ?? Number.NaN;
  return (
    1 + [...rows.keys()].filter((one) => index[one] !== null && scoreOf(one) - scoreOf(place) > 1e-8).length
  );
}

function comparePairs(
  { findings, countries }: Question,
  command: string,
  json: BoundsJson,
  contest: Contest,
  places: readonly number[],
  kind: string,
): void {
  const codeAt = (position: number): string => at(countries, at(places, position)).code;
  const all = [...places.keys()];
  for (const one of all) {
    const ahead = all.filter((other) => other !== one && standing(contest, one, other).least.sign > 0);
    const found = json.countries.find(({ code }) => code === codeAt(one));
    findings.same(
      `bounds.ahead.${kind}`,
      command,
      codeAt(one),
      ahead.map(codeAt).toSorted(),
      [...(found?.ahead ?? [])].toSorted(),
    );
  }
  const pairs = all.flatMap((one) => all.slice(one + 1).map((other) => standing(contest, one, other)));
  const open = pairs.filter(({ least, most }) => least.sign < 0 && most.sign > 0).length;
  findings.same(
    `bounds.decided.${kind}`,
    command,
    kind,
    [pairs.length - open, pairs.length],
    [json.mainRegion.decided, json.mainRegion.pairs],
  );
  findings.same(
    `bounds.hasse.${kind}`,
    command,
    kind,
    hasse(contest)
      .map(([above, below]) => `${codeAt(above)}>${codeAt(below)}`)
      .toSorted(),
    json.hasse.map(({ above, below }) => `${above}>${below}`).toSorted(),
  );
}

/** For the names of comparisons: whether a cut-off is 0. */
function cutSuffix({ tiers }: Sample): string {
  return tiers.method === 'thresholds' && tiers.cuts.some((cut) => Number(cut) === 0) ? '.at-zero' : '';
}
