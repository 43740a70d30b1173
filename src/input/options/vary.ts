// What is uncertain, as it is written: `--vary normalise=minmax/zscore`, or under "vary" in a recipe.
import { steps } from '../../methods/steps.ts';
import { regions } from '../../methods/region/table.ts';
import { complete, type Choice } from '../../model/registry.ts';
import type { Vary, VariedStep } from '../../model/vary.ts';
import type { Path } from '../../model/fault.ts';
import { didYouMean, list } from '../../model/words.ts';
import { isRecord, readChoice, readChoices, show, type Complain } from './choice.ts';

export const variedSteps = [
  'denominate',
  'transform',
  'screen',
  'impute',
  'treat',
  'missing',
  'normalise',
  'weights',
  'aggregate',
] as const satisfies readonly VariedStep[];
const shares = ['noise', 'ratings'] as const;
const flags = ['drop', 'raters'] as const;
const names = [...variedSteps, ...shares, ...flags];

/**
 * Reads what varies, complaining of all that cannot; a list holds what several --vary say, a record has a key
 * for each.
 */
export function readVary(written: unknown, complain: Complain): Vary {
  const vary: { -readonly [Key in keyof Vary]: Vary[Key] } = {};
  for (const { name, value, path } of entriesOf(written, complain)) {
    const within: Complain = (complaint, inside) => complain(complaint, [...path, ...inside]);
    if (isSaid(vary, name, value))
      complain(
        {
          code: 'vary/bad',
          value: name,
          what: `what "${name}" varies over is said twice`,
          fix:
            'say it once, with slashes between methods, as normalise=minmax/zscore; + joins regions, as ' +
            'weights=around:50%+ratio:3',
        },
        path,
      );
    else if (name === 'region')
      vary.region = readChoices('region', value, within).map((choice) => complete(regions, choice));
    else if (name === 'methods' && isRecord(value))
      for (const [step, choices] of Object.entries(value))
        readOne(vary, step, choices, (complaint, inside) => within(complaint, [step, ...inside]));
    else readOne(vary, name, value, within);
  }
  return vary;
}

/** Whether it was said before: the second would silently take the place of the first. */
function isSaid(vary: Vary, name: string, value: unknown): boolean {
  const step = variedSteps.find((one) => one === name);
  const share = shares.find((one) => one === name);
  if (step === 'weights' && isRegion(value)) return vary.region !== undefined;
  return (
    (step !== undefined && vary.methods?.[step] !== undefined) ||
    (share !== undefined && vary[share] !== undefined)
  );
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

function entriesOf(written: unknown, complain: Complain): Entry[] {
  if (isRecord(written) && !Array.isArray(written))
    return Object.entries(written).map(([name, value]) => ({ name, value, path: [name] }));
  const texts = Array.isArray(written) ? written : [written];
  return texts.flatMap((one: unknown): Entry[] => {
    const [name = '', value] = typeof one === 'string' ? one.split(/=(.*)/s) : [];
    if (name !== '') return [{ name: name.trim(), value: value ?? true, path: [] }];
    complain(
      {
        code: 'vary/bad',
        value: show(one),
        what: `what varies cannot be ${show(one)}`,
        fix: 'write normalise=minmax/zscore, weights=around:25% or noise=5%',
      },
      [],
    );
    return [];
  });
}

function readOne(
  vary: { -readonly [Key in keyof Vary]: Vary[Key] },
  name: string,
  value: unknown,
  complain: Complain,
): void {
  const step = variedSteps.find((one) => one === name);
  const share = shares.find((one) => one === name);
  const flag = flags.find((one) => one === name);
  if (step !== undefined) readMethods(vary, step, value, complain);
  else if (share !== undefined) vary[share] = readShare(share, value, complain);
  else if (flag !== undefined) {
    if (value === true || value === 'true' || value === 'yes') vary[flag] = true;
    else if (value !== false)
      complain(
        {
          code: 'vary/bad',
          value: show(value),
          what: `"${flag}" takes no value, not ${show(value)}`,
          fix: `write --vary ${flag}`,
        },
        [],
      );
  } else
    complain(
      {
        code: 'vary/bad',
        value: name,
        what: `there is no "${name}" that could vary${didYouMean(name, names)}`,
        fix: `choose one of ${list(names)}`,
      },
      [],
    );
}

/** Methods with slashes between them, or a list of them; of weights, a region too. */
function readMethods(
  vary: { -readonly [Key in keyof Vary]: Vary[Key] },
  step: VariedStep,
  value: unknown,
  complain: Complain,
): void {
  const alternatives: unknown[] =
    typeof value === 'string' ? alternativesIn(value) : Array.isArray(value) ? value : [value];
  if (step === 'weights' && alternatives.length === 1 && isRegion(alternatives[0])) {
    vary.region = readChoices('region', alternatives[0], complain).map((choice) => complete(regions, choice));
    return;
  }
  const choices = alternatives
    .flatMap((one) => readChoice(step, one, complain) ?? [])
    .map((choice: Choice) => complete(steps[step].table, choice));
  if (choices.length === alternatives.length && choices.length < 2)
    complain(
      {
        code: 'vary/bad',
        value: show(value),
        what: `one method of "${step}" alone does not vary`,
        fix:
          'write several with slashes between them: ' +
          `${step}=${Object.keys(steps[step].table).slice(0, 2).join('/')}`,
      },
      [],
    );
  vary.methods = { ...vary.methods, [step]: choices };
}

/**
 * Slashes part methods; after a parameter by name they part the items of a list, unless a method's name
 * follows.
 */
function alternativesIn(text: string): string[] {
  const methods = new Set(Object.values(steps).flatMap(({ table }) => Object.keys(table)));
  return text.split('/').reduce<string[]>((parts, part) => {
    const isMethod =
      methods.has(part.split(/[:=]/, 1)[0]?.trim() ?? '') ||
      !/:.*=/.test(parts.at(-1) ?? '') ||
      /^[^:]+=/.test(part);
    return isMethod ? [...parts, part] : [...parts.slice(0, -1), `${parts.at(-1) ?? ''}/${part}`];
  }, []);
}

function isRegion(written: unknown): boolean {
  const name = typeof written === 'string' ? (written.split(/[:@+]/, 1)[0] ?? '') : '';
  return Object.hasOwn(regions, name);
}

function readShare(name: string, value: unknown, complain: Complain): number {
  const share =
    typeof value === 'number'
      ? value
      : Number(/^\s*([\d.]+)\s*%\s*$/.exec(show(value).replaceAll('"', ''))?.[1] ?? Number.NaN) / 100;
  if (share > 0 && share <= 1) return share;
  complain(
    {
      code: 'vary/bad',
      value: show(value),
      what: `"${name}" takes a share above 0 % and up to 100 %${value === true ? '' : `, not ${show(value)}`}`,
      fix: `write, for example, ${name}=5%`,
    },
    [],
  );
  return 0;
}
