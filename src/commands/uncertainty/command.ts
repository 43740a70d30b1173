// uncertainty: how likely is each rank and tier?
import { acceptability } from '../../analysis/uncertainty/acceptability.ts';
import { samplingOf } from '../../analysis/region/weight-sampler.ts';
import { isWeightedSum, indexOverRegion } from '../../analysis/pairs/robust-index.ts';
import {
  randomPoints,
  replicatesOf,
  spreadsFrom,
  summarise,
  type RankSpread,
} from '../../analysis/uncertainty/uncertainty.ts';
import { effectsOf } from '../../analysis/uncertainty/effects.ts';
import type { ReplicateDesign } from '../../analysis/uncertainty/replicates.ts';
import { checkVariations } from '../../analysis/uncertainty/variation-problems.ts';
import { writeWhole } from '../../input/files/files.ts';
import type { Result } from '../../model/result.ts';
import { variationsOf, type Variation } from '../../model/vary.ts';
import type { Column, Document, Row } from '../../report/document.ts';
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
  varyOption,
} from '../shared/options.ts';
import { runnerFor } from '../shared/progress.ts';
import { replicatesCsv } from './replicates-csv.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf, type Entry } from '../shared/rows.ts';
import { notesOf, open, titleOf, type Session } from '../shared/session.ts';
import { toJson, type Found } from './json.ts';
import { centralPassages, effectPassage } from './passages.ts';
import { firstWords, howDrawn, percentText } from './text.ts';
import { describeVariation } from '../shared/vary.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    varyOption,
    regionOption,
    ...samplingOptions,
    {
      flags: '--replicates <file>',
      meaning: "write every replicate as CSV: what was taken, and each country's rank",
      group: 'Sampling',
    },
    ...recipeOptions,
    ...rowOptions,
    ...outputOptions,
  ],
  description:
    'How often each country has each rank and tier when what is uncertain is drawn at random: weights ' +
    'from the region unless --vary says what else could have been otherwise.',
  examples: [
    { line: 'cyberpower uncertainty', says: 'the bundled example, each weight within 25 %' },
    { line: 'cyberpower uncertainty my.csv --region any', says: 'any weights at all' },
    {
      line: 'cyberpower uncertainty my.csv --vary normalise=minmax/rank --vary noise=5%',
      says: 'several choices at once',
    },
    {
      line: 'cyberpower uncertainty my.csv --replicates all.csv --seed 7',
      says: 'and every replicate, to look into',
    },
  ],
  run,
};

