// What keeps an index from being built under the named sets that a region mixes, where its own weights raise
// no question: they may weigh what has no nominal weight.
import { of } from '../../math/at.ts';
import { aggregations, type Aggregation } from '../../methods/aggregate/table.ts';
import { misfits, outOfDomain } from '../../methods/domain.ts';
import { missingRules, type MissingRule } from '../../methods/missing/table.ts';
import { mixesSets } from '../../methods/region/table.ts';
import { nameOf, subjectOf } from '../../model/edition.ts';
import { indicators, nodes, type Category, type FrameworkNode } from '../../model/framework.ts';
import type { Problem } from '../../model/problem.ts';
import { entryOf, type Choice } from '../../model/registry.ts';
import type { Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import { namedSets, participantsIn, weighedBy, type Weighting } from './participants.ts';

const MOST_NAMED = 3;

/** The problems of the sets that a region mixes; none of a region without them. */
export function setProblems(result: Result, region: readonly Choice[]): Problem[] {
  if (!region.some(mixesSets)) return [];
  const unweighed = namedSets(result).flatMap(({ name, weights }) => unweighedIn(result, name, weights));
  return unweighed.length > 0 ? unweighed : [...missingIn(result), ...outsideDomains(result)];
}

/** Categories that a set weighs, but none of what is left in them. */
function unweighedIn({ framework }: Result, set: string, weights: Weighting): Problem[] {
  const weighed = weighedBy(framework, [weights]);
  return nodes(framework)
    .filter((node) => node.kind === 'category')
    .filter(({ code }) => code === framework.code || weighed.has(code))
    .filter(({ children }) => children.every((child) => !weighed.has(child.code)))
    .map(({ code, children }) => ({
      code: 'weights/all-zero',
      severity: 'error',
      step: 'region',
      what: `the set "${set}" gives weight 0 to all of "${code}": ${namesOf(children)}`,
      fix: 'give at least one of them a weight above 0',
    }));
}

/** Indicators that only the sets weigh, and that countries lack a score for, if the recipe refuses that. */
function missingIn(result: Result): Problem[] {
  const { framework, recipe, scores, countries } = result;
  if (!entryOf<MissingRule>(missingRules, recipe.missing).refuses) return [];
  const nominal = participantsIn(result);
  const weighedBySet = namedSets(result).map(({ name, weights }) => ({
    name,
    weighed: weighedBy(framework, [weights]),
  }));
  return indicators(framework).flatMap(({ code }): Problem[] => {
    const by = nominal.has(code) ? [] : weighedBySet.filter(({ weighed }) => weighed.has(code));
    const lacking = countries.filter((_, row) => of(scores, code)[row] === null);
    const [first] = lacking;
    if (by.length === 0 || first === undefined) return [];
    const named = list(
      by.map(({ name }) => `"${name}"`),
      MOST_NAMED,
    );
    const sets = by.length === 1 ? `the set ${named} weighs` : `the sets ${named} weigh`;
    const who = list(lacking.map(nameOf), MOST_NAMED);
    return [
      {
        code: 'region/missing-score',
        severity: 'error',
        ...subjectOf(first),
        indicator: code,
        what: `${who} ${lacking.length === 1 ? 'has' : 'have'} no score for "${code}", which ${sets}`,
        why: 'its nominal weight is 0, so the index itself needs no score there',
        fix: `fill it in, or leave the indicator out with --select without:${code}`,
      },
    ];
  });
}

/** Scores that an aggregation cannot take, of what has no nominal weight in it. */
function outsideDomains(result: Result): Problem[] {
  const { framework, weights } = result;
  const participants = weighedBy(
    framework,
    namedSets(result).map((set) => set.weights),
  );
  const isNew = ({ code }: FrameworkNode) => participants.has(code) && of(weights, code) === 0;
  return nodes(framework).flatMap((category) =>
    category.kind === 'category'
      ? category.children.filter(isNew).flatMap((child) => outsideDomain(result, category, child))
      : [],
  );
}

function outsideDomain(
  { recipe, scores, countries }: Result,
  { code: above, aggregate }: Category,
  { code }: FrameworkNode,
): Problem[] {
  const choice = aggregate ?? recipe.aggregate;
  const { method } = choice;
  const { domain } = entryOf<Aggregation>(aggregations, choice);
  if (domain === undefined) return [];
  const asked = {
    code,
    column: of(scores, code),
    countries,
    noun: 'normalised score' as const,
    method,
    whom: `the aggregation "${method}" of "${above}"`,
  };
  return outOfDomain(misfits(asked, domain, (score) => domain.accepts(score, choice)));
}

function namesOf(children: readonly FrameworkNode[]): string {
  return list(
    children.map(({ code }) => code),
    MOST_NAMED,
  );
}
