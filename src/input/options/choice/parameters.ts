// The parameters of a method as they stand after its name: `p=-2`, `-2`, `95,85,names=High/Low`.
import type { Method, Parameter } from '../../../model/registry.ts';
import { list } from '../../../model/words.ts';
import { badParameter, type Complain, type Complaint } from '../complaint.ts';
import { parameterKinds } from './kinds.ts';
import { splitOnce } from '../split.ts';

/** The values by name, each as far as it can be read; complains and gives null of what no name fits. */
export function readParameters(
  name: string,
  method: Method,
  text: string,
  complain: Complain,
): Record<string, unknown> | null {
  const positional = method.parameters.find((parameter) => parameter.positional);
  const { values, unnamed, twice } = sortItems(text, method, positional);
  if (unnamed.length > 0) {
    if (positional === undefined) {
      complain(notTaken(name, method, unnamed), []);
      return null;
    }
    values.set(positional.name, parameterKinds[positional.kind].readUnnamed(unnamed));
    if (positional.kind === 'number-by-code') twice.push(...codesTwice(unnamed));
  }
  const [first] = twice;
  if (first === undefined) return Object.fromEntries(values);
  complain(badParameter(`"${first}" is given twice`, 'write it once'), []);
  return null;
}

/** What is written of a method, between commas. */
interface Items {
  readonly values: Map<string, unknown>;
  readonly unnamed: string[];
  /** Names that stand there more than once. */
  readonly twice: string[];
}

/** Which items are parameters by name, and which have none. */
function sortItems(text: string, method: Method, positional: Parameter | undefined): Items {
  const mayHaveEqualsSigns = positional !== undefined && parameterKinds[positional.kind].hasEqualsSigns;
  const items: Items = { values: new Map(), unnamed: [], twice: [] };
  for (const item of text.split(',')) {
    const [before, after] = splitOnce(item, '=');
    const [key, value] = [before.trim(), after?.trim()];
    const parameter = method.parameters.find((one) => one.name === key);
    if (value !== undefined && items.values.has(key)) items.twice.push(key);
    if (value !== undefined && parameter !== undefined)
      items.values.set(key, parameterKinds[parameter.kind].read(value));
    else if (value !== undefined && !mayHaveEqualsSigns) items.values.set(key, value);
    else if (item.trim() !== '') items.unnamed.push(item);
  }
  return items;
}

function codesTwice(items: readonly string[]): string[] {
  const codes = items.map((item) => splitOnce(item.trim(), '=')[0]);
  return codes.filter((code, i) => codes.indexOf(code) < i);
}

function notTaken(name: string, { parameters }: Method, unnamed: readonly string[]): Complaint {
  const written = unnamed.map((item) => item.trim()).join(',');
  const takes = parameters.map((parameter) => `${parameter.name}=…`);
  return {
    code: 'recipe/unknown-parameter',
    value: written,
    what: `"${name}" takes no "${written}"`,
    fix: takes.length === 0 ? `write "${name}" alone` : `name the parameter: ${list(takes)}`,
  };
}