/** Weightings are cheap, those of a walk less so, whole indices are not. */
const USUAL_DRAWS = 100_000;
const USUAL_STEPS = 10_000;
const USUAL_REPLICATES = 1000;
/** Up to so many countries who is ahead of whom is counted too. */
const MOST_PAIRED = 60;

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0], { published: true });
  const { edition, result } = session;
  const found = await explore(call, session);
  const columns = columnsFor(result);
  const spreads = new Map(latestRows(result).map((row, i) => [row, found.uncertainty.countries[i]]));
  const entries = inRankOrder(result.ranks, result.countries, latestRows(result)).flatMap((row): Entry[] => {
    const [country, spread] = [result.countries[row], spreads.get(row)];
    return country === undefined || spread === undefined
      ? []
      : [{ row, country, fields: fieldsOf(result, row, spread) }];
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
  const hasTiers = result.tiering !== null;
  return {
    command: 'uncertainty',
    title: titleOf(edition),
    lead: firstWords(result, latestRows(result), found.uncertainty),
    table: {
      columns,
      shown: ['rank', 'name', 'median', 'interval', 'heat', 'first', ...(hasTiers ? ['likeliest'] : [])],
      exported: [
        'rank',
        'code',
        'name',
        'score',
        'mean',
        'median',
        'low',
        'high',
        ...columns.filter(({ key }) => key.startsWith('rank ')).map(({ key }) => key),
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: shown.map(({ fields }) => fields),
    },
    passages: [
      ...centralPassages(result, found),
      ...(found.design.variations.length < 2 ? [] : [effectPassage(result, found)]),
    ],
    notes: [
      ...notes,
      ...notInLatestYear(result),
      `varies: ${found.design.variations.map(describeVariation).join(', ')}`,
      ...howDrawn(
        found.uncertainty,
        found.seed,
        found.weights === null ? null : Math.min(found.uncertainty.used, USUAL_REPLICATES),
      ),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () =>
      toJson(
        session,
        found,
        hidden,
        shown.map(({ row }) => row),
      ),
  };
}

/** Runs the replicates; weights alone are drawn and counted much faster where the index is a weighted sum. */
async function explore(call: Call, session: Session): Promise<Found> {
  const { edition, result } = session;
  const { recipe } = edition;
  const variations: readonly Variation[] = variationsOf(recipe.vary ?? { region: recipe.region });
  const file = textOf(call.options['replicates']);
  const rows = latestRows(result);
  const [only] = variations;
  const robust =
    variations.length === 1 && only !== undefined && 'region' in only && file === null
      ? await session.withPlaces(() => indexOverRegion(result, only.region, rows, session.published))
      : null;
  const isFast = robust !== null && isWeightedSum(robust);
  const isWalk = isFast && samplingOf(robust.region, robust.context).kind === 'walk';
  const { draws, seed, threads } = readDraws(
    call.options,
    !isFast ? USUAL_REPLICATES : isWalk ? USUAL_STEPS : USUAL_DRAWS,
  );
  const runner = await runnerFor(call, threads);
  const design: ReplicateDesign = {
    edition,
    variations,
    seed,
    rows: rows.map((row) => result.rows[row] ?? -1),
  };
  await session.withPlaces(() => {
    checkVariations(design);
  });
  const tiers = result.tiering?.tiers.length ?? 0;
  if (isFast) {
    const shares = await acceptability(robust, { draws, seed, pairs: rows.length <= MOST_PAIRED }, runner);
    const sampled =
      tiers === 0
        ? null
        : summarise(
            design,
            await replicatesOf(design, randomPoints(1, Math.min(draws, USUAL_REPLICATES), seed), runner),
            tiers,
          );
    return {
      design,
      uncertainty: spreadsFrom(
        rows.map((row) => robust.index.rows.indexOf(row)),
        shares,
        sampled,
      ),
      effects: [],
      seed,
      weights: { robust, shares },
    };
  }
  const points = randomPoints(variations.length, draws, seed);
  const replicates = await replicatesOf(design, points, runner);
  if (file !== null)
    writeWhole(
      file,
      replicatesCsv(result, rows, variations, points, replicates),
      edition.inputs.map(({ path }) => path),
      '--replicates',
    );
  const effects =
    variations.length < 2
      ? []
      : await effectsOf(
          design,
          rows.map((row) => result.ranks[row] ?? null),
          runner,
          100,
        );
  return { design, uncertainty: summarise(design, replicates, tiers), effects, seed, weights: null };
}

function columnsFor(result: Result): Column[] {
  const countries = latestRows(result).length;
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'mean', label: 'mean', kind: 'number', decimals: 1 },
    { key: 'median', label: 'median', kind: 'number', isDispensable: true },
    { key: 'interval', label: '90 %', kind: 'text' },
    { key: 'low', label: 'low', kind: 'number' },
    { key: 'high', label: 'high', kind: 'number' },
    { key: 'heat', label: `rank 1 to ${countries}`, kind: 'bar', of: 'rank ', shades: countries },
    { key: 'first', label: 'first', kind: 'text', isDispensable: true },
    { key: 'likeliest', label: 'tier', kind: 'text' },
    ...Array.from({ length: countries }, (_, r): Column => ({
      key: `rank ${r + 1}`,
      label: `rank ${r + 1}`,
      kind: 'number',
    })),
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

function fieldsOf(result: Result, row: number, spread: RankSpread): Row {
  const country = result.countries[row];
  const { acceptability, tiers, median, low, high } = spread;
  const likeliest = tiers === null ? -1 : tiers.indexOf(Math.max(...tiers));
  return {
    rank: result.ranks[row] ?? null,
    code: country?.code ?? null,
    name: country?.name ?? '',
    score: result.index[row] ?? null,
    mean: spread.mean,
    median,
    low,
    high,
    interval: low === high ? String(low) : `${low}–${high}`,
    first: percentText(acceptability[0] ?? 0),
    likeliest:
      likeliest === -1
        ? null
        : `${result.tiering?.tiers[likeliest] ?? ''} ${percentText(tiers?.[likeliest] ?? 0)}`,
    ...Object.fromEntries(acceptability.map((share, r) => [`rank ${r + 1}`, share])),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}
