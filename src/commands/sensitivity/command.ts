// sensitivity: which choice moves the ranking?
import { leaveOut, sensitivityOf, type Outcome } from '../../analysis/uncertainty/sensitivity.ts';
import { effectsOf } from '../../analysis/uncertainty/effects.ts';
import { checkVariations } from '../../analysis/uncertainty/variation-problems.ts';
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { variationsOf, type Vary } from '../../model/vary.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Document, Passage, Row } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import {
  editionArgument,
  outputOptions,
  readDraws,
  recipeOptions,
  regionOption,
  samplingOptions,
  textOf,
  varyOption,
} from '../shared/options.ts';
import { runnerFor } from '../shared/progress.ts';
import { findRow, latestRows } from '../shared/rows.ts';
import { notesOf, open, titleOf, type Session } from '../shared/session.ts';
import { finite, toJson, type Found } from './json.ts';
import { describeVariation } from '../shared/vary.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    varyOption,
    regionOption,
    {
      flags: '--of <outcome>',
      meaning: 'what is looked at: shift, a country, or top:3 for the first three; shift unless given',
      group: 'Uncertain choices',
    },
    ...samplingOptions,
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'How much of the movement of ranks comes from each uncertain choice, alone and together with the ' +
    "others (Sobol' indices), and what leaving out each indicator and category does.",
  examples: [
    { line: 'cyberpower sensitivity', says: 'the bundled example: weights, indicators and ratings' },
    {
      line: 'cyberpower sensitivity my.csv --vary normalise=minmax/rank --vary noise=5%',
      says: "choices of one's own",
    },
    { line: 'cyberpower sensitivity my.csv --of China', says: "of one country's rank" },
    {
      line: 'cyberpower sensitivity my.csv --of top:3 --draws 1024',
      says: 'of who stays among the first three, more exactly',
    },
  ],
  run,
};

