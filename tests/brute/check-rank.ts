// rank: index, ranks and tiers, of the latest year and of others.
import { at } from './fraction.ts';
import { exactRanks } from './exact-ranks.ts';
import { exactTiers, tierNames, type TierField, type Tiering } from './exact-tiers.ts';
import { ask } from './program.ts';
import { idleSuffix, inYear, roundedSuffix, closeSuffix, wideSuffix, type Question } from './question.ts';
import type { Ranking } from './sample.ts';

export interface Stand {
  readonly code: string;
  readonly rank: number | null;
  readonly score: number | null;
  readonly tier: string | null;
}

interface RankJson {
  readonly countries: readonly Stand[];
}

const methods = ['competition', 'dense', 'fractional', 'ordinal'] as const;

export async function checkRank(question: Question): Promise<void> {
  const { folder, random, findings, countries, index } = question;
  const { command, json, stderr } = await ask<RankJson>(folder, ['rank']);
  if (!findings.holds('rank.answers', command, 'an answer', json !== null, 'JSON', stderr)) return;
  const stands = json?.countries ?? [];
  compareStands(question, command, stands);
  const ranking: Ranking = {
    method: random.pick(methods),
    decimals: random.chance(0.5) ? random.whole(0, 2) : null,
  };
  const written =
    ranking.decimals === null ? ranking.method : `${ranking.method}:decimals=${ranking.decimals}`;
  const other = await ask<RankJson>(folder, ['rank', '--rank', written]);
  const codes = countries.map(({ code }) => code);
  findings.same(
    `rank.ranks.${ranking.method}${ranking.decimals === null ? '' : '.rounded'}${closeSuffix(question)}`,
    other.command,
    codes.join(' '),
    exactRanks(index, codes, ranking),
    codes.map((code) => standOf(other.json?.countries ?? [], code)?.rank ?? null),
  );
  await checkYears(question);
}

export function standOf(stands: readonly Stand[], code: string): Stand | undefined {
  return stands.find((stand) => stand.code === code);
}

/** The index, the recipe's ranks and its tiers. */
export function compareStands(
  question: Pick<Question, 'sample' | 'findings' | 'countries' | 'index' | 'ranks' | 'field'>,
  command: string,
  stands: readonly Stand[],
  prefix = 'rank',
): void {
  const { sample, findings, countries, index, ranks, field } = question;
  const codes = countries.map(({ code }) => code);
  for (const [i, code] of codes.entries()) {
    const score = at(index, i);
    const actual = standOf(stands, code)?.score ?? null;
    if (score === null) findings.same(`${prefix}.scores`, command, code, null, actual);
    else findings.near(`${prefix}.scores${wideSuffix(sample)}`, command, code, score.number, actual);
  }
  const { method, decimals } = sample.rank;
  findings.same(
    `${prefix}.ranks.${method}${decimals === null ? '' : '.rounded'}${closeSuffix(question)}`,
    command,
    codes.join(' '),
    ranks,
    codes.map((code) => standOf(stands, code)?.rank ?? null),
  );
  compareTiers(
    question,
    command,
    `${prefix}.tiers.${tiersSuffix(field)}`,
    exactTiers(field),
    codes.map((code) => standOf(stands, code)?.tier ?? null),
  );
}

/** The rule, and what of it may matter: that an indicator weighs nothing, or that scores are rounded. */
export function tiersSuffix(field: TierField): string {
  const { method } = field.sample.tiers;
  const isOfIndicators = method === 'profile' || method === 'layers';
  return `${method}${isOfIndicators ? idleSuffix(field) : `${roundedSuffix(field.sample)}${closeSuffix(field)}`}`;
}

export function compareTiers(
  { sample, findings, countries }: Pick<Question, 'sample' | 'findings' | 'countries'>,
  command: string,
  name: string,
  allowed: readonly Tiering[],
  actual: readonly (string | null)[],
): void {
  const names = tierNames(sample.tiers, 20);
  const written = allowed.map((tiering) => tiering.map((tier) => (tier === null ? null : at(names, tier))));
  const isAllowed = written.some((tiering) => JSON.stringify(tiering) === JSON.stringify(actual));
  const codes = countries.map(({ code }) => code).join(' ');
  findings.holds(
    name,
    command,
    codes,
    isAllowed,
    written.length === 1 ? written[0] : { anyOf: written },
    actual,
  );
}

/** Another year stands on the panel's scale. */
async function checkYears(question: Question): Promise<void> {
  const { sample, folder, random, findings, weights, exact } = question;
  const years = [...new Set(sample.rows.flatMap(({ year }) => year ?? []))];
  if (years.length < 2) return;
  const year = random.pick(years.toSorted((a, b) => a - b).slice(0, -1));
  const { command, json, stderr } = await ask<RankJson>(folder, ['rank', '--year', String(year)]);
  if (!findings.holds('rank.year.answers', command, 'an answer', json !== null, 'JSON', stderr)) return;
  compareStands(
    { sample, findings, ...inYear(sample, weights, exact, year) },
    command,
    json?.countries ?? [],
    'rank.year',
  );
}
