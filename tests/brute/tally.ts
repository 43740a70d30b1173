// How often each kind of comparison was made and failed, over all seeds.
import type { Findings } from './findings.ts';

export class Tally {
  readonly made = new Map<string, number>();
  readonly seeds = new Map<string, number[]>();

  add({ made, mismatches, sample }: Findings): void {
    for (const [name, times] of made) this.made.set(name, (this.made.get(name) ?? 0) + times);
    for (const name of new Set(mismatches.map((one) => one.name)))
      this.seeds.set(name, [...(this.seeds.get(name) ?? []), sample.seed]);
  }
}

/** One line a kind: how often made, in how many editions it failed, and the first of them. */
export function summary({ made, seeds }: Tally): string {
  const lines = [...made]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => {
      const failed = seeds.get(name) ?? [];
      const where =
        failed.length === 0
          ? 'all agree'
          : `${failed.length} editions differ: ${failed.slice(0, 8).join(' ')}`;
      return `${name.padEnd(40)} ${String(times).padStart(6)}  ${where}`;
    });
  return `${lines.join('\n')}\n`;
}
