// A case out of a seed: files, a command line, and what it is about.
import { commands } from '../../src/commands/index.ts';
import type { Command } from '../../src/commands/command.ts';
import { Random } from '../support/random.ts';
import { editionOf, type Files, type Sketch } from './editions.ts';
import { bytesOf, mutated } from './mutate.ts';
import { methodOption, optionValue } from './options.ts';
import { anyText } from './words.ts';

export interface Case {
  readonly seed: number;
  readonly files: Files;
  /** `EDITION` stands for the folder of the files. */
  readonly args: readonly string[];
  readonly command: string;
}

/** They write, or read files that are named: tests of their own are about these. */
const leftOut = /--(output|replicates|recipe|threads|draws|max-size|expect|from|annotate|debug|help)\b/;
export const EDITION = 'EDITION';
const withoutEdition = ['methods', 'editions', 'schema', 'problems', 'init'];
/** Those that are asked most are tried most. */
const asked = commands.map(({ name }) => name).filter((name) => !withoutEdition.includes(name));

export async function caseOf(seed: number): Promise<Case> {
  const random = new Random(seed);
  const sketch = editionOf(random);
  const name = random.chance(0.96) ? random.pick(asked) : random.pick(withoutEdition.slice(0, 4));
  const entry = commands.find((one) => one.name === name);
  if (entry === undefined) throw new Error(name);
  const args = [name, ...argumentsOf(random, name, sketch), ...optionsOf(random, await entry.load(), sketch)];
  return { seed, files: filesOf(random, sketch.files), args: spoiled(random, args), command: name };
}

function filesOf(random: Random, files: Files): Files {
  if (random.chance(0.85)) return files;
  return random.chance(0.1) ? { 'scores.csv': bytesOf(random) } : mutated(random, files);
}

function argumentsOf(random: Random, name: string, { codes, countries }: Sketch): string[] {
  if (withoutEdition.includes(name)) return random.chance(0.5) ? [] : [anyText(random)];
  if (name === 'explain') return [random.pick(countries), '-e', EDITION];
  if (name === 'reach') return [random.pick(countries), '-e', EDITION, ...goalOf(random)];
  if (name === 'compare')
    return [
      ...random.shuffled(countries).slice(0, random.whole(random.chance(0.9) ? 2 : 1, 3)),
      '-e',
      EDITION,
    ];
  if (name === 'tiers')
    return [EDITION, '--tiers', random.pick(['thresholds:50', 'quantiles:3', 'breaks:2'])];
  if (name !== 'whatif') return [EDITION];
  const change = () =>
    random.chance(0.3)
      ? `weights.${random.pick(codes)}=${random.whole(0, 3)}`
      : `${random.pick([...countries, '*'])}.${random.pick(codes)}${random.pick(['=', '+=', '-=', '*='])}${random.whole(0, 5)}`;
  return [change(), ...(random.chance(0.3) ? [change()] : []), '-e', EDITION];
}

function goalOf(random: Random): string[] {
  if (random.chance(0.05)) return [];
  return random.chance(0.8)
    ? ['--to-rank', String(random.whole(1, 4))]
    : ['--to-tier', random.pick(['1', 'A', 'Tier 1'])];
}

function optionsOf(random: Random, { options }: Command, sketch: Sketch): string[] {
  const flags = options.map((one) => one.flags);
  const args = flags.some((one) => one.startsWith('--draws')) ? ['--draws', String(random.whole(1, 24))] : [];
  if (flags.some((one) => one.startsWith('--threads'))) args.push('--threads', '1');
  if (random.chance(0.3)) args.push('--format', random.pick(['json', 'csv', 'tsv', 'markdown']));
  const methods = random.chance(0.33) && flags.includes('--rank <method>') ? random.whole(1, 2) : 0;
  for (let i = 0; i < methods; i += 1) args.push(...methodOption(random, sketch.codes, sketch.countries));
  const others = flags.filter(
    (one) => !leftOut.test(one) && !/--to-|--all/.test(one) && !/<method>|<edition>|<format>/.test(one),
  );
  const more = random.chance(0.35) ? random.whole(1, 2) : 0;
  for (const one of random.shuffled(others).slice(0, more)) {
    const [, option = ''] = /(--[\w-]+)/.exec(one) ?? [];
    args.push(option, ...(one.includes('<') ? [optionValue(random, one, sketch)] : []));
  }
  return args;
}

/** Sometimes an argument is lost, or another one stands there. */
function spoiled(random: Random, args: readonly string[]): readonly string[] {
  if (!random.chance(0.04)) return args;
  const i = random.whole(0, args.length - 1);
  return random.chance(0.4) ? args.toSpliced(i, 1) : args.with(i, anyText(random));
}
