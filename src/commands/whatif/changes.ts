// What was changed, from what to what: scores of countries, and weights.
import { entryOf } from '../../model/registry.ts';
import { weightings, type Weighting } from '../../methods/weight/table.ts';
import { at } from '../../math/at.ts';
import { nameOf } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import type { Result } from '../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../model/whatif.ts';
import { list, possessive } from '../../model/words.ts';
import { significant } from '../../report/numbers.ts';
import { ratingWord } from '../shared/parts/ratings.ts';

const MOST_CHANGES = 6;

/**
 * The lines that say what was changed: `changed: China's resilience weakness → strength (0 → 2), weight of
 * offence 1 → 2`, and what else must be known of it.
 */
export function changedLines(result: Result, { scores, weights }: Changes): string[] {
  const texts = [...scoreTexts(result, scores), ...weights.map(weightText)];
  const lines = [`changed: ${list(texts, MOST_CHANGES)}`];
  for (const codes of indicatorsOfOneColumn(result, scores))
    lines.push(`${list(codes)} share one column of scores and change together`);
  const { method } = result.recipe.weights;
  if (weights.length > 0 && entryOf<Weighting>(weightings, result.recipe.weights).finds !== undefined)
    lines.push(
      `weights: those that "${method}" found before the change, 1 on average among siblings, except the ` +
        'changed ones',
    );
  return lines;
}

/** Those that make a difference, or all if none does. */
function scoreTexts(result: Result, scores: readonly ScoreChange[]): string[] {
  const different = scores.filter(({ from, to }) => from !== to);
  const shown = different.length > 0 ? different : scores;
  return shown.map((change, i) => {
    // Whose it is, said once for all that follow.
    const isSaid = shown[i - 1]?.row === change.row;
    const owner = isSaid ? '' : `${possessive(nameOf(at(result.edition.countries, change.row)))} `;
    return `${owner}${scoreText(result, change)}`;
  });
}

function scoreText(result: Result, change: ScoreChange): string {
  const { code, from, to } = change;
  const ratings = ratingsOf(result, change);
  const numbers = `${code} ${numberText(from)} → ${numberText(to)}`;
  if (ratings.from === null && ratings.to === null) return numbers;
  return `${numbers} (${ratings.from ?? numberText(from)} → ${ratings.to ?? numberText(to)})`;
}

function weightText({ code, from, to }: WeightChange): string {
  return `weight of ${code} ${numberText(from)} → ${numberText(to)}, relative to its siblings`;
}

/** The codes of indicators that read the same column, of those that were changed. */
function indicatorsOfOneColumn({ framework }: Result, scores: readonly ScoreChange[]): string[][] {
  const leaves = indicators(framework);
  return [...new Set(scores.map(({ column }) => column))]
    .map((column) => leaves.filter((leaf) => leaf.column === column).map(({ code }) => code))
    .filter((codes) => codes.length > 1);
}

/** The words that a score stood for and stands for; null for a score that is not rated in words. */
export function ratingsOf(
  { framework, edition }: Result,
  { code, from, to }: ScoreChange,
): { from: string | null; to: string | null } {
  const leaf = indicators(framework).find((one) => one.code === code);
  if (leaf === undefined) return { from: null, to: null };
  return { from: ratingWord(edition.scales, leaf, from), to: ratingWord(edition.scales, leaf, to) };
}

function numberText(x: number | null): string {
  return x === null ? 'none' : significant(x, 6);
}
