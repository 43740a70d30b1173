// reach: what must a country improve to reach a rank or a tier?
import { isWeightedSum, indexOverRegion, type IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import { reach, type Change, type Question, type Reach } from '../../analysis/reach/index.ts';
import type { Target } from '../../analysis/reach/aim.ts';
import { fieldOf } from '../../analysis/reach/outcome.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import {
  editionOption,
  outputOptions,
  recipeOptions,
  regionOption,
  rowOptions,
  textOf,
} from '../shared/options.ts';
import { reachJson } from './json.ts';
import { checkQuestion, readFixed, readTarget } from './options.ts';
import {
  afterWords,
  labelOf,
  headline,
  mainCode,
  otherWays,
  ratingOf,
  risePlaces,
  stuckWords,
  writtenRaw,
} from './text.ts';
import { notLinearWords, regionLine } from '../shared/regions.ts';
import { findRow, latestRows } from '../shared/rows.ts';
import { jsonHead, notesOf, open, titleOf, type Session } from '../shared/session.ts';
import { allDocument } from './all.ts';

const group = 'Target';

export const command: Command = {
  arguments: [{ name: 'country', meaning: 'its ISO code or its name' }],
  options: [
    { flags: '--to-tier <name>', meaning: 'a tier, or a better one', group },
    { flags: '--to-rank <n>', meaning: 'a rank, or a better one; ties suffice', group },
    { flags: '--all', meaning: 'every country that is not there yet, the nearest first', group },
    {
      flags: '--fixed <codes>',
      meaning: 'score columns, indicators or categories that stay as they are',
      group,
      isRepeated: true,
    },
    {
      flags: '--robust',
      meaning: 'the target is reached under every weighting of the region; --region asks for it too',
      group,
    },
    regionOption,
    editionOption,
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'Finds the least that a country must improve to reach a rank or a tier: the fewest steps on its ' +
    'ratings, or the least total rise of its normalised scores, each at most to the top of its range. ' +
    'The answer is checked by building the index with it.',
  examples: [
    { line: 'cyberpower reach China --to-tier "Tier One"', says: 'in the bundled example' },
    { line: 'cyberpower reach --all --to-tier "Tier One"', says: 'who is nearest to it' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 1', says: 'in your own scores' },
    { line: 'cyberpower reach EST -e my.csv --to-rank 3 --fixed offence', says: 'with offence as it is' },
    {
      line: 'cyberpower reach EST -e my.csv --to-rank 3 --robust',
      says: 'whatever the weights, each within 25 %',
    },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  checkQuestion(call);
  const isAll = call.options['all'] === true;
  const isSure = call.options['robust'] === true || call.options['region'] !== undefined;
  const session = await open(call, textOf(call.options['edition']) ?? undefined, { published: isSure });
  const { edition, result } = session;
  const fixed = readFixed(result, call.options);
  const row = isAll ? null : await findRow(result, call.arguments[0] ?? '', 'reach China --to-rank 3');
  const field = fieldOf(result, row ?? latestRows(result)[0] ?? 0);
  const { target, words } = readTarget(result, call.options, field.length);
  const asked = { target: words, isWeightedSum: isSure };
  const robust =
    isSure && !isByProfile(result, target) ? await session.withPlaces(() => sure(session, field)) : null;
  const question: Question = { target, fixed, robust, isWeightedSum: isSure };
  const lines = [
    ...(robust === null
      ? []
      : [
          regionLine({
            region: robust.region,
            space: robust.index.space,
            isNominalInside: robust.isNominalInside,
          }),
        ]),
    ...notesOf(session),
  ];
  if (isAll) return allDocument(session, call.options, question, asked, lines);
  const found = await session.withPlaces(() => reach(result, row ?? -1, question));
  return {
    command: 'reach',
    title: `${titleOf(edition)}: ${result.countries[found.row]?.name ?? ''} to ${words}`,
    lead: headline(result, found, asked),
    ...(found.changes === null || found.changes.length === 0
      ? {}
      : { table: tableOf(result, found, found.changes) }),
    passages: otherWays(result, found),
    notes: [...stuckWords(found), ...afterWords(found), ...lines],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => ({ ...(await jsonHead(session)), ...reachJson(result, target, asked, [found], 0) }),
  };
}

/** The weights of the region, where the index is a sum of them. */
function sure({ result, published }: Session, field: readonly number[]): IndexOverRegion {
  const { region } = result.recipe;
  const robust = indexOverRegion(result, region, field, published);
  if (isWeightedSum(robust)) return robust;
  throw new ProblemsError([
    {
      code: 'reach/not-told',
      severity: 'error',
      place: { argument: '--robust' },
      what: 'what it takes under every weighting cannot be told',
      why: notLinearWords(robust, region),
      fix: isWeightedSum(
        indexOverRegion(
          result,
          region.map((choice) => ({ ...choice, at: 'top' })),
          field,
          published,
        ),
      )
        ? 'let the first level alone vary: --region around:25%@top'
        : 'leave --robust out, or take an aggregation that adds up, such as --aggregate arithmetic',
    },
  ]);
}

/** Tiers by a profile count indicators, whatever the weights. */
function isByProfile({ recipe }: Result, target: Target): boolean {
  return 'tier' in target && recipe.tiers.method === 'profile';
}

function tableOf(result: Result, { row }: Reach, changes: readonly Change[]) {
  const places = risePlaces(result);
  const columns: Column[] = [
    { key: 'country', label: 'country', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'indicator', label: 'indicator', kind: 'text' },
    { key: 'column', label: 'column', kind: 'text' },
    { key: 'from', label: 'from', kind: 'text' },
    { key: 'to', label: 'to', kind: 'text' },
    { key: 'rawFrom', label: 'raw from', kind: 'number' },
    { key: 'rawTo', label: 'raw to', kind: 'number' },
    { key: 'ratingFrom', label: 'rating from', kind: 'text' },
    { key: 'ratingTo', label: 'rating to', kind: 'text' },
    { key: 'steps', label: 'steps', kind: 'number' },
    { key: 'before', label: 'normalised', kind: 'number', decimals: places, isDispensable: true },
    { key: 'after', label: 'then', kind: 'number', decimals: places, isDispensable: true },
    { key: 'rise', label: 'rise', kind: 'number', decimals: places },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
  const rows = changes.map((change) => rowOf(result, row, change));
  return {
    columns,
    shown: [
      'indicator',
      'from',
      'to',
      ...(changes.some(({ steps }) => steps !== null) ? ['steps'] : []),
      'before',
      'after',
      'rise',
    ],
    exported: [
      'code',
      'country',
      'indicator',
      'column',
      'rawFrom',
      'rawTo',
      'ratingFrom',
      'ratingTo',
      'steps',
      'before',
      'after',
      'rise',
      ...(result.edition.about.illustrative === null ? [] : ['illustrative']),
    ],
    rows,
  };
}

function rowOf(result: Result, row: number, change: Change): Row {
  const { score, rise, steps, to, ratingTo } = change;
  const code = mainCode(change);
  const before = result.scores.get(code)?.[row] ?? null;
  const country = result.countries[row];
  const ratingFrom = ratingOf(result, change);
  return {
    country: country?.name ?? '',
    code: country?.code ?? null,
    indicator: labelOf(change),
    column: score.column,
    from: ratingFrom ?? String(Number(score.raw.toPrecision(6))),
    to: ratingTo ?? (to === null ? null : writtenRaw(result, change, to)),
    rawFrom: score.raw,
    rawTo: to,
    ratingFrom,
    ratingTo,
    steps,
    before,
    after: before === null ? null : before + (score.effects.get(code) ?? 1) * rise,
    rise,
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}
