// Whether the parameters of a method fit: every one known, of its kind and within its limits, and none
// missing that must be given.
import type { Fault, Path } from '../../../model/fault.ts';
import { complete, type Choice, type Method, type Parameter, type Values } from '../../../model/registry.ts';
import { faultsIn } from '../../../model/fault.ts';
import { areAll, didYouMean } from '../../../model/words.ts';
import { weightProblem } from '../../cells/weight.ts';
import { badParameter, isRecord, show, type Complain, type Complaint } from '../complaint.ts';
import { parameterKinds, sampleOf } from './kinds.ts';

interface Refusal {
  readonly complaint: Complaint;
  readonly path: Path;
}

/** The choice with these values; complains and gives null if one does not fit. */
export function checkValues(
  name: string,
  method: Method,
  values: Readonly<Record<string, unknown>>,
  complain: Complain,
): Choice | null {
  const refusals = [...unknownParameters(name, method, values), ...parameterFaults(name, method, values)];
  for (const { complaint, path } of refusals) complain(complaint, path);
  if (refusals.length > 0) return null;
  // oxlint-disable-next-line no-unsafe-type-assertion -- each value was just checked to be what it should
  const choice = { ...(values as Values), method: name };
  const together = method.check?.(complete({ [name]: method }, choice)) ?? null;
  if (together === null) return choice;
  complain(
    badParameter(
      `"${name}" cannot be used like this: ${together}`,
      `cyberpower methods ${name} tells its parameters`,
    ),
    [],
  );
  return null;
}

function unknownParameters(
  name: string,
  { parameters }: Method,
  values: Readonly<Record<string, unknown>>,
): Refusal[] {
  const names = parameters.map((parameter) => parameter.name);
  const fix = names.length === 0 ? `write "${name}" alone` : areAll('its parameter', names);
  return Object.keys(values)
    .filter((key) => !names.includes(key))
    .map((key) => ({
      complaint: {
        code: 'recipe/unknown-parameter',
        value: key,
        what: `"${name}" has no parameter "${key}"${didYouMean(key, names)}`,
        fix,
      },
      path: [key],
    }));
}

/** What is missing, and what does not fit; an unknown parameter may be a missing one that is misspelt. */
function parameterFaults(name: string, method: Method, values: Readonly<Record<string, unknown>>): Refusal[] {
  const hasUnknown = unknownParameters(name, method, values).length > 0;
  const refusals: Refusal[] = [];
  for (const parameter of method.parameters) {
    const value = values[parameter.name] ?? null;
    if (value !== null) refusals.push(...valueFaults(name, parameter, value));
    else if (parameter.default === undefined && !hasUnknown)
      refusals.push({ complaint: missing(name, parameter), path: [] });
  }
  return refusals;
}

function valueFaults(name: string, parameter: Parameter, value: unknown): Refusal[] {
  if (parameter.kind === 'number-by-code' && isRecord(value)) return weightFaults(parameter, value);
  return faultsOf(parameter, value).map(({ message, path }) => ({
    complaint: {
      ...badParameter(
        `"${parameter.name}" of "${name}" ${message}`,
        `write, for example, ${sampleOf(name, parameter)} (${parameter.name}: ${parameter.meaning})`,
      ),
      value: show(value),
    },
    path: [parameter.name, ...path],
  }));
}

function weightFaults({ name }: Parameter, weights: Readonly<Record<string, unknown>>): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [code, weight] of Object.entries(weights)) {
    const problem = weightProblem(code, String(weight));
    if (problem !== null) refusals.push({ complaint: problem, path: [name, code] });
  }
  return refusals;
}

/** What its kind asks for, and then what the parameter itself does. */
function faultsOf(parameter: Parameter, value: unknown): readonly Fault[] {
  const [fault] = faultsIn(parameterKinds[parameter.kind].schema(parameter))(value);
  if (fault !== undefined) return [{ message: `is ${show(value)}; ${fault.message}`, path: [] }];
  const faults = parameter.check?.(value) ?? [];
  return faults.map(({ message, path }) => ({ message: `does not fit: ${message}`, path }));
}

function missing(name: string, parameter: Parameter): Complaint {
  return badParameter(
    `"${name}" needs "${parameter.name}": ${parameter.meaning}`,
    `write it, for example ${sampleOf(name, parameter)}`,
  );
}
