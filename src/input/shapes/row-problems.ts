// What is wrong with a row that does not say which score it is about.
import type { FilePlace, Problem } from '../../model/problem.ts';
import { quoted } from '../../model/words.ts';

export function noCountry(place: FilePlace): Problem {
  return {
    code: 'scores/no-country',
    severity: 'error',
    place,
    what: 'the row has no country',
    fix: 'name the country, or delete the row',
  };
}

export function noIndicator(place: FilePlace, country?: string): Problem {
  return {
    code: 'scores/no-indicator',
    severity: 'error',
    place,
    ...(country === undefined ? {} : { country }),
    what: `the row${country === undefined ? '' : ` of ${country}`} names no indicator`,
    fix: 'name it, or delete the row',
  };
}

export function notAYear(text: string, place: FilePlace): Problem {
  return {
    code: 'scores/not-a-year',
    severity: 'error',
    place,
    value: text,
    what: text === '' ? 'the row has no year' : `the year is not a whole number: ${quoted(text)}`,
    fix: 'write a year such as 2024',
  };
}
