// The ranking before and after, side by side.
import type { Move } from '../../analysis/whatif/whatif.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';
import { placesOf } from '../shared/rows.ts';
import { countryOf, standingAfter, standingBefore, type Comparison } from './moves.ts';

export function columnsFor({ before, after }: Comparison): Column[] {
  const decimals = Math.max(placesOf(before), placesOf(after));
  return [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'wasRank', label: 'was', kind: 'number', tone: 'faint' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'year', label: 'year', kind: 'number' },
    { key: 'score', label: 'index', kind: 'number', decimals },
    { key: 'wasScore', label: 'was', kind: 'number', decimals, tone: 'faint' },
    { key: 'change', label: 'change', kind: 'number', decimals },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'wasTier', label: 'was', kind: 'text', tone: 'faint' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** The rows that are to be shown, with the tiers that were where one changes; no table without rows. */
export function moveTable(comparison: Comparison, rows: readonly Row[]): DocumentTable {
  const { after, moves } = comparison;
  const hasTiers = after.tiering !== null;
  const shown = ['rank', 'wasRank', 'name', 'score', 'wasScore', 'change'];
  if (hasTiers) shown.push('tier');
  if (moves.some(({ tier }) => tier !== null)) shown.push('wasTier');
  const exported = ['rank', 'wasRank', 'code', 'name', 'score', 'wasScore', 'change'];
  if (hasTiers) exported.push('tier', 'wasTier');
  if (after.edition.about.illustrative !== null) exported.push('illustrative');
  return { columns: columnsFor(comparison), shown: rows.length === 0 ? [] : shown, exported, rows };
}

export function rowOf(comparison: Comparison, move: Move): Row {
  const [was, is] = [standingBefore(comparison, move), standingAfter(comparison, move)];
  const { code, name, year } = countryOf(comparison, move);
  return {
    rank: is.rank,
    wasRank: was.rank,
    code,
    name,
    year,
    score: is.score,
    wasScore: was.score,
    change: is.score === null || was.score === null ? null : is.score - was.score,
    tier: is.tier,
    wasTier: was.tier,
    illustrative: comparison.after.edition.about.illustrative === null ? 'false' : 'true',
  };
}
