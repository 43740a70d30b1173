// tiers: who is in which, and the minimal sets of indicators between a country and the tiers beside its own.
import { at } from './fraction.ts';
import { compareTiers, tiersSuffix } from './check-rank.ts';
import { exactTiers } from './exact-tiers.ts';
import { fallingSets, risingSets } from './minimal-sets.ts';
import { ask } from './program.ts';
import { closeSuffix, type Question } from './question.ts';
import { leavesOf, type Condition } from './sample.ts';

interface Between {
  readonly tier: string;
  readonly sets?: readonly (readonly string[])[];
}

interface TiersJson {
  readonly tiers: readonly { readonly name: string; readonly countries: readonly string[] }[];
  readonly countries: readonly {
    readonly code: string;
    readonly tier: string | null;
    readonly above: Between | null;
    readonly below: Between | null;
  }[];
}

const MOST_SETS = 20;

export async function checkTiers(question: Question): Promise<void> {
  const { sample, folder, findings, countries, field } = question;
  if (sample.tiers.method === 'none') return;
  const { command, json, stderr } = await ask<TiersJson>(folder, ['tiers']);
  if (!findings.holds('tiers.answers', command, 'an answer', json !== null, 'JSON', stderr)) return;
  const codes = countries.map(({ code }) => code);
  const allowed = exactTiers(field);
  compareTiers(
    question,
    command,
    `tiers.tiers.${tiersSuffix(field)}`,
    allowed,
    codes.map((code) => json?.countries.find((one) => one.code === code)?.tier ?? null),
  );
  if (sample.tiers.method === 'profile' && sample.tiers.isNested)
    for (const country of json?.countries ?? []) compareSets(question, command, sample.tiers.rules, country);
  if (sample.tiers.method === 'breaks' && sample.normalise !== 'none') await checkScale(question);
}

function compareSets(
  { sample, findings, countries, field }: Question,
  command: string,
  rules: readonly (readonly Condition[])[],
  { code, above, below }: TiersJson['countries'][number],
): void {
  const place = countries.findIndex((country) => country.code === code);
  const row = field.raw[place];
  const tier = at(exactTiers(field), 0)[place] ?? null;
  if (row === undefined || tier === null || row.includes(null)) return;
  const order = leavesOf(sample.root).map((leaf) => leaf.code);
  const compare = (name: string, found: readonly string[][], actual: Between | null): void => {
    if (found.length === 0) {
      findings.holds(name, command, code, (actual?.sets ?? []).length === 0, [], actual);
      return;
    }
    const sets = actual?.sets ?? null;
    const isSame =
      sets !== null &&
      sets.every((set) => found.some((one) => one.join() === set.join())) &&
      new Set(sets.map((set) => set.join())).size === Math.min(MOST_SETS, found.length) &&
      sets.every((set, i) => i === 0 || set.length >= at(sets, i - 1).length);
    findings.holds(name, command, `${code}, of ${order.join(' ')}`, isSame, found, actual);
  };
  if (tier > 0) compare('tiers.above.sets', risingSets(field, rules, row), above);
  if (tier < rules.length) compare('tiers.below.sets', fallingSets(field, rules, row), below);
}

/** Which of several optimal divisions is taken does not depend on the scale. */
async function checkScale(question: Question): Promise<void> {
  const { sample, folder, findings } = question;
  if (sample.rank.decimals !== null) return;
  const tiersAt = async (ceiling: string) => {
    const { command, json } = await ask<TiersJson>(folder, [
      'tiers',
      '--normalise',
      `${sample.normalise}:ceiling=${ceiling}`,
    ]);
    return { command, tiers: json?.tiers.map((tier) => [...tier.countries].toSorted()) ?? null };
  };
  const [hundred, ...others] = [await tiersAt('100'), await tiersAt('1'), await tiersAt('7')];
  for (const { command, tiers } of others)
    findings.same(
      `tiers.breaks.any-scale${closeSuffix(question)}`,
      command,
      'as on a scale to 100',
      hundred?.tiers,
      tiers,
    );
}
