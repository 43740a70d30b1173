// compare: which of two countries is ahead, or of several, and for which weights that holds.
import { comparePair, contributions, weighed } from '../../analysis/compare/compare.ts';
import { explain, separate, type Part } from '../../analysis/explain/explain.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { compareJson } from './json.ts';
import { matrixPassages, pairsPassage, swapPassages } from './pairs.ts';
import { leadOfPair, leadOfSeveral, nameAt, regionNotes, type Standing } from './text.ts';
import { isPlain } from '../shared/contributions.ts';
import {
  depthOption,
  editionOption,
  outputOptions,
  readDepth,
  recipeOptions,
  regionOption,
  textOf,
} from '../shared/options.ts';
import { findRow, inRankOrder } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { sideBySide } from './side-by-side.ts';

export const command: Command = {
  arguments: [{ name: 'countries', meaning: 'two or more, by ISO code or by name', isMany: true }],
  options: [editionOption, depthOption, ...recipeOptions, regionOption, ...outputOptions],
  description:
    'Puts countries side by side and says which is ahead, whether that holds for every weighting of a ' +
    'region, and the least change of weights that puts the one behind level. What is said of weights is ' +
    'exact.',
  examples: [
    { line: 'cyberpower compare China Russia', says: 'in the bundled example' },
    {
      line: 'cyberpower compare China Russia --region order:offence,resilience',
      says: 'for all weights with offence above resilience',
    },
    { line: 'cyberpower compare USA GBR CHN -e ncpi-2020 --depth 2', says: 'several, a level further down' },
    { line: 'cyberpower compare EST FIN -e my.csv --format json', says: 'in your own scores, for a script' },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  const depth = readDepth(textOf(call.options['depth']));
  const terms = call.arguments.flatMap((term) => term ?? []);
  if (terms.length < 2) throw tooFew(terms);
  const session = await open(call, textOf(call.options['edition']) ?? undefined, { published: true });
  const { edition, result } = session;
  const rows = await rowsOf(result, terms);
  const found = await session.withPlaces(() => weighed(result, sameYear(result, rows), session.published));
  const { robust } = found;
  const couples = rows.flatMap((one, i) => rows.slice(i + 1).map((other) => [one, other] as const));
  const pairs =
    robust === null ? null : couples.map(([one, other]) => comparePair(result, robust, one, other));
  const standings =
    pairs ??
    couples.map(([ahead, behind]) => ({
      ahead,
      behind,
      gap: (result.index[ahead] ?? Number.NaN) - (result.index[behind] ?? Number.NaN),
    }));
  const [standing] = rows.length === 2 ? standings : [];
  const parts = explain(result, rows[0] ?? -1);
  const shown = parts.filter((part) => part.depth <= depth);
  const shares = standing === undefined ? null : contributions(result, standing.ahead, standing.behind);
  const { table, rest } = sideBySide(
    result,
    standing === undefined ? rows : [standing.ahead, standing.behind],
    shown,
    shares,
  );
  const region = robust?.region ?? result.recipe.region;
  return {
    command: 'compare',
    title: `${titleOf(edition)}: ${rows.map((row) => nameAt(result, row)).join(', ')}`,
    lead:
      standing === undefined
        ? leadOfSeveral(result, rows, pairs, region)
        : leadOfPair(
            result,
            standing,
            pairs?.[0] === undefined ? null : { pair: pairs[0], region },
            toldShares(shown, shares ?? new Map()),
          ),
    table,
    passages: [
      ...rest,
      ...(pairs === null || robust === null
        ? []
        : pairs[0] !== undefined && pairs.length === 1
          ? swapPassages(result, robust.index.space, pairs[0], region)
          : [
              ...matrixPassages(result, rows, pairs, describeRegion(region)),
              pairsPassage(result, pairs, describeRegion(region)),
            ]),
    ],
    notes: [
      ...regionNotes(found, result.recipe.region),
      ...(standing === undefined ? [] : [leadNote(result, standing)]),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => compareJson(session, found, rows, parts, standings, pairs),
  };
}

/**
 * What the deepest parts that are shown contribute; where that is not told of all of them, the first level.
 */
function toldShares(shown: readonly Part[], shares: ReadonlyMap<string, number>): [string, number][] {
  const of = (parts: readonly Part[]) =>
    parts.flatMap(({ node }): [string, number][] => {
      const adds = shares.get(node.code);
      return adds === undefined ? [] : [[node.code, adds]];
    });
  const deepest = shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
  const told = of(deepest);
  return told.length === deepest.length ? told : of(shown.filter(({ depth }) => depth === 1));
}

/** The rows of countries that can be compared, in rank order. */
async function rowsOf(result: Result, terms: readonly string[]): Promise<number[]> {
  const found = await Promise.all(
    terms.map(async (term) => ({ term, row: await findRow(result, term, 'compare China Russia') })),
  );
  const problems = found.flatMap(({ term, row }, i): Problem[] => {
    const before = found.slice(0, i).find((other) => other.row === row);
    if (before !== undefined)
      return [
        refusal(
          term,
          'usage/bad-arguments',
          `"${term}" is the same country as "${before.term}"`,
          'name each country once',
        ),
      ];
    if ((result.index[row] ?? null) === null)
      return [
        refusal(
          term,
          'usage/not-comparable',
          `${nameAt(result, row)} has no index, as too few of its scores are known`,
          `leave it out; cyberpower explain ${term} tells what it has`,
        ),
      ];
    const [first] = found;
    const [year, other] = [result.countries[row]?.year, result.countries[first?.row ?? -1]?.year];
    if (year === other) return [];
    return [
      refusal(
        term,
        'usage/not-comparable',
        `the latest row of ${nameAt(result, row)} is of ${year ?? 'no year'}, that of ` +
          `${nameAt(result, first?.row ?? -1)} of ${other ?? 'no year'}`,
        'compare countries that have rows for the same year',
      ),
    ];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return inRankOrder(
    result.ranks,
    result.countries,
    found.map(({ row }) => row),
  );
}

function refusal(argument: string, code: Problem['code'], what: string, fix: string): Problem {
  return { code, severity: 'error', place: { argument }, value: argument, what, fix };
}

function tooFew(terms: readonly string[]): ProblemsError {
  return new ProblemsError([
    refusal(
      terms[0] ?? 'compare',
      'usage/bad-arguments',
      terms.length === 0 ? 'no countries are named' : 'one country alone is named',
      'name two or more: cyberpower compare China Russia',
    ),
  ]);
}

function sameYear({ countries }: Result, [first = -1]: readonly number[]): number[] {
  return countries.flatMap(({ year }, row) => (year === countries[first]?.year ? [row] : []));
}

function leadNote(result: Result, { ahead, behind }: Standing): string {
  const what = `lead: the normalised score of ${nameAt(result, ahead)} less that of ${nameAt(result, behind)}`;
  const isTold = separate(result, behind, ahead).parts.length > 0;
  return `${what}${
    isTold
      ? '; adds: what that contributes to the ' +
        `gap${isPlain(result) && result.countryWeights === null ? ', weight × lead' : ''}`
      : ''
  }`;
}
