// Weights at random: xoshiro128** in four lanes, and what becomes a weighting of its numbers.

/** The four lanes are four draws, of each of which the rows are filled one after the other. */
export function uniforms(state: usize, rows: i32, stride: i32, count: i32, to: usize): void {
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let d = v128.load(state, 48);
  const half = f64x2.splat(0.5);
  const unit = f64x2.splat(2.3283064365386963e-10); // 2 to the power of -32
  const row = (<usize>stride) << 3;
  for (let draw = 0; draw < count; draw += 4) {
    let place = to + ((<usize>draw) << 3);
    for (let j = 0; j < rows; j++) {
      const product = i32x4.add(i32x4.shl(b, 2), b);
      const turned = v128.or(i32x4.shl(product, 7), i32x4.shr_u(product, 25));
      const word = i32x4.add(i32x4.shl(turned, 3), turned);
      const shifted = i32x4.shl(b, 9);
      c = v128.xor(c, a);
      d = v128.xor(d, b);
      b = v128.xor(b, c);
      a = v128.xor(a, d);
      c = v128.xor(c, shifted);
      d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21));
      const low = f64x2.convert_low_i32x4_u(word);
      const high = f64x2.convert_low_i32x4_u(v128.shuffle<i32>(word, word, 2, 3, 2, 3));
      v128.store(place, f64x2.mul(f64x2.add(low, half), unit));
      v128.store(place, f64x2.mul(f64x2.add(high, half), unit), 16);
      place += row;
    }
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, d, 48);
}

export function spacings(m: i32, stride: i32, count: i32, floors: usize, rest: f64, weights: usize): void {
  const share = f64x2.splat(rest);
  const row = (<usize>stride) << 3;
  for (let draw = 0; draw < count; draw += 2) {
    let place = weights + ((<usize>draw) << 3);
    let above = f64x2.splat(1);
    for (let j = 0; j < m; j++) {
      const cut = j < m - 1 ? v128.load(place) : f64x2.splat(0);
      v128.store(
        place,
        f64x2.add(v128.load_splat<f64>(floors + ((<usize>j) << 3)), f64x2.mul(share, f64x2.sub(above, cut))),
      );
      above = cut;
      place += row;
    }
  }
}

export function box(
  state: usize,
  m: i32,
  stride: i32,
  count: i32,
  limits: usize,
  most: i32,
  candidates: usize,
  weights: usize,
): i32 {
  const row = (<usize>stride) << 3;
  const rests = candidates + <usize>(m - 1) * row;
  const least = load<f64>(limits + ((<usize>(m - 1)) << 4));
  const greatest = least + load<f64>(limits + ((<usize>(m - 1)) << 4), 8);
  let next = load<i32>(state, 64);
  let fills = 0;
  let draw = 0;
  while (draw < count) {
    if (next == stride) {
      if (++fills > most) return 0;
      propose(state, m, stride, limits, candidates);
      next = 0;
    }
    const rest = load<f64>(rests + ((<usize>next) << 3));
    if (rest >= least && rest <= greatest) {
      let from = candidates + ((<usize>next) << 3);
      let to = weights + ((<usize>draw) << 3);
      for (let j = 0; j < m; j++) {
        store<f64>(to, load<f64>(from));
        from += row;
        to += row;
      }
      draw++;
    }
    next++;
  }
  store<i32>(state, next, 64);
  return 1;
}

function propose(state: usize, m: i32, stride: i32, limits: usize, candidates: usize): void {
  uniforms(state, m - 1, stride, stride, candidates);
  const row = (<usize>stride) << 3;
  for (let draw = 0; draw < stride; draw += 2) {
    let place = candidates + ((<usize>draw) << 3);
    let rest = f64x2.splat(1);
    for (let j = 0; j < m - 1; j++) {
      const limit = limits + ((<usize>j) << 4);
      const weight = f64x2.add(
        v128.load_splat<f64>(limit),
        f64x2.mul(v128.load_splat<f64>(limit, 8), v128.load(place)),
      );
      v128.store(place, weight);
      rest = f64x2.sub(rest, weight);
      place += row;
    }
    v128.store(place, rest);
  }
}
