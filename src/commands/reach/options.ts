// The questions that reach can be asked, read from the command line.
import type { Target } from '../../analysis/reach/aim.ts';
import { columnsNamed } from '../../analysis/reach/movable-scores.ts';
import { indicators, nodes } from '../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { areAll, didYouMean, fold, list } from '../../model/words.ts';
import type { Call } from '../command.ts';
import { listOf, textOf } from '../shared/options.ts';
import { noTiers } from '../shared/tier-problems.ts';

/** What is wrong with the question whatever the edition: who, and one target. */
export function checkQuestion({ arguments: [term], options }: Call): void {
  const [rank, tier] = [textOf(options['toRank']), textOf(options['toTier'])];
  const refuse = (argument: string, what: string, fix: string): Problem => ({
    code: 'usage/bad-arguments',
    severity: 'error',
    place: { argument },
    what,
    fix,
  });
  const isAll = options['all'] === true;
  const rowOption = ['top', 'only', 'where', 'sort'].find((option) => options[option] !== undefined);
  throwErrors([
    ...(term === undefined && !isAll
      ? [
          refuse(
            'reach',
            'it needs a country',
            'name one, as in cyberpower reach China --to-rank 3, or ask for --all',
          ),
        ]
      : []),
    ...(term !== undefined && isAll
      ? [refuse('--all', `it asks for every country, and "${term}" for one`, 'leave one of them out')]
      : []),
    ...(rowOption !== undefined && !isAll
      ? [
          refuse(
            `--${rowOption}`,
            'it chooses among countries, and only one is asked for',
            'leave it out, or ask for --all',
          ),
        ]
      : []),
    ...(rank === null && tier === null
      ? [refuse('reach', 'it needs a rank or a tier to reach', 'pass --to-rank 3 or --to-tier "Tier One"')]
      : []),
    ...(rank !== null && tier !== null
      ? [refuse('--to-tier', 'it takes one target, a rank or a tier', 'leave out --to-rank or --to-tier')]
      : []),
    ...(rank !== null && !/^[1-9]\d*$/.test(rank)
      ? [
          badValue(
            '--to-rank',
            rank,
            `it takes a whole number from 1, not "${rank}"`,
            'write, for example, --to-rank 3',
          ),
        ]
      : []),
  ]);
}

/** The target, of an index in which `ranked` countries have a rank. */
export function readTarget(
  result: Result,
  options: Call['options'],
  ranked: number,
): { target: Target; words: string } {
  const [rank, tier] = [textOf(options['toRank']), textOf(options['toTier'])];
  if (rank !== null) {
    if (Number(rank) > ranked)
      throw new ProblemsError([
        badValue(
          '--to-rank',
          rank,
          `there is no rank ${rank} among ${ranked} countries`,
          `write a rank from 1 to ${ranked}`,
        ),
      ]);
    return { target: { rank: Number(rank) }, words: `rank ${rank}` };
  }
  if (result.tiering === null) throw noTiers(result.edition.id);
  const { tiers } = result.tiering;
  const found = tiers.findIndex((name) => fold(name) === fold(tier ?? ''));
  if (found === -1)
    throw new ProblemsError([
      badValue(
        '--to-tier',
        tier ?? '',
        `there is no tier "${tier ?? ''}"${didYouMean(tier ?? '', tiers)}`,
        areAll('the tier', tiers),
      ),
    ]);
  return { target: { tier: found }, words: tiers[found] ?? '' };
}

/** The columns that --fixed names. */
export function readFixed(result: Result, options: Call['options']): ReadonlySet<string> {
  const codes = listOf(options['fixed']) ?? [];
  const known = [
    ...new Set([
      ...nodes(result.framework)
        .slice(1)
        .map(({ code }) => code),
      ...indicators(result.framework).map(({ column }) => column),
    ]),
  ];
  throwErrors(
    codes
      .filter((code) => columnsNamed(result, code) === null)
      .map((code): Problem => ({
        code: 'usage/unknown-name',
        severity: 'error',
        place: { argument: '--fixed' },
        value: code,
        what: `there is no score, indicator or category "${code}"${didYouMean(code, known)}`,
        fix: `there are ${list(known, 12)}`,
      })),
  );
  return new Set(codes.flatMap((code) => columnsNamed(result, code) ?? []));
}

function badValue(argument: string, value: string, what: string, fix: string): Problem {
  return { code: 'usage/bad-value', severity: 'error', place: { argument }, value, what, fix };
}
