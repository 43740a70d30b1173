// explain: why does a country stand where it stands?
import { explain, neighbours, separate, type Part, type Separation } from '../../analysis/explain.ts';
import { present } from '../../math/column.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate.ts';
import { weightings } from '../../methods/weight.ts';
import { limits } from '../../model/edition.ts';
import { indicators, nodes, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { describeChoice, entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Document, Passage, Row } from '../../report/document.ts';
import { decimalsFor, fixed } from '../../report/numbers.ts';
import type { Call, Command } from '../command.ts';
import { editionOption, outputOptions, recipeOptions, textOf } from '../options.ts';
import { findRow, placesOf } from '../rows.ts';
import { jsonHead, notesOf, open, titleOf, type Session } from '../session.ts';
import { tierOf } from './rank.ts';

export const command: Command = {
  arguments: [{ name: 'country', meaning: 'its ISO code or its name' }],
  options: [
    editionOption,
    { flags: '--depth <levels>', meaning: 'how far down the framework: 1, 2, … or all; 1 unless given', group: 'Rows (they hide, and change no number)' },
    ...recipeOptions, ...outputOptions,
  ],
  description: 'Says what each part of the framework adds to a country\'s index, where the country is strong and weak against the field, what separates it from its neighbours, and every step its numbers went through.',
  examples: [
    { line: 'cyberpower explain China', says: 'in the bundled example' },
    { line: 'cyberpower explain China -e ncpi-2020', says: 'in another edition' },
    { line: 'cyberpower explain China -e ncpi-2020 --depth all', says: 'down to the raw scores' },
    { line: 'cyberpower explain EST -e my.csv --format json', says: 'in your own scores, for a script' },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  const depth = readDepth(textOf(call.options['depth']));
  const [term] = call.arguments;
  if (term === undefined) throw noCountry();
  const session = await open(call, textOf(call.options['edition']) ?? undefined);
  const { edition, result } = session;
  const row = await findRow(result, term);
  const parts = explain(result, row);
  const shown = parts.filter((part) => part.depth <= depth);
  const around = neighbours(result, row);
  const separations = [around.above, around.below].flatMap((other) => (other === null ? [] : [separate(result, row, other)]));
  const columns = columnsFor(result, parts, row);
  const rows = shown.map((part) => rowOf(result, part, row));
  return {
    command: 'explain',
    title: `${titleOf(edition)}: ${standing(result, row)}`,
    lead: leadOf(result, parts.filter((part) => part.depth === 1), separations),
    table: {
      columns,
      shown: ['part', ...['raw', ...changedSteps(result, row)].filter((key) => rows.some((one) => (one[key] ?? '') !== '')), 'score', 'weight', 'adds', 'bar', 'rank', 'median'],
      exported: ['code', 'name', 'parent', 'depth', 'raw', 'rating', ...changedSteps(result, row), 'score', 'weight', 'adds', 'rank', 'median', ...(edition.about.illustrative === null ? [] : ['illustrative'])],
      rows,
    },
    passages: [
      { title: 'Against the field', lines: againstField(result, deepest(shown)) },
      ...separations.map((separation) => neighbour(result, separation)),
      { title: 'How to read it', lines: reading(result, row, shown, parts) },
      { title: 'Steps', lines: stepsOf(result) },
    ],
    notes: notesOf(session).filter((note) => !note.startsWith('recipe: ')),
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => toJson(session, row, parts, separations),
  };
}

/** `rank 2 of 29, index 41.471, Tier Two`, with whom the rank is shared. */
function standing(result: Result, row: number): string {
  const [rank, score, tier] = [result.ranks[row] ?? null, result.index[row] ?? null, tierOf(result, row)];
  const country = result.countries[row];
  const name = `${country?.name ?? ''}${country?.year === null || country?.year === undefined ? '' : ` ${country.year}`}`;
  if (score === null) return `${name}, not ranked`;
  const sharing = result.countries.flatMap((other, at) => (at !== row && other.year === country?.year && result.ranks[at] === rank ? [other.name] : []));
  const field = result.countries.filter((other, at) => other.year === country?.year && (result.index[at] ?? null) !== null).length;
  return [`${name}, rank ${rank ?? '–'} of ${field}${sharing.length === 0 ? '' : ` with ${list(sharing, 3)}`}`, `index ${fixed(score, placesOf(result))}`, ...(tier === null ? [] : [tier])].join(', ');
}

function columnsFor(result: Result, parts: readonly Part[], row: number): Column[] {
  const numbers = (of: (part: Part) => number | null) => parts.flatMap((part) => of(part) ?? []);
  const scores = placesIn(result, parts);
  return [
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'name', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'depth', label: 'depth', kind: 'number' },
    { key: 'raw', label: 'score', kind: 'text' },
    { key: 'rating', label: 'rating', kind: 'text' },
    ...changedSteps(result, row).map((step): Column => ({ key: step, label: step, kind: 'number' })),
    { key: 'score', label: 'normalised', kind: 'number', decimals: scores },
    { key: 'weight', label: 'weight', kind: 'number', decimals: 3 },
    { key: 'adds', label: 'adds', kind: 'number', decimals: Math.max(placesOf(result), decimalsFor(numbers(({ adds }) => adds)) > 3 ? 3 : 1) },
    { key: 'bar', label: '', kind: 'bar', of: 'drawn' },
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'median', label: 'median', kind: 'number', decimals: scores },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** The decimals that the normalised scores of some parts are shown with. */
function placesIn(result: Result, parts: readonly Part[]): number {
  return Math.min(3, Math.max(0, ...parts.map(({ node }) => decimalsFor(present(result.scores.get(node.code) ?? [])))));
}

function rowOf(result: Result, part: Part, row: number): Row {
  const { node, parent, depth, score, weight, adds, rank, median } = part;
  const direction = node.kind === 'indicator' && node.direction === -1 ? ' ↓' : '';
  return {
    part: `${'  '.repeat(depth - 1)}${shortCode(result, node)}${direction}`, code: node.code, name: node.name, parent: parent.code, depth,
    raw: rawText(result, node, row), rating: ratingOf(result, node, row), score, weight, adds, rank, median,
    drawn: adds === null ? null : Math.max(0, adds), illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
    ...Object.fromEntries(changedSteps(result, row).map((step) => [step, stageAt(result, step, node.code, row)])),
  };
}

/** A code without the code of a category above it, if it begins with that and a dot. */
function shortCode({ framework }: Result, { code }: FrameworkNode): string {
  const above = nodes(framework).filter((node) => node.kind === 'category' && code.startsWith(`${node.code}.`) && nodes(node).some((one) => one.code === code));
  return code.slice(Math.max(0, ...above.map((node) => node.code.length + 1)));
}

function stageAt({ stages }: Result, step: string, code: string, row: number): number | null {
  return stages.find((stage) => stage.step === step)?.columns.get(code)?.[row] ?? null;
}

/** The steps between the raw scores and the normalised ones that changed any of a country's. */
function changedSteps({ stages }: Result, row: number): string[] {
  return stages.slice(1, -1).flatMap(({ step, columns }, i) => ([...columns].some(([code, column]) => column[row] !== stages[i]?.columns.get(code)?.[row]) ? [step] : []));
}

function rawText(result: Result, node: FrameworkNode, row: number): string | null {
  if (node.kind === 'category') return '';
  const raw = stageAt(result, 'select', node.code, row);
  return ratingOf(result, node, row) ?? (raw === null ? null : String(Number(raw.toPrecision(6))));
}

function ratingOf({ edition, stages }: Result, node: FrameworkNode, row: number): string | null {
  const raw = stages[0]?.columns.get(node.code)?.[row] ?? null;
  if (node.kind === 'category' || raw === null) return null;
  return edition.scales.find(({ name }) => name === node.scale)?.ratings.find(({ value }) => value === raw)?.word ?? null;
}

/** The parts that nothing below is shown of. */
function deepest(shown: readonly Part[]): Part[] {
  return shown.filter(({ node }) => !shown.some(({ parent }) => parent === node));
}

const MOST_NAMED = 3;
const NOBODY = { code: '', rank: 0, ahead: 0 };

function againstField(result: Result, parts: readonly Part[]): string[] {
  const compared = parts.flatMap(({ node, score, median, rank, weight }) => (score === null || median === null || rank === null || weight === null ? [] : [{ code: node.code, rank, ahead: score - median, }]));
  const places = placesIn(result, parts);
  const said = ({ code, rank, ahead }: (typeof compared)[number]) => `${code} (rank ${rank}, ${fixed(Math.abs(ahead), places)} ${ahead > 0 ? 'above' : 'below'} the median)`;
  const strong = compared.filter(({ ahead }) => ahead > 0).toSorted((a, b) => a.rank - b.rank || b.ahead - a.ahead);
  const weak = compared.filter(({ ahead }) => ahead < 0).toSorted((a, b) => b.rank - a.rank || a.ahead - b.ahead);
  const named = (some: typeof compared) => `${list(some.slice(0, MOST_NAMED).map(said))}${some.length > MOST_NAMED ? `; ${some.length - MOST_NAMED} more` : ''}`;
  const rest = (some: typeof compared, word: string) => `nothing ${word} the median${some.length === 0 ? '' : `; nearest to it ${said(some.at(-1) ?? some[0] ?? NOBODY)}`}`;
  return [`Strengths   ${strong.length === 0 ? rest(weak, 'above') : named(strong)}`, `Weaknesses  ${weak.length === 0 ? rest(strong, 'below') : named(weak)}`];
}

/** The three or four sentences that an analyst would say first. */
function leadOf(result: Result, parts: readonly Part[], separations: readonly Separation[]): string[] {
  const places = Math.max(placesOf(result), 1);
  const adding = parts.flatMap(({ node, adds }) => (adds === null || adds <= 0 ? [] : [{ code: node.code, adds }])).toSorted((a, b) => b.adds - a.adds).slice(0, MOST_NAMED);
  const ranked = parts.flatMap(({ node, rank, weight }) => (rank === null || weight === null ? [] : [{ code: node.code, rank }]));
  const last = Math.max(...ranked.map(({ rank }) => rank));
  const [best, worst] = [ranked.filter(({ rank }) => rank === 1), ranked.filter(({ rank }) => rank === last && rank > 1)];
  const gaps = separations.map(({ row: other, gap, parts: due }) => {
    const most = due.filter(({ adds }) => adds * gap > 0 && Number(fixed(adds, places)) !== 0).slice(0, MOST_NAMED).map(({ node }) => node.code);
    return `${result.countries[other]?.name ?? ''} is ${fixed(Math.abs(gap), places)} ${gap > 0 ? 'ahead' : 'behind'}${most.length === 0 ? '' : `, mostly in ${list(most)}`}`;
  });
  return [
    ...(adding.length === 0 || !isPlain(result) ? [] : [`Most of it comes from ${list(adding.map(({ code, adds }) => `${code} (${fixed(adds, places)})`))}.`]),
    ...(best.length === 0 && worst.length === 0 ? [] : [`${[
      ...(best.length === 0 ? [] : [`Nobody is better in ${best.length === ranked.length ? 'any part' : list(best.map(({ code }) => code))}`]),
      ...(worst.length === 0 ? [] : [`${best.length === 0 ? 'Its' : 'its'} lowest rank is ${last}, in ${worst.length === ranked.length ? 'every part' : list(worst.map(({ code }) => code))}`]),
    ].join('; ')}.`]),
    ...(gaps.length === 0 ? [] : [`${gaps.join('; ')}.`]),
  ];
}

/** Whether the contributions to the index are points, so that the largest is what the index owes most to. */
function isPlain({ framework, recipe }: Result): boolean {
  return entryOf<Aggregation>(aggregations, framework.aggregate ?? recipe.aggregate).link?.isPlain === true;
}

function neighbour(result: Result, { row: other, gap, parts }: Separation): Passage {
  const places = Math.max(placesOf(result), 1);
  const title = `Just ${gap > 0 ? 'above' : 'below'}: ${result.countries[other]?.name ?? ''}, rank ${result.ranks[other] ?? '–'}, index ${fixed(result.index[other] ?? 0, placesOf(result))} (${signed(gap, places)})`;
  const line = (label: string, sign: 1 | -1) => {
    const named = parts.filter(({ adds }) => Number(fixed(adds, places)) * sign > 0).map(({ node, adds }) => `${node.code} ${signed(adds, places)}`);
    return named.length === 0 ? [] : [`${label}  ${named.join(', ')}`];
  };
  const lines = [...line('ahead ', 1), ...line('behind', -1)];
  return { title, lines: lines.length > 0 ? lines : [parts.length === 0 ? 'the aggregation does not tell which part the difference is due to' : 'every difference is too small to show'] };
}

function signed(x: number, places: number): string {
  return `${x < 0 ? '−' : '+'}${fixed(Math.abs(x), places)}`;
}

function reading(result: Result, row: number, shown: readonly Part[], all: readonly Part[]): string[] {
  const parents = [...new Set(shown.map(({ parent }) => parent))];
  const codes = new Map<string, string[]>();
  for (const parent of parents) {
    const choice = parent.aggregate ?? result.recipe.aggregate;
    const { link } = entryOf<Aggregation>(aggregations, choice);
    const value = result.scores.get(parent.code)?.[row] ?? null;
    const isShortfall = link !== undefined && !link.isPlain && value !== null && link.apply(value, choice) < 0;
    const text = link === undefined ? `not told by the aggregation "${choice.method}"` : `${link.reading}${isShortfall ? '; as it is negative, the larger the share, the more it holds the index down' : ''}`;
    codes.set(text, [...(codes.get(text) ?? []), parent.code]);
  }
  const together = result.index[row] === null ? '' : `, ${fixed(result.index[row] ?? 0, placesOf(result))} together`;
  const [only] = codes.size === 1 ? codes.keys() : [];
  const deeper = Math.max(...all.map(({ depth }) => depth)) - Math.max(...shown.map(({ depth }) => depth));
  return [
    `adds        points of the index${together}${only === undefined ? '' : `: ${only}`}`,
    ...(only === undefined ? [...codes].map(([text, named]) => `            under ${list(named, 3)}: ${text}`) : []),
    ...(all.some(({ node }) => node.kind === 'category') ? ['normalised  of a category: what its children aggregate to'] : []),
    `rank        among ${count(Math.max(...shown.map(({ of }) => of)), 'country', 'countries')}, by that line alone, as the median`,
    ...(shown.some(({ node }) => node.kind === 'indicator' && node.direction === -1) ? ['↓           less is better'] : []),
    ...(deeper > 0 ? [`--depth all shows ${count(deeper, 'more level')}`] : []),
  ];
}

/** What was done to the numbers, step by step. */
function stepsOf({ recipe, framework, countries, edition }: Result): string[] {
  const leaves = indicators(framework);
  const own = (step: 'transform' | 'normalise') => {
    const codes = new Map<string, string[]>();
    for (const leaf of leaves) {
      const choice = leaf[step];
      if (choice !== null) codes.set(choice.method, [...(codes.get(choice.method) ?? []), leaf.code]);
    }
    return [...codes].map(([method, named]) => `; ${method} for ${list(named, 4)}`).join('');
  };
  const posts = leaves.map((leaf) => { const scale = edition.scales.find(({ name }) => name === leaf.scale); return scale === undefined ? null : limits(scale); });
  const scale = recipe.normalise.method === 'goalposts' && posts.every((one) => one !== null && one.low === posts[0]?.low && one.high === posts[0]?.high) && posts[0] !== null && posts[0] !== undefined ? ` (${posts[0].low} to ${posts[0].high})` : '';
  const categories = nodes(framework).flatMap((node) => (node.kind === 'category' && node.aggregate !== null && node.aggregate.method !== recipe.aggregate.method ? [node] : []));
  const aggregates = new Map<string, string[]>();
  for (const { code, aggregate } of categories) aggregates.set(aggregate?.method ?? '', [...(aggregates.get(aggregate?.method ?? '') ?? []), code]);
  return [
    `select      ${count(countries.length, 'country', 'countries')}, ${count(leaves.length, 'indicator')}`,
    ...(recipe.transform.method === 'none' && leaves.every(({ transform }) => transform === null) ? [] : [`transform   ${recipe.transform.method}${own('transform')}`]),
    ...(recipe.missing.method === 'error' ? [] : [`missing     ${recipe.missing.method}`]),
    `normalise   ${recipe.normalise.method}${scale}${own('normalise')}`,
    `weights     ${describeChoice(weightings, recipe.weights)}`,
    `aggregate   ${describeChoice(aggregations, recipe.aggregate)}${[...aggregates].map(([method, codes]) => `; ${method} for ${list(codes, 4)}`).join('')}`,
    `rank        ${recipe.rank.method}`,
  ];
}

async function toJson(session: Session, row: number, parts: readonly Part[], separations: readonly Separation[]): Promise<Record<string, unknown>> {
  const { result } = session;
  const country = result.countries[row];
  return {
    ...(await jsonHead(session)),
    country: {
      rank: result.ranks[row] ?? null, code: country?.code ?? null, name: country?.name ?? '', ...(country?.year === null ? {} : { year: country?.year }),
      score: result.index[row] ?? null, tier: tierOf(result, row),
    },
    parts: parts.map(({ node, parent, depth, score, weight, adds, rank, of, median }) => ({
      code: node.code, name: node.name, kind: node.kind, parent: parent.code, depth,
      ...(node.kind === 'category' ? {} : {
        direction: node.direction, rating: ratingOf(result, node, row),
        steps: result.stages.map(({ step, columns }) => ({ step, score: columns.get(node.code)?.[row] ?? null })),
      }),
      score, weight, adds, rank, of, median,
    })),
    neighbours: separations.map(({ row: other, gap, parts: due }) => ({
      side: gap > 0 ? 'above' : 'below', code: result.countries[other]?.code ?? null, name: result.countries[other]?.name ?? '', rank: result.ranks[other] ?? null, score: result.index[other] ?? null, gap,
      parts: due.map(({ node, adds }) => ({ code: node.code, adds })),
    })),
  };
}

function readDepth(text: string | null): number {
  if (text === null) return 1;
  if (text === 'all') return Infinity;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new ProblemsError([{
    code: 'usage/bad-value', severity: 'error', place: { argument: '--depth' }, value: text, what: `it takes a number of levels or "all", not "${text}"`, fix: 'write, for example, --depth 2',
  }]);
}

function noCountry(): ProblemsError {
  return new ProblemsError([{
    code: 'usage/bad-arguments', severity: 'error', place: { argument: 'explain' }, what: 'no country is named', fix: 'write its ISO code or its name: cyberpower explain China',
  }]);
}
