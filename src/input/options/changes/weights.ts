// What becomes of the weight that a change is about.
import { of } from '../../../math/at.ts';
import { relativeWeights } from '../../../methods/weight/relative.ts';
import type { Result } from '../../../model/result.ts';
import type { WeightChange } from '../../../model/whatif.ts';
import { weightProblem } from '../../cells/weight.ts';
import type { Complaint, Report } from '../complaint.ts';
import { numberAfter, short, type Operation } from './operation.ts';
import { findNode, unknownCode } from './target.ts';

/** Changes the weight of a node, of what earlier changes left; by code. */
export function changeWeight(
  what: string,
  operation: Operation,
  result: Result,
  weights: Map<string, WeightChange>,
  report: Report,
): void {
  const node = findNode(what, result);
  if (node === null || node === result.framework) {
    report(unknownCode(what, result, ''));
    return;
  }
  const { code } = node;
  const earlier = weights.get(code);
  const from = earlier === undefined ? of(relativeWeights(result), code) : earlier.from;
  const now = earlier === undefined ? from : earlier.to;
  const problem = operation.kind === 'set' ? weightProblem(code, operation.text) : null;
  const to = numberAfter(operation, now);
  if (problem !== null) report(problem);
  else if (to < 0) report(negative(code, to, now));
  else if (to === now) report(nothingChanges(code, now));
  else weights.set(code, { code, from, to });
}

function negative(code: string, to: number, now: number): Complaint {
  return {
    code: 'weights/negative',
    indicator: code,
    value: String(to),
    what: `the weight of "${code}" would be negative: ${short(to)}`,
    why: `it is ${short(now)}, relative to its siblings`,
    fix: 'take less away',
  };
}

function nothingChanges(code: string, now: number): Complaint {
  return {
    code: 'whatif/bad-change',
    indicator: code,
    what: `this changes nothing: the weight of "${code}" is ${short(now)} already`,
    why: 'weights are relative to their siblings',
    fix: 'write another value, or leave the change out',
  };
}
