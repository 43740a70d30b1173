// What a rule for tiers may say, as it is written in a recipe.
import * as v from 'valibot';

const level = v.union(
  [v.string(), v.number(), v.record(v.string(), v.union([v.string(), v.number()]))],
  'a level is a rating, a number, or one of them for each indicator',
);
const amounts = {
  count: v.exactOptional(
    v.pipe(
      v.number('"count" is a whole number from 1'),
      v.integer('"count" is a whole number from 1'),
      v.minValue(1, '"count" is a whole number from 1'),
    ),
  ),
  share: v.exactOptional(
    v.pipe(
      v.number('"share" is a number above 0, at most 1'),
      v.gtValue(0, '"share" is a number above 0, at most 1'),
      v.maxValue(1, '"share" is a number above 0, at most 1'),
    ),
  ),
  of: v.exactOptional(
    v.pipe(
      v.array(v.string('"of" is a list of codes'), '"of" is a list of codes'),
      v.minLength(1, '"of" is a list of codes'),
    ),
  ),
};

const need = v.pipe(
  v.strictObject({ atLeast: level, ...amounts }),
  v.check(
    ({ count, share }) => (count === undefined) !== (share === undefined),
    'a need has either a "count" or a "share"',
  ),
);

const veto = v.pipe(
  v.strictObject({ below: level, ...amounts }),
  v.check(
    ({ count, share }) => count === undefined || share === undefined,
    'a veto has a "count" or a "share", not both',
  ),
);

const tier = v.strictObject({
  name: v.pipe(v.string('a tier has a "name"'), v.nonEmpty('a tier has a "name"')),
  needs: v.exactOptional(v.array(need, '"needs" is a list of conditions')),
  vetoes: v.exactOptional(v.array(veto, '"vetoes" is a list of conditions')),
});

/** The tiers, the best first; the last takes everybody else. */
export const tierRules = v.pipe(
  v.array(tier, 'tiers are a list, the best first'),
  v.minLength(2, 'there are at least two tiers'),
  v.check(
    (tiers) => new Set(tiers.map(({ name }) => name)).size === tiers.length,
    'two tiers have the same name',
  ),
  v.check((tiers) => tiers.slice(0, -1).every(hasConditions), 'every tier but the last needs a condition'),
  v.check(
    (tiers) => !tiers.slice(-1).some(hasConditions),
    'the last tier takes everybody else and asks for nothing',
  ),
);

function hasConditions({ needs = [], vetoes = [] }: v.InferOutput<typeof tier>): boolean {
  return needs.length + vetoes.length > 0;
}

export type TierRule = v.InferOutput<typeof tier>;
/** A rating, or a raw score; one for all indicators or one for each. */
export type Level = v.InferOutput<typeof level>;
