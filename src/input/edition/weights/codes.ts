// Which codes of a framework can have a weight.
import { nodes, type Framework } from '../../../model/framework.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import { areAll, didYouMean } from '../../../model/words.ts';

/** All but the root, which has no siblings. */
export function codesBelowRoot(framework: Framework): string[] {
  return nodes(framework)
    .slice(1)
    .map(({ code }) => code);
}

/** A code that is not in the framework; `subject` begins the sentence that says so. */
export function unknownCode(code: string, codes: readonly string[], subject: string, place?: Place): Problem {
  return {
    code: 'weights/unknown-code',
    severity: 'error',
    ...(place === undefined ? {} : { place }),
    value: code,
    what: `${subject} "${code}", which is not in the framework${didYouMean(code, codes)}`,
    fix: areAll('its code', codes, 12),
  };
}
