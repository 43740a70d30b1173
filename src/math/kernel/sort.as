// Sorting down each column, by a network of comparisons that is the same for all.

export function sort(network: usize, comparators: i32, stride: i32, count: i32, table: usize): void {
  const width = (<usize>((count + 7) & -8)) << 3;
  const row = (<usize>stride) << 3;
  for (let k = 0; k < comparators; k++) {
    let upper = table + <usize>load<u32>(network + ((<usize>k) << 3)) * row;
    let lower = table + <usize>load<u32>(network + ((<usize>k) << 3), 4) * row;
    const end = upper + width;
    while (upper < end) {
      const a = v128.load(upper);
      const b = v128.load(lower);
      const c = v128.load(upper, 16);
      const d = v128.load(lower, 16);
      v128.store(upper, f64x2.pmax(a, b));
      v128.store(lower, f64x2.pmin(a, b));
      v128.store(upper, f64x2.pmax(c, d), 16);
      v128.store(lower, f64x2.pmin(c, d), 16);
      const e = v128.load(upper, 32);
      const f = v128.load(lower, 32);
      const g = v128.load(upper, 48);
      const h = v128.load(lower, 48);
      v128.store(upper, f64x2.pmax(e, f), 32);
      v128.store(lower, f64x2.pmin(e, f), 32);
      v128.store(upper, f64x2.pmax(g, h), 48);
      v128.store(lower, f64x2.pmin(g, h), 48);
      upper += 64;
      lower += 64;
    }
  }
}
