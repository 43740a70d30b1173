// Years of scores: those of one year are compared with each other, and with no others.
import { largest } from '../../math/statistics/stats.ts';
import { at } from '../../math/at.ts';
import type { Country } from '../../model/edition.ts';
import type { Problem } from '../../model/problem.ts';
import { count } from '../../model/words.ts';
import type { Sheet } from './sheet.ts';

/** How many years a message names. */
const MOST_YEARS = 4;

/** Whether a number is a year of scores as they come. */
export function isYear(number: number | null): boolean {
  return number !== null && Number.isInteger(number) && number >= 1900 && number <= 2100;
}

/** Whether some country stands in several years. */
export function isPanel(countries: readonly Pick<Country, 'code' | 'name'>[]): boolean {
  return new Set(countries.map(({ code, name }) => code ?? name)).size < countries.length;
}

/** What is wrong where no country stands in two years, and not all in the same. */
export function mixedYears({ countries, yearHeader, file }: Sheet): Problem[] {
  const byYear = new Map<number, string[]>();
  for (const { name, year } of countries) {
    if (year === null) continue;
    const names = byYear.get(year);
    if (names === undefined) byYear.set(year, [name]);
    else names.push(name);
  }
  if (byYear.size < 2 || isPanel(countries)) return [];
  return [
    {
      code: 'scores/mixed-years',
      severity: 'error',
      place: yearHeader ?? { file },
      what: `the scores are from different years: ${yearsText(byYear)}`,
      why: 'ranks mean little if countries have scores of different years',
      fix:
        `rank one year with --year ${largest([...byYear.keys()])}, or the latest row of each country with ` +
        '--year latest',
    },
  ];
}

/** The first years, each with a country in it. */
function yearsText(byYear: ReadonlyMap<number, readonly string[]>): string {
  const years = [...byYear].toSorted(([a], [b]) => a - b);
  const texts = years.slice(0, MOST_YEARS).map(([year, names]): string => {
    const others = names.length === 1 ? '' : ` and ${names.length - 1} more`;
    return `${at<string>(names, 0)}${others} in ${year}`;
  });
  const more = years.length - texts.length;
  return `${texts.join(', ')}${more === 0 ? '' : `, and others in ${count(more, 'more year')}`}`;
}
