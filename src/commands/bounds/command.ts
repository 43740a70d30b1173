// bounds: how far can the ranking be trusted, whatever the weights?
import { boundsOver, coverEdges, type Bounds, type CountryBounds } from '../../analysis/bounds/bounds.ts';
import type { RankBound } from '../../analysis/bounds/rank-search.ts';
import { isWeightedSum, indexOverRegion } from '../../analysis/pairs/robust-index.ts';
import { sampledBounds, type Draws } from '../../analysis/bounds/sampled-bounds.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Choice } from '../../model/registry.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Column, Document, Passage, Row } from '../../report/document.ts';
import { drawDot, drawLayers, drawMermaid, type Order } from '../../report/graph.ts';
import { tierName, witnessText, type Readings } from './readings.ts';
import { headline, sureness } from './text.ts';
import type { Call, Command } from '../command.ts';
import {
  editionArgument,
  outputOptions,
  readDraws,
  recipeOptions,
  regionOption,
  rowOptions,
  samplingOptions,
  textOf,
} from '../shared/options.ts';
import { everyWeighting, regionLine } from '../shared/regions.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf, type Entry } from '../shared/rows.ts';
import { notesOf, open, titleOf, type Session } from '../shared/session.ts';

const group = 'Bounds';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    regionOption,
    {
      flags: '--witness',
      meaning: 'print the weights that attain each bound, as rank --weights takes them',
      group,
    },
    {
      flags: '--hasse [form]',
      meaning: 'print who is ahead of whom whatever the weights: layers, dot or mermaid',
      group,
    },
    ...samplingOptions,
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'For each country the best and the worst rank and tier that any weighting of a region gives it, and ' +
    'the pairs of countries whose order no weighting changes. Exact where the index is a weighted sum; ' +
    'sampled, and labelled so, elsewhere.',
  examples: [
    { line: 'cyberpower bounds', says: 'the bundled example, each weight within 25 %' },
    { line: 'cyberpower bounds my.csv --region ratio:3', says: 'no weight more than 3 times another' },
    { line: 'cyberpower bounds my.csv --region around:50%+order:offence,resilience', says: 'both at once' },
    { line: 'cyberpower bounds my.csv --witness --only China', says: 'and which weights those are' },
    { line: 'cyberpower bounds my.csv --hasse dot | dot -Tsvg', says: 'a picture of what is certain' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const form = readForm(call.options['hasse']);
  const draws = readDraws(call.options);
  const session = await open(call, call.arguments[0], { published: true });
  const { edition, result } = session;
  const readings = await session.withPlaces(() => readingsOf(session, draws));
  const { main, other, notLinear } = readings;
  const order = orderOf(result, main);
  if (form === 'dot' || form === 'mermaid') return drawing(session, readings, order, form, draws);
  const columns = columnsFor(result, readings);
  const byRow = new Map(
    main.countries.map((one, i) => [one.row, { one, other: other?.countries[i] ?? null }]),
  );
  const entries = inRankOrder(result.ranks, result.countries, latestRows(result)).flatMap((row): Entry[] => {
    const [country, found] = [result.countries[row], byRow.get(row)];
    return country === undefined || found === undefined
      ? []
      : [{ row, country, fields: fieldsOf(result, found.one, found.other, main.isExact) }];
  });
  const {
    entries: shown,
    hidden,
    notes,
  } = await arrange(
    entries,
    call.options,
    columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key),
  );
  const tiers = main.countries.some((one) => one.tiers !== null) ? ['tiers'] : [];
  const tierFields = [
    ...(result.tiering === null ? [] : ['tier']),
    ...(tiers.length === 0 ? [] : ['bestTier', 'worstTier']),
  ];
  return {
    command: 'bounds',
    title: titleOf(edition),
    lead: headline(result, main, other),
    table: {
      columns,
      shown: ['rank', 'name', 'score', 'bounds', 'interval', ...(other === null ? [] : ['beside']), ...tiers],
      exported: [
        'rank',
        'code',
        'name',
        'score',
        'best',
        'worst',
        ...(other === null ? [] : ['besideBest', 'besideWorst']),
        ...tierFields,
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: shown.map(({ fields }) => fields),
    },
    passages: [
      ...(form === 'layers'
        ? [
            {
              title: main.isExact
                ? `Ahead under ${everyWeighting(main.region)}`
                : `Ahead in all draws from ${describeRegion(main.region)}`,
              lines: drawLayers(order),
            },
          ]
        : []),
      ...(call.options['witness'] === true ? [witnesses(result, main, shown)] : []),
    ],
    notes: [
      ...notes,
      ...notInLatestYear(result),
      regionLine(main),
      ...sureness([main, ...(other === null ? [] : [other])], notLinear, draws.seed),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () =>
      (await import('./json.ts')).dataOf(
        session,
        readings,
        order,
        draws,
        hidden,
        shown.map(({ row }) => row),
      ),
  };
}

/**
 * Beside a region stands any weighting at all; beside one that could only be sampled, the part of it that is
 * exact.
 */
function readingsOf({ result, published }: Session, draws: Draws): Readings {
  const { region } = result.recipe;
  const rows = latestRows(result);
  const robust = indexOverRegion(result, region, rows, published);
  if (isWeightedSum(robust)) {
    const anything: Choice[] = [
      { method: 'any', at: region.some(({ at }) => at === 'top') ? 'top' : 'levels' },
    ];
    const all =
      describeRegion(region) === describeRegion(anything)
        ? null
        : indexOverRegion(result, anything, rows, published);
    return {
      main: boundsOver(result, robust),
      other: all !== null && isWeightedSum(all) ? boundsOver(result, all) : null,
      notLinear: null,
    };
  }
  const main = sampledBounds(result, region, rows, draws);
  const top = region.map((choice) => ({ ...choice, at: 'top' }));
  const first = region.some(({ at }) => at === 'top')
    ? robust
    : indexOverRegion(result, top, rows, published);
  return { main, other: isWeightedSum(first) ? boundsOver(result, first) : null, notLinear: robust };
}

function columnsFor(result: Result, { main, other }: Readings): Column[] {
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'bounds', label: headingOf(main, 'ranks'), kind: 'text' },
    { key: 'best', label: 'best', kind: 'number' },
    { key: 'worst', label: 'worst', kind: 'number' },
    {
      key: 'interval',
      label: '',
      kind: 'bar',
      of: 'nominal',
      between: { from: 'best', to: 'worst', places: main.countries.length },
    },
    { key: 'nominal', label: 'nominal', kind: 'number' },
    { key: 'beside', label: other === null ? '' : headingOf(other, 'ranks beside'), kind: 'text' },
    { key: 'besideBest', label: 'best beside', kind: 'number' },
    { key: 'besideWorst', label: 'worst beside', kind: 'number' },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'tiers', label: 'tiers', kind: 'text' },
    { key: 'bestTier', label: 'best tier', kind: 'text' },
    { key: 'worstTier', label: 'worst tier', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** The region itself where it is short. */
function headingOf({ region }: Bounds, otherwise: string): string {
  const written = describeRegion(region);
  return written.length <= 14 ? written : otherwise;
}

function fieldsOf(result: Result, one: CountryBounds, other: CountryBounds | null, isExact: boolean): Row {
  const country = result.countries[one.row];
  const [bestTier, worstTier] = [tierName(result, one.tiers?.best), tierName(result, one.tiers?.worst)];
  return {
    rank: result.ranks[one.row] ?? null,
    code: country?.code ?? null,
    name: country?.name ?? '',
    score: result.index[one.row] ?? null,
    bounds: rangeText(one, isExact),
    best: one.best.rank,
    worst: one.worst.rank,
    nominal: one.nominal,
    interval: null,
    beside: other === null ? null : rangeText(other, true),
    besideBest: other?.best.rank ?? null,
    besideWorst: other?.worst.rank ?? null,
    tier: tierOf(result, one.row),
    tiers: bestTier === worstTier ? bestTier : `${bestTier ?? ''} to ${worstTier ?? ''}`,
    bestTier,
    worstTier,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/** `2–4`; of exact bounds, a mark behind those that could not be proved. */
function rangeText({ best, worst }: CountryBounds, isExact: boolean): string {
  const mark = ({ rank, provedRank }: RankBound) => (isExact && rank !== provedRank ? '?' : '');
  const [from, to] = [`${best.rank}${mark(best)}`, `${worst.rank}${mark(worst)}`];
  return from === to ? from : `${from}–${to}`;
}

function orderOf({ countries }: Result, { countries: bounds, relations }: Bounds): Order {
  return {
    nodes: bounds.map(({ row }) => ({
      id: countries[row]?.code ?? countries[row]?.name ?? '',
      name: countries[row]?.name ?? '',
    })),
    edges: coverEdges(relations),
  };
}

/** A drawing alone, for the program that reads it. */
function drawing(
  session: Session,
  readings: Readings,
  order: Order,
  form: 'dot' | 'mermaid',
  draws: Draws,
): Document {
  return {
    command: 'bounds',
    title: '',
    passages: [{ lines: form === 'dot' ? drawDot(order) : drawMermaid(order), isVerbatim: true }],
    notes: [],
    inputs: session.edition.inputs.map(({ path }) => path),
    data: async () => {
      const rows = readings.main.countries.map(({ row }) => row);
      return (await import('./json.ts')).dataOf(session, readings, order, draws, 0, rows);
    },
  };
}

/** The weights behind each bound, a line each. */
function witnesses(result: Result, main: Bounds, shown: readonly Entry[]): Passage {
  const lines = shown.flatMap(({ row }) => {
    const one = main.countries.find((bounds) => bounds.row === row);
    if (one === undefined) return [];
    const name = result.countries[row]?.name ?? '';
    const line = (side: 'best' | 'worst') =>
      `${name} ${one[side].rank}: --weights ${witnessText(result, main, one, side)}`;
    return one.best.rank === one.worst.rank ? [line('best')] : [line('best'), line('worst')];
  });
  return { title: 'Weights that attain them', lines, isVerbatim: true };
}

function readForm(value: unknown): 'layers' | 'dot' | 'mermaid' | null {
  if (value === undefined) return null;
  if (value === true || value === 'layers') return 'layers';
  if (value === 'dot' || value === 'mermaid') return value;
  const written = textOf(value) ?? '';
  throw new ProblemsError([
    {
      code: 'usage/bad-value',
      severity: 'error',
      place: { argument: '--hasse' },
      value: written,
      what: `there is no form "${written}"`,
      fix: 'choose layers, dot or mermaid',
    },
  ]);
}
