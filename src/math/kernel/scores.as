// Scores: two countries and eight draws at a time, so that what is loaded is used more than once.

export function scores(
  n: i32,
  m: i32,
  stride: i32,
  count: i32,
  mask: i32,
  points: usize,
  weights: usize,
  keys: usize,
): void {
  const row = (<usize>stride) << 3;
  const width = (<usize>((count + 7) & -8)) << 3;
  const kept = i64x2.splat(~(<i64>mask));
  for (let i = 0; i < n; i += 2) {
    const other = min(i + 1, n - 1);
    const numberA = i64x2.splat(i);
    const numberB = i64x2.splat(other);
    for (let offset: usize = 0; offset < width; offset += 64) {
      let pointA = points + ((<usize>(i * m)) << 3);
      let pointB = points + ((<usize>(other * m)) << 3);
      const end = pointA + ((<usize>m) << 3);
      let weight = weights + offset;
      let a0 = f64x2.splat(0),
        a1 = f64x2.splat(0),
        a2 = f64x2.splat(0),
        a3 = f64x2.splat(0);
      let b0 = f64x2.splat(0),
        b1 = f64x2.splat(0),
        b2 = f64x2.splat(0),
        b3 = f64x2.splat(0);
      while (pointA < end) {
        const a = v128.load_splat<f64>(pointA);
        const b = v128.load_splat<f64>(pointB);
        const w0 = v128.load(weight);
        a0 = f64x2.add(a0, f64x2.mul(a, w0));
        b0 = f64x2.add(b0, f64x2.mul(b, w0));
        const w1 = v128.load(weight, 16);
        a1 = f64x2.add(a1, f64x2.mul(a, w1));
        b1 = f64x2.add(b1, f64x2.mul(b, w1));
        const w2 = v128.load(weight, 32);
        a2 = f64x2.add(a2, f64x2.mul(a, w2));
        b2 = f64x2.add(b2, f64x2.mul(b, w2));
        const w3 = v128.load(weight, 48);
        a3 = f64x2.add(a3, f64x2.mul(a, w3));
        b3 = f64x2.add(b3, f64x2.mul(b, w3));
        pointA += 8;
        pointB += 8;
        weight += row;
      }
      const keyA = keys + <usize>i * row + offset;
      v128.store(keyA, v128.or(v128.and(a0, kept), numberA));
      v128.store(keyA, v128.or(v128.and(a1, kept), numberA), 16);
      v128.store(keyA, v128.or(v128.and(a2, kept), numberA), 32);
      v128.store(keyA, v128.or(v128.and(a3, kept), numberA), 48);
      const keyB = keys + <usize>other * row + offset;
      v128.store(keyB, v128.or(v128.and(b0, kept), numberB));
      v128.store(keyB, v128.or(v128.and(b1, kept), numberB), 16);
      v128.store(keyB, v128.or(v128.and(b2, kept), numberB), 32);
      v128.store(keyB, v128.or(v128.and(b3, kept), numberB), 48);
    }
  }
}
