// The small tables under that of `uncertainty`: what each choice does by itself, and which weights make whom
// first.
import { localWeights } from '../../analysis/region/local-weights.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import type { Column, Passage, Row } from '../../report/document.ts';
import { latestRows } from '../shared/rows.ts';
import type { Found } from './json.ts';
import { describeVariation } from '../shared/vary.ts';

/** A line for each choice: how much it alone moves. */
export function effectPassage(result: Result, { effects }: Found): Passage {
  const rows = latestRows(result);
  const columns: Column[] = [
    { key: 'choice', label: 'choice', kind: 'text' },
    { key: 'shift', label: 'mean shift of rank', kind: 'number', decimals: 2 },
    { key: 'most', label: 'moves most', kind: 'text' },
    { key: 'failed', label: 'failed', kind: 'text' },
  ];
  return {
    title: 'What each choice does by itself',
    lines: [],
    table: {
      columns,
      shown: columns
        .map(({ key }) => key)
        .filter((key) => key !== 'failed' || effects.some(({ failed }) => failed > 0)),
      exported: [],
      rows: effects.map(({ variation, shift, most, failed, tried }): Row => ({
        choice: describeVariation(variation),
        shift: Number.isFinite(shift) ? shift : null,
        most:
          most === null || most.places === 0
            ? 'nobody'
            : `${result.countries[rows[most.country] ?? -1]?.name ?? ''}, ${most.places.toFixed(1)} places`,
        failed: failed === 0 ? '' : `${failed} of ${count(tried, 'try', 'tries')}`,
      })),
    },
  };
}

const MOST_FIRSTS = 6;
const MOST_WEIGHTS = 12;

/** Where several countries can be first, the mean of the weights that make each of them so. */
export function centralPassages(result: Result, { weights }: Found): Passage[] {
  if (weights === null) return [];
  const { robust, shares } = weights;
  const firsts = robust.index.rows
    .flatMap((row, i) => {
      const central = shares.central[i] ?? null;
      return central === null
        ? []
        : [
            {
              row,
              central: localWeights(robust.index.space, central),
              share: shares.acceptability[i]?.[0] ?? 0,
            },
          ];
    })
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_FIRSTS);
  const codes = [...(firsts[0]?.central.keys() ?? [])];
  if (firsts.length < 2 || codes.length > MOST_WEIGHTS) return [];
  const columns: Column[] = [
    { key: 'weight', label: 'weight', kind: 'text' },
    { key: 'nominal', label: 'nominal', kind: 'number', decimals: 3 },
    ...firsts.map(({ row }): Column => ({
      key: `row ${row}`,
      label: result.countries[row]?.code ?? result.countries[row]?.name ?? '',
      kind: 'number',
      decimals: 3,
    })),
  ];
  return [
    {
      title: 'Central weights: the mean of those that make a country first',
      lines: [],
      table: {
        columns,
        shown: columns.map(({ key }) => key),
        exported: [],
        rows: codes.map((code): Row => ({
          weight: code,
          nominal: result.weights.get(code) ?? null,
          ...Object.fromEntries(firsts.map(({ row, central }) => [`row ${row}`, central.get(code) ?? null])),
        })),
      },
    },
  ];
}
