// What sensitivity says where the outcome is the same in every draw, so that there is no variance to split.
import { at } from '../../math/at.ts';
import type { Result } from '../../model/result.ts';
import { count } from '../../model/words.ts';
import { nameAt } from '../shared/countries.ts';
import type { Findings } from './findings.ts';

/** That nothing changes, that every draw makes the same change, or that no block could be evaluated. */
export function constantWords(result: Result, findings: Findings): string {
  const { constant, nominal, outcome } = findings;
  if (constant === null)
    return `No block of draws is complete, because ${incompleteWords(result, findings)}.`;
  const isMoved = nominal === null || Math.abs(constant - nominal) > 1e-9;
  switch (outcome.kind) {
    case 'shift':
      return isMoved
        ? `Every draw moves ranks by the same average: ${constant.toFixed(1)} places.`
        : `No rank changes in ${drawn(findings)}.`;
    case 'country': {
      const name = nameAt(result, at(findings.rows, outcome.country));
      if (!isMoved) return `${name} keeps rank ${constant} in ${drawn(findings)}.`;
      return nominal === null
        ? `${name} has rank ${constant} in every draw, and no nominal rank.`
        : `${name} has rank ${constant} in every draw; its nominal rank is ${nominal}.`;
    }
    case 'top':
      return isMoved ? droppedWords(outcome.size, constant) : stayWords(findings, outcome.size);
  }
}

/** Why a block of draws is left out. */
export function incompleteWords(result: Result, { failure, outcome, rows }: Findings): string {
  if (failure !== null || outcome.kind !== 'country')
    return `an index could not be built${failure === null ? '' : `: ${failure}`}`;
  return `${nameAt(result, at(rows, outcome.country))} has no rank in some draws`;
}

function stayWords(findings: Findings, size: number): string {
  return size === 1
    ? `The first place never changes in ${drawn(findings)}.`
    : `The first ${size} are the same in ${drawn(findings)}.`;
}

/** The share that stays is below 1; where one drops out of several, there may be ties among the first. */
function droppedWords(size: number, stay: number): string {
  const who = size === 1 ? 'countries that tie for first' : `first ${size}`;
  if (stay > 0) return `In every draw, ${Math.round(100 * (1 - stay))} % of the ${who} drop out.`;
  return size === 1
    ? 'Another country is first in every draw.'
    : `In every draw, all of the first ${size} drop out.`;
}

/** How many rankings there are without those of blocks that were left out. */
function drawn({ replicates, blocks: { used, failed } }: Findings): string {
  return count((replicates * used) / (used + failed), 'ranking');
}
