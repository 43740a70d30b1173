// How the table of explain is to be read: what its columns mean, as far as they are shown.
import type { Part } from '../../analysis/explain/explain.ts';
import { at, of } from '../../math/at.ts';
import { largest } from '../../math/statistics/stats.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import type { Category } from '../../model/framework.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import { fixed } from '../../report/numbers.ts';
import { placesOf } from '../shared/rows.ts';
import { isPlain } from '../shared/parts/contributions.ts';

/** What the columns mean, as far as they are shown. */
export function reading(
  result: Result,
  row: ResultRow,
  shown: readonly Part[],
  all: readonly Part[],
): string[] {
  const among = largest(shown.map(({ of: compared }) => compared));
  const deeper = depthOf(all) - depthOf(shown);
  const lines = addsLines(result, row, shown);
  if (result.countryWeights !== null)
    lines.push(
      'share       share of its index under its best weights; a range where several weights are as good',
    );
  if (shown.some(isUntold)) lines.push(`–           ${whyUntold(result)}`);
  if (all.some(({ node }) => node.kind === 'category'))
    lines.push('normalised  for a category, the aggregate of its parts');
  if (!isPlain(result))
    lines.push(
      'leads       parts of the gap, computed from how the parts differ under the aggregation, not from ' +
        '"points"',
    );
  if (all.some(({ score, node }) => score === null && of(result.weights, node.code) > 0))
    lines.push(
      'weight      a missing score passes its weight to the others; gaps to neighbours include that',
    );
  lines.push(`rank        rank and median are for that row, among ${count(among, 'country', 'countries')}`);
  if (shown.some(({ node }) => node.kind === 'indicator' && node.direction === -1))
    lines.push('↓           lower is better');
  if (deeper > 0) lines.push(`--depth all shows ${count(deeper, 'more level')}`);
  return lines;
}

function depthOf(parts: readonly Part[]): number {
  return largest(parts.map(({ depth }) => depth));
}

/** Whether a part takes part and has a score, and yet its contribution cannot be told. */
function isUntold({ adds, weight, score }: Part): boolean {
  return adds === null && weight !== null && score !== null;
}

function whyUntold({ countryWeights }: Result): string {
  return countryWeights === null
    ? 'no contribution can be computed where a product is below 1'
    : 'the contribution is not unique, as several shares fit';
}

/** What "adds" is, once where it is the same under all categories. */
function addsLines(result: Result, row: ResultRow, shown: readonly Part[]): string[] {
  const index = at(result.index, row);
  const total = index === null ? '' : `, ${fixed(index, placesOf(result))} in total`;
  const first = `points      in points of the index${total}`;
  const meanings = meaningsOfAdds(result, row, shown);
  const [only] = meanings.keys();
  if (meanings.size === 1 && only !== undefined) return [`${first}: ${only}`];
  const under = [...meanings].map(([meaning, codes]) => `            under ${list(codes, 3)}: ${meaning}`);
  return [first, ...under];
}

/** What "adds" means, with the codes of the categories under which it means that. */
function meaningsOfAdds(result: Result, row: ResultRow, shown: readonly Part[]): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const parent of new Set(shown.map((part) => part.parent))) {
    const meaning = meaningOfAdds(result, row, parent);
    meanings.set(meaning, [...(meanings.get(meaning) ?? []), parent.code]);
  }
  return meanings;
}

function meaningOfAdds(result: Result, row: ResultRow, parent: Category): string {
  if (result.countryWeights !== null) return 'share × index';
  const choice = parent.aggregate ?? result.recipe.aggregate;
  const { weightedSum } = entryOf<Aggregation>(aggregations, choice);
  if (weightedSum === undefined) return `the aggregation "${choice.method}" does not split into parts`;
  const value = at(of(result.scores, parent.code), row);
  const isShortfall = !weightedSum.isPlain && value !== null && weightedSum.apply(value, choice) < 0;
  return isShortfall
    ? `${weightedSum.reading}; this index is negative, so a larger share lowers it more`
    : weightedSum.reading;
}
