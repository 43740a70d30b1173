// select: which countries and indicators are left out before anything is computed?
import type { Edition } from '../../model/edition.ts';
import { nodes, prune, type Framework, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import { entryOf, type Choice, type Method, type MethodTable } from '../../model/registry.ts';
import { didYouMean, fold } from '../../model/words.ts';

export interface Selection extends Method {
  /** Whether what the terms name is kept. */
  apply(named: boolean): boolean;
}

/** @example only(true) // → true */
export function only(named: boolean): boolean {
  return named;
}

/** @example without(true) // → false */
export function without(named: boolean): boolean {
  return !named;
}

const parameters = [
  {
    name: 'terms',
    kind: 'text-list',
    default: undefined,
    positional: true,
    meaning: 'countries, indicators, categories, or group=value as in region=Europe',
  },
] as const;

export const selections = {
  only: {
    apply: only,
    summary: 'keep these and leave out the others: only:region=Europe',
    formula: 'kept if named',
    use:
      'Terms that name countries choose among countries, terms that name indicators among indicators. ' +
      'Ranks and relative scores are computed among what is kept.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  without: {
    apply: without,
    summary: 'leave these out: without:PRK,offence',
    formula: 'kept unless named',
    use: 'To see an index without one of its indicators, or a field without one of its countries.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
} satisfies MethodTable<Selection>;

/** What is left of an edition: a framework, and the rows of its countries. */
export interface Selected {
  readonly framework: Framework;
  readonly rows: readonly number[];
}

/** Applies selections one after the other; throws if a term names nothing or nothing is left. */
export function select(edition: Edition, choices: readonly Choice[]): Selected {
  throwErrors(
    choices
      .flatMap(termsOf)
      .filter((term) => !isKnown(edition, term))
      .map((term) => unknownTerm(edition, term)),
  );
  const everything = { framework: edition.framework, rows: edition.countries.map((_, row) => row) };
  return choices.reduce<Selected>((left, choice) => selectOnce(edition, left, choice), everything);
}

function selectOnce(edition: Edition, { framework, rows }: Selected, choice: Choice): Selected {
  const { apply } = entryOf<Selection>(selections, choice);
  const terms = termsOf(choice);
  const codes = new Set<string>();
  const chosenRows = new Set<number>();
  for (const term of terms) {
    const node = nodes(edition.framework).find(({ code }) => code === term);
    const named = edition.countries.flatMap((_, row) => (isNamed(edition, row, term) ? [row] : []));
    if (node !== undefined) for (const { code } of nodes(node)) codes.add(code);
    else for (const row of named) chosenRows.add(row);
  }
  const left = {
    framework: codes.size === 0 ? framework : prune(framework, ({ code }) => apply(codes.has(code))),
    rows: chosenRows.size === 0 ? rows : rows.filter((row) => apply(chosenRows.has(row))),
  };
  if (left.framework === null || left.rows.length === 0)
    throw new ProblemsError([nothingLeft(choice.method, terms)]);
  return { framework: left.framework, rows: left.rows };
}

function termsOf({ terms }: Choice): string[] {
  return (Array.isArray(terms) ? terms : [terms]).map(String);
}

function isKnown(edition: Edition, term: string): boolean {
  return (
    nodes(edition.framework).some(({ code }) => code === term) ||
    edition.countries.some((_, row) => isNamed(edition, row, term))
  );
}

/** Whether a term names the country in a row: by code, by name, or by a group it is in. */
function isNamed({ countries }: Edition, row: number, term: string): boolean {
  const country = countries[row];
  if (country === undefined) return false;
  const [group, value] = term.split(/=(.*)/s);
  if (group === 'year' && country.year !== null) return String(country.year) === value;
  if (group !== undefined && value !== undefined)
    return Object.hasOwn(country.groups, group) && fold(country.groups[group] ?? '') === fold(value);
  return country.code === term.toUpperCase() || fold(country.name) === fold(term);
}

function unknownTerm({ framework, countries }: Edition, term: string): Problem {
  const known = [
    ...nodes(framework).map(({ code }: FrameworkNode) => code),
    ...countries.flatMap(({ code, name }) => [name, ...(code === null ? [] : [code])]),
    ...new Set(
      countries.flatMap(({ groups }) => Object.entries(groups).map(([group, value]) => `${group}=${value}`)),
    ),
  ];
  return {
    code: 'recipe/unknown-selection',
    severity: 'error',
    step: 'select',
    what:
      `the selection names "${term}", which is no country, indicator or group ` +
      `here${didYouMean(term, known)}`,
    value: term,
    fix: "write a country's name or code, an indicator's code, or group=value",
  };
}

function nothingLeft(method: string, terms: readonly string[]): Problem {
  return {
    code: 'recipe/nothing-selected',
    severity: 'error',
    step: 'select',
    what: `the selection "${method}:${terms.join(',')}" leaves nothing to rank`,
    fix: 'select fewer terms, or other ones',
  };
}
