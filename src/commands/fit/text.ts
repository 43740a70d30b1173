// What fit says in words: whether weights reproduce what was published, with which, and if none do, what
// contradicts itself.
import type { Claim } from '../../analysis/fit/program.ts';
import type { Fit } from '../../analysis/fit/fit.ts';
import type { IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import { greatest, least } from '../../analysis/region/weight-region.ts';
import { nameOf } from '../../model/edition.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Passage, Row, DocumentTable } from '../../report/document.ts';
import { exact, fixed } from '../../report/numbers.ts';
import { placesOf } from '../shared/rows.ts';

const MOST_CLAIMS = 8;
const MOST_RESIDUALS = 5;

/** The sentence that answers the question for one kind of what was published. */
export function verdict({
  to,
  isFound,
  countries,
  contradiction,
  agree,
  agreeNominally,
  met,
  metNominally,
  claims,
}: Fit): string {
  const what =
    `${to === 'scores' ? 'Scores' : to === 'ranks' ? 'Ranks' : 'Tiers'} of ` +
    count(countries, 'country', 'countries');
  if (!isFound) {
    const kept =
      to === 'scores'
        ? `The nearest weights meet ${agree} of them, the nominal ones ${agreeNominally}`
        : `The nearest weights keep ${met} of ${count(claims.length, 'statement')}, the nominal ones ` +
          `${metNominally}`;
    return (
      `${what}: no weights reproduce them, as ` +
      `${contradiction.length === 1 ? 'one of them is out of reach' : `${contradiction.length} of them contradict each other`}. ` +
      `${kept}.`
    );
  }
  const cuts = to === 'tiers' ? ' with cut-offs on the index' : '';
  const printed =
    agree === countries
      ? ''
      : `; of the ranks themselves, ${agree} come out as printed, as others lie between or scores round the ` +
        'same';
  return (
    `${what}: some weights reproduce all of ` +
    `them${cuts}${metNominally === claims.length ? ', the nominal ones among them' : `; the nominal ones ${to === 'scores' ? `meet ${agreeNominally}` : `keep ${metNominally} of ${count(claims.length, 'statement')}`}`}${printed}.`
  );
}

/**
 * The passages about one kind of what was published: the weights, and what contradicts itself or is furthest
 * off.
 */
export function fitPassages(
  result: Result,
  robust: IndexOverRegion,
  one: Fit,
  published: readonly PublishedRow[],
): Passage[] {
  const { to, isFound, contradiction } = one;
  return [
    ...(isFound
      ? []
      : [
          {
            title:
              contradiction.length === 1
                ? `Of the ${to}, no weights give this`
                : `Published ${to} that contradict each other`,
            lines: contradictionLines(result, robust, one, published),
          },
        ]),
    {
      title: isFound
        ? `Weights that reproduce the ${to}${to === 'scores' ? '' : ', with the widest margin'}`
        : `The nearest weights to the ${to}`,
      lines: [],
      table: weightTable(one),
    },
    { lines: [...marginLines(one, robust), `options  --weights ${weightsText(one)}${tiersText(one)}`] },
    ...(one.to === 'scores' ? [residualPassage(result, one)] : []),
  ];
}

/** `a=0.33,b=0.67`, as --weights takes it. */
export function weightsText({ named }: Fit): string {
  return [...named].map(([code, weight]) => `${code}=${exact(weight)}`).join(',');
}

/** The option that cuts tiers as published, if there are any. */
export function tiersText({ cuts, tiers }: Fit): string {
  if (cuts.length === 0) return '';
  const option = `thresholds:${cuts.map(exact).join(',')},names=${tiers.join('/')}`;
  return ` --tiers ${/\s/.test(option) ? `"${option}"` : option}`;
}

/** A claim in words: `Russia (rank 3) ahead of China (rank 4)`. */
export function claimText(
  result: Result,
  robust: IndexOverRegion,
  { kind, countries }: Claim,
  published: readonly PublishedRow[],
): string {
  const printedOf = (position: number) => {
    const country = result.countries[robust.index.rows[position] ?? -1];
    return {
      name: country === undefined ? '' : nameOf(country),
      row: country === undefined ? undefined : rowOf(country, published),
    };
  };
  const [first, second] = countries.map(printedOf);
  const withRank = (one: typeof first) => `${one?.name ?? ''} (rank ${one?.row?.rank ?? '–'})`;
  switch (kind) {
    case 'ahead':
      return `${withRank(first)} ahead of ${withRank(second)}`;
    case 'level':
      return `${withRank(first)} level with ${withRank(second)}`;
    case 'tier':
      return `${first?.name ?? ''} in ${first?.row?.tier ?? ''}`;
    case 'score':
      return `${first?.name ?? ''} at ${first?.row?.score ?? ''}`;
  }
}

/** How clearly weights tell countries apart at best, where the index itself is what is summed. */
function marginLines({ to, isFound, margin, claims }: Fit, robust: IndexOverRegion): string[] {
  if (
    !isFound ||
    to === 'scores' ||
    margin === null ||
    !isPlain(robust) ||
    !claims.some(({ limits }) => limits.some(({ isStrict }) => isStrict))
  )
    return [];
  const points = Number(margin.toPrecision(3));
  return [
    to === 'ranks'
      ? `margin   at best, each rank is ${points} points or more ahead of the next`
      : `margin   at best, each country is ${points} points or more from every cut-off`,
  ];
}

/** Whether the index is what is summed, and no logarithm or power of it. */
function isPlain({ index }: IndexOverRegion): boolean {
  return [1, 2, 5].every((x) => index.value(x) === x);
}

function rowOf(
  country: Result['countries'][number],
  published: readonly PublishedRow[],
): PublishedRow | undefined {
  return published.find((row) =>
    country.code === null ? row.country.name === country.name : row.country.code === country.code,
  );
}

function contradictionLines(
  result: Result,
  robust: IndexOverRegion,
  { contradiction }: Fit,
  published: readonly PublishedRow[],
): string[] {
  const texts = contradiction.map((claim) => claimText(result, robust, claim, published));
  const hidden = texts.length - MOST_CLAIMS;
  const [only] = contradiction;
  const range =
    only?.kind === 'score' && contradiction.length === 1 && isPlain(robust) ? rangeText(robust, only) : null;
  const isDominated =
    contradiction.length === 1 &&
    only?.kind === 'ahead' &&
    (only.limits[0]?.weights ?? []).every((x) => x <= 0);
  return [
    ...(hidden > 1 ? [...texts.slice(0, MOST_CLAIMS), `and ${hidden} more`] : texts),
    isDominated
      ? 'The first is nowhere better than the second, so that no weights put it ahead.'
      : (range ??
        (contradiction.length === 1
          ? 'No weights of the region make this true.'
          : `No weights make all ${contradiction.length} true; without any one of them some do.`)),
  ];
}

/** How low and how high the index of a country can be. */
function rangeText({ polytope }: IndexOverRegion, { limits }: Claim): string {
  const aim = limits[0]?.weights ?? [];
  const [low, high] = [least(polytope, aim).value, greatest(polytope, aim).value].map((x) =>
    String(Number(x.toPrecision(6)) + 0),
  );
  return low === high
    ? `Whatever the weights, its index is ${low ?? ''}.`
    : `Over all weights its index runs from ${low ?? ''} to ${high ?? ''}.`;
}

const columnsOf = (places: number): readonly Column[] => [
  { key: 'to', label: 'to', kind: 'text' },
  { key: 'part', label: 'part', kind: 'text' },
  { key: 'code', label: 'code', kind: 'text' },
  { key: 'parent', label: 'parent', kind: 'text' },
  { key: 'weight', label: 'weight', kind: 'number', decimals: places },
  { key: 'least', label: 'at least', kind: 'number', decimals: places },
  { key: 'most', label: 'at most', kind: 'number', decimals: places },
  { key: 'nominal', label: 'nominal', kind: 'number', decimals: places },
  { key: 'effective', label: 'in the index', kind: 'number', decimals: places, isDispensable: true },
  { key: 'effectiveLeast', label: 'in the index at least', kind: 'number', decimals: places },
  { key: 'effectiveMost', label: 'in the index at most', kind: 'number', decimals: places },
  { key: 'found', label: 'found', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

/** The weights of all fits in one table, as files take it. */
export function allWeights(fits: readonly Fit[], isIllustrative: boolean): DocumentTable {
  return {
    columns: columnsOf(placesFor(fits)),
    shown: [],
    exported: [
      'to',
      'found',
      'code',
      'parent',
      'weight',
      'least',
      'most',
      'nominal',
      'effective',
      'effectiveLeast',
      'effectiveMost',
      ...(isIllustrative ? ['illustrative'] : []),
    ],
    rows: fits.flatMap((one) => weightRows(one, isIllustrative)),
  };
}

function weightTable(one: Fit): DocumentTable {
  const isNested = one.weights.some(({ local, effective }) => Math.abs(local - effective) > 1e-9);
  const ranges = one.isFound ? ['least', 'most'] : [];
  return {
    columns: columnsOf(placesFor([one])),
    shown: ['part', 'weight', ...ranges, 'nominal', ...(isNested ? ['effective'] : [])],
    exported: [],
    rows: weightRows(one, false),
  };
}

function weightRows({ to, weights, isFound }: Fit, isIllustrative: boolean): Row[] {
  const depthOf = (code: string): number => {
    const parent = weights.find((one) => one.code === code)?.parent;
    return parent === undefined || !weights.some((one) => one.code === parent) ? 0 : 1 + depthOf(parent);
  };
  const ordered = (parent: string): Fit['weights'] =>
    weights.flatMap((one) => (one.parent === parent ? [one, ...ordered(one.code)] : []));
  const tops = [...new Set(weights.map(({ parent }) => parent))].filter(
    (parent) => !weights.some(({ code }) => code === parent),
  );
  const inOrder = tops.flatMap((parent) => ordered(parent));
  return inOrder.map(({ code, parent, local, nominal, effective, localRange, effectiveRange }) => ({
    to,
    part: `${'  '.repeat(depthOf(code))}${code}`,
    code,
    parent,
    weight: local,
    least: localRange?.least ?? null,
    most: localRange?.most ?? null,
    nominal,
    effective,
    effectiveLeast: effectiveRange?.least ?? null,
    effectiveMost: effectiveRange?.most ?? null,
    found: String(isFound),
    illustrative: String(isIllustrative),
  }));
}

/** As many decimals as show how wide the ranges are, three to six. */
function placesFor(fits: readonly Fit[]): number {
  const widths = fits
    .flatMap(({ weights }) =>
      weights.flatMap(({ localRange }) => (localRange === null ? [] : [localRange.most - localRange.least])),
    )
    .filter((width) => width > 1e-9);
  return Math.min(
    6,
    Math.max(3, 1 - Math.floor(Math.log10(Math.max(...(widths.length === 0 ? [1] : widths))))),
  );
}

/** How far published scores and the index are apart: a line, and the countries that are furthest. */
function residualPassage(result: Result, { residuals, rSquared, isFound }: Fit): Passage {
  const apart = residuals.map(({ printed: { row }, index }) => ({
    name: row.country.name,
    published: row.score ?? 0,
    index,
    difference: index - (row.score ?? 0),
  }));
  const furthest = apart.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const [first] = furthest;
  const share =
    rSquared === null ? '' : `R² ${rSquared > 0.99995 && !isFound ? 'above 0.9999' : fixed(rSquared, 4)}; `;
  const lines =
    first === undefined
      ? []
      : [`${share}furthest apart ${first.name}, by ${Number(Math.abs(first.difference).toPrecision(2))}`];
  if (isFound) return { lines };
  const places = Math.max(placesOf(result), 3);
  return {
    title: 'Furthest apart',
    lines,
    table: {
      columns: [
        { key: 'name', label: 'country', kind: 'text' },
        { key: 'published', label: 'published', kind: 'number', decimals: places },
        { key: 'index', label: 'index', kind: 'number', decimals: places },
        { key: 'difference', label: 'difference', kind: 'number', decimals: places },
      ],
      shown: ['name', 'published', 'index', 'difference'],
      exported: [],
      rows: furthest.slice(0, MOST_RESIDUALS),
    },
  };
}

/** What was left out of the comparison, and how the numbers are to be read. */
export function fitNotes(
  result: Result,
  fits: readonly Fit[],
  published: readonly PublishedRow[],
  robust: IndexOverRegion,
): string[] {
  const known = published.filter(({ deviation }) => deviation !== null).map(({ country }) => country.name);
  const idle = [...result.weights].filter(([, weight]) => weight === 0).map(([code]) => code);
  return [
    ...(fits.some(({ isFound }) => isFound)
      ? [
          'at least, at most: how far one weight may go among all weightings that do it; not every ' +
            'mixture of these does',
        ]
      : []),
    ...(known.length === 0 ? [] : [`left out, as they are known to differ: ${list(known, 8)}`]),
    ...(idle.length === 0
      ? []
      : [`left out, as they have weight 0: ${list(idle, 8)}; --weights equal takes them along`]),
    ...(!isPlain(robust) && fits.some(({ to }) => to === 'scores')
      ? [
          'scores are met, and the nearest weights found, in what the aggregation adds up, as ' +
            'logarithms of a geometric mean',
        ]
      : []),
    ...(fits.some(({ to }) => to === 'tiers') && result.tiering !== null && result.tiering.cuts === null
      ? [
          `the recipe's tiers follow a rule on indicators ("${result.tiering.method}") and no index: that ` +
            'weights give the same ones does not say that anybody weighed',
        ]
      : []),
  ];
}
