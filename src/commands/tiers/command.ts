// tiers: who is in which tier, and why?
import { gapAbove, gapBelow, type Demand, type Gap } from '../../analysis/explain/tier-gaps.ts';
import { indicators } from '../../model/framework.ts';
import { tierOf, type Condition, type Result, type Tiering } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { Column, Document } from '../../report/document.ts';
import { fixed } from '../../report/numbers.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, rowOptions } from '../shared/options.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf } from '../shared/rows.ts';
import { jsonHead, notesOf, open, titleOf } from '../shared/session.ts';
import { noTiers } from '../shared/tier-problems.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [...recipeOptions, ...rowOptions, ...outputOptions],
  description:
    'Sorts the countries into tiers, says which condition put each there, and which indicators stand ' +
    'between it and the tiers above and below.',
  examples: [
    { line: 'cyberpower tiers', says: 'the bundled example, by the rule of IISS' },
    { line: 'cyberpower tiers --only China', says: 'one country' },
    {
      line: 'cyberpower tiers my.csv --tiers thresholds:80,50',
      says: 'your own scores, cut-offs on the index',
    },
    { line: 'cyberpower tiers my.csv --tiers breaks:4 --format csv', says: 'natural breaks, as CSV' },
  ],
  run,
};

const columnsFor = (result: Result): readonly Column[] => [
  { key: 'tier', label: 'tier', kind: 'text' },
  { key: 'code', label: 'code', kind: 'text' },
  { key: 'name', label: 'country', kind: 'text' },
  { key: 'rank', label: 'rank', kind: 'number' },
  { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
  { key: 'standing', label: 'has', kind: 'text' },
  { key: 'because', label: 'because', kind: 'text' },
  { key: 'above', label: 'tier above', kind: 'text' },
  { key: 'risesWith', label: 'rises with', kind: 'text' },
  { key: 'below', label: 'tier below', kind: 'text' },
  { key: 'fallsWithout', label: 'falls without', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0]);
  const { edition, result } = session;
  const { tiering } = result;
  const columns = columnsFor(result);
  if (tiering === null) throw noTiers(edition.id);
  const rows = inRankOrder(result.ranks, result.countries, latestRows(result));
  const byTier = rows.toSorted((a, b) => position(tiering, a) - position(tiering, b));
  const entries = byTier.flatMap((row) => {
    const country = result.countries[row];
    return country === undefined ? [] : [{ row, country, fields: fieldsOf(result, tiering, row) }];
  });
  const {
    entries: shown,
    hidden,
    notes,
  } = await arrange(
    entries,
    call.options,
    columns.map(({ key }) => key),
  );
  return {
    command: 'tiers',
    title: titleOf(edition),
    table: {
      columns,
      shown:
        tiering.method === 'layers'
          ? ['name', 'score', 'risesWith']
          : ['name', tiering.cuts === null ? 'standing' : 'score', 'risesWith', 'fallsWithout'],
      exported: [
        'tier',
        'code',
        'name',
        'rank',
        'score',
        'because',
        'above',
        'risesWith',
        'below',
        'fallsWithout',
        ...(edition.about.illustrative === null ? [] : ['illustrative']),
      ],
      rows: shown.map((entry) => entry.fields),
      sections: {
        by: 'tier',
        heading: (tier) =>
          headingOf({ ...tiering, placements: rows.flatMap((row) => tiering.placements[row] ?? []) }, tier),
      },
    },
    notes: [
      ...notes,
      ...notInLatestYear(result),
      ...(['quantiles', 'breaks'].includes(tiering.method)
        ? ['distances are to the cut-offs as they are; with other scores these would move']
        : []),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => ({
      ...(await jsonHead(session)),
      hidden,
      tiers: tiering.tiers.map((name, tier) => ({
        name,
        ...(tiering.cuts === null ? {} : { atLeast: tiering.cuts[tier] ?? null }),
        countries: rows
          .filter((row) => tiering.placements[row]?.tier === tier)
          .map((row) => result.countries[row]?.code ?? result.countries[row]?.name ?? ''),
      })),
      countries: shown.map(({ row }) => toJson(result, tiering, row)),
    }),
  };
}

function position({ placements, tiers }: Tiering, row: number): number {
  return placements[row]?.tier ?? tiers.length;
}

function fieldsOf(result: Result, tiering: Tiering, row: number) {
  const places = placesOf(result);
  const all = indicators(result.framework).length;
  const country = result.countries[row];
  const placement = tiering.placements[row];
  const [above, below] = [gapAbove(result, row), gapBelow(result, row)];
  return {
    tier: placement?.tier === null ? 'without a tier' : (tiering.tiers[placement?.tier ?? -1] ?? ''),
    code: country?.code ?? null,
    name: country?.name ?? '',
    rank: result.ranks[row] ?? null,
    score: result.index[row] ?? null,
    standing: decisiveOf(tiering, row).map(amountText).join('; '),
    because: becauseOf(tiering, row),
    above: above?.tier ?? null,
    risesWith: above === null ? null : riseText(above, places, all),
    below: below?.tier ?? null,
    fallsWithout: below === null ? null : fallText(below, places, all),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/**
 * What put a country into its tier: how it stands on the tier's conditions, or which condition of the next
 * one it fails.
 */
function becauseOf({ placements, tiers, cuts }: Tiering, row: number): string {
  const placement = placements[row];
  if (placement === undefined || placement.tier === null) return 'too few scores';
  const { tier, conditions } = placement;
  if (cuts !== null)
    return tier === tiers.length - 1
      ? `below ${short(cuts.at(-1) ?? 0)}`
      : `at least ${short(cuts[tier] ?? 0)}`;
  return decisiveOf({ placements }, row)
    .map((condition) => standing(condition, conditions[tier] !== undefined))
    .join('; ');
}

/**
 * The conditions that put a country into its tier: those of the tier, or those of the next one that it fails.
 */
function decisiveOf({ placements }: Pick<Tiering, 'placements'>, row: number): readonly Condition[] {
  const placement = placements[row];
  if (placement === undefined || placement.tier === null) return [];
  return (
    placement.conditions[placement.tier] ?? (placement.conditions.at(-1) ?? []).filter(({ met }) => !met)
  );
}

function amountText({ unit, counted, counting, lacking }: Condition): string {
  if (unit === 'index') return String(short(counted));
  if (unit === 'countries')
    return counting.length === 0
      ? 'nobody ahead in everything'
      : `${list(
          counting.map(({ code }) => code),
          3,
        )} ahead in everything`;
  return unit === 'weight' && lacking.length > 0
    ? `${short(counted * 100)}%`
    : `${counting.length} of ${counting.length + lacking.length}`;
}

function standing(condition: Condition, isMet: boolean): string {
  const { text, counted, unit, veto, counting, lacking } = condition;
  const level = text.split(' in ')[0] ?? text;
  if (unit === 'countries') return amountText(condition);
  if (veto) return isMet ? text : `not: ${text}`;
  if (unit === 'weight' && lacking.length > 0) return `${level} in ${short(counted * 100)}% of the weight`;
  return `${level} in ${lacking.length === 0 ? `all ${counting.length}` : amountText(condition)}`;
}

function riseText({ demands }: Gap, places: number, all: number): string {
  return demands.map((demand) => demandText(demand, '+', places, all)).join('; and ');
}

function fallText({ demands }: Gap, places: number, all: number): string {
  return demands.map((demand) => demandText(demand, '−', places, all)).join('; or ');
}

/** The distance and who could cover it: `+2.4; alone: legal`, `any 1 of 7`, `strategy and offence`. */
function demandText(
  { condition, fewest, points, of }: Demand,
  sign: string,
  places: number,
  all: number,
): string {
  if (condition.unit === 'countries') return of.length === 0 ? '–' : `ahead somewhere of ${list(of, 3)}`;
  if (points !== null) {
    const distance = points === 0 ? 'on the cut-off' : `${sign}${fixed(points, places)}`;
    const alone =
      of.length === 0 ? 'none alone' : of.length === all ? 'any alone' : `alone: ${of.join(', ')}`;
    return `${distance}; ${alone}`;
  }
  if (fewest === of.length) return list(of);
  return of.length === all ? `any ${fewest} of ${all}` : `any ${fewest} of ${of.join(', ')}`;
}

function headingOf({ tiers, cuts, placements }: Tiering, name: string): string {
  const tier = tiers.indexOf(name);
  const members = count(
    placements.filter((placement) => placement.tier === tier).length,
    'country',
    'countries',
  );
  if (tier === -1) return 'Without a tier';
  if (cuts !== null)
    return (
      `${name}: ` +
      `${tier === tiers.length - 1 ? `index below ${short(cuts.at(-1) ?? 0)}` : `index at least ${short(cuts[tier] ?? 0)}`} ` +
      `(${members})`
    );
  const conditions = placements[0]?.conditions[tier] ?? [];
  return (
    `${name}: ${conditions.length === 0 ? 'everybody else' : conditions.map(({ text }) => text).join('; ')} ` +
    `(${members})`
  );
}

function toJson(result: Result, tiering: Tiering, row: number): Record<string, unknown> {
  const country = result.countries[row];
  const placement = tiering.placements[row];
  return {
    code: country?.code ?? null,
    name: country?.name ?? '',
    ...(country?.year === null ? {} : { year: country?.year }),
    rank: result.ranks[row] ?? null,
    score: result.index[row] ?? null,
    tier: tierOf(result, row),
    because: becauseOf(tiering, row),
    conditions: tiering.tiers.slice(0, -1).map((tier, i) => ({
      tier,
      conditions: (placement?.conditions[i] ?? []).map(
        ({ text, met, veto, counted, asked, unit, counting }) => ({
          text,
          met,
          veto,
          counted,
          asked,
          unit,
          counting: counting.map(({ code }) => code),
        }),
      ),
    })),
    above: gapJson(gapAbove(result, row)),
    below: gapJson(gapBelow(result, row)),
  };
}

function gapJson(gap: Gap | null): object | null {
  if (gap === null) return null;
  return {
    tier: gap.tier,
    demands: gap.demands.map(({ condition, fewest, points, of }) => ({
      condition: condition.text,
      ...(points === null ? { fewest } : { points }),
      of,
    })),
  };
}

function short(x: number): number {
  return Number(x.toPrecision(5));
}
