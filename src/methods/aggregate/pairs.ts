// Aggregations by comparison: who is ahead of whom, in indicators of how much weight? Distances do not count.
import { at } from '../../math/at.ts';
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import { fractional } from '../rank/ties.ts';
import { arithmetic } from './means.ts';
import { eachCountry, settledColumns, type Scores } from './rows.ts';

/**
 * Copeland score: the countries that a country beats less those that beat it. One beats another if it is
 * ahead in indicators of more than half of the weight; ties count half.
 *
 *     y = Σ over the others of sign(o − ½),   o as in the outranking matrix
 *
 * Use it where scores are only to be trusted for their order: the index counts duels won, whatever by. Many
 * countries share a score. Two countries are compared by the indicators that both have; if there are none,
 * neither beats the other.
 *
 * @example copeland([[3, 1, 2], [2, 3, 1], [1, 2, 0]], [0.5, 0.2, 0.3]) // → [2, 0, -2]
 * @see Copeland (1951), A reasonable social welfare function; Munda & Nardo (2009), Noncompensatory composite
 *   indicators
 */
export function copeland(rows: readonly Column[], weights: Scores): number[] {
  return leads(rows, weights).map((row) => sum(row.map(Math.sign)));
}

/**
 * Borda count: how many countries are strictly below, on the weighted average over the indicators; ties count
 * half.
 *
 *     y = Σ wᵢ (number below in i + ½ number tied in i)
 *
 * Use it where scores are only to be trusted for their order, and every place gained should count. A country
 * is counted by the indicators that it has; where others lack a score, the count is scaled up as if all had
 * one.
 *
 * @example borda([[3, 1], [2, 1], [1, 5]], [0.5, 0.5]) // → [1.25, 0.75, 1]
 * @see Borda (1781), Mémoire sur les élections au scrutin
 */
export function borda(rows: readonly Column[], weights: Scores): number[] {
  const counts = settledColumns(rows, weights).map((column) => countBelow(column, rows.length - 1));
  return eachCountry(arithmetic)(
    rows.map((_, row) => counts.map((column) => at(column, row))),
    weights,
    {},
  );
}

/**
 * Weighted outranking: the weight of the indicators in which a country is ahead, on the average over the
 * others.
 *
 *     y = mean over the others of o,   o as in the outranking matrix
 *
 * Use it as the Borda count, of which it is the share of what can be had, 0 to 1: where no score is missing
 * the two rank alike. Missing scores they treat differently: here two countries are compared by the
 * indicators that both have. A country alone gets 0.5.
 *
 * @example outranking([[3, 1], [2, 1], [1, 5]], [0.5, 0.5]) // → [0.625, 0.375, 0.5]
 * @see Munda & Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries: the matrix
 */
export function outranking(rows: readonly Column[], weights: Scores): number[] {
  const others = rows.length - 1;
  return leads(rows, weights).map((row) => (others === 0 ? 0.5 : (1 + sum(row) / others) / 2));
}

/**
 * Outranking matrix: for each country, and each other one, the weight of the indicators in which it is ahead;
 * ties count half. Only indicators that both have are taken, their weights scaled to sum to 1; of countries
 * with none in common each gets ½. The diagonal is 0.
 *
 *     o = Σ wᵢ over xᵢ > x'ᵢ, + ½ Σ wᵢ over xᵢ = x'ᵢ
 *
 * @example outrankingMatrix([[3, 1], [2, 1], [1, 5]], [0.5, 0.5]) // → [[0, 0.75, 0.5], [0.25, 0, 0.5], [0.5,
 *   0.5, 0]]
 * @see Munda & Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries
 */
export function outrankingMatrix(rows: readonly Column[], weights: Scores): number[][] {
  return leads(rows, weights).map((leadsOfOne, row) =>
    leadsOfOne.map((one, other) => (other === row ? 0 : (1 + one) / 2)),
  );
}

/**
 * For each country, and each other one, the weight in which it is ahead less the weight in which it is
 * behind: −1 to 1.
 */
function leads(rows: readonly Column[], weights: Scores): number[][] {
  const columns = settledColumns(rows, weights);
  const settled = rows.map((_, row) => columns.map((column) => at(column, row)));
  return settled.map((one) => settled.map((other) => lead(one, other, weights)));
}

function lead(one: Column, other: Column, weights: Scores): number {
  let balance = 0;
  let shared = 0;
  // Run for every pair of countries, so without anything made on the way.
  for (let i = 0; i < weights.length; i += 1) {
    const x = at(one, i);
    const y = at(other, i);
    if (x === null || y === null) continue;
    const weight = at(weights, i);
    shared += weight;
    if (x > y) balance += weight;
    else if (x < y) balance -= weight;
  }
  // What additions of weights may be off by decides no duel.
  return Math.abs(balance) <= 1e-12 * shared ? 0 : balance / shared;
}

/** How many countries each score is above, of so many others, ties counting half. */
function countBelow(column: Column, others: number): Column {
  const n = present(column).length;
  return mapPresent(fractional(column), (rank) => (n === 1 ? others / 2 : ((n - rank) * others) / (n - 1)));
}
