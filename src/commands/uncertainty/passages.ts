// The small tables under that of uncertainty: the effect of each choice, and which weights make whom first.
import { localWeights } from '../../analysis/region/local-weights.ts';
import { at, of } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { Column, Passage, Row } from '../../report/document.ts';
import { idAt } from '../shared/countries.ts';
import { movesMostText, shiftOf } from '../shared/effects/text.ts';
import { describeVariation } from '../shared/recipe/vary.ts';
import type { Findings } from './findings.ts';

const MOST_FIRSTS = 6;
const MOST_WEIGHTS = 12;

const effectColumns: readonly Column[] = [
  { key: 'choice', label: 'choice (--vary)', kind: 'text' },
  { key: 'shift', label: 'mean rank shift', kind: 'number', decimals: 2 },
  { key: 'most', label: 'moves most', kind: 'text' },
  { key: 'failed', label: 'failed', kind: 'text' },
];

/** A line for each choice: how much it alone moves; nothing where there is one choice. */
export function effectPassages(result: Result, { design, rows, effects }: Findings): Passage[] {
  if (design.variations.length < 2) return [];
  const haveFailed = effects.some(({ failed }) => failed > 0);
  const table = {
    columns: effectColumns,
    shown: ['choice', 'shift', 'most', ...(haveFailed ? ['failed'] : [])],
    exported: [],
    rows: effects.map((effect): Row => ({
      choice: describeVariation(effect.variation),
      shift: shiftOf(effect),
      most: movesMostText(result, rows, effect),
      failed: effect.failed === 0 ? '' : `${effect.failed} of ${count(effect.tried, 'try', 'tries')}`,
    })),
  };
  return [{ title: 'Effect of each choice if nothing else varies', lines: [], table }];
}

/** A country that some weights make first: how often, and the mean of these weights among siblings. */
interface First {
  readonly row: ResultRow;
  readonly share: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Where several countries can be first, the mean of the weights that make each of them so. */
export function centralPassages(result: Result, findings: Findings): Passage[] {
  const firsts = firstsOf(findings);
  const [most] = firsts;
  if (most === undefined || firsts.length < 2 || most.weights.size > MOST_WEIGHTS) return [];
  const columns: Column[] = [
    { key: 'weight', label: 'weight', kind: 'text' },
    { key: 'nominal', label: 'nominal', kind: 'number', decimals: 3 },
    ...firsts.map(({ row }): Column => ({
      key: `row ${row}`,
      label: idAt(result, row),
      kind: 'number',
      decimals: 3,
    })),
  ];
  const rows = [...most.weights.keys()].map((code): Row => ({
    weight: code,
    nominal: of(result.weights, code),
    ...Object.fromEntries(firsts.map(({ row, weights }) => [`row ${row}`, of(weights, code)])),
  }));
  const table = { columns, shown: columns.map(({ key }) => key), exported: [], rows };
  return [{ title: 'Mean of the weights that make each country first', lines: [], table }];
}

/** The countries that are first most often. */
function firstsOf({ weights: drawn }: Findings): First[] {
  if (drawn === null) return [];
  const { robust, shares } = drawn;
  const { rows, space } = robust.index;
  return rows
    .flatMap((row, position): First[] => {
      const central = at(shares.central, position);
      if (central === null) return [];
      const share = at(at(shares.acceptability, position), 0);
      return [{ row, share, weights: localWeights(space, central) }];
    })
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_FIRSTS);
}
