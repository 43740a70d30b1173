// Which country are the others measured against, and what keeps them from it?
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import type { Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Choice } from '../../model/registry.ts';
import { didYouMean, fold } from '../../model/words.ts';
import { textParameter } from '../parameter.ts';
import type { IndicatorTask } from '../score-state.ts';
import type { Normalisation } from './table.ts';

/** The row of the country that others are measured against, −1 if it is not ranked. */
export function referenceRow(countries: readonly Country[], choice: Choice): number {
  const wanted = textParameter(choice, 'country');
  return countries.findIndex(
    ({ code, name }) => code === wanted.toUpperCase() || fold(name) === fold(wanted),
  );
}

/** What keeps the scores from being measured against that country. */
export function referenceFaults(
  { leaf, column, choice }: IndicatorTask<Normalisation>,
  countries: readonly Country[],
): Problem[] {
  const row = referenceRow(countries, choice);
  if (row === -1) return [notRanked(choice, countries)];
  const score = at(column, row);
  const { name } = at(countries, row);
  if (score === null) return [noScore(leaf, name)];
  const { low, high } = range(present(column).map((x) => x * leaf.direction));
  return score * leaf.direction > low || low === high ? [] : [isLowest(leaf, name)];
}

function notRanked(choice: Choice, countries: readonly Country[]): Problem {
  const wanted = textParameter(choice, 'country');
  const names = countries.map(({ name }) => name);
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    value: wanted,
    what: `the country to measure against, "${wanted}", is not ranked${didYouMean(wanted, names)}`,
    fix: 'write the code or the name of a country that is',
  };
}

function noScore({ code }: Indicator, country: string): Problem {
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `${country}, to measure against, has no score for "${code}"`,
    fix: 'take another country, or fill in the score',
  };
}

function isLowest({ code }: Indicator, country: string): Problem {
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `${country}, to measure against, is the lowest in "${code}", so nobody is between`,
    fix: 'take another country, or give the indicator a normalisation of its own',
  };
}
