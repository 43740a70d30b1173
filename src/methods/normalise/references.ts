// Which country are the others measured against, and what keeps them from it?
import { at } from '../../math/at.ts';
import { present } from '../../math/statistics/column.ts';
import { range } from '../../math/statistics/stats.ts';
import type { Country } from '../../model/edition.ts';
import type { Indicator } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import type { Choice } from '../../model/registry.ts';
import { didYouMean, fold } from '../../model/words.ts';
import { resultRows } from '../../model/rows.ts';
import { textParameter } from '../parameter.ts';
import type { IndicatorTask } from '../score-state.ts';
import type { Normalisation } from './table.ts';

/** The row of the country that others are measured against, its latest in a panel; −1 if it is not ranked. */
export function referenceRow(countries: readonly Country[], choice: Choice): number {
  const wanted = textParameter(choice, 'country');
  const isWanted = ({ code, name }: Country) => code === wanted.toUpperCase() || fold(name) === fold(wanted);
  const rows = resultRows(countries).filter((row) => isWanted(at(countries, row)));
  const yearOf = (row: number) => at(countries, row).year ?? -Infinity;
  const [latest = -1] = rows.toSorted((a, b) => yearOf(b) - yearOf(a));
  return latest;
}

/** What keeps the scores, of one year if it is given, from being measured against that country. */
export function referenceFaults(
  { leaf, column, choice }: IndicatorTask<Normalisation>,
  countries: readonly Country[],
  year: number | null,
): Problem[] {
  const row = referenceRow(countries, choice);
  const when = year === null ? '' : ` in ${year}`;
  if (row === -1) return [notRanked(choice, countries, when)];
  const score = at(column, row);
  const { name } = at(countries, row);
  if (score === null) return [noScore(leaf, name, when)];
  const { low, high } = range(present(column).map((x) => x * leaf.direction));
  return score * leaf.direction > low || low === high ? [] : [isLowest(leaf, name, when)];
}

function notRanked(choice: Choice, countries: readonly Country[], when: string): Problem {
  const wanted = textParameter(choice, 'country');
  const names = countries.map(({ name }) => name);
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    value: wanted,
    what: `the reference country "${wanted}" is not ranked${when}${didYouMean(wanted, names)}`,
    fix: 'write the code or name of a ranked country',
  };
}

function noScore({ code }: Indicator, country: string, when: string): Problem {
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `the reference country ${country} has no score for "${code}"${when}`,
    fix: 'use another country, or fill in the score',
  };
}

function isLowest({ code }: Indicator, country: string, when: string): Problem {
  return {
    code: 'recipe/no-reference',
    severity: 'error',
    step: 'normalise',
    indicator: code,
    what: `the reference country ${country} is the worst in "${code}"${when}`,
    fix: 'use another country, or set another normalisation for the indicator',
  };
}
