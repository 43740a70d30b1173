// What explain says in words: where a country stands, what stands out, what lies between it and its
// neighbours, and how the numbers are to be read.
import type { Part, Separation } from '../../analysis/explain/explain.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import { entryOf } from '../../model/registry.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Passage } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import { isPlain, placesIn, signed } from '../shared/contributions.ts';
import { placesOf } from '../shared/rows.ts';

/** `rank 2 of 29, index 41.471, Tier Two`, with whom the rank is shared. */
export function standing(result: Result, row: number): string {
  const [rank, score, tier] = [result.ranks[row] ?? null, result.index[row] ?? null, tierOf(result, row)];
  const country = result.countries[row];
  const name = `${country?.name ?? ''}${country?.year === null || country?.year === undefined ? '' : ` ${country.year}`}`;
  if (score === null) return `${name}, not ranked`;
  const sharing = result.countries.flatMap((other, at) =>
    at !== row && other.year === country?.year && result.ranks[at] === rank ? [other.name] : [],
  );
  const field = result.countries.filter(
    (other, at) => other.year === country?.year && (result.index[at] ?? null) !== null,
  ).length;
  return [
    `${name}, rank ${rank ?? '–'} of ${field}${sharing.length === 0 ? '' : ` with ${list(sharing, 3)}`}`,
    `index ${fixed(score, placesOf(result))}`,
    ...(tier === null ? [] : [tier]),
  ].join(', ');
}

/** The parts that nothing below is shown of. */
function deepest(shown: readonly Part[]): Part[] {
  return shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
}

const MOST_NAMED = 3;

/** Where a country is strong and weak, among the deepest parts that are shown. */
export function againstField(result: Result, shown: readonly Part[]): string[] {
  const parts = deepest(shown);
  const compared = parts.flatMap(({ node, score, median, rank, weight }) =>
    score === null || median === null || rank === null || weight === null
      ? []
      : [{ code: node.code, rank, ahead: score - median }],
  );
  const places = placesIn(result, parts);
  const said = ({ code, rank, ahead }: (typeof compared)[number]) =>
    `${code} (rank ${rank}, ` +
    `${ahead === 0 ? 'at the median' : `${fixed(Math.abs(ahead), places)} ${ahead > 0 ? 'above' : 'below'} the median`})`;
  const strong = compared
    .filter(({ ahead }) => ahead > 0)
    .toSorted((a, b) => a.rank - b.rank || b.ahead - a.ahead);
  const weak = compared
    .filter(({ ahead }) => ahead < 0)
    .toSorted((a, b) => b.rank - a.rank || a.ahead - b.ahead);
  const named = (some: typeof compared) =>
    `${list(some.slice(0, MOST_NAMED).map(said))}${some.length > MOST_NAMED ? `; ${some.length - MOST_NAMED} more` : ''}`;
  const rest = (word: string) => {
    const [nearest] = compared.toSorted((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead) || b.rank - a.rank);
    return `nothing ${word} the median${nearest === undefined ? '' : `; nearest to it ${said(nearest)}`}`;
  };
  return [
    `Strengths   ${strong.length === 0 ? rest('above') : named(strong)}`,
    `Weaknesses  ${weak.length === 0 ? rest('below') : named(weak)}`,
  ];
}

/** The three or four sentences that an analyst would say first. */
export function headline(
  result: Result,
  row: number,
  parts: readonly Part[],
  separations: readonly Separation[],
): string[] {
  const index = result.index[row] ?? Number.NaN;
  if (Number.isNaN(index)) return [notRanked(result, row)];
  const places = Math.max(placesOf(result), 1);
  const all = parts
    .flatMap(({ node, adds }) => (adds === null || adds <= 0 ? [] : [{ code: node.code, adds }]))
    .toSorted((a, b) => b.adds - a.adds);
  // Of equals none is picked out.
  const isEven = all.length > 1 && fixed(all[0]?.adds ?? 0, places) === fixed(all.at(-1)?.adds ?? 0, places);
  const adding = isEven ? [] : all.slice(0, MOST_NAMED);
  const ranked = parts.flatMap(({ node, rank, weight }) =>
    rank === null || weight === null ? [] : [{ code: node.code, rank }],
  );
  const last = Math.max(...ranked.map(({ rank }) => rank));
  const [best, worst] = [
    ranked.filter(({ rank }) => rank === 1),
    ranked.filter(({ rank }) => rank === last && rank > 1),
  ];
  const gaps = separations.map(({ row: other, side, gap, parts: due }) => {
    const most = due
      .filter(({ adds }) => adds * gap > 0 && Number(fixed(adds, places)) !== 0)
      .slice(0, MOST_NAMED)
      .map(({ node }) => node.code);
    return (
      `${result.countries[other]?.name ?? ''} is ${fixed(Math.abs(gap), places)} ` +
      `${side === 'above' ? 'ahead' : 'behind'}${most.length === 0 ? '' : `, mostly in ${list(most)}`}`
    );
  });
  return [
    ...(adding.length === 0 || !isPlain(result) || !(index > 0)
      ? []
      : [
          'Most of it comes from ' +
            `${list(adding.map(({ code, adds }) => `${code} (${fixed(adds, places)})`))}.`,
        ]),
    ...(best.length === 0 && worst.length === 0
      ? []
      : [
          `${[
            ...(best.length === 0
              ? []
              : [
                  best.length === parts.length
                    ? 'First in every part'
                    : `Nobody is better in ${list(best.map(({ code }) => code))}`,
                ]),
            ...(worst.length === 0
              ? []
              : [
                  `${best.length === 0 ? 'Its' : 'its'} worst rank is ${last}, in ` +
                    (worst.length === parts.length ? 'every part' : list(worst.map(({ code }) => code))),
                ]),
          ].join('; ')}.`,
        ]),
    ...(gaps.length === 0 ? [] : [`${gaps.join('; ')}.`]),
  ];
}

