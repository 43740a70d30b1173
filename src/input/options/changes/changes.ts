// Changes as they are written after whatif: CHN.resilience=strength, USA.all-10%, all.laws+0.5,
// weights.offence=2.
import { relativeWeights } from '../../../methods/weight/relative.ts';
import { nameOf, subjectOf, type Country, type Edition } from '../../../model/edition.ts';
import { indicators, nodes, type FrameworkNode, type Indicator } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../../model/whatif.ts';
import { areAll, count, didYouMean, fold, list, quoted } from '../../../model/words.ts';
import type { Countries } from '../../cells/countries.ts';
import { isDecimal } from '../../files/decimal.ts';
import { rangeOf, rangeText } from '../../cells/range.ts';
import { findRating } from '../../cells/scales.ts';
import { weightProblem } from '../../cells/weight.ts';

const EVERYTHING = 'all';
const WEIGHTS = 'weights';
const HOW_TO =
  'write COUNTRY.INDICATOR=SCORE, as CHN.resilience=strength, or CHN.laws+10%, CHN.laws-0.5 for a ' +
  'change of what it is; weights.INDICATOR=2 for a weight; "all" stands for every country or every ' +
  'indicator';

/** What is done to a number: set, raised by an amount, or by a share of itself. */
interface Operation {
  readonly kind: 'set' | 'add' | 'share';
  /** As it was written, without its sign and percent. */
  readonly text: string;
  readonly sign: 1 | -1;
}

/** Whose scores of what. */
interface Target {
  /** Rows of the result. */
  readonly rows: readonly number[];
  readonly node: FrameworkNode;
}

/** All changes, one after the other, each of what those before it left; problems are added to the list. */
export function readChanges(
  written: readonly string[],
  result: Result,
  countries: Countries,
  problems: Problem[],
): Changes {
  const scores = new Map<string, ScoreChange>();
  const weights = new Map<string, WeightChange>();
  for (const text of written) {
    const complain = (
      problem: Omit<Problem, 'severity' | 'place'>,
      severity: 'error' | 'warning' = 'error',
    ) => problems.push({ ...problem, severity, place: { argument: text } });
    const { target, operation } = split(text);
    const relative = relativeMeant(text);
    if (relative !== null)
      complain({
        code: 'whatif/bad-change',
        value: text,
        what: `the change ${quoted(text)} sets and raises or lowers at once`,
        fix: `write ${relative} for a change of what is there, or a number without sign and percent to set it`,
      });
    else if (operation === null)
      complain({
        code: 'whatif/bad-change',
        value: text,
        what: `the change ${quoted(text)} does not say what it should become`,
        fix: HOW_TO,
      });
    else if (target.startsWith(`${WEIGHTS}.`))
      changeWeight(target.slice(WEIGHTS.length + 1), operation, result, weights, complain);
    else {
      const found = findTarget(target, result, countries, complain);
      if (found !== null) changeScores(found, operation, result, scores, complain);
    }
  }
  return { scores: [...scores.values()], weights: [...weights.values()] };
}

type Complain = (problem: Omit<Problem, 'severity' | 'place'>, severity?: 'error' | 'warning') => void;

/**
 * What stands before and after the sign. An equals sign goes before all others, as ratings and codes have
 * hyphens.
 */
function split(text: string): { target: string; operation: Operation | null } {
  const [target = '', set] = text.split(/=(.*)/s).map((part) => part.trim());
  if (set !== undefined)
    return { target, operation: set === '' ? null : { kind: 'set', text: set, sign: 1 } };
  const [, before, sign, amount = '', percent] =
    /^(.+?)([+−-])(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim()) ?? [];
  if (before === undefined) return { target: text, operation: null };
  return {
    target: before.trim(),
    operation: { kind: percent === '%' ? 'share' : 'add', text: amount, sign: sign === '+' ? 1 : -1 },
  };
}

/**
 * `laws+10%` for `laws=+10%`, which would set what was to be raised. A minus alone may be that of a negative
 * score.
 */
function relativeMeant(text: string): string | null {
  const [, target, amount = ''] = /^([^=]+?)\s*=\s*(\+[\d.]+%?|[−-][\d.]+%)\s*$/.exec(text) ?? [];
  return target === undefined ? null : `${target.trim()}${amount}`;
}

