// Published statements in words, and why no weights make them all true.
import type { Fit } from '../../analysis/fit/fit.ts';
import type { Claim } from '../../analysis/fit/program.ts';
import { greatest, least } from '../../analysis/region/weight-region.ts';
import { at } from '../../math/at.ts';
import { nameOf, type Country } from '../../model/edition.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Passage } from '../../report/document.ts';
import { significant } from '../../report/numbers.ts';
import { countryAt, isSummedAsItIs, type FitContext } from './context.ts';

const MOST_CLAIMS = 8;

/** A claim in words: `Russia (rank 3) ahead of China (rank 4)`. */
export function claimText(context: FitContext, { kind, countries }: Claim): string {
  const country = countryAt(context, at(countries, 0));
  switch (kind) {
    case 'ahead':
      return withRanks(context, countries).join(' ahead of ');
    case 'level':
      return withRanks(context, countries).join(' level with ');
    case 'tier':
      return `${nameOf(country)} in ${publishedOf(context, country)?.tier ?? ''}`;
    case 'score':
      return `${nameOf(country)} at ${publishedOf(context, country)?.score ?? ''}`;
  }
}

function withRanks(context: FitContext, positions: readonly number[]): string[] {
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
  if (claim === undefined || others.length > 0)
    return {
      title: `Published ${to} that contradict each other`,
      lines: [...shown, `No weights make all ${contradiction.length} true; without any one of them some do.`],
    };
  return { title: `Of the ${to}, no weights give this`, lines: [...shown, whyImpossible(context, claim)] };
}

/** Why no weights make one claim true. */
function whyImpossible(context: FitContext, { kind, limits }: Claim): string {
  // A score that no index can have limits nothing.
  const weights = limits[0]?.weights ?? [];
  if (kind === 'ahead' && weights.every((x) => x <= 0))
    return 'The first is nowhere better than the second, so that no weights put it ahead.';
  if (kind === 'score' && isSummedAsItIs(context)) return rangeText(context, weights);
  return 'No weights of the region make this true.';
}

/** How low and how high an index of these scores can be. */
function rangeText({ robust: { polytope } }: FitContext, scores: readonly number[]): string {
  const text = (x: number) => significant(x + 0, 6);
  const low = text(least(polytope, scores).value);
  const high = text(greatest(polytope, scores).value);
  return low === high
    ? `Whatever the weights, its index is ${low}.`
    : `Over all weights its index runs from ${low} to ${high}.`;
}
