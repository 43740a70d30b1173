// What fit says in words: whether weights reproduce what was published, how to use them, and what to know.
import { membersOf } from '../../methods/region/space.ts';
import type { Fit, FitTarget } from '../../analysis/fit/fit.ts';
import { namesOf } from '../../analysis/fit/outcome.ts';
import type { Claim } from '../../analysis/fit/program.ts';
import { isSummedAsItIs, unitOf } from '../../analysis/fit/rounded.ts';
import { isEverything } from '../../methods/region/table.ts';
import { capital, count, list } from '../../model/words.ts';
import { exact } from '../../report/numbers.ts';
import { underRegion } from '../shared/recipe/regions.ts';
import type { FitContext } from './context.ts';

const MOST_NAMED = 8;

/** What was published, as it is said of so many countries. */
const wholes: Readonly<Record<FitTarget, string>> = {
  ranks: 'ranking',
  tiers: 'tiers',
  scores: 'scores',
};

/** One statement of what was published. */
const statements: Readonly<Record<Claim['kind'], string>> = {
  ahead: 'published place is',
  place: 'published place is',
  level: 'published tie is',
  tier: 'published tier is',
  score: 'published score is',
};

/** The sentences that answer the question for one kind of what was published. */
export function headline(context: FitContext, fit: Fit): string {
  const { to, countries, isFound, isNominal, isProved } = fit;
  const whole = `${wholes[to]} of ${count(countries, 'country', 'countries')}`;
  if (isFound && isNominal) return nominalWords(context, fit, whole);
  if (isFound) return otherWords(context, fit, whole);
  if (!isProved)
    return (
      `The search found no weights that give the published ${whole}, but could not rule them out. ` +
      nearestWords(context, fit)
    );
  const { region } = context.robust;
  const where = isEverything(region) ? '' : `${underRegion(context.result, region)}, `;
  const why = whyWords(context, fit.contradiction);
  return `${capital(`${where}no weights give the published ${whole}`)}${why}. ${nearestWords(context, fit)}`;
}

function nominalWords(context: FitContext, { to, hasOthers }: Fit, whole: string): string {
  const cuts = to === 'tiers' ? 'With cut-offs on the index, ' : '';
  const subject = capital(`${cuts}${ownWeights(context)}`);
  return `${subject} reproduce the published ${whole}${othersWords(hasOthers)}.`;
}

function othersWords(hasOthers: boolean | null): string {
  if (hasOthers === null) return '';
  return hasOthers ? '; so do others' : '; no others do';
}

/** Of tiers, cut-offs are found for the nominal weights too. */
function otherWords(context: FitContext, fit: Fit, whole: string): string {
  const { to, countries, agreeNominally, metNominally, isOuter } = fit;
  const cuts = to === 'tiers' ? ', with cut-offs on the index,' : '';
  const kept = to === 'tiers' ? metNominally : agreeNominally;
  const others = `Other weights${cuts} reproduce the published ${whole}.`;
  // Which cut-offs would do best among rounded scores is not looked for.
  if (to === 'tiers' && isOuter) return others;
  return `${others} ${capital(ownWeights(context))} match ${kept} of ${countries}.`;
}

/** How near the nearest weights come: of scores, and of ranks that rounding forbids, by what is printed. */
function nearestWords(context: FitContext, fit: Fit): string {
  const { to, countries, claims, agree, agreeNominally, met, metNominally } = fit;
  const own = ownWeights(context);
  const all = count(claims.length, 'published statement');
  return to === 'scores' || met === claims.length
    ? `The nearest weights match ${agree} of ${countries}, ${own} ${agreeNominally}.`
    : `The nearest weights satisfy ${met} of ${all}, ${own} ${metNominally}.`;
}

function ownWeights({ result }: FitContext): string {
  const isOwn = JSON.stringify(result.recipe.weights) === JSON.stringify(result.edition.recipe.weights);
  return isOwn ? "the edition's own weights" : 'the nominal weights';
}

/** What is in the way; where nothing published contradicts itself, what else is ranked or rounded is. */
function whyWords({ result }: FitContext, contradiction: readonly Claim[]): string {
  const [claim, ...others] = contradiction;
  if (claim === undefined)
    return unitOf(result) === null ? ' among countries without a published rank' : ' once scores are rounded';
  return others.length === 0
    ? `: one ${statements[claim.kind]} impossible`
    : `: ${contradiction.length} published statements contradict each other`;
}

/** What gives the weights to any command: `--weights a=0.33,b=0.67`, and --tiers if there are cut-offs. */
export function optionsText({ named, cuts, tiers }: Fit): string {
  // In all their digits, as fewer may break a tie.
  const weights = [...named].map(([code, weight]) => `${code}=${weight}`).join(',');
  if (cuts.length === 0) return `--weights ${weights}`;
  const rule = `thresholds:${cuts.map(exact).join(',')},names=${namesOf(tiers).join('/')}`;
  return `--weights ${weights} --tiers ${/\s/.test(rule) ? `"${rule}"` : rule}`;
}

/** What was left out of the comparison, and how the numbers are to be read. */
export function fitNotes(context: FitContext, fits: readonly Fit[]): string[] {
  const { result, robust, published } = context;
  const notes: string[] = [];
  if (fits.some(({ isFound }) => isFound))
    notes.push(
      'at least, at most: the range of each weight over all solutions; values picked from these ranges are ' +
        'not always a solution',
    );
  if (fits.some(({ isFound, isOuter }) => isFound && isOuter)) notes.push(outerNote(context, fits));
  const deviating = published.filter(({ deviation }) => deviation !== null);
  if (deviating.length > 0) {
    const names = deviating.map(({ country }) => country.name);
    notes.push(`left out (known to differ): ${list(names, MOST_NAMED)}`);
  }
  const weightless = [...result.weights]
    .filter(([code, weight]) => weight === 0 && membersOf(robust.index.space, code) === null)
    .map(([code]) => code);
  if (weightless.length > 0)
    notes.push(`left out (weight 0): ${list(weightless, MOST_NAMED)}; --weights equal includes them`);
  if (fits.some(({ to }) => to === 'scores') && !isSummedAsItIs(context.robust.index))
    notes.push(
      'scores and nearest weights are measured in what the aggregation adds up, such as logarithms for a ' +
        'geometric mean',
    );
  if (fits.some(({ to }) => to === 'tiers') && result.tiering !== null && result.tiering.cuts === null)
    notes.push(
      `the recipe's tiers come from a rule on indicators ("${result.tiering.method}"), not from weights; a ` +
        'match does not show that the publisher used weights',
    );
  return notes;
}

/** Why the ranges of ranks or tiers may be wider than what gives these. */
function outerNote({ result }: FitContext, fits: readonly Fit[]): string {
  const why = unitOf(result) === null ? 'countries without a published rank' : 'rounding';
  const outer = fits.flatMap(({ to, isFound, isOuter }) => (isFound && isOuter ? [to] : []));
  return `for ${list(outer)}, the true ranges may be narrower, because of ${why}`;
}
