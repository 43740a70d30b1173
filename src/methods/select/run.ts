// Runs the selections: finds what their terms name, and says which name nothing.
import { at } from '../../math/at.ts';
import type { Country, Edition } from '../../model/edition.ts';
import { nodes, prune, type Framework } from '../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { didYouMean, fold } from '../../model/words.ts';
import { editionRows, type EditionRow } from '../../model/rows.ts';
import { yearsOf } from '../years.ts';
import { selections, type Selection } from './table.ts';

/** What is left of an edition: a framework, the rows of its countries, and the years that are ranked. */
export interface Selected {
  readonly framework: Framework;
  /** Of all years: those that are not ranked still belong to the scale. */
  readonly rows: readonly EditionRow[];
  /** Null for all. */
  readonly years: ReadonlySet<number> | null;
}

/** Applies selections one after the other; throws if a term names nothing or nothing is left. */
export function select(edition: Edition, choices: readonly Choice[]): Selected {
  const unknown = choices.flatMap(termsOf).filter((term) => !isKnown(edition, term));
  throwErrors(unknown.map((term) => unknownTerm(edition, term)));
  const everything = { framework: edition.framework, rows: editionRows(edition.countries), years: null };
  return choices.reduce<Selected>((left, choice) => selectOnce(edition, left, choice), everything);
}

function selectOnce(edition: Edition, { framework, rows, years }: Selected, choice: Choice): Selected {
  const { apply } = entryOf<Selection>(selections, choice);
  const named = namedBy(edition, termsOf(choice));
  // Terms that name no indicator say nothing about indicators, and the same of countries and years.
  const left = {
    framework:
      named.codes.size === 0 ? framework : prune(framework, ({ code }) => apply(named.codes.has(code))),
    rows: named.rows.size === 0 ? rows : rows.filter((row) => apply(named.rows.has(row))),
    years:
      named.years.size === 0
        ? years
        : new Set([...(years ?? yearsOf(edition.countries))].filter((year) => apply(named.years.has(year)))),
  };
  const isRanked = (row: EditionRow) => left.years?.has(at(edition.countries, row).year ?? NaN) ?? true;
  if (left.framework === null || !left.rows.some(isRanked)) throw new ProblemsError([nothingLeft(choice)]);
  return { ...left, framework: left.framework };
}

/** What some terms name: indicators and categories, rows of countries, and years of a panel. */
interface Named {
  readonly codes: Set<string>;
  readonly rows: Set<EditionRow>;
  readonly years: Set<number>;
}

function namedBy(edition: Edition, terms: readonly string[]): Named {
  const named: Named = { codes: new Set(), rows: new Set(), years: new Set() };
  for (const term of terms) {
    const node = nodes(edition.framework).find(({ code }) => code === term);
    const year = yearNamed(edition, term);
    if (node !== undefined) for (const { code } of nodes(node)) named.codes.add(code);
    else if (year !== null) named.years.add(year);
    else
      for (const row of editionRows(edition.countries))
        if (isNamed(at(edition.countries, row), term)) named.rows.add(row);
  }
  return named;
}

/** The year of a panel that `year=2021` names; null of any other term. */
function yearNamed({ countries }: Edition, term: string): number | null {
  const [key, value] = splitAtEquals(term);
  return key === 'year' ? (yearsOf(countries).find((year) => String(year) === value) ?? null) : null;
}

function termsOf({ terms }: Choice): string[] {
  return (Array.isArray(terms) ? terms : [terms]).map(String);
}

function isKnown(edition: Edition, term: string): boolean {
  return (
    nodes(edition.framework).some(({ code }) => code === term) ||
    yearNamed(edition, term) !== null ||
    edition.countries.some((country) => isNamed(country, term))
  );
}

/** Whether a term names a country: by code, by name, or by a group it is in. */
function isNamed({ code, name, groups }: Country, term: string): boolean {
  const [key, value] = splitAtEquals(term);
  if (value === null) return code === term.toUpperCase() || fold(name) === fold(term);
  const group = Object.hasOwn(groups, key) ? groups[key] : undefined;
  return group !== undefined && fold(group) === fold(value);
}

/** `region=Asia` as its two sides; the second is null of a term without the sign. */
function splitAtEquals(term: string): [string, string | null] {
  const i = term.indexOf('=');
  return i === -1 ? [term, null] : [term.slice(0, i), term.slice(i + 1)];
}

function unknownTerm({ framework, countries }: Edition, term: string): Problem {
  const groups = countries.flatMap((country) =>
    Object.entries(country.groups).map(([group, value]) => `${group}=${value}`),
  );
  const suggestions = [
    ...nodes(framework).map(({ code }) => code),
    ...countries.flatMap(({ code, name }) => (code === null ? [name] : [name, code])),
    ...new Set(groups),
    ...yearsOf(countries).map((year) => `year=${year}`),
  ];
  return {
    code: 'recipe/unknown-selection',
    severity: 'error',
    step: 'select',
    what:
      `the selection names "${term}", which is not a country, indicator or ` +
      `group${didYouMean(term, suggestions)}`,
    value: term,
    fix: "write a country's name or code, an indicator's code, or group=value",
  };
}

function nothingLeft(choice: Choice): Problem {
  return {
    code: 'recipe/nothing-selected',
    severity: 'error',
    step: 'select',
    what: `the selection "${choice.method}:${termsOf(choice).join(',')}" leaves nothing to rank`,
    fix: 'change the terms',
  };
}
