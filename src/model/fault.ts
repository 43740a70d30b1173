// Something inside a written value that does not fit, and where in it; and what a schema finds wrong, in our
// words.
import * as v from 'valibot';
import { nearest } from './words.ts';

export type Path = readonly (string | number)[];

export interface Fault {
  readonly message: string;
  readonly path: Path;
}

/** A function that gives all that does not fit a schema. */
export function faultsIn(schema: v.GenericSchema): (value: unknown) => Fault[] {
  return (value) => {
    const result = v.safeParse(schema, value);
    return result.success ? [] : faultsOf(result.issues);
  };
}

/** A key that is unknown and one that is missing beside it are one slip of the fingers. */
function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Fault[] {
  const missing = issues.filter(isMissing);
  const suggested = new Set<v.BaseIssue<unknown>>();
  const faults = issues.map((issue) => {
    const candidates = isUnknown(issue) ? missing.filter((other) => isSibling(issue, other)) : [];
    const suggestion = nearest(keyOf(issue), candidates.map(keyOf));
    const meant = candidates.find((other) => keyOf(other) === suggestion);
    if (meant !== undefined) suggested.add(meant);
    return {
      issue,
      message: `${messageOf(issue)}${suggestion === null ? '' : `; did you mean "${suggestion}"?`}`,
      path: pathOf(issue),
    };
  });
  return faults.filter(({ issue }) => !suggested.has(issue)).map(({ message, path }) => ({ message, path }));
}

function isUnknown({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never';
}

function isMissing({ type, received }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && received === 'undefined';
}

function isSibling(a: v.BaseIssue<unknown>, b: v.BaseIssue<unknown>): boolean {
  return JSON.stringify(pathOf(a).slice(0, -1)) === JSON.stringify(pathOf(b).slice(0, -1));
}

/** The key that an issue is about; empty if it is about the whole value. */
function keyOf(issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.at(-1)?.key;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : '';
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (isUnknown(issue)) return `there is no "${keyOf(issue)}" here`;
  return isMissing(issue) ? `"${keyOf(issue)}" is missing` : issue.message;
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
