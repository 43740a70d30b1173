// Words in messages: lists, plurals, an order that is the same everywhere, and "did you mean".
import { distance } from 'fastest-levenshtein';

/**
 * The known word that a misspelt one was most likely meant to be, or null if none is near.
 * Near: at most a third of its letters differ, or one begins with the other (at least three letters).
 *
 * @example nearest('hihg', ['low', 'medium', 'high']) // → 'high'
 * @example nearest('geo', ['arithmetic', 'geometric']) // → 'geometric'
 * @example nearest('offence', ['low', 'high']) // → null
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = fold(word);
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const offered = fold(candidate);
    // Of two that are equally near, the one with the same first letter was meant.
    const cost = costOf(asked, offered) + (offered[0] === asked[0] ? 0 : 0.5);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/**
 * The suggestion as it stands in a message, or nothing.
 *
 * @example didYouMean('zcore', ['minmax', 'zscore']) // → '; did you mean "zscore"?'
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const suggestion = nearest(word, known);
  return suggestion === null ? '' : `; did you mean "${suggestion}"?`;
}

/**
 * Words as a sentence lists them; of more than `most`, the rest is counted, unless it is a single one.
 *
 * @example list(['offence', 'intelligence', 'strategy']) // → 'offence, intelligence and strategy'
 * @example list(['a', 'b', 'c', 'd'], 2) // → 'a, b and 2 more'
 * @example list(['a', 'b', 'c'], 2) // → 'a, b and c'
 */
export function list(words: readonly string[], most = Infinity): string {
  if (words.length > most + 1) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** @example count(1, 'country', 'countries') // → '1 country' */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/**
 * @example ordinal(22) // → '22nd'
 * @example ordinal(111) // → '111th'
 * @example ordinal(2.5) // → 'rank 2.5'
 */
export function ordinal(rank: number): string {
  if (!Number.isInteger(rank)) return `rank ${rank}`;
  const isTeen = Math.trunc(rank / 10) % 10 === 1;
  return `${rank}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')}`;
}

/**
 * A text as it stands in a message, cut if it is long.
 *
 * @example quoted('hihg') // → '"hihg"'
 */
export function quoted(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `"${letters.slice(0, 59).join('')}…"` : `"${text}"`;
}

/**
 * "its parameter is p", "its parameters are p and q".
 *
 * @example areAll('the set', ['owls']) // → 'the set is owls'
 * @example areAll('the set', ['owls', 'larks']) // → 'the sets are owls and larks'
 */
export function areAll(one: string, names: readonly string[], most?: number): string {
  return names.length === 1 ? `${one} is ${names.join('')}` : `${one}s are ${list(names, most)}`;
}

/** By code point: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The form in which codes, ratings and column names are compared: case, spaces, hyphens and underscores don't
 * matter.
 *
 * @example fold('World leading') // → 'world-leading'
 */
export function fold(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}

function costOf(asked: string, offered: string): number {
  const [shorter, longer] = [Math.min(asked.length, offered.length), Math.max(asked.length, offered.length)];
  const steps = distance(asked, offered);
  if (steps <= Math.max(1, Math.floor(longer / 3)) && steps < longer) return steps;
  if (isTransposed(asked, offered)) return steps;
  return shorter >= 3 && (offered.startsWith(asked) || asked.startsWith(offered)) ? longer : Infinity;
}

/** Two neighbouring letters that changed places are one slip of the fingers. */
function isTransposed(asked: string, offered: string): boolean {
  if (asked.length !== offered.length) return false;
  const [first = 0, second, ...others] = [...asked].flatMap((letter, at) =>
    letter === offered[at] ? [] : [at],
  );
  return (
    second === first + 1 &&
    others.length === 0 &&
    asked[first] === offered[second] &&
    asked[second] === offered[first]
  );
}
