// explain: why does a country stand where it stands?
import { explain, neighbours, separate, type Part, type Separation } from '../../analysis/explain/explain.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import type { Call, Command } from '../command.ts';
import { changesOf, changeText } from '../shared/changes.ts';
import { againstField, headline, neighbour, placesIn, reading, standing } from './text.ts';
import {
  depthOption,
  editionOption,
  outputOptions,
  readDepth,
  recipeOptions,
  textOf,
} from '../shared/options.ts';
import { ratingOf, rawText, shortCode, stageAt } from '../shared/part-cells.ts';
import { stepLines } from '../shared/recipe.ts';
import { ratersJson } from '../shared/raters-json.ts';
import { ratersPassage } from '../shared/raters.ts';
import { findRow, placesOf, standingJson } from '../shared/rows.ts';
import { jsonHead, notesOf, open, titleOf, type Session } from '../shared/session.ts';

export const command: Command = {
  arguments: [{ name: 'country', meaning: 'its ISO code or its name' }],
  options: [editionOption, depthOption, ...recipeOptions, ...outputOptions],
  description:
    "Says what each part of the framework adds to a country's index, where the country is strong and " +
    'weak against the field, what separates it from its neighbours, and every step its numbers went ' +
    'through.',
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
  const separations = [around.above, around.below].flatMap((other) =>
    other === null ? [] : [separate(result, row, other)],
  );
  const changed = changedSteps(result, row);
  const columns = columnsFor(result, parts, row, changed);
  const rows = shown.map((part) => rowOf(result, part, row, changed));
  return {
    command: 'explain',
    title: `${titleOf(edition)}: ${standing(result, row)}`,
    lead: headline(
      result,
      row,
      parts.filter((part) => part.depth === 1),
      separations,
    ),
    table: {
      columns,
      shown: [
        'part',
        ...['raw', ...changed].filter((key) => rows.some((one) => (one[key] ?? '') !== '')),
        'score',
        'weight',
        'adds',
        'bar',
        'rank',
        'median',
      ],
      exported: [
        'country',
        'code',
        'name',
        'parent',
        'depth',
        'raw',
        'rating',
        ...changed,
        'score',
        'weight',
        'adds',
        'rank',
        'median',
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows,
    },
    passages: [
      { title: 'Against the field', lines: againstField(result, shown) },
      ...separations.map((separation) => neighbour(result, separation)),
      ...ratersPassage(result, row),
      { title: 'How to read it', lines: reading(result, row, shown, parts) },
      {
        title: 'Steps',
        lines: [
          ...stepLines(result),
          ...changesOf(result, row).map(
            ({ step, change }) => `${step.padEnd(11)} ${changeText(result, change)}`,
          ),
        ],
      },
    ],
    notes: notesOf(session).filter(
      (note) => !/^(?:recipe|denominate|transform|screen|impute|treat): /.test(note),
    ),
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => toJson(session, row, parts, separations),
  };
}

function columnsFor(
  result: Result,
  parts: readonly Part[],
  row: number,
  changed: readonly string[],
): Column[] {
  const scores = placesIn(result, parts);
  return [
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'country', label: 'country', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'name', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'depth', label: 'depth', kind: 'number' },
    { key: 'raw', label: 'score', kind: 'text' },
    { key: 'rating', label: 'rating', kind: 'text' },
    ...changed.map((step): Column => ({ key: step, label: step, kind: 'number' })),
    { key: 'score', label: 'normalised', kind: 'number', decimals: scores },
    { key: 'weight', label: 'weight', kind: 'number', decimals: 3, isDispensable: true },
    { key: 'adds', label: 'adds', kind: 'number', decimals: placesThatAddUp(result, row, parts) },
    { key: 'bar', label: '', kind: 'bar', of: 'drawn' },
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'median', label: 'median', kind: 'number', decimals: scores, isDispensable: true },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** As many decimals as the index has, and one more where the rounded contributions add up to it only then. */
function placesThatAddUp(result: Result, row: number, parts: readonly Part[]): number {
  const least = Math.max(placesOf(result), 1);
  const adds = parts.filter(({ depth }) => depth === 1).map((part) => part.adds ?? 0);
  const isEven = (places: number) =>
    fixed(
      adds.reduce((total, x) => total + Number(fixed(x, places)), 0),
      places,
    ) === fixed(result.index[row] ?? 0, places);
  return [least, least + 1].find(isEven) ?? least;
}

function rowOf(result: Result, part: Part, row: number, changed: readonly string[]): Row {
  const { node, parent, depth, score, weight, adds, rank, median } = part;
  const direction = node.kind === 'indicator' && node.direction === -1 ? ' ↓' : '';
  return {
    part: `${'  '.repeat(depth - 1)}${shortCode(result, node)}${direction}`,
    country: result.countries[row]?.code ?? result.countries[row]?.name ?? '',
    code: node.code,
    name: node.name,
    parent: parent.code,
    depth,
    raw: rawText(result, node, row),
    rating: ratingOf(result, node, row),
    score,
    weight,
    adds,
    rank,
    median,
    drawn: adds === null ? null : Math.max(0, adds),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
    ...Object.fromEntries(changed.map((step) => [step, stageAt(result, step, node.code, row)])),
  };
}

/** The steps between the raw scores and the normalised ones that changed any of a country's. */
function changedSteps({ stages }: Result, row: number): string[] {
  return stages
    .slice(1, -1)
    .flatMap(({ step, columns }, i) =>
      [...columns].some(([code, column]) => column[row] !== stages[i]?.columns.get(code)?.[row])
        ? [step]
        : [],
    );
}

async function toJson(
  session: Session,
  row: number,
  parts: readonly Part[],
  separations: readonly Separation[],
): Promise<Record<string, unknown>> {
  const { result } = session;
  return {
    ...(await jsonHead(session)),
    country: {
      ...standingJson(result, row),
    },
    parts: parts.map(({ node, parent, depth, score, weight, adds, rank, of, median }) => ({
      code: node.code,
      name: node.name,
      kind: node.kind,
      parent: parent.code,
      depth,
      ...(node.kind === 'category'
        ? {}
        : {
            direction: node.direction,
            rating: ratingOf(result, node, row),
            steps: result.stages.map(({ step, columns }) => ({
              step,
              score: columns.get(node.code)?.[row] ?? null,
            })),
          }),
      score,
      weight,
      adds,
      rank,
      of,
      median,
    })),
    neighbours: separations.map(({ row: other, side, gap, parts: due }) => ({
      side,
      code: result.countries[other]?.code ?? null,
      name: result.countries[other]?.name ?? '',
      rank: result.ranks[other] ?? null,
      score: result.index[other] ?? null,
      gap,
      parts: due.map(({ node, adds }) => ({ code: node.code, adds })),
    })),
    ...ratersJson(result, row),
  };
}

function noCountry(): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/bad-arguments',
      severity: 'error',
      place: { argument: 'explain' },
      what: 'no country is named',
      fix: 'write its ISO code or its name: cyberpower explain China',
    },
  ]);
}
