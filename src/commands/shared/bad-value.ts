// What is said where an option is given a value that it does not take.
import { ProblemsError, type Problem } from '../../model/problem.ts';

export function badValue(option: string, value: string, what: string, fix: string): Problem {
  return { code: 'usage/bad-value', severity: 'error', place: { argument: option }, value, what, fix };
}

/** Of an option that takes whole numbers; null where it is not given. Throws if it is given anything else. */
export function readWhole(
  option: string,
  text: string | null,
  least: number,
  example: number,
): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  const what = `it takes a whole number from ${least}, not "${text}"`;
  throw new ProblemsError([badValue(option, text, what, `write, for example, ${option} ${example}`)]);
}
