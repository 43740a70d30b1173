// The kernel in plain TypeScript: what it is held to, and what stands in for it where WebAssembly has no
// vectors.
import type { Kernel } from './kernel.ts';

/** A kernel that computes the same as the compiled one, to the last bit, in a memory of its own. */
export function twin(): Kernel {
  let memory = new ArrayBuffer(0);
  let f64 = new Float64Array(memory);
  let u32 = new Uint32Array(memory);

  function reserve(bytes: number): ArrayBuffer {
    const grown = new ArrayBuffer(Math.max(memory.byteLength, Math.ceil(bytes / 8) * 8));
    new Uint8Array(grown).set(new Uint8Array(memory));
    memory = grown;
    f64 = new Float64Array(memory);
    u32 = new Uint32Array(memory);
    return memory;
  }

  function uniforms(state: number, rows: number, stride: number, count: number, to: number): void {
    for (let draw = 0; draw < Math.ceil(count / 4) * 4; draw += 1) {
      const lane = (state >> 2) + (draw % 4);
      let [a, b, c, d] = [u32[lane] ?? 0, u32[lane + 4] ?? 0, u32[lane + 8] ?? 0, u32[lane + 12] ?? 0];
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
        f64[(to >> 3) + j * stride + draw] = (word + 0.5) / 4294967296;
      }
      u32[lane] = a;
      u32[lane + 4] = b;
      u32[lane + 8] = c;
      u32[lane + 12] = d;
    }
  }

  function spacings(
    m: number,
    stride: number,
    count: number,
    floors: number,
    rest: number,
    weights: number,
  ): void {
    for (let draw = 0; draw < count; draw += 1) {
      let above = 1;
      for (let j = 0; j < m; j += 1) {
        const place = (weights >> 3) + j * stride + draw;
        const cut = j < m - 1 ? (f64[place] ?? 0) : 0;
        f64[place] = (f64[(floors >> 3) + j] ?? 0) + rest * (above - cut);
        above = cut;
      }
    }
  }

  function box(
    state: number,
    m: number,
    stride: number,
    count: number,
    limits: number,
    most: number,
    candidates: number,
    weights: number,
  ): number {
    const rests = (candidates >> 3) + (m - 1) * stride;
    const least = f64[(limits >> 3) + 2 * (m - 1)] ?? 0;
    const greatest = least + (f64[(limits >> 3) + 2 * (m - 1) + 1] ?? 0);
    let next = u32[(state >> 2) + 16] ?? 0;
    let fills = 0;
    for (let draw = 0; draw < count; next += 1) {
      if (next === stride) {
        fills += 1;
        if (fills > most) return 0;
        propose(state, m, stride, limits, candidates);
        next = 0;
      }
      const rest = f64[rests + next] ?? 0;
      if (rest < least || rest > greatest) continue;
      for (let j = 0; j < m; j += 1)
        f64[(weights >> 3) + j * stride + draw] = f64[(candidates >> 3) + j * stride + next] ?? 0;
      draw += 1;
    }
    u32[(state >> 2) + 16] = next;
    return 1;
  }

  function propose(state: number, m: number, stride: number, limits: number, candidates: number): void {
    uniforms(state, m - 1, stride, stride, candidates);
    for (let draw = 0; draw < stride; draw += 1) {
      let rest = 1;
      for (let j = 0; j < m - 1; j += 1) {
        const place = (candidates >> 3) + j * stride + draw;
        const weight =
          (f64[(limits >> 3) + 2 * j] ?? 0) + (f64[(limits >> 3) + 2 * j + 1] ?? 0) * (f64[place] ?? 0);
        f64[place] = weight;
        rest -= weight;
      }
      f64[(candidates >> 3) + (m - 1) * stride + draw] = rest;
    }
  }

  function sort(network: number, comparators: number, stride: number, count: number, table: number): void {
    for (let k = 0; k < comparators; k += 1) {
      const upper = (table >> 3) + (u32[(network >> 2) + 2 * k] ?? 0) * stride;
      const lower = (table >> 3) + (u32[(network >> 2) + 2 * k + 1] ?? 0) * stride;
      for (let draw = 0; draw < count; draw += 1) {
        const a = f64[upper + draw] ?? 0;
        const b = f64[lower + draw] ?? 0;
        if (a < b) {
          f64[upper + draw] = b;
          f64[lower + draw] = a;
        }
      }
    }
  }

  function scores(
    n: number,
    m: number,
    stride: number,
    count: number,
    mask: number,
    points: number,
    weights: number,
    keys: number,
  ): void {
    for (let i = 0; i < n; i += 1) {
      for (let draw = 0; draw < count; draw += 1) {
        let score = 0;
        for (let j = 0; j < m; j += 1)
          score += (f64[(points >> 3) + i * m + j] ?? 0) * (f64[(weights >> 3) + j * stride + draw] ?? 0);
        const key = (keys >> 3) + i * stride + draw;
        f64[key] = score;
        u32[2 * key] = ((u32[2 * key] ?? 0) & ~mask) | i;
      }
    }
  }

  function tally(
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
    for (let draw = 0; draw < count; draw += 1) {
      const column = (keys >> 3) + draw;
      let ahead = 0;
      for (let p = 0; p < n; p += 1) {
        const place = column + p * stride;
        const key = f64[place] ?? 0;
        while ((f64[column + ahead * stride] ?? 0) - key > tolerance) ahead += 1;
        const country = (u32[2 * place] ?? 0) & mask;
        const counter = (ranks >> 2) + ahead * n + country;
        u32[counter] = (u32[counter] ?? 0) + 1;
        if (ahead > 0) continue;
        for (let j = 0; j < m; j += 1) {
          const sum = (firsts >> 3) + country * m + j;
          f64[sum] = (f64[sum] ?? 0) + (f64[(weights >> 3) + j * stride + draw] ?? 0);
        }
      }
    }
  }

  function pairs(
    list: number,
    length: number,
    stride: number,
    count: number,
    tolerance: number,
    keys: number,
    wins: number,
  ): void {
    for (let k = 0; k < length; k += 1) {
      const a = (keys >> 3) + (u32[(list >> 2) + 2 * k] ?? 0) * stride;
      const b = (keys >> 3) + (u32[(list >> 2) + 2 * k + 1] ?? 0) * stride;
      const [more, less] = [(wins >> 2) + 2 * k, (wins >> 2) + 2 * k + 1];
      for (let draw = 0; draw < count; draw += 1) {
        const difference = (f64[a + draw] ?? 0) - (f64[b + draw] ?? 0);
        if (difference > tolerance) u32[more] = (u32[more] ?? 0) + 1;
        if (-difference > tolerance) u32[less] = (u32[less] ?? 0) + 1;
      }
    }
  }

  return { reserve, uniforms, spacings, box, sort, scores, tally, pairs };
}
