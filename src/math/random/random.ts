// Random numbers that are the same on every machine: one seed, and any number of independent blocks under it.

/** Gives numbers between 0 and 1, both excluded. */
export type Random = () => number;

/**
 * A generator for one block of draws: xoshiro128**, its state filled from seed and block by SplitMix.
 *
 * Numbers are those halfway between the multiples of 2⁻³², so that neither 0 nor 1 occurs. Blocks may be
 * drawn in any order and on any thread: each is what it is.
 *
 * @example randomOf(1, 0)() === randomOf(1, 0)() // → true
 * @example randomOf(1, 0)() === randomOf(1, 1)() // → false
 * @see Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47
 */
export function randomOf(seed: number, block: number): Random {
  let [a = 1, b = 2, c = 3, d = 4] = stateOf(seed, block);
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
export function stateOf(seed: number, block: number, ...lane: readonly [] | readonly [number]): number[] {
  const words = [seed % 4294967296, Math.floor(seed / 4294967296), block, ...lane];
  let state = words.reduce((before, word) => mixed((before + 0x9e37_79b9 + word) >>> 0), 0);
  return Array.from({ length: 4 }, () => {
    state = (state + 0x9e37_79b9) >>> 0;
    return mixed(state);
  });
}

function mixed(word: number): number {
  let z = word >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x85eb_ca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2_ae35);
  return (z ^ (z >>> 16)) >>> 0;
}
