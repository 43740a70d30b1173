// What whatif says in words: who rises and falls past whom, and who enters another tier and why.
import type { Move } from '../../analysis/whatif/whatif.ts';
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import type { Changes } from '../../model/whatif.ts';
import { count, list, ordinal } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import {
  countryOf,
  editionRowOf,
  standingAfter,
  standingBefore,
  placesRisen,
  type Comparison,
} from './moves.ts';

const MOST_NAMED = 3;
const MOST_SENTENCES = 3;

/**
 * The sentences that matter most: the countries that were changed, who else moves, and who enters another
 * tier.
 */
export function headline(comparison: Comparison, changes: Changes): string[] {
  const { after, moves } = comparison;
  const changed = changedMoves(comparison, changes);
  const others = otherMoves(comparison, changed);
  const tierChanges = moves.flatMap((move) => tierSentence(after, move) ?? []);
  const isCalm = others.length === 0 && changed.every((move) => placesRisen(comparison, move) === 0);
  if (isCalm && tierChanges.length === 0)
    return [after.tiering === null ? 'No rank changes.' : 'No rank changes, and no tier.'];
  // Without a country that was changed, those that move most stand for it.
  const standIns = changed.length === 0 ? others.slice(0, MOST_SENTENCES) : [];
  return [
    ...[...changed, ...standIns].map((move) => sentence(comparison, move)),
    ...groupSentences(comparison, others.slice(standIns.length)),
    ...upTo(
      MOST_SENTENCES + 1,
      tierChanges,
      (hidden) => `${hidden} more ${hidden === 1 ? 'changes' : 'change'} tier.`,
    ),
  ];
}

/** The countries whose scores were changed, unless they are too many to name. */
function changedMoves(comparison: Comparison, { scores }: Changes): Move[] {
  const rows = new Set(scores.map(({ row }) => row));
  const changed = comparison.moves.filter((move) => rows.has(editionRowOf(comparison, move)));
  return changed.length <= MOST_SENTENCES ? changed : [];
}

/** The others whose rank moves, those first that move most. */
function otherMoves(comparison: Comparison, changed: readonly Move[]): Move[] {
  const distance = (move: Move) => Math.abs(placesRisen(comparison, move));
  return comparison.moves
    .filter((move) => !changed.includes(move) && distance(move) > 0)
    .toSorted((a, b) => distance(b) - distance(a));
}

/** `China rises from 4th to 2nd, past Israel and United Kingdom.` */
function sentence(comparison: Comparison, move: Move): string {
  const { name } = countryOf(comparison, move);
  const [was, is] = [standingBefore(comparison, move).rank, standingAfter(comparison, move).rank];
  if (is === null) return was === null ? `${name} is not ranked.` : `${name} is no longer ranked.`;
  if (was === null) return `${name} is now ranked, ${ordinal(is)}.`;
  if (was === is) return `${name} stays ${ordinal(is)}.`;
  const verb = is < was ? 'rises' : 'falls';
  const relative = relativeWords(comparison, move, is < was);
  return `${name} ${verb} from ${ordinal(was)} to ${ordinal(is)}${relative}.`;
}

/** `, past Israel, and level with Iran`. */
function relativeWords({ after }: Comparison, move: Move, isRise: boolean): string {
  const names = (rows: readonly ResultRow[]) =>
    list(
      rows.map((row) => at(after.countries, row).name),
      MOST_NAMED,
    );
  const passed = isRise ? move.overtaken : move.overtakenBy;
  const parts: string[] = [];
  if (passed.length > 0) parts.push(`${isRise ? 'past' : 'behind'} ${names(passed)}`);
  if (move.level.length > 0) parts.push(`level with ${names(move.level)}`);
  return parts.length === 0 ? '' : `, ${parts.join(', and ')}`;
}

/** Those that move by the same number of places, in one sentence. */
function groupSentences(comparison: Comparison, moves: readonly Move[]): string[] {
  const groups = new Map<number, Move[]>();
  for (const move of moves) {
    const places = placesRisen(comparison, move);
    groups.set(places, [...(groups.get(places) ?? []), move]);
  }
  const hidden = [...groups.values()].slice(MOST_SENTENCES).flat().length;
  return upTo(
    MOST_SENTENCES,
    [...groups].map(([places, group]) => groupSentence(comparison, places, group)),
    () => `${hidden} more ${hidden === 1 ? 'moves' : 'move'} by fewer places.`,
  );
}

function groupSentence(comparison: Comparison, places: number, group: readonly Move[]): string {
  const names = group.map((move) => countryOf(comparison, move).name);
  const verb = places > 0 ? 'rise' : 'fall';
  const distance = Math.abs(places) === 1 ? 'one place' : `${Math.abs(places)} places`;
  return `${list(names, MOST_NAMED)} ${verb}${group.length === 1 ? 's' : ''} ${distance}.`;
}

/** `China rises from Tier Two to Tier One: world-leading in all 7 indicators.` */
function tierSentence(after: Result, { tier, after: row }: Move): string | null {
  if (tier === null || row === null) return null;
  const { from, to, isRise, because } = tier;
  const conditions = list(because.map(({ text }) => text));
  const why = conditions === '' ? '' : `: ${isRise ? '' : 'no longer '}${conditions}`;
  return `${at(after.countries, row).name} ${isRise ? 'rises' : 'falls'} from ${from} to ${to}${why}.`;
}

/** As many sentences as may be, and one that says how many are left. */
function upTo(most: number, sentences: readonly string[], rest: (hidden: number) => string): string[] {
  const hidden = sentences.length - most;
  return hidden > 0 ? [...sentences.slice(0, most), rest(hidden)] : [...sentences];
}

/** The line that says how many countries are not shown because nothing about them changes. */
export function unchangedLines(hidden: number): string[] {
  if (hidden === 0) return [];
  return [`${count(hidden, 'country', 'countries')} unchanged; --all shows ${hidden === 1 ? 'it' : 'them'}`];
}
