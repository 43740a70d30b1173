// What is uncertain, as it is written: `--vary normalise=minmax/zscore`, or under "vary" in a recipe.
import { at } from '../../math/at.ts';
import { regions } from '../../methods/region/table.ts';
import { steps } from '../../methods/steps.ts';
import type { Path } from '../../model/fault.ts';
import { complete, type Choice } from '../../model/registry.ts';
import type { Vary, VariedStep } from '../../model/recipe.ts';
import { didYouMean, list } from '../../model/words.ts';
import { readChoice, readChoices } from './choice/choice.ts';
import { isRecord, show, under, type Complain, type Complaint } from './complaint.ts';
import { splitOnce } from './split.ts';

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

type VarySoFar = { -readonly [Key in keyof Vary]: Vary[Key] };

/**
 * Reads what varies, complaining of all that cannot; a list holds what several --vary say, a record has a key
 * for each.
 */
export function readVary(written: unknown, complain: Complain): Vary {
  const vary: VarySoFar = {};
  for (const { name, value, path } of entriesOf(written, complain)) {
    const complainOfEntry = under(complain, ...path);
    if (isRepeated(vary, name, value)) complain(saidTwice(name), path);
    else if (name === 'region') vary.region = readRegion(value, complainOfEntry);
    else if (name === 'methods' && isRecord(value))
      for (const [step, choices] of Object.entries(value))
        readEntry(vary, step, choices, under(complainOfEntry, step));
    else readEntry(vary, name, value, complainOfEntry);
  }
  return vary;
}

/** Whether it was said before: the second would silently take the place of the first. */
function isRepeated(vary: Vary, name: string, value: unknown): boolean {
  const step = variedSteps.find((one) => one === name);
  const share = shares.find((one) => one === name);
  if (step === 'weights' && isRegion(value)) return vary.region !== undefined;
  if (step !== undefined) return vary.methods?.[step] !== undefined;
  return share !== undefined && vary[share] !== undefined;
}

function saidTwice(name: string): Complaint {
  return badVary(
    `"${name}" is varied twice`,
    'write it once: normalise=minmax/zscore for several methods, weights=around:50%+ratio:3 for ' +
      'several regions',
    name,
  );
}

/** What varies, and over what; the path is where it stands in what is written. */
interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

function entriesOf(written: unknown, complain: Complain): Entry[] {
  if (isRecord(written))
    return Object.entries(written).map(([name, value]) => ({ name, value, path: [name] }));
  const all: unknown[] = Array.isArray(written) ? written : [written];
  const entries: Entry[] = [];
  for (const one of all) {
    const [name, value] = typeof one === 'string' ? splitOnce(one, '=') : ['', null];
    // What has no value is a flag.
    if (name !== '') entries.push({ name: name.trim(), value: value ?? true, path: [] });
    else {
      const fix = 'write normalise=minmax/zscore, weights=around:25% or noise=5%';
      complain(badVary(`what varies cannot be ${show(one)}`, fix, show(one)), []);
    }
  }
  return entries;
}

function readEntry(vary: VarySoFar, name: string, value: unknown, complain: Complain): void {
  const step = variedSteps.find((one) => one === name);
  const share = shares.find((one) => one === name);
  const flag = flags.find((one) => one === name);
  const region = step === 'weights' ? loneRegion(value) : null;
  if (region !== null) vary.region = readRegion(region, complain);
  else if (step !== undefined) vary.methods = { ...vary.methods, [step]: readMethods(step, value, complain) };
  else if (share !== undefined) vary[share] = readShare(share, value, complain);
  else if (flag !== undefined) {
    if (readFlag(flag, value, complain)) vary[flag] = true;
  } else {
    const what = `"${name}" is not a choice that can vary${didYouMean(name, names)}`;
    complain(badVary(what, `choose one of ${list(names)}`, name), []);
  }
}

function readFlag(flag: string, value: unknown, complain: Complain): boolean {
  if (value === true || value === 'true' || value === 'yes') return true;
  if (value !== false)
    complain(
      badVary(`"${flag}" takes no value, not ${show(value)}`, `write --vary ${flag}`, show(value)),
      [],
    );
  return false;
}

/** A step alone, as in `--vary weights`. */
function noMethods(step: VariedStep): Complaint {
  const example = Object.keys(steps[step].table).slice(0, 2).join('/');
  const fix =
    step === 'weights' ? 'name a region: weights=around:25%' : `name several methods: ${step}=${example}`;
  return badVary(`"${step}" alone does not say what it may be`, fix, step);
}

/** Methods with slashes between them, or a list of them. */
function readMethods(step: VariedStep, value: unknown, complain: Complain): Choice[] {
  if (value === true) {
    complain(noMethods(step), []);
    return [];
  }
  const alternatives = alternativesOf(value);
  const choices: Choice[] = [];
  for (const one of alternatives) {
    const choice = readChoice(step, one, complain);
    if (choice !== null) choices.push(complete(steps[step].table, choice));
  }
  if (choices.length === alternatives.length && choices.length < 2) {
    const example = Object.keys(steps[step].table).slice(0, 2).join('/');
    complain(
      badVary(
        `"${step}" has only one method, so nothing varies`,
        `write several, separated by slashes: ${step}=${example}`,
        show(value),
      ),
      [],
    );
  }
  return choices;
}

function alternativesOf(value: unknown): unknown[] {
  if (typeof value === 'string') return alternativesIn(value);
  return Array.isArray(value) ? value : [value];
}

/**
 * Slashes part methods; after a parameter by name they part the items of a list, unless a method's name
 * follows.
 */
function alternativesIn(text: string): string[] {
  const methods = new Set(Object.values(steps).flatMap(({ table }) => Object.keys(table)));
  const alternatives: string[] = [];
  for (const part of text.split('/')) {
    const last = alternatives.at(-1);
    const name = at(part.split(/[:=]/, 1), 0).trim();
    const isInList = last !== undefined && /:.*=/.test(last);
    const isMethod = methods.has(name) || !isInList || /^[^:]+=/.test(part);
    if (last === undefined || isMethod) alternatives.push(part);
    else alternatives[alternatives.length - 1] = `${last}/${part}`;
  }
  return alternatives;
}

/** The region that weights vary over, if there is one and nothing else. */
function loneRegion(value: unknown): string | null {
  const [first, ...others] = alternativesOf(value);
  return others.length === 0 && isRegion(first) ? first : null;
}

function isRegion(written: unknown): written is string {
  return typeof written === 'string' && Object.hasOwn(regions, at(written.split(/[:@+]/, 1), 0));
}

function readRegion(written: unknown, complain: Complain): Choice[] {
  return readChoices('region', written, complain).map((choice) => complete(regions, choice));
}

function readShare(name: string, value: unknown, complain: Complain): number {
  const share = shareIn(value);
  if (share > 0 && share <= 1) return share;
  const not = value === true ? '' : `, not ${show(value)}`;
  complain(
    badVary(
      `"${name}" takes a share above 0 % and up to 100 %${not}`,
      `write, for example, ${name}=5%`,
      show(value),
    ),
    [],
  );
  return 0;
}

/** A share as a number or as a percentage; NaN if it is neither. */
function shareIn(value: unknown): number {
  if (typeof value === 'number') return value;
  const percent = /^\s*([\d.]+)\s*%\s*$/.exec(show(value).replaceAll('"', ''))?.[1];
  return percent === undefined ? Number.NaN : Number(percent) / 100;
}

function badVary(what: string, fix: string, value: string): Complaint {
  return { code: 'vary/bad', value, what, fix };
}
