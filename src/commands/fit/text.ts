// What fit says in words: whether weights reproduce what was published, how to use them, and what to know.
import type { Fit, FitTarget } from '../../analysis/fit/fit.ts';
import { membersOf } from '../../methods/region/space.ts';
import { count, list } from '../../model/words.ts';
import { exact } from '../../report/numbers.ts';
import { isSummedAsItIs, type FitContext } from './context.ts';

const MOST_NAMED = 8;

const titles: Readonly<Record<FitTarget, string>> = { ranks: 'Ranks', tiers: 'Tiers', scores: 'Scores' };

/** The sentence that answers the question for one kind of what was published. */
export function headline(fit: Fit): string {
  const what = `${titles[fit.to]} of ${count(fit.countries, 'country', 'countries')}`;
  return `${what}: ${fit.isFound ? foundWords(fit) : notFoundWords(fit)}.`;
}

function foundWords(fit: Fit): string {
  const { to, countries, agree } = fit;
  const cuts = to === 'tiers' ? ' with cut-offs on the index' : '';
  const asPrinted =
    agree === countries
      ? ''
      : `; of the ranks themselves, ${agree} come out as printed, as others lie between or scores round ` +
        'the same';
  return `some weights reproduce all of them${cuts}${nominalWords(fit)}${asPrinted}`;
}

function nominalWords({ to, claims, metNominally, agreeNominally }: Fit): string {
  if (metNominally === claims.length) return ', the nominal ones among them';
  return to === 'scores'
    ? `; the nominal ones meet ${agreeNominally}`
    : `; the nominal ones keep ${metNominally} of ${count(claims.length, 'statement')}`;
}

function notFoundWords({ to, contradiction, claims, agree, agreeNominally, met, metNominally }: Fit): string {
  const why =
    contradiction.length === 1
      ? 'one of them is out of reach'
      : `${contradiction.length} of them contradict each other`;
  const nearest =
    to === 'scores'
      ? `The nearest weights meet ${agree} of them, the nominal ones ${agreeNominally}`
      : `The nearest weights keep ${met} of ${count(claims.length, 'statement')}, the nominal ones ` +
        `${metNominally}`;
  return `no weights reproduce them, as ${why}. ${nearest}`;
}

/** What gives the weights to any command: `--weights a=0.33,b=0.67`, and --tiers if there are cut-offs. */
export function optionsText({ named, cuts, tiers }: Fit): string {
  const weights = [...named].map(([code, weight]) => `${code}=${exact(weight)}`).join(',');
  if (cuts.length === 0) return `--weights ${weights}`;
  const rule = `thresholds:${cuts.map(exact).join(',')},names=${tiers.join('/')}`;
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
  if (fits.some(({ to }) => to === 'scores') && !isSummedAsItIs(context))
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
