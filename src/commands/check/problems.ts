// What differs as problems, for who reads annotations rather than tables.
import { describe, type Difference } from '../../analysis/check/reproduce.ts';
import type { Problem } from '../../model/problem.ts';
import type { Finding } from './findings.ts';

/** A difference as a problem; `file` is the ranking that is expected, if there is one. */
export function problemOf({ against, difference }: Finding, file: string | null): Problem {
  return against === 'published' || file === null
    ? differsFromPublished(difference)
    : movedFromKept(difference, file);
}

function differsFromPublished(difference: Difference): Problem {
  return {
    code: 'check/differs',
    severity: 'error',
    what: describe(difference),
    ...(difference.place === undefined ? {} : { place: difference.place }),
    fix: 'check the scores and the recipe, or explain a known difference in the column "deviation"',
  };
}

function movedFromKept(difference: Difference, file: string): Problem {
  return {
    code: 'check/moved',
    severity: 'error',
    what: describe(difference),
    place: { file },
    fix: `if you mean the change, save the ranking again: cyberpower rank … --format json --output ${file}`,
  };
}
