// What can be wrong with the files or the command line, as data; report/problems.ts makes the text.
import type { ProblemCode } from './problems/index.ts';
import type { StepName } from './recipe.ts';

export type { ProblemCode };

/** Errors stop the program; warnings say what it did that may not be meant; notes say what it assumed. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in a file: lines and columns count from 1, columns in characters; `text` is the whole line. */
export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  readonly text?: string;
}

/** Where on the command line: an option, an argument or a command as it was written. */
export interface ArgumentPlace {
  readonly argument: string;
}

export type Place = FilePlace | ArgumentPlace;

/** One thing that is wrong or was assumed: what, where, why it is so, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Names the country, the indicator and the offending value; lower case, no full stop. */
  readonly what: string;
  readonly place?: Place;
  readonly country?: string;
  readonly year?: number;
  readonly indicator?: string;
  readonly value?: string;
  /** The step of the recipe that it is about, until it has a place. */
  readonly step?: StepName;
  readonly why?: string;
  readonly fix?: string;
}

/** Thrown once all the problems that can be found have been found. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ what }) => what).join('\n'));
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Whether it is the command line that has to be mended, rather than a file. */
export function isOnCommandLine({ place }: Problem): boolean {
  return place !== undefined && 'argument' in place;
}

/** Whether it is about writing what was computed: neither a file nor the command line is wrong. */
export function isOfWriting({ code }: Problem): boolean {
  return code.startsWith('io/');
}

/** As --strict takes it: a warning is an error. */
export function strictly(problem: Problem): Problem {
  return problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem;
}

/** Throws all the problems if one of them is an error; hands them back otherwise. */
export function throwErrors(problems: readonly Problem[]): readonly Problem[] {
  if (problems.some(isError)) throw new ProblemsError(problems);
  return problems;
}