/** Why a country has no index. */
function notRanked({ scores, framework, recipe }: Result, row: number): string {
  const { children } = framework;
  const there = children.filter(({ code }) => (scores.get(code)?.[row] ?? null) !== null).length;
  const least = recipe.missing['least'];
  return (
    `It has ${there} of ` +
    `${count(children.length, 'part')}${typeof least === 'number' ? `, and ${fixed(100 * least, 0)} % are asked for` : ''}.`
  );
}

/** What a neighbour is ahead in and behind in. */
export function neighbour(result: Result, { row: other, side, gap, parts }: Separation): Passage {
  const places = Math.max(placesOf(result), 1);
  const title =
    `Just ${side}: ${result.countries[other]?.name ?? ''}, rank ${result.ranks[other] ?? '–'}, index ` +
    `${fixed(result.index[other] ?? 0, placesOf(result))} (${signed(gap, places)})`;
  const line = (label: string, sign: 1 | -1) => {
    const named = parts
      .filter(({ adds }) => Number(fixed(adds, places)) * sign > 0)
      .map(({ node, adds }) => `${node.code} ${signed(adds, places)}`);
    return named.length === 0 ? [] : [`${label}  ${named.join(', ')}`];
  };
  const lines = [...line('leads ', 1), ...line('trails', -1)];
  return {
    title,
    lines:
      lines.length > 0
        ? lines
        : [
            parts.length === 0
              ? 'the aggregation does not tell which part the difference is due to'
              : gap === 0
                ? 'the index is the same'
                : 'every difference is too small to show',
          ],
  };
}

/** What the columns mean, as far as they are shown. */
export function reading(result: Result, row: number, shown: readonly Part[], all: readonly Part[]): string[] {
  const parents = [...new Set(shown.map(({ parent }) => parent))];
  const codes = new Map<string, string[]>();
  for (const parent of parents) {
    const choice = parent.aggregate ?? result.recipe.aggregate;
    const { weightedSum } = entryOf<Aggregation>(aggregations, choice);
    if (result.countryWeights !== null) {
      codes.set('weight × index', []);
      continue;
    }
    const value = result.scores.get(parent.code)?.[row] ?? null;
    const isShortfall =
      weightedSum !== undefined &&
      !weightedSum.isPlain &&
      value !== null &&
      weightedSum.apply(value, choice) < 0;
    const text =
      weightedSum === undefined
        ? `not told by the aggregation "${choice.method}"`
        : `${weightedSum.reading}${isShortfall ? '; as it is negative, the larger the share, the more it holds the index down' : ''}`;
    codes.set(text, [...(codes.get(text) ?? []), parent.code]);
  }
  const isUntold = shown.some(
    ({ adds, weight, score }) => adds === null && weight !== null && score !== null,
  );
  const together =
    result.index[row] === null ? '' : `, ${fixed(result.index[row] ?? 0, placesOf(result))} together`;
  const [only] = codes.size === 1 ? codes.keys() : [];
  const deeper = Math.max(...all.map(({ depth }) => depth)) - Math.max(...shown.map(({ depth }) => depth));
  return [
    `adds        points of the index${together}${only === undefined ? '' : `: ${only}`}`,
    ...(only === undefined
      ? [...codes].map(([text, named]) => `            under ${list(named, 3)}: ${text}`)
      : []),
    ...(result.countryWeights === null
      ? []
      : ["weight      the country's own: the shares of its index by the weights that are best for it"]),
    ...(isUntold ? ['–           not told where a product is below 1'] : []),
    ...(all.some(({ node }) => node.kind === 'category')
      ? ['normalised  of a category: what its children aggregate to']
      : []),
    ...(isPlain(result)
      ? []
      : ['leads       the gap, split by how the parts differ under the aggregation, not by their "adds"']),
    ...(all.some(({ score, node }) => score === null && (result.weights.get(node.code) ?? 0) > 0)
      ? ['weight      what is missing leaves its weight to the others, and gaps to neighbours show that too']
      : []),
    `rank        among ${count(Math.max(...shown.map(({ of }) => of)), 'country', 'countries')}, by that ` +
      'line alone, as the median',
    ...(shown.some(({ node }) => node.kind === 'indicator' && node.direction === -1)
      ? ['↓           less is better']
      : []),
    ...(deeper > 0 ? [`--depth all shows ${count(deeper, 'more level')}`] : []),
  ];
}
