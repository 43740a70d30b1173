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
    what: `${nameOf(country)} has no index, so it can reach no rank or tier`,
    fix: !entryOf<MissingRule>(missingRules, recipe.missing).refuses
      ? 'fill in its missing scores, or ask for a smaller share of them, such as --missing skip:0.3'
      : 'fill in its missing scores',
  };
}

const whyLost: Readonly<Record<MovableScores['immovable'][number]['reason'], string>> = {
  missing: 'the country has no score there',
  equal: 'all countries have the same score',
  order: 'the normalisation keeps nothing of the scores but their order',
  curved: 'the normalisation makes less and less of a rise',
  several: 'several indicators read the same column after different steps',
};

export function notMovable(lost: MovableScores['immovable']): Problem {
  const { reason } = at(lost, 0);
  const isNormalised = reason !== 'several';
  return {
    code: 'reach/not-told',
    severity: 'error',
    ...(isNormalised ? { step: 'normalise' as const } : {}),
    what: `what a rise of ${list(
      lost.map(({ column }) => `"${column}"`),
      3,
    )} is worth cannot be told`,
    why: whyLost[reason],
    fix: isNormalised
      ? 'take another normalisation, such as --normalise minmax'
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
    )}, so the least that it takes cannot be told`,
    why: 'what a point is worth there depends on the other scores',
    fix:
      isProduct && factors.length > 0
        ? `keep one factor of each as it is: --fixed ${factors.join(',')}`
        : 'take an aggregation that adds up, such as --aggregate arithmetic, or rate all scores in words',
  };
}

export function weightsCount(): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    place: { argument: '--robust' },
    what: 'a tier that asks for a share of the weight cannot be told for all weightings at once',
    fix: 'leave --robust out, or let the rule count indicators ("count")',
  };
}

export function weightsMove({ weights }: Result['recipe']): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    step: 'weights',
    what: `what a rise is worth cannot be told with the weighting "${weights.method}"`,
    why: 'it gives each country weights of its own, which change with every score',
    fix: 'take weights that are the same for all, such as --weights given',
  };
}

export function noEnd(): Problem {
  return {
    code: 'reach/not-told',
    severity: 'error',
    place: { argument: '--robust' },
    what: 'what it takes under every weighting was not found in reasonable time',
    why: 'some weighting missed each of the answers that were tried',
    fix: 'take a narrower region, such as --region around:10%, or keep some scores as they are with --fixed',
  };
}
