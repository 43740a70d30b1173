// Ranks of every method, straight from their definitions.
import { at } from './fraction.ts';
import type { Cell } from './exact-index.ts';
import type { Ranking } from './sample.ts';

/** The scores that are ranked: rounded if the recipe says so. */
export function rankedScores(scores: readonly Cell[], { decimals }: Ranking): Cell[] {
  return scores.map((score) => (score === null || decimals === null ? score : score.rounded(decimals)));
}

/** Of each country; null for one without a score. */
export function exactRanks(
  scores: readonly Cell[],
  codes: readonly string[],
  ranking: Ranking,
): (number | null)[] {
  const ranked = rankedScores(scores, ranking);
  const there = ranked.flatMap((score, i) => (score === null ? [] : [{ score, code: at(codes, i) }]));
  return ranked.map((own, i) => {
    if (own === null) return null;
    const ahead = there.filter(({ score }) => score.compare(own) > 0);
    const level = there.filter(({ score }) => score.compare(own) === 0);
    switch (ranking.method) {
      case 'competition':
        return 1 + ahead.length;
      case 'dense':
        return 1 + new Set(ahead.map(({ score }) => String(score))).size;
      case 'fractional':
        return 1 + ahead.length + (level.length - 1) / 2;
      case 'ordinal':
        return 1 + ahead.length + level.filter(({ code }) => code < at(codes, i)).length;
    }
  });
}
