// What sensitivity says where the outcome is the same in every draw, so that there are no shares of a variance.
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import { nameAt } from '../shared/countries.ts';
import type { Findings } from './findings.ts';

/** That nothing changes, that every draw makes the same change, or that no block could be evaluated. */
export function constantWords(result: Result, findings: Findings): string {
  const { constant, nominal, outcome, failure } = findings;
  if (constant === null)
    return `No block of draws could be evaluated${failure === null ? '' : `: ${failure}`}.`;
  const isMoved = nominal === null || Math.abs(constant - nominal) > 1e-9;
  switch (outcome.kind) {
    case 'shift':
      return isMoved
        ? `Every draw moves ranks by ${constant.toFixed(1)} places on average, the same in every draw.`
        : `No rank changes in ${drawn(findings)}.`;
    case 'country': {
      const name = nameAt(result, at(findings.rows, outcome.country));
      if (!isMoved) return `${name} keeps rank ${constant} in ${drawn(findings)}.`;
      return `${name} has rank ${constant} in every draw, ${nominal ?? 'none'} nominally.`;
    }
    case 'top':
      return topWords(findings, outcome.size, isMoved);
  }
}

function topWords(findings: Findings, size: number, isMoved: boolean): string {
  if (!isMoved)
    return size === 1
      ? `The first place never changes in ${drawn(findings)}.`
      : `The first ${size} are the same in ${drawn(findings)}.`;
  const share = Math.round(100 * (1 - (findings.constant ?? 1)));
  return size === 1
    ? 'Another country is first in every draw.'
    : `In every draw, ${share} % of the first ${size} drop out.`;
}

/** How many rankings there are without those of blocks that were left out. */
function drawn({ replicates, blocks: { used, failed } }: Findings): string {
  return count((replicates * used) / (used + failed), 'ranking');
}