/** A country and a node, wherever the dot between them is: names and codes have dots of their own. */
function findTarget(target: string, result: Result, countries: Countries, complain: Complain): Target | null {
  const cuts = [...target].flatMap((letter, i) =>
    letter === '.' ? [[target.slice(0, i), target.slice(i + 1)] as const] : [],
  );
  const [first] = cuts;
  if (first === undefined) {
    complain({
      code: 'whatif/bad-change',
      value: target,
      what: `the change names ${quoted(target)} and no indicator`,
      fix: HOW_TO,
    });
    return null;
  }
  const found = cuts.map(([who, what]) => ({
    rows: rowsOf(who, result, countries),
    node: nodeOf(what, result),
  }));
  const [whole] = found.flatMap(({ rows, node }) =>
    rows.length > 0 && node !== null ? [{ rows, node }] : [],
  );
  if (whole !== undefined) return whole;
  const at = found.findIndex(({ rows }) => rows.length > 0);
  if (at === -1) complain(unknownCountry(first[0], result));
  else complain(unknownCode(cuts[at]?.[1] ?? '', result));
  return null;
}

/** The rows of a country, of all of them: in a panel, of the latest year. */
function rowsOf(who: string, { countries }: Result, known: Countries): number[] {
  const code = known.recognise(who)?.code;
  const isMeant = (country: Country) =>
    fold(country.name) === fold(who) || (code !== undefined && country.code === code);
  const rows = countries.flatMap((country, row) => (isMeant(country) ? [row] : []));
  const wanted = rows.length > 0 || fold(who) !== EVERYTHING ? rows : [...countries.keys()];
  const latest = Math.max(...wanted.map((row) => countries[row]?.year ?? -Infinity));
  return wanted.filter((row) => (countries[row]?.year ?? -Infinity) === latest);
}

/** By code, or else by name; "all" is the root. */
function nodeOf(what: string, { framework }: Result): FrameworkNode | null {
  const all = nodes(framework);
  return (
    all.find(({ code }) => code === what) ??
    all.find(({ code, name }) => fold(code) === fold(what) || fold(name) === fold(what)) ??
    (fold(what) === EVERYTHING ? framework : null)
  );
}

function unknownCountry(who: string, { countries, edition }: Result): Problem {
  const names = [...new Set(countries.flatMap(({ code, name }) => [name, ...(code === null ? [] : [code])]))];
  return {
    code: 'whatif/unknown',
    severity: 'error',
    value: who,
    what: `"${who}" is not among what is ranked${didYouMean(who, names)}`,
    why: `it is no country of the edition "${edition.id}"; -e names another`,
    fix: 'write the code or the name of a country, or "all"',
  };
}

function unknownCode(what: string, { framework }: Result, others = ', or "all"'): Problem {
  const codes = nodes(framework)
    .slice(1)
    .map(({ code }) => code);
  return {
    code: 'whatif/unknown',
    severity: 'error',
    value: what,
    what: `there is no indicator or category "${what}"${didYouMean(what, codes)}`,
    fix: `${areAll('the code', codes, 12)}${others}`,
  };
}

function changeWeight(
  what: string,
  operation: Operation,
  result: Result,
  weights: Map<string, WeightChange>,
  complain: Complain,
): void {
  const node = nodeOf(what, result);
  if (node === null || node === result.framework) {
    complain(unknownCode(what, result, ''));
    return;
  }
  const from = weights.get(node.code)?.from ?? relativeWeights(result).get(node.code) ?? 1;
  const now = weights.get(node.code)?.to ?? from;
  const problem = operation.kind === 'set' ? weightProblem(node.code, operation.text) : null;
  const to = numberAfter(operation, now);
  if (problem !== null) complain(problem);
  else if (to < 0)
    complain({
      code: 'weights/negative',
      indicator: node.code,
      value: String(to),
      what: `the weight of "${node.code}" would be negative: ${short(to)}`,
      why: `it is ${short(now)}, relative to its siblings`,
      fix: 'take less away',
    });
  else weights.set(node.code, { code: node.code, from, to });
}

function numberAfter({ kind, text, sign }: Operation, now: number): number {
  const amount = sign * Number(text);
  // As people reckon: 3.3 less a tenth is 2.97 and not 2.9699999999999998.
  return Number(
    (kind === 'set' ? amount : kind === 'add' ? now + amount : now * (1 + amount / 100)).toPrecision(12),
  );
}

