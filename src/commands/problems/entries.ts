// Each code with its texts and its example, in order.
import { codesOfProblems, problemTexts, type ProblemCode } from '../../model/problems/index.ts';
import type { ProblemText } from '../../model/problems/text.ts';
import examples from './examples.json';

/** A call of the program that meets the problem, and the message that it prints. */
interface Example {
  readonly command: string;
  /** Lines that are as long as they need to be. */
  readonly message: readonly string[];
}

export interface Entry extends ProblemText {
  readonly code: ProblemCode;
  /** What stands before the slash. */
  readonly group: string;
  readonly example: Example;
}

/** Written by a test that runs each of them; a code without an example does not compile. */
const exampleOf: Readonly<Record<ProblemCode, Example>> = examples;

export const entries: readonly Entry[] = codesOfProblems.map((code) => ({
  code,
  group: code.slice(0, code.indexOf('/')),
  ...problemTexts[code],
  example: exampleOf[code],
}));
