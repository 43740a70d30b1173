// The kernel in plain TypeScript: what the compiled one is held to, and what stands in for it where
// WebAssembly has no vectors. Its loops read typed arrays with `?? 0`, which never applies, as they run by
// the million.
import type { Kernel } from './kernel.ts';

/** A kernel that computes the same as the compiled one, to the last bit, in a memory of its own. */
export class TypeScriptKernel implements Kernel {
  private memory = new ArrayBuffer(0);
  private doubles = new Float64Array(this.memory);
  private words = new Uint32Array(this.memory);

  reserve(bytes: number): ArrayBuffer {
    const grown = new ArrayBuffer(Math.max(this.memory.byteLength, Math.ceil(bytes / 8) * 8));
    new Uint8Array(grown).set(new Uint8Array(this.memory));
    this.memory = grown;
    this.doubles = new Float64Array(grown);
    this.words = new Uint32Array(grown);
    return grown;
  }

  uniforms(state: number, rows: number, stride: number, count: number, to: number): void {
    const { doubles, words } = this;
    for (let draw = 0; draw < Math.ceil(count / 4) * 4; draw += 1) {
      const lane = (state >> 2) + (draw % 4);
      let [a, b, c, d] = [
        words[lane] ?? 0,
        words[lane + 4] ?? 0,
        words[lane + 8] ?? 0,
        words[lane + 12] ?? 0,
      ];
      for (let j = 0; j < rows; j += 1) {
        const product = Math.imul(b, 5);
        const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >>> 21);
        doubles[(to >> 3) + j * stride + draw] = (word + 0.5) / 4294967296;
      }
      words[lane] = a;
      words[lane + 4] = b;
      words[lane + 8] = c;
      words[lane + 12] = d;
    }
  }

  spacings(m: number, stride: number, count: number, floors: number, rest: number, weights: number): void {
    const { doubles } = this;
    for (let draw = 0; draw < count; draw += 1) {
      let above = 1;
      for (let j = 0; j < m; j += 1) {
        const place = (weights >> 3) + j * stride + draw;
        const cut = j < m - 1 ? (doubles[place] ?? 0) : 0;
        doubles[place] = (doubles[(floors >> 3) + j] ?? 0) + rest * (above - cut);
        above = cut;
      }
    }
  }

  box(
    state: number,
    m: number,
    stride: number,
    count: number,
    limits: number,
    most: number,
    candidates: number,
    weights: number,
  ): number {
    const { doubles, words } = this;
    const rests = (candidates >> 3) + (m - 1) * stride;
    const least = doubles[(limits >> 3) + 2 * (m - 1)] ?? 0;
    const greatest = least + (doubles[(limits >> 3) + 2 * (m - 1) + 1] ?? 0);
    let next = words[(state >> 2) + 16] ?? 0;
    let fills = 0;
    for (let draw = 0; draw < count; next += 1) {
      if (next === stride) {
        fills += 1;
        if (fills > most) return 0;
        this.propose(state, m, stride, limits, candidates);
        next = 0;
      }
      const rest = doubles[rests + next] ?? 0;
      if (rest < least || rest > greatest) continue;
      for (let j = 0; j < m; j += 1)
        doubles[(weights >> 3) + j * stride + draw] = doubles[(candidates >> 3) + j * stride + next] ?? 0;
      draw += 1;
    }
    words[(state >> 2) + 16] = next;
    return 1;
  }

  private propose(state: number, m: number, stride: number, limits: number, candidates: number): void {
    const { doubles } = this;
    this.uniforms(state, m - 1, stride, stride, candidates);
    for (let draw = 0; draw < stride; draw += 1) {
      let rest = 1;
      for (let j = 0; j < m - 1; j += 1) {
        const place = (candidates >> 3) + j * stride + draw;
        const weight =
          (doubles[(limits >> 3) + 2 * j] ?? 0) +
          (doubles[(limits >> 3) + 2 * j + 1] ?? 0) * (doubles[place] ?? 0);
        doubles[place] = weight;
        rest -= weight;
      }
      doubles[(candidates >> 3) + (m - 1) * stride + draw] = rest;
    }
  }

  sort(network: number, comparators: number, stride: number, count: number, table: number): void {
    const { doubles, words } = this;
    for (let k = 0; k < comparators; k += 1) {
      const upper = (table >> 3) + (words[(network >> 2) + 2 * k] ?? 0) * stride;
      const lower = (table >> 3) + (words[(network >> 2) + 2 * k + 1] ?? 0) * stride;
      for (let draw = 0; draw < count; draw += 1) {
        const a = doubles[upper + draw] ?? 0;
        const b = doubles[lower + draw] ?? 0;
        if (a < b) {
          doubles[upper + draw] = b;
          doubles[lower + draw] = a;
        }
      }
    }
  }

  scores(
    n: number,
    m: number,
    stride: number,
    count: number,
    mask: number,
    points: number,
    weights: number,
    keys: number,
  ): void {
    const { doubles, words } = this;
    for (let i = 0; i < n; i += 1) {
      for (let draw = 0; draw < count; draw += 1) {
        let score = 0;
        for (let j = 0; j < m; j += 1)
          score +=
            (doubles[(points >> 3) + i * m + j] ?? 0) * (doubles[(weights >> 3) + j * stride + draw] ?? 0);
        const key = (keys >> 3) + i * stride + draw;
        doubles[key] = score;
        words[2 * key] = ((words[2 * key] ?? 0) & ~mask) | i;
      }
    }
  }

  tally(
    n: number,
    m: number,
    stride: number,
    count: number,
    mask: number,
    tolerance: number,
    keys: number,
    weights: number,
    ranks: number,
    firsts: number,
  ): void {
    const { doubles, words } = this;
    for (let draw = 0; draw < count; draw += 1) {
      const column = (keys >> 3) + draw;
      let ahead = 0;
      for (let p = 0; p < n; p += 1) {
        const place = column + p * stride;
        const key = doubles[place] ?? 0;
        while ((doubles[column + ahead * stride] ?? 0) - key > tolerance) ahead += 1;
        const country = (words[2 * place] ?? 0) & mask;
        const counter = (ranks >> 2) + ahead * n + country;
        words[counter] = (words[counter] ?? 0) + 1;
        if (ahead > 0) continue;
        for (let j = 0; j < m; j += 1) {
          const sum = (firsts >> 3) + country * m + j;
          doubles[sum] = (doubles[sum] ?? 0) + (doubles[(weights >> 3) + j * stride + draw] ?? 0);
        }
      }
    }
  }

  pairs(
    list: number,
    length: number,
    stride: number,
    count: number,
    tolerance: number,
    keys: number,
    wins: number,
  ): void {
    const { doubles, words } = this;
    for (let k = 0; k < length; k += 1) {
      const a = (keys >> 3) + (words[(list >> 2) + 2 * k] ?? 0) * stride;
      const b = (keys >> 3) + (words[(list >> 2) + 2 * k + 1] ?? 0) * stride;
      const [more, less] = [(wins >> 2) + 2 * k, (wins >> 2) + 2 * k + 1];
      for (let draw = 0; draw < count; draw += 1) {
        const difference = (doubles[a + draw] ?? 0) - (doubles[b + draw] ?? 0);
        if (difference > tolerance) words[more] = (words[more] ?? 0) + 1;
        if (-difference > tolerance) words[less] = (words[less] ?? 0) + 1;
      }
    }
  }
}
