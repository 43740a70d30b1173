// The passages about one kind of what was published: the weights, what contradicts itself, what is furthest
// off.
import type { Fit } from '../../analysis/fit/fit.ts';
import { isSummedAsItIs } from '../../analysis/fit/rounded.ts';
import type { Passage } from '../../report/document.ts';
import { fixed, significant } from '../../report/numbers.ts';
import { placesOf } from '../shared/rows.ts';
import { contradictionPassage } from './claims.ts';
import { residualsOf, type FitContext } from './context.ts';
import { optionsText } from './text.ts';
import { weightTable } from './weight-table.ts';

const MOST_RESIDUALS = 5;
const LEAST_DECIMALS = 3;
/** Up to here R² is printed as it is: what is not found must not look like 1. */
const MOST_R_SQUARED = 0.99995;

export function fitPassages(context: FitContext, fit: Fit): Passage[] {
  const passages: Passage[] = [];
  if (fit.contradiction.length > 0) passages.push(contradictionPassage(context, fit));
  passages.push(
    { title: weightTitle(fit), lines: [], table: weightTable(fit) },
    { lines: [...marginLines(context, fit), `options  ${optionsText(fit)}`] },
  );
  if (fit.to === 'scores') passages.push(residualPassage(context, fit));
  return passages;
}

function weightTitle({ to, isFound, isNominal }: Fit): string {
  if (!isFound) return `Weights nearest to the published ${to}`;
  const which = isNominal ? 'the nominal weights' : 'nearest to the nominal weights';
  return `Weights that reproduce the published ${to} (${which})`;
}

/** How clearly weights tell countries apart at best, where the index itself is what is summed. */
function marginLines({ robust: { index } }: FitContext, fit: Fit): string[] {
  const { to, isFound, isWidest, margin, claims } = fit;
  const isStrict = claims.some(({ limits }) => limits.some((limit) => limit.isStrict));
  if (!isFound || !isStrict || to === 'scores' || margin === null || !isSummedAsItIs(index)) return [];
  const points = significant(margin, 3);
  if (!isWidest)
    return [
      to === 'ranks'
        ? `margin   other weights separate the ranks better, by at least ${points} points`
        : `margin   other weights or cut-offs leave at least ${points} points to every cut-off`,
    ];
  return [
    to === 'ranks'
      ? `margin   at best, each rank leads the next by at least ${points} points`
      : `margin   at best, each country is at least ${points} points from every cut-off`,
  ];
}

/** How far published scores and the index are apart: a line, and the countries that are furthest. */
function residualPassage({ result }: FitContext, fit: Fit): Passage {
  const furthest = residualsOf(fit).toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const [first] = furthest;
  const lines: string[] = [];
  if (first !== undefined) {
    const apart = significant(Math.abs(first.difference), 2);
    lines.push(`${rSquaredText(fit)}largest difference: ${first.name}, ${apart} points`);
  }
  if (fit.isFound) return { lines };
  const decimals = Math.max(placesOf(result), LEAST_DECIMALS);
  return {
    title: 'Largest differences',
    lines,
    table: {
      columns: [
        { key: 'name', label: 'country', kind: 'text' },
        { key: 'published', label: 'published', kind: 'number', decimals },
        { key: 'index', label: 'index', kind: 'number', decimals },
        { key: 'difference', label: 'difference', kind: 'number', decimals },
      ],
      shown: ['name', 'published', 'index', 'difference'],
      exported: [],
      rows: furthest
        .slice(0, MOST_RESIDUALS)
        .map(({ name, published, index, difference }) => ({ name, published, index, difference })),
    },
  };
}

function rSquaredText({ rSquared, isFound }: Fit): string {
  if (rSquared === null) return '';
  return `R² ${rSquared > MOST_R_SQUARED && !isFound ? 'above 0.9999' : fixed(rSquared, 4)}; `;
}
