// A method as it is written, `power:p=-2` or { "method": "power", "p": -2 }, checked against the table of its
// step.
import * as v from 'valibot';
import { steps } from '../../methods/steps.ts';
import type { Problem } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import { complete, type Choice, type Method, type Parameter, type Values } from '../../model/registry.ts';
import type { Fault, Path } from '../../model/fault.ts';
import { faultsIn } from '../../model/schema.ts';
import { areAll, didYouMean, list, quoted } from '../../model/words.ts';
import { weightProblem } from '../cells/weight.ts';

/** A problem without its place, and where inside the written value it is. */
export type Complaint = Omit<Problem, 'severity' | 'place'>;
export type Complain = (complaint: Complaint, path: Path) => void;

/** Reads one method; complains and gives null if it is not one. */
export function readChoice(step: StepName, written: unknown, complain: Complain): Choice | null {
  if (typeof written === 'string') return readText(step, written, complain);
  if (!isRecord(written)) {
    complain(
      schema(
        `"${step}" cannot be ${show(written)}`,
        step === 'tiers' && Array.isArray(written)
          ? 'write { "method": "profile", "tiers": [ … ] }'
          : `write a method, such as "${example(step)}", or { "method": … }`,
      ),
      [],
    );
    return null;
  }
  const { method: name, ...values } = written;
  if (typeof name !== 'string') {
    complain(schema(`"${step}" does not say which method`, `add "method": one of ${names(step)}`), []);
    return null;
  }
  const method = methodOf(step, name, complain, ['method']);
  return method === null ? null : checkValues(name, method, values, complain);
}

/** Reads several methods, one after the other: what `select` takes. */
export function readChoices(step: StepName, written: unknown, complain: Complain): Choice[] {
  const all = (Array.isArray(written) ? written : [written]).flatMap((one: unknown) =>
    step === 'region' && typeof one === 'string' ? one.split('+') : [one],
  );
  return all.flatMap(
    (one, i) =>
      readChoice(step, one, (complaint, path) =>
        complain(complaint, Array.isArray(written) ? [i, ...path] : path),
      ) ?? [],
  );
}

function readText(step: StepName, text: string, complain: Complain): Choice | null {
  const written = expand(step, text.trim());
  const [name = '', rest] = written.split(/:(.*)/s);
  const method = methodOf(step, name, complain, []);
  return method === null ? null : readParameters(name, method, rest ?? '', complain);
}

/** `offence=2` are weights written down on the spot, `my.csv:name` is a set of another file. */
function expand(step: StepName, text: string): string {
  // `around:25%@top`: which weights it is about stands behind.
  if (step === 'region')
    return text.replace(
      /^([^:@]*)(:?[^@]*)@(\w+)$/,
      (_, name: string, rest: string, at: string) => `${name}${rest === '' ? ':' : `${rest},`}at=${at}`,
    );
  if (step !== 'weights') return text;
  if (/\.csv:/i.test(text)) return text.startsWith('set:') ? text : `set:${text}`;
  return /^[^:]+=/.test(text) ? `inline:${text}` : text;
}

function methodOf(step: StepName, name: string, complain: Complain, path: Path): Method | null {
  const { table, noun } = steps[step];
  const method = Object.hasOwn(table, name) ? table[name] : undefined;
  if (method !== undefined) return method;
  const fix =
    step === 'weights'
      ? `choose one of ${names(step)}; a set of weights.csv is set:NAME, of another file my.csv:NAME`
      : `choose one of ${names(step)}`;
  complain(
    {
      code: 'recipe/unknown-method',
      value: name,
      what: `there is no ${noun} ${quoted(name)}${didYouMean(name, Object.keys(table))}`,
      fix,
    },
    path,
  );
  return null;
}

