// One weight as it is written: a number that is not negative, or a problem.
import type { Problem } from '../../model/problem.ts';
import { quoted } from '../../model/words.ts';
import { isDecimal } from '../files/decimal.ts';

/** What is wrong with a weight, or null. */
export function weightProblem(code: string, text: string): Problem | null {
  if (!isDecimal(text.trim())) {
    return {
      code: 'weights/not-a-number',
      severity: 'error',
      indicator: code,
      value: text,
      what: `the weight of "${code}" is not a number: ${quoted(text)}`,
      fix: 'write a number such as 1 or 0.25; weights are relative to the siblings',
    };
  }
  if (Number(text) >= 0) return null;
  return {
    code: 'weights/negative',
    severity: 'error',
    indicator: code,
    value: text,
    what: `the weight of "${code}" is negative: ${text}`,
    fix: 'write 0 to leave it out; if lower is better, set its direction to -1',
  };
}
