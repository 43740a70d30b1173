// The tiers as a table: its columns, a row for each country, and a heading for each tier.
import { gapAbove, gapBelow } from '../../analysis/explain/tier-gaps.ts';
import { at } from '../../math/at.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import { indicators } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result, Tiering } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { placesOf } from '../shared/rows.ts';
import { fallText, riseText } from './distances.ts';
import { amountsOf, becauseOf, cutText } from './reasons.ts';

export function columnsFor(result: Result, { cuts }: Tiering): Column[] {
  return [
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'standing', label: 'has', kind: 'text' },
    { key: 'because', label: 'because', kind: 'text' },
    { key: 'above', label: 'tier above', kind: 'text' },
    { key: 'risesWith', label: cuts === null ? 'rises with' : 'rising', kind: 'text' },
    { key: 'below', label: 'tier below', kind: 'text' },
    { key: 'fallsWithout', label: cuts === null ? 'falls without' : 'falling', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

const exported = [
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
];

const WITHOUT_TIER = 'without a tier';

/** What stands in the row of one country. */
export function rowOf(result: Result, tiering: Tiering, row: ResultRow): Row {
  // Half a unit is enough where the index is rounded.
  const places = placesOf(result) + (result.tiering?.limits === undefined ? 0 : 1);
  const measure = { places, indicators: indicators(result.framework).length };
  const country = at(result.countries, row);
  const { tier } = at(tiering.placements, row);
  const [above, below] = [gapAbove(result, row), gapBelow(result, row)];
  return {
    tier: tier === null ? WITHOUT_TIER : at(tiering.tiers, tier),
    code: country.code,
    name: country.name,
    year: country.year,
    rank: at(result.ranks, row),
    score: at(result.index, row),
    standing: amountsOf(tiering, row),
    because: becauseOf(tiering, row),
    above: above === null ? null : above.tier,
    risesWith: above === null ? null : riseText(above, measure),
    below: below === null ? null : below.tier,
    fallsWithout: below === null ? null : fallText(below, measure),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
}

/** The table of these rows, a section for each tier; headings count all countries, hidden ones too. */
export function tableOf(
  result: Result,
  tiering: Tiering,
  columns: readonly Column[],
  rows: readonly Row[],
  all: readonly ResultRow[],
): DocumentTable {
  const isIllustrative = result.edition.about.illustrative !== null;
  return {
    columns,
    shown: shownOf(tiering),
    exported: isIllustrative ? [...exported, 'illustrative'] : exported,
    rows,
    sections: { by: 'tier', heading: (name) => headingOf(tiering, name, all) },
  };
}

function shownOf({ method, cuts }: Tiering): string[] {
  if (entryOf<TierMethod>(tierMethods, { method }).isOfOthers === true) return ['name', 'score', 'risesWith'];
  return ['name', cuts === null ? 'standing' : 'score', 'risesWith', 'fallsWithout'];
}

/** The heading of a tier that somebody is in. */
function headingOf(tiering: Tiering, name: string, rows: readonly ResultRow[]): string {
  const tier = tiering.tiers.indexOf(name);
  if (tier === -1) return 'Without a tier';
  const members = rows.filter((row) => at(tiering.placements, row).tier === tier);
  const whom = whoIsIn(tiering, tier, at(members, 0));
  return `${name}: ${whom} (${count(members.length, 'country', 'countries')})`;
}

/** Who is in a tier: what it asks for, which reads the same for all of its members. */
function whoIsIn({ tiers, cuts, placements }: Tiering, tier: number, member: number): string {
  if (tiers.length === 1) return 'all countries';
  if (cuts !== null) return `index ${cutText(cuts, tier)}`;
  const conditions = at(placements, member).conditions[tier];
  return conditions === undefined ? 'all other countries' : conditions.map(({ text }) => text).join('; ');
}

/** That cut-offs which follow from the scores would move with them. */
export function cutNotes({ method }: Tiering): string[] {
  return entryOf<TierMethod>(tierMethods, { method }).cutsAre === 'found'
    ? ['distances are to the current cut-offs; other scores would move these']
    : [];
}
