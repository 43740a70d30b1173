// What was compared, by name, and where the program and the check differ.
import { filesOf, type Sample } from './sample.ts';

export interface Mismatch {
  /** The kind of comparison, such as "bounds.ranks". */
  readonly name: string;
  readonly seed: number;
  readonly command: string;
  readonly about: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export class Findings {
  readonly sample: Sample;
  readonly mismatches: Mismatch[] = [];
  /** How often each kind of comparison was made. */
  readonly made = new Map<string, number>();

  constructor(sample: Sample) {
    this.sample = sample;
  }

  /** Notes whether two answers are the same, as JSON. */
  same(name: string, command: string, about: string, expected: unknown, actual: unknown): boolean {
    return this.holds(
      name,
      command,
      about,
      JSON.stringify(expected) === JSON.stringify(actual),
      expected,
      actual,
    );
  }

  /** Notes whether two numbers agree as far as 12 printed digits and floating point can. */
  near(
    name: string,
    command: string,
    about: string,
    expected: number,
    actual: unknown,
    slack = 1e-7,
  ): boolean {
    const isNear =
      typeof actual === 'number' && Math.abs(actual - expected) <= slack * (1 + Math.abs(expected));
    return this.holds(name, command, about, isNear, expected, actual);
  }

  holds(
    name: string,
    command: string,
    about: string,
    isSo: boolean,
    expected: unknown,
    actual: unknown,
  ): boolean {
    this.made.set(name, (this.made.get(name) ?? 0) + 1);
    if (!isSo) this.mismatches.push({ name, seed: this.sample.seed, command, about, expected, actual });
    return isSo;
  }
}

/** All that is needed to see a difference by hand: the files, the command and both answers. */
export function replay(sample: Sample, mismatches: readonly Mismatch[]): string {
  const files = Object.entries(filesOf(sample)).map(([name, text]) => `--- ${name}\n${text.trimEnd()}`);
  const answers = mismatches.map(
    ({ name, command, about, expected, actual }) =>
      `${name}: ${about}\n  ${command}\n  must be ${JSON.stringify(expected)}\n  is      ${JSON.stringify(actual)}`,
  );
  return [`seed ${sample.seed}`, ...files, '---', ...answers].join('\n');
}
