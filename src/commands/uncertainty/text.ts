// What replicates say in words.
import type { Uncertainty } from '../../analysis/uncertainty/uncertainty.ts';
import type { Result } from '../../model/result.ts';
import { count, list } from '../../model/words.ts';

/** A share as people read it: never 0 % or 100 % where it is not quite. */
export function percentText(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  if (share < 0.01) return '< 1 %';
  if (share > 0.99) return '> 99 %';
  return `${Math.round(share * 100)} %`;
}

/** Who is first how often, and whose rank is the least certain. */
export function firstWords(
  { countries }: Result,
  rows: readonly number[],
  { countries: spreads, used }: Uncertainty,
): string[] {
  const nameAt = (i: number) => countries[rows[i] ?? -1]?.name ?? '';
  const firsts = spreads
    .flatMap(({ acceptability }, i) =>
      (acceptability[0] ?? 0) > 0 ? [{ i, share: acceptability[0] ?? 0 }] : [],
    )
    .toSorted((a, b) => b.share - a.share);
  const [certain] = firsts;
  const first =
    certain !== undefined && firsts.length === 1 && certain.share === 1
      ? `${nameAt(certain.i)} is first in all ${used} draws.`
      : `First: ${list(
          firsts.map(({ i, share }) => `${nameAt(i)} in ${percentText(share)}`),
          5,
        )} of ${used} draws.`;
  const width = ({ low, high }: (typeof spreads)[number]) => high - low;
  const widest = Math.max(0, ...spreads.map(width));
  const most = spreads.findIndex((one) => width(one) === widest);
  const surely = spreads.filter((one) => Math.max(...one.acceptability) === 1).length;
  return [
    first,
    `${surely === 0 ? 'No country has' : count(surely, 'country has', 'countries have')} one rank ` +
      `throughout${widest === 0 ? '' : `; the least certain is that of ${nameAt(most)}, ${spreads[most]?.low ?? ''} to ${spreads[most]?.high ?? ''} in nine draws of ten`}.`,
  ];
}

/** How many were drawn, how sure shares are, and what could not be built. */
export function howDrawn(
  { used, failures, countries }: Uncertainty,
  seed: number,
  tiered: number | null,
): string[] {
  const error = Math.max(0, ...countries.flatMap(({ errors }) => errors));
  const failed = failures.reduce((total, one) => total + one.count, 0);
  return [
    'drawn: ' +
      `${count(used, tiered === null ? 'replicate' : 'weighting')}${tiered === null || tiered === used || countries.every(({ tiers }) => tiers === null) ? '' : ` (${tiered} for tiers)`}, ` +
      `seed ${seed}; standard errors of shares up to ${(error * 100).toFixed(used > 20_000 ? 2 : 1)} %`,
    ...(failed === 0
      ? []
      : [
          `failed: ${count(failed, 'replicate')} could not be built and ${failed === 1 ? 'does' : 'do'} not count: ${list(
            failures.map(({ reason, count: times }) => `${reason} (${times})`),
            3,
          )}`,
        ]),
  ];
}