function readParameters(name: string, method: Method, text: string, complain: Complain): Choice | null {
  const positional = method.parameters.find((parameter) => parameter.positional);
  const values: Record<string, unknown> = {};
  const unnamed: string[] = [];
  const twice: string[] = [];
  for (const item of text.split(',')) {
    const [key = '', value] = item.split(/=(.*)/s).map((part) => part.trim());
    const parameter = method.parameters.find((one) => one.name === key);
    if (value !== undefined && Object.hasOwn(values, key)) twice.push(key);
    if (value !== undefined && parameter !== undefined) values[key] = readValue(parameter, value);
    else if (
      value !== undefined &&
      positional?.kind !== 'text-list' &&
      positional?.kind !== 'number-by-code' &&
      positional?.kind !== 'text'
    )
      values[key] = value;
    else if (item.trim() !== '') unnamed.push(positional?.kind === 'text' ? item : item.trim());
  }
  if (unnamed.length > 0) {
    if (positional === undefined) {
      const takes = method.parameters.map((parameter) => `${parameter.name}=…`);
      complain(
        {
          code: 'recipe/unknown-parameter',
          value: unnamed.join(','),
          what: `"${name}" does not take "${unnamed.join(',')}"`,
          fix: takes.length === 0 ? `write "${name}" alone` : `name the parameter: ${list(takes)}`,
        },
        [],
      );
      return null;
    }
    const codes =
      positional.kind === 'number-by-code' ? unnamed.map((item) => item.split('=', 1)[0] ?? '') : [];
    twice.push(...codes.filter((code, i) => codes.indexOf(code) < i));
    values[positional.name] = readPositional(positional, unnamed);
  }
  if (twice[0] !== undefined) {
    complain(bad(`"${twice[0]}" is given twice`, 'write it once'), []);
    return null;
  }
  return checkValues(name, method, values, complain);
}

function readPositional(parameter: Parameter, items: readonly string[]): unknown {
  if (parameter.kind === 'number-list') return items.map(toNumber);
  if (parameter.kind === 'text-list') return items;
  if (parameter.kind === 'number-by-code')
    return Object.fromEntries(
      items.map((item) => item.split(/=(.*)/s)).map(([code, value]) => [code, toNumber(value ?? '')]),
    );
  return readValue(parameter, items.join(','));
}

/** A value after `name=`; lists have slashes there. */
function readValue({ kind }: Parameter, text: string): unknown {
  if (kind === 'number' || kind === 'integer') return toNumber(text);
  if (kind === 'flag') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'number-list') return text.split('/').map(toNumber);
  if (kind === 'text-list') return text.split('/');
  return text;
}

function toNumber(text: string): unknown {
  const percent = /^\s*([\d.]+)\s*%\s*$/.exec(text)?.[1];
  const x = percent === undefined ? Number(text) : Number(percent) / 100;
  return text.trim() === '' || Number.isNaN(x) ? text : x;
}

/** Every parameter known, of its kind and within its limits, and none missing that must be given. */
function checkValues(
  name: string,
  method: Method,
  values: Readonly<Record<string, unknown>>,
  complain: Complain,
): Choice | null {
  let isSound = true;
  const refuse = (complaint: Complaint, path: Path): void => {
    isSound = false;
    complain(complaint, path);
  };
  const known = method.parameters.map((parameter) => parameter.name);
  for (const key of Object.keys(values).filter((one) => !known.includes(one))) {
    refuse(
      {
        code: 'recipe/unknown-parameter',
        value: key,
        what: `"${name}" has no parameter "${key}"${didYouMean(key, known)}`,
        fix: known.length === 0 ? `write "${name}" alone` : areAll('its parameter', known),
      },
      [key],
    );
  }
  const unknown = Object.keys(values).some((one) => !known.includes(one));
  for (const parameter of method.parameters) {
    const value = values[parameter.name] ?? null;
    if (value === null) {
      if (parameter.default === undefined && !unknown)
        refuse(
          bad(
            `"${name}" needs "${parameter.name}": ${parameter.meaning}`,
            `write it, as in ${sample(name, parameter)}`,
          ),
          [],
        );
      continue;
    }
    if (parameter.kind === 'number-by-code' && isRecord(value) && !Array.isArray(value)) {
      for (const [code, weight] of Object.entries(value)) {
        const problem = weightProblem(code, String(weight));
        if (problem !== null) refuse(problem, [parameter.name, code]);
      }
    } else {
      for (const { message, path } of faultsOf(parameter, value)) {
        refuse(
          {
            ...bad(
              `"${parameter.name}" of "${name}" ${message}`,
              `write, for example, ${sample(name, parameter)} (${parameter.name}: ${parameter.meaning})`,
            ),
            value: show(value),
          },
          [parameter.name, ...path],
        );
      }
    }
  }
  if (!isSound) return null;
  // oxlint-disable-next-line no-unsafe-type-assertion -- each value was just checked to be what its parameter takes
  const choice = { ...(values as Values), method: name };
  const together = method.check?.(complete({ [name]: method }, choice)) ?? null;
  if (together !== null)
    refuse(
      bad(
        `"${name}" cannot be taken like this: ${together}`,
        `cyberpower methods ${name} tells its parameters`,
      ),
      [],
    );
  return together === null ? choice : null;
}

