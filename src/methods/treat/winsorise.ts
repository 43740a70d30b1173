// Treatments of single scores: the extreme ones are set to the next, as long as the indicator is skewed.
import { present, type Column } from '../../math/statistics/column.ts';
import { range, skewness } from '../../math/statistics/stats.ts';
import { isSkewed, type SkewnessLimits } from './skewness.ts';
import { log } from './transformations.ts';
import { logged, winsorised, type Treated } from './treated.ts';

type WinsoriseParameters = SkewnessLimits & { readonly most: number };

/**
 * Winsorises: as long as the column is skewed, its most extreme score is set to the next one, at most n
 * times.
 *
 *     the highest if skewness > 0, the lowest otherwise
 *
 * Use it before min–max, where single scores squeeze all others together. Countries that share the extreme
 * score are set together. Everybody keeps their rank but for the ties that arise. Missing scores stay
 * missing.
 *
 * @example winsorise([1, 2, 3, 2, 1, 2, 3, 2, 100], { most: 5, skewness: 2, kurtosis: 3.5 }) // → [1, 2, 3,
 *   2, 1, 2, 3, 2, 3]
 * @see OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr
 */
export function winsorise(column: Column, { most, ...limits }: WinsoriseParameters): Column {
  let treated = column;
  for (let times = 0; times < most && isSkewed(treated, limits); times += 1) {
    const scores = present(treated);
    const { low, high } = range(scores);
    const extreme = skewness(scores) > 0 ? high : low;
    const others = range(scores.filter((score) => score !== extreme));
    const next = extreme === high ? others.high : others.low;
    treated = treated.map((score) => (score === extreme ? next : score));
  }
  return treated;
}

/**
 * Winsorises; a column that is still skewed then takes the logarithm instead: of the original scores, or of
 * the winsorised ones if the two are combined.
 *
 *     winsorise; if |skewness| > 2 and kurtosis > 3.5 still, y = ln(x − min + (max − min) / 100)
 *
 * Use it as the JRC does: few outliers are winsorised, many call for a logarithm.
 *
 * @example winsoriseLog([1, 2, 3, 2, 1, 2, 3, 2, 100], { most: 5, skewness: 2, kurtosis: 3.5, combine: false
 *   }).how // → 'winsorised'
 * @see OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr
 */
export function winsoriseLog(
  column: Column,
  { combine, ...parameters }: WinsoriseParameters & { readonly combine: boolean },
): Treated {
  const treated = winsorise(column, parameters);
  if (!isSkewed(treated, parameters)) return winsorised(treated);
  return logged(log(combine ? treated : column));
}
