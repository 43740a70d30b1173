// What fit says in words: whether weights reproduce what was published, how to use them, and what to know.
import { membersOf } from '../../methods/region/space.ts';
import type { Fit, FitTarget } from '../../analysis/fit/fit.ts';
import { namesOf } from '../../analysis/fit/outcome.ts';
import type { Claim } from '../../analysis/fit/program.ts';
import { isSummedAsItIs } from '../../analysis/fit/rounded.ts';
import { isEverything } from '../../methods/region/table.ts';
import { count, list } from '../../model/words.ts';
import { exact } from '../../report/numbers.ts';
import type { FitContext } from './context.ts';

const MOST_NAMED = 8;
/** Ranges that are narrower are a point. */
const POINT = 1e-9;

const titles: Readonly<Record<FitTarget, string>> = { ranks: 'Ranks', tiers: 'Tiers', scores: 'Scores' };

/** What was published, in a sentence about all of it. */
const wholes: Readonly<Record<FitTarget, string>> = {
  ranks: 'the published ranking is reproduced',
  tiers: 'cut-offs on the index reproduce the published tiers',
  scores: 'the published scores are reproduced',
};

/** What no weights give. */
const nothings: Readonly<Record<FitTarget, string>> = {
  ranks: 'this ranking',
  tiers: 'these tiers',
  scores: 'these scores',
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
  const what = `${titles[fit.to]} of ${count(fit.countries, 'country', 'countries')}`;
  return `${what}: ${fit.isFound ? foundWords(fit) : notFoundWords(context, fit)}.`;
}

function foundWords(fit: Fit): string {
  const { to, isNominal } = fit;
  if (!isNominal) return `${wholes[to]}, but not by the edition's own weights, which ${nominalWords(fit)}`;
  return `${wholes[to]}, by the edition's own weights${hasOthers(fit) ? ' and by others' : ' alone'}`;
}

/** How much of it the nominal weights give: cut-offs for tiers are found for them too. */
function nominalWords({ to, countries, agreeNominally, metNominally }: Fit): string {
  return to === 'tiers'
    ? `place ${metNominally} of ${countries}`
    : `give ${agreeNominally} of ${count(countries, titles[to].slice(0, -1).toLowerCase())}`;
}

/** Whether any weight has room; unless one has, there are no other weights. */
function hasOthers({ weights }: Fit): boolean {
  return weights.some(({ localRange: range }) => range !== null && range.most - range.least > POINT);
}

function notFoundWords({ robust }: FitContext, fit: Fit): string {
  const { to, countries, isProved, contradiction, claims, agree, agreeNominally, met, metNominally } = fit;
  const weights = isEverything(robust.region) ? 'no weights' : 'no weights of the region';
  const nearest =
    to === 'scores' || met === claims.length
      ? `The nearest weights give ${agree} of ${countries}, the edition's own ${agreeNominally}`
      : `The nearest weights keep ${met} of ${count(claims.length, 'statement')}, the edition's own ` +
        `${metNominally}`;
  return isProved
    ? `${weights} give ${nothings[to]}${whyWords(contradiction)}. ${nearest}`
    : `no weights were found that give ${nothings[to]}, and none were ruled out: the search was too long. ` +
        nearest;
}

function whyWords(contradiction: readonly Claim[]): string {
  const [claim, ...others] = contradiction;
  if (claim === undefined) return ', as rounded';
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
      'at least, at most: how far one weight may go among all weightings that do it; not every mixture of ' +
        'these does',
    );
  if (fits.some(({ isFound, isOuter }) => isFound && isOuter))
    notes.push('of ranks, at least and at most may be too wide: rounding and other countries narrow them');
  const deviating = published.filter(({ deviation }) => deviation !== null);
  if (deviating.length > 0) {
    const names = deviating.map(({ country }) => country.name);
    notes.push(`left out, as they are known to differ: ${list(names, MOST_NAMED)}`);
  }
  const weightless = [...result.weights]
    .filter(([code, weight]) => weight === 0 && membersOf(robust.index.space, code) === null)
    .map(([code]) => code);
  if (weightless.length > 0)
    notes.push(
      `left out, as they have weight 0: ${list(weightless, MOST_NAMED)}; --weights equal takes them along`,
    );
  if (fits.some(({ to }) => to === 'scores') && !isSummedAsItIs(context.robust.index))
    notes.push(
      'scores are met, and the nearest weights found, in what the aggregation adds up, as logarithms of a ' +
        'geometric mean',
    );
  if (fits.some(({ to }) => to === 'tiers') && result.tiering !== null && result.tiering.cuts === null)
    notes.push(
      `the recipe's tiers follow a rule on indicators ("${result.tiering.method}") and no index: that ` +
        'weights give the same ones does not say that anybody weighed',
    );
  return notes;
}
