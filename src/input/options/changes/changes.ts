// Changes as they are written after whatif: CHN.resilience=strength, USA.all-10%, all.laws+0.5,
// weights.offence=2.
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { Changes, ScoreChange, WeightChange } from '../../../model/whatif.ts';
import { quoted } from '../../../model/words.ts';
import type { Countries } from '../../cells/countries.ts';
import type { Complaint, Report } from '../complaint.ts';
import { readOperation, relativeMeant } from './operation.ts';
import { changeScores } from './scores.ts';
import { findTarget, HOW_TO } from './target.ts';
import { changeWeight } from './weights.ts';

const WEIGHTS = 'weights.';

/** All changes, one after the other, each of what those before it left; problems are added to the list. */
export function readChanges(
  written: readonly string[],
  result: Result,
  countryNames: Countries,
  problems: Problem[],
): Changes {
  const scores = new Map<string, ScoreChange>();
  const weights = new Map<string, WeightChange>();
  for (const text of written) {
    const report: Report = (complaint, severity = 'error') =>
      problems.push({ ...complaint, severity, place: { argument: text } });
    const { target, operation } = readOperation(text);
    const relative = relativeMeant(text);
    if (relative !== null) report(setsAndRaises(text, relative));
    else if (operation === null) report(saysNothing(text));
    else if (target.startsWith(WEIGHTS))
      changeWeight(target.slice(WEIGHTS.length), operation, result, weights, report);
    else {
      const found = findTarget(target, result, countryNames, report);
      if (found !== null) changeScores(found, operation, result, scores, report);
    }
  }
  return { scores: [...scores.values()], weights: [...weights.values()] };
}

function setsAndRaises(text: string, relative: string): Complaint {
  const toRaise = `write ${relative} to change the present score`;
  return {
    code: 'whatif/bad-change',
    value: text,
    what: `the change ${quoted(text)} both sets and raises or lowers`,
    fix: `${toRaise}, or a number without sign or percent to set it`,
  };
}

function saysNothing(text: string): Complaint {
  return {
    code: 'whatif/bad-change',
    value: text,
    what: `the change ${quoted(text)} has no new value`,
    fix: HOW_TO,
  };
}
