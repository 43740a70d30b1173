// What whatif says in words: who rises and falls past whom, who enters another tier and why, and what was
// changed.
import type { Move } from '../../analysis/whatif/whatif.ts';
import { nameOf } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import type { Changes, ScoreChange } from '../../model/whatif.ts';
import { count, list, ordinal } from '../../model/words.ts';

const MOST_NAMED = 3;
const MOST_SENTENCES = 3;
const MOST_CHANGES = 6;

/**
 * The sentences that matter most: the countries that were changed, who else moves, and who enters another
 * tier.
 */
export function moveLines(before: Result, after: Result, moves: readonly Move[], changes: Changes): string[] {
  const own = new Set(changes.scores.map(({ row }) => row));
  const isOwn = (move: Move) => own.has(rowOf(before, after, move));
  const named = moves.filter(isOwn).length <= MOST_SENTENCES ? moves.filter(isOwn) : [];
  const others = moves
    .filter((move) => !named.includes(move) && shift(before, after, move) !== 0)
    .toSorted((a, b) => Math.abs(shift(before, after, b)) - Math.abs(shift(before, after, a)));
  // Without a country that was changed, those that move most stand for it.
  const first =
    named.length === 0 && others.length > MOST_SENTENCES
      ? others.slice(0, MOST_SENTENCES)
      : named.length === 0
        ? others
        : [];
  const rest = others.filter((move) => !first.includes(move));
  const lines = [...named, ...first].map((move) => sentence(before, after, move));
  const tiers = moves.flatMap((move) => tierSentence(after, move));
  const all = [
    ...lines,
    ...groupSentences(before, after, rest),
    ...tiers.slice(0, MOST_SENTENCES + 1),
    ...(tiers.length > MOST_SENTENCES + 1 ? [`${tiers.length - MOST_SENTENCES - 1} more change tier.`] : []),
  ];
  const isCalm =
    others.length === 0 && tiers.length === 0 && named.every((move) => shift(before, after, move) === 0);
  return isCalm ? ['No rank and no tier changes.'] : all;
}

/** `China rises from 4th to 2nd, past Israel and United Kingdom.` */
function sentence(before: Result, after: Result, move: Move): string {
  const [was, is] = [rankAt(before, move.before), rankAt(after, move.after)];
  const name = countryName(before, after, move);
  if (was === null || is === null)
    return is === was
      ? `${name} is not ranked.`
      : is === null
        ? `${name} is no longer ranked.`
        : `${name} is now ranked, ${ordinal(is)}.`;
  if (was === is) return `${name} stays ${ordinal(is)}.`;
  const past = is < was ? move.overtaken : move.overtakenBy;
  const names = (rows: readonly number[]) =>
    list(
      rows.map((row) => after.countries[row]?.name ?? ''),
      MOST_NAMED,
    );
  const who = past.length > 0 ? `, ${is < was ? 'past' : 'behind'} ${names(past)}` : '';
  const level = move.level.length > 0 ? `${who === '' ? ', ' : ', and '}level with ${names(move.level)}` : '';
  return `${name} ${is < was ? 'rises' : 'falls'} from ${ordinal(was)} to ${ordinal(is)}${who}${level}.`;
}

/** Those that move by the same number of places, in one sentence. */
function groupSentences(before: Result, after: Result, moves: readonly Move[]): string[] {
  const groups = new Map<number, Move[]>();
  for (const move of moves)
    groups.set(shift(before, after, move), [...(groups.get(shift(before, after, move)) ?? []), move]);
  const texts = [...groups].map(([places, some]) => {
    const isOne = some.length === 1;
    const verb = places > 0 ? (isOne ? 'rises' : 'rise') : isOne ? 'falls' : 'fall';
    return `${list(
      some.map((move) => countryName(before, after, move)),
      MOST_NAMED,
    )} ${verb} ${Math.abs(places) === 1 ? 'one place' : `${Math.abs(places)} places`}.`;
  });
  const hidden = [...groups.values()].slice(MOST_SENTENCES).flat().length;
  return hidden === 0 ? texts : [...texts.slice(0, MOST_SENTENCES), `${hidden} more move by fewer places.`];
}

