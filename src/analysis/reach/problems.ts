// Why it cannot be told what a country must improve, and what would help.
import { missingRules, type MissingRule } from '../../methods/missing/table.ts';
import { at } from '../../math/at.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import { nameOf, subjectOf } from '../../model/edition.ts';
import type { Problem } from '../../model/problem.ts';
import { entryOf } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import type { ResultRow } from '../../model/rows.ts';
import type { MovableScores } from './movable-scores.ts';
import type { NotAdditive } from './gains.ts';

export function noIndex({ countries, recipe }: Result, row: ResultRow): Problem {
  const country = at(countries, row);
  return {
    code: 'reach/no-index',
    severity: 'error',
    ...subjectOf(country),
    what: `${nameOf(country)} has no index, so it cannot reach a rank or tier`,
    fix: !entryOf<MissingRule>(missingRules, recipe.missing).refuses
      ? 'fill in its missing scores, or require fewer of them, such as --missing skip:0.3'
      : 'fill in its missing scores',
  };
}

const whyLost: Readonly<Record<MovableScores['immovable'][number]['reason'], string>> = {
  missing: 'the country has no score for it',
  equal: 'all countries have the same score',
  order: 'the normalisation keeps only the order of scores',
  curved: 'the normalisation does not grow in proportion to the score',
  several: 'several indicators use the column after different steps',
};

export function notMovable(lost: MovableScores['immovable']): Problem {
  const { reason } = at(lost, 0);
  const isNormalised = reason !== 'several';
  return {
    code: 'reach/not-told',
    severity: 'error',
    ...(isNormalised ? { step: 'normalise' as const } : {}),
    what: `the effect of raising ${list(
      lost.map(({ column }) => `"${column}"`),
      3,
    )} cannot be computed`,
    why: whyLost[reason],
    fix: isNormalised
      ? 'use another normalisation, such as --normalise minmax'
      : `keep it as it is: --fixed ${lost.map(({ column }) => column).join(',')}`,
  };
}

export function notAdditive({ categories }: NotAdditive, recipe: Result['recipe']): Problem {
  const isProduct = categories.every(({ aggregate }) => {
    const { weightedSum } = entryOf<Aggregation>(aggregations, aggregate ?? recipe.aggregate);
    return weightedSum?.isTotal === true && !weightedSum.isPlain;
  });
  const factors = categories.flatMap(({ children }) =>
    children.filter(({ kind }) => kind === 'indicator').map(({ code }) => code),
  );
  return {
    code: 'reach/not-told',
    severity: 'error',
    ...(categories.every(({ aggregate }) => aggregate === null)
      ? { step: 'aggregate' as const }
      : { place: { argument: '--fixed' } }),
    what: `rises do not add up in ${list(
      categories.map(({ code }) => `"${code}"`),
      3,
    )}, so the smallest improvement cannot be computed`,
    why: 'there, the effect of one point depends on the other scores',
    fix:
      isProduct && factors.length > 0
        ? `keep one factor of each fixed: --fixed ${factors.join(',')}`
        : 'use an aggregation that adds up, such as --aggregate arithmetic, or rate all scores in words',
  };
}

export function weightsCount(): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    place: { argument: '--robust' },
    what: 'reach cannot combine --robust with a tier that asks for a share of the weight',
    fix: 'leave out --robust, or let the rule count indicators ("count")',
  };
}

export function weightsMove({ weights }: Result['recipe']): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    step: 'weights',
    what: `the effect of a higher score cannot be computed with the weighting "${weights.method}"`,
    why: 'it gives each country its own weights, which change with every score',
    fix: 'use the same weights for all countries, such as --weights given',
  };
}

export function noEnd(): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    place: { argument: '--robust' },
    what: 'the search for an answer under all weights took too long',
    why: 'each answer tried so far fails under some weights',
    fix: 'use a narrower region, such as --region around:10%, or fix some scores with --fixed',
  };
}
