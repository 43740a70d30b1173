// Words in messages: lists, plurals, an order that is the same everywhere, and "did you mean".
import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word was most likely meant to be, or null if none is near.
 * Near: at most a third of its letters differ, or one begins with the other (at least three letters).
 *
 * @example nearest('hihg', ['low', 'medium', 'high']) // → 'high'
 * @example nearest('geo', ['arithmetic', 'geometric']) // → 'geometric'
 * @example nearest('offence', ['low', 'high']) // → null
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const written = fold(word);
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const correct = fold(candidate);
    // Of two that are equally near, the one with the same first letter was meant.
    const cost = costOf(written, correct) + (correct[0] === written[0] ? 0 : 0.5);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/**
 * The suggestion as it stands in a message, or nothing.
 *
 * @example didYouMean('zcore', ['minmax', 'zscore']) // → '; did you mean "zscore"?'
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const suggestion = nearest(word, candidates);
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

/**
 * A number with its noun.
 *
 * @example count(1, 'country', 'countries') // → '1 country'
 */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/**
 * A rank in words; that of a tie may lie between two.
 *
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
 * Whose something is.
 *
 * @example possessive('India') // → "India's"
 * @example possessive('United States') // → "United States'"
 */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

/**
 * A sentence with a capital letter first.
 *
 * @example capital('under all weights') // → 'Under all weights'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
  if (a === b) return 0;
  return a < b ? -1 : 1;
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

/** How far a word is from the one that was perhaps meant; infinite if it is not near. */
function costOf(written: string, correct: string): number {
  const shorter = Math.min(written.length, correct.length);
  const longer = Math.max(written.length, correct.length);
  const steps = distance(written, correct);
  if (steps <= Math.max(1, Math.floor(longer / 3)) && steps < longer) return steps;
  if (isTransposed(written, correct)) return steps;
  return shorter >= 3 && (correct.startsWith(written) || written.startsWith(correct)) ? longer : Infinity;
}

/** Two neighbouring letters that changed places are one slip of the fingers. */
function isTransposed(written: string, correct: string): boolean {
  if (written.length !== correct.length) return false;
  const differing = [...written].flatMap((letter, place) => (letter === correct[place] ? [] : [place]));
  const [first, second] = differing;
  return (
    differing.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    written[first] === correct[second] &&
    written[second] === correct[first]
  );
}

/**
 * Names without the word that all begin with.
 *
 * @example withoutFirstWord(['Tier One', 'Tier Two']) // → ['One', 'Two']
 * @example withoutFirstWord(['High', 'Low']) // → ['High', 'Low']
 */
export function withoutFirstWord(names: readonly string[]): string[] {
  const [word = ''] = /^\S+ /.exec(names[0] ?? '') ?? [];
  return names.map((name) => (names.every((one) => one.startsWith(word)) ? name.slice(word.length) : name));
}