/** `China enters Tier One: world-leading in all 7 indicators.` */
function tierSentence(after: Result, { tier, after: row }: Move): string[] {
  if (tier === null || row === null) return [];
  const texts = list(tier.because.map(({ text }) => text));
  const why = texts === '' ? '' : tier.isRise ? `: ${texts}` : `: no longer ${texts}`;
  const country = after.countries[row];
  return [
    `${country === undefined ? '' : country.name} ${tier.isRise ? 'rises' : 'falls'} from ${tier.from} to ` +
      `${tier.to}${why}.`,
  ];
}

/** How many places a country rises; 0 if it has no rank before or after. */
function shift(before: Result, after: Result, move: Move): number {
  const [was, is] = [rankAt(before, move.before), rankAt(after, move.after)];
  return was === null || is === null ? 0 : was - is;
}

export function rankAt({ ranks }: Result, row: number | null): number | null {
  return row === null ? null : (ranks[row] ?? null);
}

function rowOf(before: Result, after: Result, move: Move): number {
  return (move.after === null ? before.rows[move.before ?? -1] : after.rows[move.after]) ?? -1;
}

function countryName(before: Result, after: Result, move: Move): string {
  const country = move.after === null ? before.countries[move.before ?? -1] : after.countries[move.after];
  return country?.name ?? '';
}

/**
 * The line that says what was changed: `changed: China's resilience weakness → strength (0 → 2), weight of
 * offence 1 → 2`.
 */
export function changedLines(result: Result, { scores, weights }: Changes): string[] {
  const telling = scores.some(({ from, to }) => from !== to)
    ? scores.filter(({ from, to }) => from !== to)
    : scores;
  const texts = [
    ...telling.map((change, i) => {
      const country = result.edition.countries[change.row];
      const { from, to } = ratingsOf(result, change);
      const words =
        from === null && to === null
          ? ''
          : ` (${from ?? numberText(change.from)} → ${to ?? numberText(change.to)})`;
      // Whose it is, said once for all that follow.
      const whose =
        country === undefined || telling[i - 1]?.row === change.row ? '' : `${nameOf(country)}'s `;
      return `${whose}${change.code} ${numberText(change.from)} → ${numberText(change.to)}${words}`;
    }),
    ...weights.map(
      ({ code, from, to }) =>
        `weight of ${code} ${numberText(from)} → ${numberText(to)}, relative to its siblings`,
    ),
  ];
  const leaves = indicators(result.framework);
  const shared = [...new Set(scores.map(({ column }) => column))]
    .map((column) => leaves.filter((leaf) => leaf.column === column).map(({ code }) => code))
    .filter((codes) => codes.length > 1);
  return [
    `changed: ${list(texts, MOST_CHANGES)}`,
    ...shared.map((codes) => `${list(codes)} read the same scores and change together`),
    ...(weights.length > 0 && !['given', 'equal', 'set', 'inline'].includes(result.recipe.weights.method)
      ? [
          `weights: those that "${result.recipe.weights.method}" found before, 1 on average among ` +
            'siblings, but for the ones that are changed',
        ]
      : []),
  ];
}

/** The words that a score stood for and stands for. */
export function ratingsOf(
  { framework, edition }: Result,
  { code, from, to }: ScoreChange,
): { from: string | null; to: string | null } {
  const scale = edition.scales.find(
    ({ name }) => name === indicators(framework).find((leaf) => leaf.code === code)?.scale,
  );
  const wordOf = (score: number | null) => scale?.ratings.find(({ value }) => value === score)?.word ?? null;
  return { from: wordOf(from), to: wordOf(to) };
}

function numberText(x: number | null): string {
  return x === null ? 'none' : String(Number(x.toPrecision(6)));
}

/** The line that says how many countries are not shown because nothing about them changes. */
export function unchangedLine(hidden: number): string[] {
  return hidden === 0
    ? []
    : [`${count(hidden, 'country', 'countries')} unchanged; --all shows ${hidden === 1 ? 'it' : 'them'}`];
}
