// Whose scores of what a change is about: CHN.resilience, all.laws, a country and an indicator by name.
import { at } from '../../../math/at.ts';
import type { Country } from '../../../model/edition.ts';
import { nodes, type FrameworkNode } from '../../../model/framework.ts';
import { rowMeant } from '../../../methods/years.ts';
import type { Result } from '../../../model/result.ts';
import { areAll, didYouMean, fold, quoted } from '../../../model/words.ts';
import { resultRows, type ResultRow } from '../../../model/rows.ts';
import type { Countries } from '../../cells/countries.ts';
import type { Complaint } from '../complaint.ts';

const EVERYTHING = 'all';
export const HOW_TO =
  'write COUNTRY.INDICATOR=SCORE, such as CHN.resilience=strength, or CHN.laws+10%; for a weight, ' +
  'weights.INDICATOR=2; "all" stands for every country or indicator';

export interface Target {
  /** Rows of the result. */
  readonly rows: readonly ResultRow[];
  readonly node: FrameworkNode;
}

/** A country and a node, wherever the dot between them is: names and codes have dots of their own. */
export function findTarget(
  target: string,
  result: Result,
  countryNames: Countries,
  complain: (complaint: Complaint) => void,
): Target | null {
  const cuts = cutsAtDots(target);
  const [first] = cuts;
  if (first === undefined) {
    complain(noIndicator(target));
    return null;
  }
  for (const { who, what } of cuts) {
    const [rows, node] = [findRows(who, result, countryNames), findNode(what, result)];
    if (rows.length > 0 && node !== null) return { rows, node };
  }
  const found = cuts.find(({ who }) => findRows(who, result, countryNames).length > 0);
  complain(found === undefined ? unknownCountry(first.who, result) : unknownCode(found.what, result));
  return null;
}

/** A text cut at each of its dots. */
function cutsAtDots(text: string): { who: string; what: string }[] {
  const cuts: { who: string; what: string }[] = [];
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', dot + 1))
    cuts.push({ who: text.slice(0, dot), what: text.slice(dot + 1) });
  return cuts;
}

/** The row of a country, or of all of them: in a panel, of the year that is shown. */
function findRows(who: string, result: Result, countryNames: Countries): readonly ResultRow[] {
  const { countries, shown } = result;
  const code = countryNames.recognise(who)?.code;
  const isMeant = (country: Country) =>
    fold(country.name) === fold(who) || (code !== undefined && country.code === code);
  const named = resultRows(countries).filter((row) => isMeant(at(countries, row)));
  if (named.length === 0 && fold(who) === EVERYTHING) return shown.rows;
  const row = rowMeant(result, named);
  return row === null ? [] : [row];
}

/** By code, or else by name; "all" is the root. */
export function findNode(what: string, { framework }: Result): FrameworkNode | null {
  const all = nodes(framework);
  return (
    all.find(({ code }) => code === what) ??
    all.find(({ code, name }) => fold(code) === fold(what) || fold(name) === fold(what)) ??
    (fold(what) === EVERYTHING ? framework : null)
  );
}

function noIndicator(target: string): Complaint {
  return {
    code: 'whatif/bad-change',
    value: target,
    what: `the change names ${quoted(target)} but no indicator`,
    fix: HOW_TO,
  };
}

function unknownCountry(who: string, { countries, edition }: Result): Complaint {
  const names = new Set<string>();
  for (const { code, name } of countries) {
    names.add(name);
    if (code !== null) names.add(code);
  }
  return {
    code: 'whatif/unknown',
    value: who,
    what: `"${who}" is not a ranked country${didYouMean(who, [...names])}`,
    why: `the edition "${edition.id}" does not have it; choose another with -e`,
    fix: 'write the code or the name of a country, or "all"',
  };
}

/** `others` is what may be written beside a code. */
export function unknownCode(what: string, { framework }: Result, others = ', or "all"'): Complaint {
  const codes = nodes(framework)
    .slice(1)
    .map(({ code }) => code);
  return {
    code: 'whatif/unknown',
    value: what,
    what: `there is no indicator or category "${what}"${didYouMean(what, codes)}`,
    fix: `${areAll('the code', codes, 12)}${others}`,
  };
}
