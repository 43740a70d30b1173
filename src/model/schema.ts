// What a schema finds wrong, in our words.
import * as v from 'valibot';

export type Path = readonly (string | number)[];

export interface Fault {
  readonly message: string;
  readonly path: Path;
}

/** A function that gives all that does not fit a schema. */
export function faultsIn(schema: v.GenericSchema): (value: unknown) => Fault[] {
  return (value) => {
    const result = v.safeParse(schema, value);
    return result.success ? [] : result.issues.map((issue) => ({ message: messageOf(issue), path: pathOf(issue) }));
  };
}

export function messageOf(issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.at(-1)?.key;
  if (issue.type === 'strict_object' && issue.expected === 'never') return `there is no "${String(key)}" here`;
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `"${String(key)}" is missing`;
  return issue.message;
}

export function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
