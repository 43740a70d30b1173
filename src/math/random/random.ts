// Random numbers that are the same on every machine: one seed, and any number of independent blocks under it.

/** Gives numbers between 0 and 1, both excluded. */
export type Random = () => number;

/**
 * A generator for one block of draws: xoshiro128**, its state filled from seed and block by SplitMix.
 *
 * Numbers are those halfway between the multiples of 2⁻³², so that neither 0 nor 1 occurs. Blocks may be
 * drawn in any order and on any thread: each is what it is. Further words part a block into generators of
 * their own, as one for each score.
 *
 * @example randomOf(1, 0)() === randomOf(1, 0)() // → true
 * @example randomOf(1, 0)() === randomOf(1, 1)() // → false
 * @see Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47
 */
export function randomOf(seed: number, block: number, ...words: readonly number[]): Random {
  let [a = 1, b = 2, c = 3, d = 4] = stateOf(seed, block, ...words);
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result + 0.5) / 4294967296;
  };
}

/**
 * The four words that a block begins with, or one of several generators side by side in a block, its lanes.
 *
 * @example stateOf(1, 0).length // → 4
 */
export function stateOf(seed: number, block: number, ...words: readonly number[]): number[] {
  const all = [seed % 4294967296, Math.floor(seed / 4294967296), block, ...words];
  let state = all.reduce((before, word) => mixed((before + 0x9e37_79b9 + word) >>> 0), 0);
  return Array.from({ length: 4 }, () => {
    state = (state + 0x9e37_79b9) >>> 0;
    return mixed(state);
  });
}

/**
 * A word of 32 bits that stands for a text: what is drawn for a name is the same wherever the name stands.
 *
 *     h = (h XOR unit) · 16777619 for each UTF-16 unit, from 2166136261
 *
 * @example wordOf('') // → 2166136261
 * @see Fowler, Noll & Vo: FNV-1a
 */
export function wordOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

function mixed(word: number): number {
  let z = word >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x85eb_ca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2_ae35);
  return (z ^ (z >>> 16)) >>> 0;
}
