// Counting: who takes which rank, with which weights one is first, and who is ahead of whom.

export function tally(n: i32, m: i32, stride: i32, count: i32, mask: i32, tolerance: f64, keys: usize, weights: usize, ranks: usize, firsts: usize): void {
  const row = <usize>stride << 3;
  const clear = f64x2.splat(tolerance);
  for (let draw = 0; draw < count; draw += 2) {
    const column = <usize>draw << 3;
    let place = keys + column;
    let above = v128.load(place);
    let areApart = i64x2.splat(-1);
    for (let p = 1; p < n; p++) {
      place += row;
      const key = v128.load(place);
      areApart = v128.and(areApart, f64x2.gt(f64x2.sub(above, key), clear));
      above = key;
    }
    const lanes = min(2, count - draw);
    const isPlain = i64x2.all_true(areApart);
    for (let lane = 0; lane < lanes; lane++) {
      const own = column + (<usize>lane << 3);
      if (isPlain) inOrder(n, row, mask, keys + own, ranks);
      else withTies(n, m, row, mask, tolerance, keys + own, weights + own, ranks, firsts);
      if (isPlain) addWeights(m, row, weights + own, firsts + <usize>((load<u32>(keys + own) & mask) * m << 3));
    }
  }
}

// @ts-ignore: decorator
@inline
function inOrder(n: i32, row: usize, mask: u32, keys: usize, ranks: usize): void {
  let place = keys;
  let counts = ranks;
  const step = <usize>n << 2;
  for (let p = 0; p < n; p++) {
    const counter = counts + (<usize>(load<u32>(place) & mask) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
    place += row;
    counts += step;
  }
}

function withTies(n: i32, m: i32, row: usize, mask: u32, tolerance: f64, keys: usize, weights: usize, ranks: usize, firsts: usize): void {
  let ahead = 0;
  for (let p = 0; p < n; p++) {
    const place = keys + <usize>p * row;
    const key = load<f64>(place);
    while (load<f64>(keys + <usize>ahead * row) - key > tolerance) ahead++;
    const country = load<u32>(place) & mask;
    const counter = ranks + (<usize>(ahead * n + country) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
    if (ahead == 0) addWeights(m, row, weights, firsts + (<usize>(country * m) << 3));
  }
}

// @ts-ignore: decorator
@inline
function addWeights(m: i32, row: usize, weights: usize, sums: usize): void {
  let from = weights;
  let to = sums;
  for (let j = 0; j < m; j++) {
    store<f64>(to, load<f64>(to) + load<f64>(from));
    from += row;
    to += 8;
  }
}

export function pairs(list: usize, length: i32, stride: i32, count: i32, tolerance: f64, keys: usize, wins: usize): void {
  const row = <usize>stride << 3;
  const clear = f64x2.splat(tolerance);
  const width = <usize>(count & -2) << 3;
  for (let k = 0; k < length; k++) {
    const entry = list + (<usize>k << 3);
    const a = keys + <usize>load<u32>(entry) * row;
    const b = keys + <usize>load<u32>(entry, 4) * row;
    let forwards = i64x2.splat(0);
    let backwards = i64x2.splat(0);
    for (let offset: usize = 0; offset < width; offset += 16) {
      const x = v128.load(a + offset);
      const y = v128.load(b + offset);
      forwards = i64x2.sub(forwards, f64x2.gt(f64x2.sub(x, y), clear));
      backwards = i64x2.sub(backwards, f64x2.gt(f64x2.sub(y, x), clear));
    }
    let more = <u32>(i64x2.extract_lane(forwards, 0) + i64x2.extract_lane(forwards, 1));
    let less = <u32>(i64x2.extract_lane(backwards, 0) + i64x2.extract_lane(backwards, 1));
    if (count & 1) {
      const difference = load<f64>(a + width) - load<f64>(b + width);
      more += u32(difference > tolerance);
      less += u32(-difference > tolerance);
    }
    const counter = wins + (<usize>k << 3);
    store<u32>(counter, load<u32>(counter) + more);
    store<u32>(counter, load<u32>(counter, 4) + less, 4);
  }
}