const BOOTSTRAP = 200;
const USUAL_BLOCKS = 128;

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0], { published: true });
  const { edition, result } = session;
  const found = await explore(call, session);
  const columns = choiceColumns;
  return {
    command: 'sensitivity',
    title: titleOf(edition),
    lead: headline(result, found),
    table: {
      columns,
      shown: ['choice', 'first', 'total', 'interval', 'bar', 'shift', 'most'],
      exported: [
        'choice',
        'first',
        'firstLow',
        'firstHigh',
        'total',
        'totalLow',
        'totalHigh',
        'shift',
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: choiceRows(result, found),
    },
    passages: [leftOutPassage(result, found)],
    notes: [
      `of: ${outcomeWords(result, found)}`,
      'first: the share of its variance that the choice explains alone; total: with all that it does ' +
        'together with others; 90 % intervals of the total by bootstrap',
      ...(found.outcome.kind === 'shift'
        ? []
        : ['alone, moves most and leaving parts out tell of all countries']),
      `drawn: ${count(found.replicates, 'replicate')} on Sobol' points, seed ` +
        `${found.design.seed}${found.index.failed === 0 ? '' : `; ${count(found.index.failed, 'block')} of ${found.index.used + found.index.failed} left out, as an index in it could not be built`}`,
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => toJson(session, found),
  };
}

async function explore(call: Call, session: Session): Promise<Found> {
  const { edition, result } = session;
  const { draws: blocks, seed, threads } = readDraws(call.options, USUAL_BLOCKS);
  const rows = latestRows(result);
  const outcome = await readOutcome(result, textOf(call.options['of']) ?? 'shift', rows);
  const variations = variationsOf(edition.recipe.vary ?? usual(result));
  if (variations.length < 2)
    throw new ProblemsError([
      {
        code: 'vary/nothing',
        severity: 'error',
        place: { argument: '--vary' },
        what: 'one choice alone cannot be told from others',
        fix: 'let several vary: --vary weights=around:25% --vary noise=5%',
      },
    ]);
  const design: ReplicateDesign = {
    edition,
    variations,
    seed,
    rows: rows.map((row) => result.rows[row] ?? -1),
  };
  await session.withPlaces(() => {
    checkVariations(design);
  });
  const runner = await runnerFor(call, threads);
  const nominal = rows.map((row) => result.ranks[row] ?? null);
  const {
    indices: [index],
    replicates,
  } = await sensitivityOf(design, [outcome], nominal, { blocks, bootstrap: BOOTSTRAP }, runner);
  if (index === undefined) throw new Error('there is an index for each outcome');
  return {
    design,
    outcome,
    index,
    replicates,
    rows,
    effects: await effectsOf(design, nominal, runner, 100),
    left: leaveOut(edition, design.rows, nominal),
  };
}

/** Unless something else is declared: the weights, the indicators and the scores. */
function usual({ edition, recipe }: Result): Vary {
  const leaves = indicators(edition.framework);
  const isRated = leaves.some(({ scale }) => scale !== null);
  const isNumbered = leaves.some(({ scale }) => scale === null);
  return {
    region: recipe.region,
    drop: true,
    ...(isNumbered ? { noise: 0.05 } : {}),
    ...(isRated ? { ratings: 0.1 } : {}),
  };
}

async function readOutcome(result: Result, written: string, rows: readonly number[]): Promise<Outcome> {
  if (written === 'shift') return { kind: 'shift' };
  const size = /^top:(.*)$/.exec(written)?.[1];
  if (size !== undefined) {
    const most = Math.max(1, rows.length - 1);
    if (/^[1-9]\d*$/.test(size) && Number(size) <= most) return { kind: 'top', size: Number(size) };
    throw new ProblemsError([
      {
        code: 'usage/bad-value',
        severity: 'error',
        place: { argument: '--of' },
        value: written,
        what:
          `"top" takes a whole number from 1 to ${most}, as ` +
          `${count(rows.length, 'country is', 'countries are')} ranked, not "${size}"`,
        fix: 'write, for example, --of top:1',
      },
    ]);
  }
  return { kind: 'country', country: rows.indexOf(await findRow(result, written)) };
}

function nameAt({ countries }: Result, { rows }: Found, country: number): string {
  return countries[rows[country] ?? -1]?.name ?? '';
}

function outcomeWords(result: Result, found: Found): string {
  const { outcome } = found;
  if (outcome.kind === 'shift') return 'the mean over countries of how many places each moves';
  return outcome.kind === 'top'
    ? `how many of the first ${outcome.size} stay among them`
    : `the rank of ${nameAt(result, found, outcome.country)}`;
}

/** Which choice matters most, which by interaction, which part's leaving moves ranks most. */
function headline(result: Result, found: Found): string[] {
  const { index, design, left } = found;
  const ranked = design.variations
    .flatMap((variation, i) => {
      const total = index.total[i]?.value;
      return total === undefined
        ? []
        : [{ name: describeVariation(variation), total, first: index.first[i]?.value ?? 0 }];
    })
    .toSorted((a, b) => b.total - a.total);
  const [first] = ranked;
  const idle = ranked.filter(({ total }) => total < 0.01).map(({ name }) => name);
  const [most] = left
    .filter(({ shift }) => shift !== null)
    .toSorted((a, b) => (b.shift ?? 0) - (a.shift ?? 0));
  return [
    first === undefined
      ? `Nothing that varies moves ${outcomeWords(result, found)}.`
      : `${first.name} matters most: it has a part in ${percent(first.total)} of the variance of ` +
        `${outcomeWords(result, found)}, ${percent(first.first)} by itself.`,
    ...(idle.length === 0 || first === undefined
      ? []
      : [`${list(idle)} ${idle.length === 1 ? 'matters' : 'matter'} next to nothing.`]),
    ...(most === undefined || most.most === null || most.most.from === most.most.to
      ? []
      : [
          `Of all parts, ${most.node.code} moves ranks most when it is left out: ` +
            `${(most.shift ?? 0).toFixed(1)} places on average, ` +
            `${nameAt(result, found, most.most.country)} from ${most.most.from} to ${most.most.to}.`,
        ]),
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * Math.min(1, Math.max(0, share)))} %`;
}

const choiceColumns: readonly Column[] = [
  { key: 'choice', label: 'choice', kind: 'text' },
  { key: 'first', label: 'first', kind: 'number', decimals: 2 },
  { key: 'firstLow', label: 'first from', kind: 'number', decimals: 2 },
  { key: 'firstHigh', label: 'first to', kind: 'number', decimals: 2 },
  { key: 'total', label: 'total', kind: 'number', decimals: 2 },
  { key: 'totalLow', label: 'total from', kind: 'number', decimals: 2 },
  { key: 'totalHigh', label: 'total to', kind: 'number', decimals: 2 },
  { key: 'interval', label: '90 %', kind: 'text', isDispensable: true },
  { key: 'bar', label: '', kind: 'bar', of: 'drawn' },
  { key: 'shift', label: 'alone', kind: 'number', decimals: 2, isDispensable: true },
  { key: 'most', label: 'moves most', kind: 'text', isDispensable: true },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

function choiceRows(result: Result, found: Found): Row[] {
  const { design, index, effects } = found;
  return design.variations
    .map((variation, i): Row => {
      const [first, total, effect] = [index.first[i] ?? null, index.total[i] ?? null, effects[i]];
      return {
        illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
        choice: describeVariation(variation),
        first: first?.value ?? null,
        firstLow: first?.low ?? null,
        firstHigh: first?.high ?? null,
        total: total?.value ?? null,
        totalLow: total?.low ?? null,
        totalHigh: total?.high ?? null,
        drawn: Math.max(0, total?.value ?? 0),
        interval: total === null ? null : `${total.low.toFixed(2)}–${total.high.toFixed(2)}`,
        shift: finite(effect?.shift),
        most:
          effect?.most === null || effect?.most === undefined || effect.most.places === 0
            ? 'nobody'
            : `${nameAt(result, found, effect.most.country)}, ${effect.most.places.toFixed(1)} places`,
      };
    })
    .toSorted((a, b) => Number(b['total'] ?? 0) - Number(a['total'] ?? 0));
}

const MOST_PARTS = 12;

function leftOutPassage(result: Result, found: Found): Passage {
  const ordered = found.left.toSorted((a, b) => (b.shift ?? -1) - (a.shift ?? -1));
  const columns: Column[] = [
    { key: 'part', label: 'without', kind: 'text' },
    { key: 'shift', label: 'mean shift', kind: 'number', decimals: 2 },
    { key: 'most', label: 'moves most', kind: 'text' },
  ];
  const hidden = ordered.length - MOST_PARTS;
  return {
    title: 'Leaving parts out',
    lines:
      hidden > 0
        ? [`The ${MOST_PARTS} that move ranks most, of ${ordered.length}; --format json tells all.`]
        : [],
    table: {
      columns,
      shown: columns.map(({ key }) => key),
      exported: [],
      rows: ordered.slice(0, MOST_PARTS).map(({ node, shift, most, reason }): Row => ({
        part: node.code,
        shift,
        most:
          reason ??
          (most === null || most.from === most.to
            ? 'nobody'
            : `${nameAt(result, found, most.country)}, ${most.from} to ${most.to}`),
      })),
    },
  };
}
