import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../src/math/random/random.ts';
import { dominates, layers, paretoFronts } from '../../../src/methods/tier/layers.ts';

/** Front by front, as the definition says it. */
function plainFronts(rows: readonly (readonly number[] | null)[]): (number | null)[] {
  const fronts: (number | null)[] = rows.map(() => null);
  let left = [...rows.keys()].filter((row) => rows[row] !== null);
  for (let front = 0; left.length > 0; front += 1) {
    const leading = left.filter(
      (row) => !left.some((other) => dominates(rows[other] ?? [], rows[row] ?? [])),
    );
    for (const row of leading) fronts[row] = front;
    left = left.filter((row) => !leading.includes(row));
  }
  return fronts;
}

describe('paretoFronts', () => {
  it('gives the fronts of the definition, ties and missing scores too', () => {
    const random = randomOf(7, 0);
    for (let trial = 0; trial < 200; trial += 1) {
      const [width, levels] = [1 + Math.floor(random() * 4), 2 + Math.floor(random() * 9)];
      const rows = Array.from({ length: Math.floor(random() * 40) }, () =>
        random() < 0.1 ? null : Array.from({ length: width }, () => Math.floor(random() * levels)),
      );
      expect(paretoFronts(rows)).toEqual(plainFronts(rows));
    }
  });
});

it('layers name all who dominate a country from each layer on, in whatever order they are asked', () => {
  const random = randomOf(8, 0);
  const scores = Array.from({ length: 30 }, () => [Math.floor(random() * 6), Math.floor(random() * 6)]);
  const { placements } = layers({
    names: scores.map((_, row) => `C${row}`),
    rated: [0, 1].map((i) => ({ direction: 1, weight: 1, scores: scores.map((one) => one[i] ?? null) })),
  });
  const fronts = plainFronts(scores);
  const kept = placements.map(({ conditions }) => conditions);
  for (const [row, conditions] of [...kept.entries()].toReversed())
    for (const [layer, [condition]] of conditions.entries()) {
      const ahead = scores.flatMap((one, other) =>
        dominates(one, scores[row] ?? []) && (fronts[other] ?? 0) >= layer ? [`C${other}`] : [],
      );
      expect(condition?.contributing.map(({ code }) => code)).toEqual(ahead);
      expect(condition?.counted).toBe(ahead.length);
      expect(condition?.met).toBe(ahead.length === 0);
    }
});
