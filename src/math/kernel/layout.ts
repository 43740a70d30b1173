// Where everything lies in the kernel's memory, and how many draws go through it at a time.
import { sortingNetwork } from './network.ts';

/** Byte offsets of tables, and the sizes that they follow from. */
export interface Layout {
  /** Draws at a time, and numbers in a row. */
  readonly stride: number;
  /** The bits of a key that say whose it is. */
  readonly mask: number;
  readonly comparators: readonly (readonly [number, number])[];
  readonly cutComparators: readonly (readonly [number, number])[];
  readonly weightComparators: readonly (readonly [number, number])[];
  readonly state: number;
  readonly limits: number;
  readonly points: number;
  readonly network: number;
  readonly cutNetwork: number;
  readonly weightNetwork: number;
  readonly pairs: number;
  /** Counts, up to `weights`. */
  readonly ranks: number;
  readonly firsts: number;
  readonly wins: number;
  readonly weights: number;
  readonly candidates: number;
  readonly keys: number;
  readonly end: number;
}

/** As many keys as stay in the nearer caches; measured. */
const CACHED_KEYS = 6400;

/** The layout for n countries, m variables and so many pairs to be counted. */
export function layoutOf(
  n: number,
  m: number,
  pairs: number,
  source: 'simplex' | 'order' | 'box' | 'given',
): Layout {
  const stride = 8 * Math.min(32, Math.max(1, Math.floor(CACHED_KEYS / (8 * Math.max(n, m)))));
  const comparators = sortingNetwork(n);
  const cutComparators = source === 'simplex' || source === 'order' ? sortingNetwork(m - 1) : [];
  const weightComparators = source === 'order' ? sortingNetwork(m) : [];
  let end = 1024;
  const room = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 64) * 64;
    return start;
  };
  return {
    stride,
    mask: 2 ** Math.ceil(Math.log2(Math.max(1, n))) - 1,
    comparators,
    cutComparators,
    weightComparators,
    state: room(68),
    limits: room(16 * m),
    points: room(8 * n * m),
    network: room(8 * comparators.length),
    cutNetwork: room(8 * cutComparators.length),
    weightNetwork: room(8 * weightComparators.length),
    pairs: room(8 * pairs),
    ranks: room(4 * n * n),
    firsts: room(8 * n * m),
    wins: room(8 * pairs),
    weights: room(8 * m * stride),
    candidates: room(source === 'box' ? 8 * m * stride : 0),
    keys: room(8 * n * stride),
    end: room(0),
  };
}
