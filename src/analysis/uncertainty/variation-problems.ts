// Which uncertain choices cannot vary in an edition, told before anything is run.
import { at } from '../../math/at.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Variation } from '../../model/vary.ts';
import { pointsOf } from './effects.ts';
import { hasFailed, replicate, type FailedReplicate, type ReplicateDesign } from './replicates.ts';

/**
 * Tries every choice by itself before anything is run; throws with those that change nothing, or the first
 * that cannot be built at all.
 */
export function checkVariations(design: ReplicateDesign): void {
  const idle = design.variations.flatMap((variation) => idleProblem(variation, design.edition) ?? []);
  if (idle.length > 0) throw new ProblemsError(idle);
  for (const variation of design.variations) {
    for (const [i, point] of pointsOf(variation, design, 1).entries()) {
      const one = replicate({ ...design, variations: [variation] }, point);
      if (hasFailed(one) && 'choices' in variation)
        throw new ProblemsError([cannotBeBuilt(variation, at(variation.choices, i).method, one)]);
    }
  }
}

/** Why a choice has nothing to change in this edition; null if it has. */
function idleProblem({ name }: Variation, { framework, raters }: Edition): Problem | null {
  const leaves = indicators(framework);
  if (name === 'noise' && leaves.every(({ scale }) => scale !== null))
    return nothingToVary(
      name,
      'there are no numbers for "noise" to move: all indicators are rated in words',
      'move ratings instead: --vary ratings=10%',
    );
  if (name === 'ratings' && leaves.every(({ scale }) => scale === null))
    return nothingToVary(
      name,
      'there are no "ratings" to move: no indicator is rated in words',
      'move numbers instead: --vary noise=5%',
    );
  if (name === 'raters' && raters === undefined)
    return nothingToVary(
      name,
      'there are no "raters" to draw from: the edition has no raters.csv',
      'put one beside scores.csv, with the columns rater, country, indicator and value',
    );
  if (
    name === 'raters' &&
    !areContested(
      leaves.map(({ column }) => column),
      raters,
    )
  )
    return nothingToVary(
      name,
      'there are no "raters" to draw from: none differ about any score',
      'leave raters out of what varies',
    );
  return null;
}

/** Whether raters differ about some score of these columns. */
function areContested(columns: readonly string[], raters: Edition['raters']): boolean {
  return columns
    .flatMap((column) => [...(raters?.get(column)?.values() ?? [])])
    .some((given) => new Set(given.map(({ value }) => value)).size > 1);
}

function nothingToVary(name: string, what: string, fix: string): Problem {
  return { code: 'vary/nothing', severity: 'error', place: { argument: '--vary' }, value: name, what, fix };
}

function cannotBeBuilt({ name }: Variation, method: string, { failure }: FailedReplicate): Problem {
  return {
    code: 'vary/nothing',
    severity: 'error',
    place: { argument: '--vary' },
    what: `with ${name} ${method} the index cannot be built: ${failure}`,
    fix: `leave ${method} out of what varies, or prepare the scores for it`,
  };
}
