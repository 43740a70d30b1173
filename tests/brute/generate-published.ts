// Published ranks, tiers or scores: made by weights that a fit may find, or by chance.
import { at, Fraction } from './fraction.ts';
import { exactIndex, givenWeights } from './exact-index.ts';
import { exactRanks } from './exact-ranks.ts';
import type { Random } from '../support/random.ts';
import type { Published, Sample } from './sample.ts';

export function randomPublished(random: Random, sample: Sample): Published {
  const quantity = random.pick(['rank', 'rank', 'tier', 'score'] as const);
  const isReproducible = random.chance(0.5);
  const scores = isReproducible ? hiddenScores(random, sample) : chanceScores(random, sample);
  const values = { rank: ranksOf, tier: tiersOf, score: figuresOf }[quantity](sample, scores);
  return {
    quantity,
    isReproducible,
    tolerance: quantity === 'score' ? '0.05' : null,
    values: new Map(values),
  };
}

/** The index under other weights; what weighs nothing still does. */
function hiddenScores(random: Random, sample: Sample): Fraction[] {
  const weights = new Map(
    [...givenWeights(sample.root)].map(([code, weight]) => [
      code,
      weight.sign === 0 ? weight : Fraction.of(random.whole(1, 4)),
    ]),
  );
  return exactIndex(sample, weights).index.map((score) => score ?? Fraction.zero);
}

function chanceScores(random: Random, sample: Sample): Fraction[] {
  const ordinary = exactIndex(sample).index;
  return sample.rows.map((_, i) =>
    random.chance(0.5) ? (ordinary[i] ?? Fraction.zero) : Fraction.of(random.whole(0, 60)),
  );
}

type Values = [name: string, value: string][];

function ranksOf({ rows, rank }: Sample, scores: readonly Fraction[]): Values {
  const ranks = exactRanks(
    scores,
    rows.map(({ code }) => code),
    rank,
  );
  return rows.map(({ name }, i) => [name, String(ranks[i])]);
}

/** Three tiers at most, cut halfway between neighbours; the best stands first. */
function tiersOf({ rows }: Sample, scores: readonly Fraction[]): Values {
  const sorted = rows
    .map(({ name }, i) => ({ name, score: at(scores, i) }))
    .toSorted((a, b) => b.score.compare(a.score));
  const distinct = [...new Set(sorted.map(({ score }) => String(score)))];
  const size = Math.max(1, Math.ceil(distinct.length / 3));
  const names = ['Upper', 'Middle', 'Lower'];
  return sorted.map(({ name, score }) => [
    name,
    at(names, Math.floor(distinct.indexOf(String(score)) / size)),
  ]);
}

function figuresOf({ rows }: Sample, scores: readonly Fraction[]): Values {
  return rows.map(({ name }, i) => [name, String(at(scores, i).rounded(1).number)]);
}
