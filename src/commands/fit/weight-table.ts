// The weights that were found: of one fit for people, of all fits for files.
import { largest } from '../../math/statistics/stats.ts';
import type { Fit, FittedWeight } from '../../analysis/fit/fit.ts';
import type { Column, DocumentTable, Row } from '../../report/document.ts';

const DECIMALS = { least: 3, most: 6 };
/** Ranges that are narrower are a point. */
const POINT = 1e-9;

function columnsFor(fits: readonly Fit[]): Column[] {
  const decimals = decimalsForRanges(fits);
  return [
    { key: 'to', label: 'to', kind: 'text' },
    { key: 'part', label: 'part', kind: 'text' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'parent', label: 'parent', kind: 'text' },
    { key: 'weight', label: 'weight', kind: 'number', decimals },
    { key: 'least', label: 'at least', kind: 'number', decimals },
    { key: 'most', label: 'at most', kind: 'number', decimals },
    { key: 'nominal', label: 'nominal', kind: 'number', decimals },
    { key: 'effective', label: 'in the index', kind: 'number', decimals, isDispensable: true },
    { key: 'effectiveLeast', label: 'in the index at least', kind: 'number', decimals },
    { key: 'effectiveMost', label: 'in the index at most', kind: 'number', decimals },
    { key: 'found', label: 'found', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
}

/** The weights of all fits in one table, as files take it; people see a table a fit. */
export function exportedWeights(fits: readonly Fit[], isIllustrative: boolean): DocumentTable {
  const exported = [
    'to',
    'found',
    'code',
    'parent',
    'weight',
    'least',
    'most',
    'nominal',
    'effective',
    'effectiveLeast',
    'effectiveMost',
  ];
  if (isIllustrative) exported.push('illustrative');
  return {
    columns: columnsFor(fits),
    shown: [],
    exported,
    rows: fits.flatMap(weightRows).map((row) => ({ ...row, illustrative: String(isIllustrative) })),
  };
}

/** The weights of one fit, as people read them. */
export function weightTable(fit: Fit): DocumentTable {
  const shown = ['part', 'weight'];
  if (fit.isFound) shown.push('least', 'most');
  shown.push('nominal');
  const isNested = fit.weights.some(({ local, effective }) => Math.abs(local - effective) > POINT);
  if (isNested) shown.push('effective');
  return { columns: columnsFor([fit]), shown, exported: [], rows: weightRows(fit) };
}

/** A row a node, each category before its children. */
function weightRows(fit: Fit): Row[] {
  const codes = new Set(fit.weights.map(({ code }) => code));
  const parents = new Set(fit.weights.map(({ parent }) => parent));
  const below = (parent: string, depth: number): Row[] =>
    fit.weights.flatMap((weight) =>
      weight.parent === parent ? [rowOf(fit, weight, depth), ...below(weight.code, depth + 1)] : [],
    );
  const tops = [...parents].filter((parent) => !codes.has(parent));
  return tops.flatMap((top) => below(top, 0));
}

function rowOf({ to, isFound }: Fit, weight: FittedWeight, depth: number): Row {
  const { code, parent, local, nominal, effective, localRange, effectiveRange } = weight;
  return {
    to,
    part: `${'  '.repeat(depth)}${code}`,
    code,
    parent,
    weight: local,
    least: localRange?.least ?? null,
    most: localRange?.most ?? null,
    nominal,
    effective,
    effectiveLeast: effectiveRange?.least ?? null,
    effectiveMost: effectiveRange?.most ?? null,
    found: String(isFound),
  };
}

/** As many decimals as show how wide the ranges are. */
function decimalsForRanges(fits: readonly Fit[]): number {
  const widths = fits
    .flatMap(({ weights }) => weights.map(({ localRange }) => localRange))
    .filter((range) => range !== null)
    .map(({ least, most }) => most - least)
    .filter((width) => width > POINT);
  if (widths.length === 0) return DECIMALS.least;
  const needed = 1 - Math.floor(Math.log10(largest(widths)));
  return Math.min(DECIMALS.most, Math.max(DECIMALS.least, needed));
}
