// The questions that reach can be asked, read from the command line.
import type { Target } from '../../analysis/reach/aim.ts';
import { columnsNamed } from '../../analysis/reach/movable-scores.ts';
import { at } from '../../math/at.ts';
import { indicators, nodes } from '../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { areAll, didYouMean, fold, list } from '../../model/words.ts';
import type { Call } from '../command.ts';
import { listOf, textOf } from '../shared/options.ts';
import { noTiers } from '../shared/recipe/tier-problems.ts';

/** What is to be reached. */
export interface NamedTarget {
  readonly target: Target;
  /** As it is said after "to": `rank 2`, `Tier One`. */
  readonly name: string;
  /** Whether it must hold under every weighting of the region. */
  readonly isRobust: boolean;
}

/** The country that is asked for, null for all; throws with what is wrong whatever the edition. */
export function readCountry({ arguments: [country], options }: Call): string | null {
  const isAll = options['all'] === true;
  throwErrors([...countryProblems(country, isAll, options), ...targetProblems(options)]);
  return country ?? null;
}

function countryProblems(country: string | undefined, isAll: boolean, options: Call['options']): Problem[] {
  const problems: Problem[] = [];
  const rowOption = ['top', 'only', 'where', 'sort'].find((option) => options[option] !== undefined);
  if (country === undefined && !isAll)
    problems.push(
      refusal(
        'reach',
        'it needs a country',
        'name one, as in cyberpower reach China --to-rank 3, or use --all',
      ),
    );
  if (country !== undefined && isAll)
    problems.push(
      refusal('--all', `--all means every country, but "${country}" names one`, 'leave out one of them'),
    );
  if (rowOption !== undefined && !isAll)
    problems.push(
      refusal(`--${rowOption}`, 'it filters countries, but only one is named', 'leave it out, or use --all'),
    );
  return problems;
}

function targetProblems(options: Call['options']): Problem[] {
  const problems: Problem[] = [];
  const [rank, tier] = [textOf(options['toRank']), textOf(options['toTier'])];
  if (rank === null && tier === null)
    problems.push(
      refusal('reach', 'name a rank or a tier to reach', 'pass --to-rank 3 or --to-tier "Tier One"'),
    );
  if (rank !== null && tier !== null)
    problems.push(
      refusal('--to-tier', 'give one target: a rank or a tier', 'leave out --to-rank or --to-tier'),
    );
  if (rank !== null && !/^[1-9]\d*$/.test(rank))
    problems.push(
      badValue(
        '--to-rank',
        rank,
        `it takes a whole number from 1, not "${rank}"`,
        'write, for example, --to-rank 3',
      ),
    );
  return problems;
}

/** The target, of an index in which `ranked` countries have a rank. */
export function readTarget(
  result: Result,
  options: Call['options'],
  ranked: number,
): Omit<NamedTarget, 'isRobust'> {
  const [rank, tier] = [textOf(options['toRank']), textOf(options['toTier'])];
  if (rank !== null) return rankTarget(rank, ranked);
  if (tier !== null) return tierTarget(result, tier);
  throw new TypeError('a rank or a tier is asked for');
}

function rankTarget(rank: string, ranked: number): Omit<NamedTarget, 'isRobust'> {
  if (Number(rank) <= ranked) return { target: { rank: Number(rank) }, name: `rank ${rank}` };
  const what = `there is no rank ${rank} among ${ranked} countries`;
  throw new ProblemsError([badValue('--to-rank', rank, what, `write a rank from 1 to ${ranked}`)]);
}

function tierTarget({ tiering, edition }: Result, written: string): Omit<NamedTarget, 'isRobust'> {
  if (tiering === null) throw noTiers(edition.id);
  const { tiers } = tiering;
  const tier = tiers.findIndex((name) => fold(name) === fold(written));
  if (tier !== -1) return { target: { tier }, name: at(tiers, tier) };
  const what = `there is no tier "${written}"${didYouMean(written, tiers)}`;
  throw new ProblemsError([badValue('--to-tier', written, what, areAll('the tier', tiers))]);
}

/** The columns that --fixed names. */
export function readFixed(result: Result, options: Call['options']): ReadonlySet<string> {
  const named = (listOf(options['fixed']) ?? []).map((code) => ({
    code,
    columns: columnsNamed(result, code),
  }));
  const there = [
    ...nodes(result.framework)
      .slice(1)
      .map(({ code }) => code),
    ...indicators(result.framework).map(({ column }) => column),
  ];
  const known = [...new Set(there)];
  throwErrors(
    named
      .filter(({ columns }) => columns === null)
      .map(({ code }): Problem => ({
        code: 'usage/unknown-name',
        severity: 'error',
        place: { argument: '--fixed' },
        value: code,
        what: `there is no score, indicator or category "${code}"${didYouMean(code, known)}`,
        fix: `there are ${list(known, 12)}`,
      })),
  );
  return new Set(named.flatMap(({ columns }) => columns ?? []));
}

function refusal(argument: string, what: string, fix: string): Problem {
  return { code: 'usage/bad-arguments', severity: 'error', place: { argument }, what, fix };
}

function badValue(argument: string, value: string, what: string, fix: string): Problem {
  return { code: 'usage/bad-value', severity: 'error', place: { argument }, value, what, fix };
}
