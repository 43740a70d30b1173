// Scores as they could have been: numbers and ratings that err, raters who differ. What is drawn for a score
// belongs to its country and its column, wherever these stand in their files; what is certain stays as it is.
import { at, of } from '../../math/at.ts';
import { randomOf, wordOf, type Random } from '../../math/random/random.ts';
import { normal } from '../../math/random/sampling.ts';
import { present, type Column } from '../../math/statistics/column.ts';
import { largest, range, smallest, sum } from '../../math/statistics/stats.ts';
import { normalisations, type Normalisation } from '../../methods/normalise/table.ts';
import type { Country, Edition, RaterScore } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import type { Recipe } from '../../model/recipe.ts';
import { entryOf } from '../../model/registry.ts';
import { fold } from '../../model/words.ts';
import { editionRows, type EditionRow } from '../../model/rows.ts';

/** The random numbers of one score: those of a column and the country in a row. */
export type RandomOfScore = (column: string, row: EditionRow) => Random;

/** Gives, for a seed and a block, the random numbers of each score. */
export function scoreRandoms(countries: readonly Country[]): (seed: number, block: number) => RandomOfScore {
  const words = countries.map(({ code, name, year }) => wordOf(`${code ?? fold(name)} ${year ?? ''}`));
  return (seed, block) => (column, row) => randomOf(seed, block, at(words, row), wordOf(column));
}

/**
 * Numbers moved by a normal error, its deviation a share of the range of their column, goalposts included.
 *
 *     y = x + share · (high − low) · z,   reflected where the column ends
 *
 * Held at the end instead, errors would heap up there, and spare a country that stands at it half of its own.
 */
export function withNoise(edition: Edition, share: number, randomOfScore: RandomOfScore): Edition {
  const noisy = indicators(edition.framework).filter(({ scale }) => scale === null);
  const columns = new Map(edition.columns);
  for (const [column, leaves] of leavesByColumn(noisy)) {
    const scores = present(of(edition.columns, column));
    const goalposts = leaves.flatMap((leaf) => present([leaf.low, leaf.high]));
    const { low, high } = range([...scores, ...goalposts]);
    const { least, most } = endsOf(leaves, scores, edition.recipe);
    columns.set(
      column,
      changed(edition, column, (x, row) =>
        reflected(x + share * (high - low) * normal(randomOfScore(column, row)), least, most),
      ),
    );
  }
  return { ...edition, columns };
}

/** Indicators by the column that they read. */
function leavesByColumn(leaves: readonly Indicator[]): Map<string, Indicator[]> {
  const byColumn = new Map<string, Indicator[]>();
  for (const leaf of leaves) byColumn.set(leaf.column, [...(byColumn.get(leaf.column) ?? []), leaf]);
  return byColumn;
}

/**
 * Where the numbers of a column end, as far as something says so: at the widest goalposts of its indicators,
 * or else of the recipe; below, without any, at 0 if no score is negative. A goalpost that a score lies
 * beyond is no end.
 */
function endsOf(
  leaves: readonly Indicator[],
  scores: readonly number[],
  recipe: Recipe,
): { readonly least: number; readonly most: number } {
  const seen = range(scores);
  const posts = (end: 'low' | 'high') => present(leaves.map((leaf) => goalpostOf(leaf, end, recipe)));
  const [lows, highs] = [posts('low'), posts('high')];
  const [least, most] = [smallest(lows), largest(highs)];
  const zero = seen.low >= 0 ? 0 : -Infinity;
  return {
    least: lows.length > 0 && least <= seen.low ? least : zero,
    most: highs.length > 0 && most >= seen.high ? most : Infinity,
  };
}

function goalpostOf(leaf: Indicator, end: 'low' | 'high', recipe: Recipe): number | null {
  const choice = leaf.normalise ?? recipe.normalise;
  const general = entryOf<Normalisation>(normalisations, choice).goalposts ? choice[end] : null;
  return leaf[end] ?? (typeof general === 'number' ? general : null);
}

/**
 * A number beyond an end goes back by as much as it went too far, as often as it takes.
 *
 * @example reflected(103, 0, 100) // → 97
 * @example reflected(-2, 0, Infinity) // → 2
 * @example reflected(250, 0, 100) // → 50
 */
export function reflected(x: number, least: number, most: number): number {
  if (x >= least && x <= most) return x;
  if (most === Infinity) return 2 * least - x;
  if (least === -Infinity) return 2 * most - x;
  const span = most - least;
  if (span === 0) return least;
  const way = Math.abs(x - least) % (2 * span);
  return least + (way <= span ? way : 2 * span - way);
}

/**
 * Each rating off by one step with a probability, up or down alike; at an end of its scale, where there is
 * one way only, it goes that way with all of it.
 */
export function withOtherRatings(
  edition: Edition,
  probability: number,
  randomOfScore: RandomOfScore,
): Edition {
  const columns = new Map(edition.columns);
  for (const { column, scale } of indicators(edition.framework)) {
    const values = edition.scales.find(({ name }) => name === scale)?.ratings.map(({ value }) => value) ?? [];
    if (values.length === 0 || columns.get(column) !== edition.columns.get(column)) continue;
    columns.set(
      column,
      changed(edition, column, (x, row) => {
        const rating = values.indexOf(x);
        if (rating === -1) return x;
        const random = randomOfScore(column, row);
        if (random() >= probability) return x;
        const neighbours = [values[rating - 1], values[rating + 1]].filter((value) => value !== undefined);
        return neighbours[Math.floor(random() * neighbours.length)] ?? x;
      }),
    );
  }
  return { ...edition, columns };
}

/**
 * Each score that several raters gave is that of one of them, drawn with a probability in proportion to their
 * confidence.
 */
export function withRaters(edition: Edition, randomOfScore: RandomOfScore): Edition {
  const columns = new Map(edition.columns);
  for (const [column, byRow] of edition.raters ?? [])
    columns.set(
      column,
      changed(edition, column, (x, row) => {
        const given = byRow.get(row) ?? [];
        return given.length < 2 ? x : drawn(given, randomOfScore(column, row)());
      }),
    );
  return { ...edition, columns };
}

/** The rater's score in whose share of the way from 0 to 1 a number lies, the lowest score first. */
function drawn(given: readonly RaterScore[], number: number): number {
  let left = number * sum(given.map(({ confidence }) => confidence));
  const sorted = given.toSorted((a, b) => a.value - b.value);
  return (sorted.find(({ confidence }) => (left -= confidence) < 0) ?? at(sorted, sorted.length - 1)).value;
}

/** A column with what becomes of its scores, but for those that are missing or certain. */
function changed(edition: Edition, column: string, change: (x: number, row: EditionRow) => number): Column {
  const certain = edition.certain?.get(column);
  const scores = of(edition.columns, column);
  return editionRows(scores).map((row) => {
    const x = at(scores, row);
    return x === null || certain?.has(row) === true ? x : change(x, row);
  });
}
