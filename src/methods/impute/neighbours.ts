// Imputation by the countries that are most like the one that lacks a score.
import { at } from '../../math/at.ts';
import type { Column } from '../../math/statistics/column.ts';
import { mean } from '../../math/statistics/stats.ts';
import type { Gap } from './gap.ts';

/**
 * The mean of the k countries that are most like it: k nearest neighbours.
 *
 *     distance² = mean over the indicators that both have of (x − x')², min–maxed
 *
 * Use it when many indicators say which countries are alike. Neighbours are countries that have the score
 * and share at least one other with it; ties go to the one that stands first. None if there is no neighbour.
 *
 * @example neighbours({ column: [null, 5, 9], row: 0, others: [[0.2, 0.3, 0.9]] }, { k: 1 }) // → 5
 * @see Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays, Bioinformatics 17
 */
export function neighbours(
  { column, row, others }: Pick<Gap, 'column' | 'row' | 'others'>,
  { k }: { k: number },
): number | null {
  const nearest = nearestScores({ column, row, others }, k);
  return nearest.length === 0 ? null : mean(nearest);
}

/** How many neighbours there are, and at most k. */
export function countNeighbours(gap: Pick<Gap, 'column' | 'row' | 'others'>, { k }: { k: number }): number {
  return nearestScores(gap, k).length;
}

/** The scores of the k countries that are most like it, the nearest first. */
function nearestScores({ column, row, others }: Pick<Gap, 'column' | 'row' | 'others'>, k: number): number[] {
  const candidates = column.flatMap((score, other) => {
    if (score === null) return [];
    const squares = squaresBetween(row, other, others);
    return squares.length === 0 ? [] : [{ score, distance: mean(squares) }];
  });
  return candidates
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, k)
    .map(({ score }) => score);
}

/** The squared differences between two countries, in the indicators that both have. */
function squaresBetween(row: number, other: number, columns: readonly Column[]): number[] {
  return columns.flatMap((column) => {
    const [here, there] = [at(column, row), at(column, other)];
    return here === null || there === null ? [] : [(here - there) ** 2];
  });
}
