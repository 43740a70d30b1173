// What is said where --only, --where, --sort or a country's name asks for what is not there.
import type { Problem } from '../../../model/problem.ts';
import { areAll, didYouMean, list } from '../../../model/words.ts';

const MOST_VALUES = 12;

/** A country, or a value of a group, that no row has. */
export function unknownFilter(option: string, term: string, values: readonly string[]): Problem {
  return filterProblem(
    option,
    term,
    `"${term}" is not a ranked country${didYouMean(term, values)}`,
    thereAre(values),
  );
}

/** An edition where a country is to be named. */
export function editionForCountry(term: string, example: string): Problem {
  return filterProblem(
    term,
    term,
    `"${term}" is an edition, not a country`,
    `name the country first: cyberpower ${example} -e ${term}`,
  );
}

/** A condition without a value. */
export function conditionWithoutValue(condition: string, values: readonly string[]): Problem {
  return filterProblem('--where', condition, `"${condition}" names no value`, thereAre(values));
}

export function unknownGroup(condition: string, group: string, groups: readonly string[]): Problem {
  return filterProblem(
    '--where',
    condition,
    `there is no group "${group}"${didYouMean(group, groups)}`,
    groups.length === 0 ? 'the edition has no groups' : `write group=value; ${areAll('the group', groups)}`,
  );
}

function filterProblem(argument: string, value: string, what: string, fix: string): Problem {
  return { code: 'usage/unknown-filter', severity: 'error', place: { argument }, value, what, fix };
}

function thereAre(values: readonly string[]): string {
  return `there ${values.length === 1 ? 'is' : 'are'} ${list(values, MOST_VALUES)}`;
}

/** A field that --fields or --sort names; `labels` says which field is known by a heading. */
export function unknownField(
  name: string,
  fields: readonly string[],
  option: string,
  labels: Readonly<Record<string, string>> = {},
): Problem {
  const labelled = Object.hasOwn(labels, name) ? labels[name] : undefined;
  const suggestion = labelled === undefined ? didYouMean(name, fields) : `; did you mean "${labelled}"?`;
  return {
    code: 'usage/unknown-field',
    severity: 'error',
    place: { argument: option },
    value: name,
    what: `there is no field "${name}"${suggestion}`,
    fix: `the fields are ${list(fields)}`,
  };
}
