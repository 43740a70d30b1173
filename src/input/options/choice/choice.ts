// A method as it is written, `power:p=-2` or { "method": "power", "p": -2 }, checked against the table of its
// step.
import { at } from '../../../math/at.ts';
import { steps } from '../../../methods/steps.ts';
import type { Path } from '../../../model/fault.ts';
import type { StepName } from '../../../model/recipe.ts';
import type { Choice, Method } from '../../../model/registry.ts';
import { didYouMean, list, quoted } from '../../../model/words.ts';
import { checkValues } from './check.ts';
import { badForm, isRecord, show, under, type Complain, type Complaint } from '../complaint.ts';
import { readParameters } from './parameters.ts';
import { splitOnce } from '../split.ts';

/** Reads one method; complains and gives null if it is not one. */
export function readChoice(step: StepName, written: unknown, complain: Complain): Choice | null {
  if (typeof written === 'string') return readText(step, written, complain);
  if (!isRecord(written)) {
    complain(notAChoice(step, written), []);
    return null;
  }
  const { method: name, ...values } = written;
  if (typeof name !== 'string') {
    complain(badForm(`"${step}" names no method`, `add "method": one of ${methodNames(step)}`), []);
    return null;
  }
  const method = methodOf(step, name, complain, ['method']);
  return method === null ? null : checkValues(name, method, values, complain);
}

/** Reads several methods, one after the other: what `select` takes. */
export function readChoices(step: StepName, written: unknown, complain: Complain): Choice[] {
  const choices: Choice[] = [];
  for (const [i, one] of choicesIn(step, written).entries()) {
    const choice = readChoice(step, one, Array.isArray(written) ? under(complain, i) : complain);
    if (choice !== null) choices.push(choice);
  }
  return choices;
}

/** The methods of a list; regions may be joined by a plus sign too. */
function choicesIn(step: StepName, written: unknown): unknown[] {
  const all: unknown[] = Array.isArray(written) ? written : [written];
  if (step !== 'region') return all;
  return all.flatMap((one) => (typeof one === 'string' ? one.split('+') : [one]));
}

function readText(step: StepName, text: string, complain: Complain): Choice | null {
  const [name, rest] = splitOnce(inFull(step, text.trim()), ':');
  const method = methodOf(step, name, complain, []);
  if (method === null) return null;
  const values = readParameters(name, method, rest ?? '', complain);
  return values === null ? null : checkValues(name, method, values, complain);
}

/** What is written for short, as a method and its parameters. */
function inFull(step: StepName, text: string): string {
  if (step === 'region') return withWeightsNamed(text);
  const { table } = steps[step];
  if (Object.hasOwn(table, splitOnce(text, ':')[0])) return text;
  const meant = Object.entries(table).find(([, { isMeantBy }]) => isMeantBy?.(text) === true);
  return meant === undefined ? text : `${meant[0]}:${text}`;
}

/** `around:25%@top`: which weights it is about stands behind. */
function withWeightsNamed(text: string): string {
  return text.replace(
    /^([^:@]*)(:?[^@]*)@(\w+)$/,
    (_, name: string, rest: string, which: string) => `${name}${rest === '' ? ':' : `${rest},`}at=${which}`,
  );
}

function methodOf(step: StepName, name: string, complain: Complain, path: Path): Method | null {
  const { table, noun } = steps[step];
  const method = Object.hasOwn(table, name) ? table[name] : undefined;
  if (method !== undefined) return method;
  const orSet = step === 'weights' ? '; a set of weights.csv is set:NAME, of another file my.csv:NAME' : '';
  complain(
    {
      code: 'recipe/unknown-method',
      value: name,
      what: `there is no ${noun} ${quoted(name)}${didYouMean(name, Object.keys(table))}`,
      fix: `choose one of ${methodNames(step)}${orSet}`,
    },
    path,
  );
  return null;
}

function notAChoice(step: StepName, written: unknown): Complaint {
  const example = at(Object.keys(steps[step].table), 0);
  return badForm(
    `"${step}" cannot be ${show(written)}`,
    step === 'tiers' && Array.isArray(written)
      ? 'write { "method": "profile", "tiers": [ … ] }'
      : `write a method, such as "${example}", or { "method": … }`,
  );
}

function methodNames(step: StepName): string {
  return list(Object.keys(steps[step].table));
}
