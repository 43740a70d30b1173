// Which uncertain choices cannot vary in an edition, told before anything is run.
import { at, of } from '../../math/at.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { Variation } from '../../model/recipe.ts';
import { build } from '../../methods/build.ts';
import { regions, type WeightRegion } from '../../methods/region/table.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import { editionRows } from '../../model/rows.ts';
import { refuseEmpty } from '../pairs/index-over-region.ts';
import { pointsOf } from './effects.ts';
import { hasFailed, replicate, type FailedReplicate, type ReplicateDesign } from './replicates.ts';

/**
 * Tries every choice by itself before anything is run; throws with those that change nothing, or the first
 * that cannot be built at all. A weighted sum whose weights alone vary has its region checked already.
 */
export function checkVariations(design: ReplicateDesign, isWeightedSum = false): void {
  const idle = design.variations.flatMap((variation) => idleProblem(variation, design.edition) ?? []);
  if (idle.length > 0) throw new ProblemsError(idle);
  if (!isWeightedSum) checkRegion(design);
  for (const variation of design.variations) {
    for (const [i, point] of pointsOf(variation, design, 1).entries()) {
      const one = replicate({ ...design, variations: [variation] }, point);
      if (hasFailed(one) && 'choices' in variation)
        throw new ProblemsError([cannotBeBuilt(variation, at(variation.choices, i).method, one)]);
    }
  }
}

/** Throws if weights are to be drawn from a region that names what is not there or holds none. */
function checkRegion({ variations, edition }: ReplicateDesign): void {
  const region = variations.flatMap((one) => ('region' in one ? one.region : []));
  if (region.length === 0) return;
  try {
    const ofRanking = region.find((choice) => entryOf<WeightRegion>(regions, choice).isOfRanking === true);
    if (ofRanking !== undefined) throw new ProblemsError([needsOneIndex(ofRanking)]);
    refuseEmpty(build(edition, edition.recipe), region);
  } catch (error) {
    if (!(error instanceof ProblemsError) || edition.recipe.vary === undefined) throw error;
    throw new ProblemsError(error.problems.map((problem) => ({ ...problem, place: { argument: '--vary' } })));
  }
}

/** A region of statements about countries is another one for every index that could have been built. */
function needsOneIndex({ method }: Choice): Problem {
  return {
    code: 'region/unknown',
    severity: 'error',
    step: 'region',
    what:
      `weights from the region "${method}" can be drawn only if the index is a weighted sum and ` +
      'nothing else varies',
    fix: 'use another region, such as around:25%',
  };
}

/** Whether a choice has something to change in an edition. */
export function canVary(variation: Variation, edition: Edition): boolean {
  return idleProblem(variation, edition) === null;
}

/** Why a choice has nothing to change in this edition; null if it has. */
function idleProblem({ name }: Variation, edition: Edition): Problem | null {
  const leaves = indicators(edition.framework);
  if (name === 'noise') return idleNoise(leaves, edition);
  if (name === 'ratings') return idleRatings(leaves, edition);
  return name === 'raters' ? idleRaters(leaves, edition) : null;
}

function idleNoise(leaves: readonly Indicator[], edition: Edition): Problem | null {
  const numbers = leaves.filter(({ scale }) => scale === null);
  const nothing = '"noise" has no numbers to change';
  if (numbers.length === 0)
    return nothingToVary(
      'noise',
      `${nothing}: all indicators are rated in words`,
      'vary ratings instead: --vary ratings=10%',
    );
  if (areCertain(numbers, edition))
    return nothingToVary('noise', `${nothing}: all are certain`, 'leave out --vary noise');
  return null;
}

function idleRatings(leaves: readonly Indicator[], edition: Edition): Problem | null {
  const ratings = leaves.filter(({ scale }) => scale !== null);
  const nothing = 'there are no "ratings" to change';
  if (ratings.length === 0)
    return nothingToVary(
      'ratings',
      `${nothing}: no indicator is rated in words`,
      'vary numbers instead: --vary noise=5%',
    );
  if (areCertain(ratings, edition))
    return nothingToVary('ratings', `${nothing}: all are certain`, 'leave out --vary ratings');
  return null;
}

function idleRaters(leaves: readonly Indicator[], edition: Edition): Problem | null {
  const nothing = 'there are no "raters" to draw from';
  if (edition.raters === undefined)
    return nothingToVary(
      'raters',
      `${nothing}: the edition has no raters.csv`,
      'add one next to scores.csv, with the columns rater, country, indicator and value',
    );
  const contested = leaves.flatMap(({ column }) => contestedIn(column, edition));
  const fix = 'leave out --vary raters';
  if (contested.length === 0) return nothingToVary('raters', `${nothing}: they agree on every score`, fix);
  if (contested.every((isCertain) => isCertain))
    return nothingToVary('raters', `${nothing}: every score on which they differ is certain`, fix);
  return null;
}

/** Whether all scores of some indicators are certain. */
function areCertain(leaves: readonly Indicator[], { columns, certain }: Edition): boolean {
  if (certain === undefined) return false;
  return leaves.every(({ column }) => {
    const scores = of(columns, column);
    return editionRows(scores).every(
      (row) => at(scores, row) === null || certain.get(column)?.has(row) === true,
    );
  });
}

/** For each score of a column that raters differ about, whether it is certain all the same. */
function contestedIn(column: string, { raters, certain }: Edition): boolean[] {
  return [...(raters?.get(column) ?? [])]
    .filter(([, given]) => new Set(given.map(({ value }) => value)).size > 1)
    .map(([row]) => certain?.get(column)?.has(row) === true);
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
    fix: `do not vary ${method}, or prepare the scores for it`,
  };
}
