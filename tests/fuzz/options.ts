// Options of every command, and methods of every step with parameters of their kind, mostly within bounds.
import { steps } from '../../src/methods/steps.ts';
import type { StepName } from '../../src/model/recipe.ts';
import type { Parameter } from '../../src/model/registry.ts';
import type { Random } from '../support/random.ts';
import { anyText, specialNumbers } from './words.ts';

/** `--normalise minmax:low=0` of a random step, as two arguments. */
export function methodOption(
  random: Random,
  codes: readonly string[],
  countries: readonly string[],
): string[] {
  const step = random.pick(stepNames);
  return [`--${step}`, writtenMethod(random, step, { codes, countries })];
}

const stepNames = Object.keys(steps).filter((step): step is StepName => step !== 'region');

interface Names {
  readonly codes: readonly string[];
  readonly countries: readonly string[];
}

export function writtenMethod(random: Random, step: StepName, names: Names): string {
  const [name, method] = random.pick(Object.entries(steps[step].table));
  const parameters = method.parameters.filter(
    ({ default: usual }) => usual === undefined || random.chance(0.4),
  );
  const values = parameters.map((one) =>
    one.positional === true ? valueOf(random, one, names) : `${one.name}=${valueOf(random, one, names)}`,
  );
  return values.length === 0 ? name : `${name}:${values.join(',')}`;
}

function valueOf(random: Random, { kind, example, least, most, meaning }: Parameter, names: Names): string {
  if (random.chance(0.03)) return anyText(random);
  if (example !== undefined && random.chance(0.3)) return example.replace(/^\w+=/, '');
  switch (kind) {
    case 'number':
      return numberOf(random, least ?? -3, most ?? 4, false);
    case 'integer':
      return numberOf(random, least ?? 0, most ?? 4, true);
    case 'flag':
      return random.pick(['true', 'false', 'yes']);
    case 'number-list':
      return random.pick(['50', '80,40', '0.2,0.8', '1,1']);
    case 'text-list':
      return random
        .shuffled(/countr/.test(meaning) ? names.countries : names.codes)
        .slice(0, 3)
        .join(',');
    case 'number-by-code':
      return names.codes.map((code) => `${code}=${random.whole(0, 3)}`).join(',');
    case 'text':
      return random.pick([...names.codes, ...names.countries, 'hawks', 'levels', 'year']);
    case 'structure':
      return random.pick(['[]', '{}', 'x']);
  }
}

function numberOf(random: Random, least: number, most: number, isWhole: boolean): string {
  if (random.chance(0.05)) return random.pick(specialNumbers);
  const x = least + random.next() * (Math.min(most, least + 10) - least);
  return String(isWhole ? Math.round(x) : Math.round(x * 100) / 100);
}

/** What is written after an option, by what stands in its flags. */
export function optionValue(random: Random, flags: string, names: Names): string {
  if (random.chance(0.04)) return anyText(random);
  const choices = usual.find(([pattern]) => pattern.test(flags))?.[1];
  return choices === undefined ? anyText(random) : random.pick(choices(names));
}

const usual: readonly (readonly [RegExp, (names: Names) => readonly string[]])[] = [
  [/<format>/, () => ['text', 'json', 'csv', 'tsv', 'markdown', 'md', 'dot']],
  [
    /--region/,
    ({ codes }) => [
      'any',
      'around:25%',
      'ratio:2',
      'sets',
      'mix:10%',
      `order:${codes.slice(0, 2).join(',')}`,
      'any+around:50%',
      'published',
      'around:10%@top',
    ],
  ],
  [/--vary/, () => ['noise=5%', 'ratings=10%', 'drop', 'raters', 'normalise=minmax/zscore', 'weights=any']],
  [/--to-rank/, () => ['1', '2', '99']],
  [/--to-tier|--to/, () => ['ranks', 'tiers', 'scores', 'Tier 1', 'A', '1']],
  [/<levels>/, () => ['1', '2', 'all']],
  [/<n>/, () => ['1', '2', '3']],
  [/--(only|fixed|of|countries)/, ({ countries, codes }) => [...countries, ...codes, 'top:1', 'shift']],
  [/--where/, () => ['region=Europe', 'x=y']],
  [/--sort/, ({ codes }) => ['name', 'score:desc', 'rank', ...codes]],
  [/--fields/, ({ codes }) => ['name,rank', 'score', codes.join(','), '__proto__']],
  [/--year/, () => ['2020', '2021', 'latest', '1999']],
  [/--color/, () => ['never', 'auto']],
  [/--decimal/, () => ['.', ',']],
  [/--ties/, () => ['for', 'against']],
  [/--steps/, () => ['impute,screen', 'treat,impute']],
  [/--hasse/, () => ['layers', 'dot', 'mermaid']],
];
