// Fits as JSON: the form, and what is put into it.
import * as v from 'valibot';
import type { Fit } from '../../analysis/fit/fit.ts';
import {
  count,
  head,
  identity,
  key,
  maybe,
  numberOrNull,
  type DataOf,
  type Form,
  type JsonOf,
} from '../shared/json.ts';
import { jsonHead, type Session } from '../shared/session.ts';
import { claimText } from './claims.ts';
import { countryAt, residualsOf, type FitContext } from './context.ts';
import { optionsText } from './text.ts';
import type { ShownPlace } from '../../model/rows.ts';

const range = (meaning: string) =>
  key(
    v.nullable(
      v.strictObject({
        least: key(v.number(), 'the least it can be'),
        most: key(v.number(), 'the most it can be'),
      }),
    ),
    meaning,
  );

const fitPiece = v.strictObject({
  to: key(v.picklist(['ranks', 'tiers', 'scores']), 'what is to be reproduced'),
  found: key(v.boolean(), 'whether the index built with the weights below gives all of it as published'),
  proved: key(v.boolean(), 'whether it is found, or proved that no weights of the region give it'),
  margin: key(
    numberOrNull,
    'by how much the tightest statement can hold at most, in what the index sums; 0 or less if ' +
      'not all can (of scores: below 0); null if some that have no margin, as ties, cannot hold',
  ),
  of: key(count, 'how many countries were published'),
  agree: key(count, 'how many of them come out as printed with these weights'),
  agreeNominally: key(count, "how many do with the recipe's own weights"),
  statements: key(
    count,
    'how many statements that makes: one ahead of, or level with, the next, or behind nobody without a ' +
      'published rank; one in its tier, or within its tolerance',
  ),
  met: key(count, 'how many of them hold with these weights'),
  metNominally: key(count, "how many hold with the recipe's own"),
  weights: key(
    v.record(
      v.string(),
      v.strictObject({
        local: key(v.number(), 'among its siblings, which sum to 1'),
        effective: key(v.number(), 'in the whole index'),
        nominal: key(v.number(), 'among its siblings, by the recipe'),
        localRange: range('among its siblings, over all weights that meet the statements; null if not found'),
        effectiveRange: range('in the whole index, over the same'),
      }),
    ),
    'the weights found, those nearest to the nominal ones; or those that come closest, by code',
  ),
  options: key(v.string(), 'what gives them to any command: --weights, and --tiers for published tiers'),
  cuts: maybe(v.array(v.number()), 'of tiers: the least index of each but the last; empty if not found'),
  contradiction: key(
    v.array(
      v.strictObject({
        text: key(v.string(), 'what was published, in words'),
        countries: key(v.array(v.strictObject(identity)), 'about whom'),
      }),
    ),
    'statements that cannot all hold, without any one of which they could; empty if found, or if only ' +
      'rounding stands against them',
  ),
  rSquared: maybe(
    numberOrNull,
    'of scores: 1 less the share of their variance that is left; null if they have none',
  ),
  residuals: maybe(
    v.array(
      v.strictObject({
        ...identity,
        published: key(v.number(), 'the score that was printed'),
        score: key(v.number(), 'the index with these weights'),
        difference: key(v.number(), 'the index less what was printed'),
      }),
    ),
    'of scores: how far each is from what was printed',
  ),
});

const piece = v.strictObject({
  ...head('fit'),
  fits: key(v.array(fitPiece), 'one for each of ranks, tiers and scores that was published and asked for'),
});

export const form: Form = {
  describes: 'the weights that reproduce what was published, or what of it contradicts itself',
  piece,
};

export async function dataOf(
  session: Session,
  context: FitContext,
  fits: readonly Fit[],
): Promise<DataOf<typeof piece>> {
  return { ...(await jsonHead(session)), fits: fits.map((fit) => fitOf(context, fit)) };
}

function fitOf(context: FitContext, fit: Fit): JsonOf<typeof fitPiece> {
  return {
    to: fit.to,
    found: fit.isFound,
    proved: fit.isProved,
    margin: fit.margin,
    of: fit.countries,
    agree: fit.agree,
    agreeNominally: fit.agreeNominally,
    statements: fit.claims.length,
    met: fit.met,
    metNominally: fit.metNominally,
    weights: weightsOf(fit),
    options: optionsText(fit),
    ...(fit.to === 'tiers' ? { cuts: fit.cuts } : {}),
    contradiction: fit.contradiction.map((claim) => ({
      text: claimText(context, claim),
      countries: claim.countries.map((position) => identityAt(context, position)),
    })),
    ...(fit.to === 'scores' ? scoresOf(context, fit) : {}),
  };
}

function weightsOf({ weights }: Fit): JsonOf<typeof fitPiece>['weights'] {
  return Object.fromEntries(
    weights.map(({ code, local, effective, nominal, localRange, effectiveRange }) => [
      code,
      { local, effective, nominal, localRange, effectiveRange },
    ]),
  );
}

function scoresOf(context: FitContext, fit: Fit): Pick<JsonOf<typeof fitPiece>, 'rSquared' | 'residuals'> {
  return {
    rSquared: fit.rSquared,
    residuals: residualsOf(fit).map(({ position, published, index, difference }) => ({
      ...identityAt(context, position),
      published,
      score: index,
      difference,
    })),
  };
}

function identityAt(context: FitContext, position: ShownPlace): { code: string | null; name: string } {
  const { code, name } = countryAt(context, position);
  return { code, name };
}