function changeScores(
  { rows, node }: Target,
  operation: Operation,
  result: Result,
  scores: Map<string, ScoreChange>,
  complain: Complain,
): void {
  const held: string[] = [];
  const absent: string[] = [];
  const outside: string[] = [];
  const seen = new Set<string>();
  let changed = 0;
  for (const leaf of indicators(node)) {
    for (const at of rows) {
      const [row, country] = [result.rows[at] ?? -1, result.countries[at]];
      const key = `${row} ${leaf.column}`;
      if (country === undefined || seen.has(key)) continue;
      seen.add(key);
      const from = scores.has(key)
        ? (scores.get(key)?.from ?? null)
        : (result.edition.columns.get(leaf.column)?.[row] ?? null);
      const changedTo = scoreAfter(
        leaf,
        country,
        operation,
        scores.get(key)?.to ?? from,
        result.edition,
        complain,
      );
      if (changedTo === 'refused') return;
      if (changedTo === 'absent') absent.push(`${nameOf(country)}'s "${leaf.code}"`);
      else {
        changed += 1;
        if (changedTo.isHeld) held.push(`${nameOf(country)}'s "${leaf.code}" at ${changedTo.said}`);
        if (changedTo.isOutside) outside.push(`${nameOf(country)}'s "${leaf.code}" (${changedTo.said})`);
        scores.set(key, { code: leaf.code, column: leaf.column, row, from, to: changedTo.score });
      }
    }
  }
  if (held.length > 0)
    complain(
      {
        code: 'scores/out-of-range',
        what:
          `${count(held.length, 'score')} would be out of range and ${held.length === 1 ? 'is' : 'are'} ` +
          `held at the end of it: ${list(held, 3)}`,
        fix: 'ask for a smaller change, or name those that are meant',
      },
      'warning',
    );
  if (outside.length > 0)
    complain(
      {
        code: 'scores/out-of-range',
        what:
          `${count(outside.length, 'score')} ${outside.length === 1 ? 'is' : 'are'} out of range: ` +
          list(outside, 3),
        fix: 'correct the change, or leave it if it is meant',
      },
      'warning',
    );
  if (changed === 0)
    complain({
      code: 'whatif/bad-change',
      what:
        `there is no score to raise or lower: ${list(absent, 3)} ${absent.length === 1 ? 'is' : 'are'} ` +
        'missing',
      fix: 'give it one, as in KEN.laws=3',
    });
}

/**
 * A score after a change; held at the end of its range where the recipe would do so, and where a change is
 * relative.
 */
function scoreAfter(
  leaf: Indicator,
  country: Country,
  operation: Operation,
  now: number | null,
  edition: Edition,
  complain: Complain,
): { score: number; said: string; isHeld: boolean; isOutside: boolean } | 'absent' | 'refused' {
  const scale = edition.scales.find(({ name }) => name === leaf.scale) ?? null;
  const whose = `${nameOf(country)}'s score for "${leaf.code}"`;
  const about = { ...subjectOf(country), indicator: leaf.code, value: operation.text };
  const rating = operation.kind === 'set' && scale !== null ? findRating(scale, operation.text) : null;
  if (operation.kind !== 'set' && now === null) return 'absent';
  if (rating === null && !isDecimal(operation.text)) {
    const words = scale?.ratings.map(({ word }) => word) ?? [];
    complain(
      scale === null
        ? {
            code: 'scores/not-a-number',
            ...about,
            what: `${whose} cannot become ${quoted(operation.text)}, which is not a number`,
            fix: 'write a number, as in 3.5',
          }
        : {
            code: 'scores/unknown-rating',
            ...about,
            what:
              `${whose} cannot become ${quoted(operation.text)}, which is no ` +
              `rating${didYouMean(operation.text, words)}`,
            why: `its ratings are ${words.join(', ')}`,
            fix: 'write one of them',
          },
    );
    return 'refused';
  }
  const score = rating?.value ?? numberAfter(operation, now ?? 0);
  const { low, high, severity } = rangeOf(leaf, scale, edition.recipe);
  const isOut = score < low || score > high;
  if (!isOut || (severity === null && scale === null))
    return { score, said: short(score), isHeld: false, isOutside: false };
  if (scale !== null && operation.kind === 'set') {
    complain({
      code: 'scores/out-of-range',
      ...about,
      what: `${whose} cannot become ${short(score)}`,
      why:
        `its ratings run from ${low} (${scale.ratings[0]?.word ?? ''}) to ${high} ` +
        `(${scale.ratings.at(-1)?.word ?? ''})`,
      fix: 'write a rating, or a number between them',
    });
    return 'refused';
  }
  if (severity === 'warning' && operation.kind === 'set')
    return { score, said: `${short(score)}; ${rangeText(low, high)}`, isHeld: false, isOutside: true };
  const end = Math.min(high, Math.max(low, score));
  return {
    score: end,
    said: scale?.ratings.find(({ value }) => value === end)?.word ?? short(end),
    isHeld: true,
    isOutside: false,
  };
}

function short(x: number): string {
  return String(Number(x.toPrecision(6)));
}
