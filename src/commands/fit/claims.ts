// Published statements in words, and why no weights make them all true.
import type { Fit } from '../../analysis/fit/fit.ts';
import { printedIn } from '../../analysis/fit/claims.ts';
import type { Claim } from '../../analysis/fit/program.ts';
import { othersThan, possibleRanks } from '../../analysis/fit/rank-claims.ts';
import { isSummedAsItIs } from '../../analysis/fit/rounded.ts';
import { greatest, least } from '../../analysis/region/weight-region.ts';
import { at, of } from '../../math/at.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { ShownPlace } from '../../model/rows.ts';
import { isEverything } from '../../methods/region/table.ts';
import type { Passage } from '../../report/document.ts';
import { significant } from '../../report/numbers.ts';
import { underRegion } from '../shared/recipe/regions.ts';
import { countryAt, type FitContext } from './context.ts';

const MOST_CLAIMS = 8;

/** A claim in words: `Russia (rank 3) ahead of China (rank 4)`. */
export function claimText(context: FitContext, { kind, countries }: Claim): string {
  const country = countryAt(context, at(countries, 0));
  switch (kind) {
    case 'ahead':
      return withRanks(context, countries).join(' ahead of ');
    case 'level':
      return withRanks(context, countries).join(' level with ');
    case 'place':
      return `${nameOf(country)} at rank ${publishedOf(context, country)?.rank ?? '–'}`;
    case 'tier':
      return `${nameOf(country)} in ${publishedOf(context, country)?.tier ?? ''}`;
    case 'score':
      return `${nameOf(country)} at ${publishedOf(context, country)?.score ?? ''}`;
  }
}

function withRanks(context: FitContext, positions: readonly ShownPlace[]): string[] {
  return positions.map((position) => {
    const country = countryAt(context, position);
    return `${nameOf(country)} (rank ${publishedOf(context, country)?.rank ?? '–'})`;
  });
}

/** The row of a country; undefined where it is written in another way there. */
function publishedOf({ published }: FitContext, { code, name }: Country): PublishedRow | undefined {
  return published.find(({ country }) => (code === null ? country.name === name : country.code === code));
}

/** As few claims as contradict each other, and why they do. */
export function contradictionPassage(context: FitContext, { to, contradiction }: Fit): Passage {
  const texts = contradiction.map((claim) => claimText(context, claim));
  const hidden = texts.length - MOST_CLAIMS;
  const shown = hidden > 1 ? [...texts.slice(0, MOST_CLAIMS), `and ${hidden} more`] : texts;
  const [claim, ...others] = contradiction;
  if (claim === undefined) return { lines: [] };
  if (others.length > 0)
    return {
      title: `Published ${to} that contradict each other`,
      lines: [...shown, togetherWords(contradiction.length)],
    };
  return {
    title: `No weights give this published ${to.slice(0, -1)}`,
    lines: [...shown, whyImpossible(context, claim)],
  };
}

function togetherWords(statements: number): string {
  return statements === 2
    ? 'Each can be true by itself, but no weights make both true.'
    : `Any ${statements - 1} of them can be true, but no weights make all ${statements} true.`;
}

/** Why no weights make one claim true. */
function whyImpossible(context: FitContext, claim: Claim): string {
  const { kind, limits, countries } = claim;
  const weights = at(limits, 0).weights;
  if (kind === 'place') return whyNoPlace(context, claim);
  if (kind === 'ahead' && weights.every((x) => x <= 0)) {
    const [first, second] = countries.map((position) => nameOf(countryAt(context, position)));
    return `${first} beats ${second} on no indicator, so no weights rank it higher.`;
  }
  if (kind === 'score' && isSummedAsItIs(context.robust.index)) return rangeText(context, weights);
  return isEverything(context.robust.region)
    ? 'No weights make this true.'
    : `No weights make this true ${under(context)}.`;
}

/** Why no weights give one rank: its number is none that there can be, or another country is always ahead. */
function whyNoPlace(context: FitContext, { countries, limits }: Claim): string {
  const { result, robust, published } = context;
  const printed = printedIn(result, robust.index, published).filter(({ row }) => row.rank !== null);
  const position = at(countries, 0);
  const { rank } = at(
    printed.filter((one) => one.position === position),
    0,
  ).row;
  const { least: best, most } = of(possibleRanks(result, robust.index, printed), position);
  if (rank === null || rank < best || rank > most) {
    const ranks = best === most ? `is ${best}` : `is ${best} to ${most}`;
    return `In this order its ${result.recipe.rank.method} rank ${ranks}.`;
  }
  const others = othersThan(robust.index, printed);
  const always = others.find((_, i) => {
    const { weights, bound, isStrict } = at(limits, i);
    const highest = greatest(robust.polytope, weights).value;
    return isStrict ? highest <= bound : highest < bound;
  });
  return always === undefined
    ? 'No weights put all countries without a published rank behind it.'
    : `${nameOf(countryAt(context, always))} is ahead of it ${under(context)}.`;
}

/** How low and how high an index of these scores can be. */
function rangeText(context: FitContext, scores: readonly number[]): string {
  const { polytope } = context.robust;
  const text = (x: number) => significant(x + 0, 6);
  const low = text(least(polytope, scores).value);
  const high = text(greatest(polytope, scores).value);
  return low === high
    ? `Its index is ${low} ${under(context)}.`
    : `Its index runs from ${low} to ${high} ${under(context)}.`;
}

function under({ result, robust }: FitContext): string {
  return underRegion(result, robust.region);
}