function faultsOf(parameter: Parameter, value: unknown): readonly Fault[] {
  const [fault] = faultsIn(kindSchema(parameter))(value);
  if (fault !== undefined) return [{ message: `is ${show(value)}; ${fault.message}`, path: [] }];
  return (parameter.check?.(value) ?? []).map(({ message, path }) => ({
    message: `does not fit: ${message}`,
    path,
  }));
}

function kindSchema({ kind, least = -Infinity, most = Infinity }: Parameter): v.GenericSchema {
  const limits = [least === -Infinity ? '' : `from ${least}`, most === Infinity ? '' : `to ${most}`]
    .filter((part) => part !== '')
    .join(' ');
  const says = `it takes a number ${limits}`.trimEnd();
  const number = v.pipe(v.number(says), v.finite(says), v.minValue(least, says), v.maxValue(most, says));
  const whole = `it takes a whole number ${limits}`.trimEnd();
  switch (kind) {
    case 'number':
      return number;
    case 'integer':
      return v.pipe(v.number(whole), v.integer(whole), v.minValue(least, whole), v.maxValue(most, whole));
    case 'flag':
      return v.boolean('it takes true or false');
    case 'number-list':
      return v.pipe(
        v.array(
          v.pipe(v.number('it takes numbers'), v.finite('it takes numbers')),
          'it takes a list of numbers',
        ),
        v.minLength(1, 'it takes at least one number'),
      );
    case 'text-list':
      return v.pipe(
        v.array(v.string('it takes words'), 'it takes a list of words'),
        v.minLength(1, 'it takes at least one word'),
      );
    case 'number-by-code':
      return v.custom<object>(isRecord, 'it takes a number for each code');
    case 'text':
      return v.pipe(v.string('it takes a word'), v.nonEmpty('it takes a word'));
    case 'structure':
      return v.unknown();
  }
}

function sample(name: string, { name: parameter, kind, positional, example }: Parameter): string {
  if (kind === 'structure') return `{ "method": "${name}", "${parameter}": [ … ] }`;
  if (example !== undefined) return `${name}:${example}`;
  const value = {
    number: '0.5',
    integer: '3',
    flag: 'true',
    'number-list': '80,50',
    'text-list': positional === undefined ? 'High/Low' : 'offence,USA',
    'number-by-code': 'offence=2',
    text: 'my-set',
  }[kind];
  return positional === undefined ? `${name}:${parameter}=${value}` : `${name}:${value}`;
}

function names(step: StepName): string {
  return list(Object.keys(steps[step].table));
}

function example(step: StepName): string {
  return Object.keys(steps[step].table)[0] ?? '';
}

function schema(what: string, fix: string): Complaint {
  return { code: 'recipe/schema', what, fix };
}

function bad(what: string, fix: string): Complaint {
  return { code: 'recipe/bad-parameter', what, fix };
}

/** A value as it stands in a message. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
