// bounds: how far can the ranking be trusted, whatever the weights?
import { coverEdges, type Bounds } from '../../analysis/bounds/bounds.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Document } from '../../report/document.ts';
import { drawDot, drawMermaid, type Order } from '../../report/graph.ts';
import type { Call, Command } from '../command.ts';
import { badValue } from '../shared/bad-value.ts';
import { idAt, nameAt } from '../shared/countries.ts';
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
import { regionLine } from '../shared/recipe/regions.ts';
import { notInShownYear, tableOfYear } from '../shared/panel.ts';
import { arrange } from '../shared/rows.ts';
import { notesOf, open, titleOf } from '../shared/session.ts';
import { readingsOf, withTies, type Ties } from './readings.ts';
import { columnsFor, entriesOf, tableOf } from './table.ts';
import { certaintyNotes, headline, layersPassage, rankNotes, tierNotes, witnessPassage } from './text.ts';

const group = 'Bounds';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    regionOption,
    {
      flags: '--witness',
      meaning: 'also print weights that give each bound, to use with rank --weights',
      group,
    },
    {
      flags: '--hasse [form]',
      meaning: 'also draw which countries always lead which others: layers (default), dot or mermaid',
      group,
    },
    {
      flags: '--ties <for|against>',
      meaning: 'count ties for (default) or against a country in its worst rank',
      group,
    },
    ...samplingOptions,
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'Computes the best and worst rank and tier of each country over all weights in a region, and ' +
    'which pairs of countries never swap. Results are exact if the index is a weighted sum; ' +
    'otherwise they are sampled, and marked so.',
  examples: [
    { line: 'cyberpower bounds', says: 'the bundled example, each weight within ±25 %' },
    { line: 'cyberpower bounds my.csv --region ratio:3', says: "no weight above 3 times a sibling's" },
    {
      line: 'cyberpower bounds my.csv --region around:50%+order:offence,resilience',
      says: 'two conditions at once',
    },
    { line: 'cyberpower bounds my.csv --witness --only China', says: 'with the weights behind each bound' },
    {
      line: 'cyberpower bounds my.csv --hasse dot | dot -Tsvg',
      says: 'a diagram of the leads that always hold',
    },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const drawing = readDrawing(call.options['hasse']);
  const ties = readTies(call.options['ties']);
  const draws = readDraws(call.options);
  const session = await open(call, call.arguments[0], { published: true });
  const { result } = session;
  const readings = await session.withPlaces(() => readingsOf(session, draws));
  const order = orderOf(result, readings.main);
  const told = withTies(readings, ties);
  const entries = entriesOf(result, told);
  const dataFor = async (rows: readonly ResultRow[], hidden: number) =>
    (await import('./json.ts')).dataOf(session, readings, order, draws, hidden, rows);
  if (drawing === 'dot' || drawing === 'mermaid') {
    const rows = readings.main.countries.map(({ row }) => row);
    return pictureOf(drawing === 'dot' ? drawDot(order) : drawMermaid(order), () => dataFor(rows, 0));
  }
  const fields = columnsFor(result, readings).filter(({ kind }) => kind !== 'bar');
  const shown = await arrange(
    entries,
    call.options,
    fields.map(({ key }) => key),
  );
  return {
    command: 'bounds',
    title: titleOf(session),
    lead: headline(result, readings, told.main),
    table: tableOfYear(result, tableOf(result, told, shown.entries)),
    passages: [
      ...(drawing === 'layers' ? [layersPassage(result, readings.main, order)] : []),
      ...(call.options['witness'] === true ? [witnessPassage(result, told.main, shown.entries, ties)] : []),
    ],
    notes: [
      ...shown.notes,
      ...notInShownYear(result),
      regionLine(readings.main),
      ...rankNotes(result, readings, ties),
      ...certaintyNotes(told, draws.seed),
      ...tierNotes(result, readings),
      ...notesOf(session),
    ],
    data: async () =>
      dataFor(
        shown.entries.map(({ row }) => row),
        shown.hidden,
      ),
  };
}

/** Reads --ties. */
function readTies(value: unknown): Ties {
  const written = textOf(value) ?? 'for';
  if (written === 'for' || written === 'against') return written;
  throw new ProblemsError([
    badValue(
      '--ties',
      written,
      `ties count for or against a country, not "${written}"`,
      'choose for or against',
    ),
  ]);
}

/** A picture in another program's language, and nothing else. */
function pictureOf(lines: readonly string[], data: NonNullable<Document['data']>): Document {
  return {
    command: 'bounds',
    title: '',
    passages: [{ lines, isVerbatim: true }],
    notes: [],
    data,
  };
}

/** Who is ahead of whom under every weighting. */
function orderOf(result: Result, { countries, relations }: Bounds): Order {
  return {
    nodes: countries.map(({ row }) => ({ id: idAt(result, row), name: nameAt(result, row) })),
    edges: coverEdges(relations),
  };
}

/** Reads --hasse, which may stand alone. */
function readDrawing(value: unknown): 'layers' | 'dot' | 'mermaid' | null {
  if (value === undefined) return null;
  const written = textOf(value) ?? 'layers';
  if (written === 'layers' || written === 'dot' || written === 'mermaid') return written;
  throw new ProblemsError([
    badValue('--hasse', written, `there is no form "${written}"`, 'choose layers, dot or mermaid'),
  ]);
}
