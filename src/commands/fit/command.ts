// fit: which weights reproduce what was published?
import { fit, fitTargets, type Fit, type FitTarget } from '../../analysis/fit/fit.ts';
import { isWeightedSum, indexOverRegion, type IndexOverRegion } from '../../analysis/pairs/robust-index.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { regions } from '../../methods/region/table.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import type { PublishedRow } from '../../model/published.ts';
import { complete, type Choice } from '../../model/registry.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { allWeights, claimText, fitNotes, fitPassages, tiersText, verdict, weightsText } from './text.ts';
import { editionArgument, listOf, outputOptions, recipeOptions, regionOption } from '../shared/options.ts';
import { notLinearWords, regionLine } from '../shared/regions.ts';
import { latestRows } from '../shared/rows.ts';
import { jsonHead, notesOf, open, titleOf, type Session } from '../shared/session.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    {
      flags: '--to <what>',
      meaning: `what is to be reproduced: ${fitTargets.join(', ')}; all that published.csv has unless given`,
      group: 'Fit',
      isRepeated: true,
    },
    { ...regionOption, meaning: `${regionOption.meaning}; any unless given` },
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Finds the weights under which the index gives the published ranks, tiers or scores, and how far ' +
    'each weight may go; or proves that no weights do, and says which published statements contradict ' +
    'each other. Exact where the index is a weighted sum.',
  examples: [
    { line: 'cyberpower fit gci-2020', says: 'ranks and scores' },
    { line: 'cyberpower fit gci-2020 --to ranks', says: 'ranks alone' },
    { line: 'cyberpower fit ncpi-2020 --region around:25%@top', says: 'among weights near the nominal ones' },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  const wanted = readTargets(listOf(call.options['to']));
  const session = await open(call, call.arguments[0], { published: true });
  const { edition, published } = session;
  const robust = await session.withPlaces(() => robustOf(session, call));
  const all = published ?? [];
  const fits = wanted.flatMap((to) => fit(to, session.result, robust, all) ?? []);
  const lacking =
    listOf(call.options['to']) === null ? [] : wanted.filter((to) => !fits.some((one) => one.to === to));
  if (fits.length === 0 || lacking.length > 0) throw nothingPublished(session, published, lacking);
  const result = { ...session.result, recipe: { ...session.result.recipe, region: robust.region } };
  return {
    command: 'fit',
    title: `${titleOf(edition)}: the weights behind what was published`,
    lead: fits.map(verdict),
    table: allWeights(fits, edition.about.illustrative !== null),
    passages: fits.flatMap((one) => fitPassages(result, robust, one, all)),
    notes: [
      ...fitNotes(result, fits, all, robust),
      regionLine({ ...robust, space: robust.index.space }).replace(/;.*$/, ''),
      ...notesOf(session),
    ],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => ({
      ...(await jsonHead({ ...session, result })),
      fits: fits.map((one) => toJson(result, robust, one, all)),
    }),
  };
}

function readTargets(written: readonly string[] | null): readonly FitTarget[] {
  const unknown = (written ?? []).filter((one) => !fitTargets.some((target) => target === one));
  if (unknown.length > 0 || written?.length === 0) {
    throw new ProblemsError(
      (written?.length === 0 ? [''] : unknown).map((value): Problem => ({
        code: 'usage/bad-value',
        severity: 'error',
        place: { argument: '--to' },
        value,
        what: `there is no "${value}" to fit${didYouMean(value, fitTargets)}`,
        fix: `choose one or more of ${list(fitTargets)}`,
      })),
    );
  }
  return written === null ? fitTargets : fitTargets.filter((target) => written.includes(target));
}

/** Any weights unless a region is asked for; of the first level alone where only that is summed up. */
function robustOf({ result, published }: Session, { options }: Call): IndexOverRegion {
  const asked = options['region'] === undefined ? [any('levels'), any('top')] : [result.recipe.region];
  let notLinear: NotLinear = { reason: '' };
  for (const region of asked) {
    const robust = indexOverRegion(result, region, latestRows(result), published);
    if (isWeightedSum(robust)) return robust;
    if (notLinear.reason === '') notLinear = robust;
  }
  throw new ProblemsError([
    {
      code: 'fit/not-linear',
      severity: 'error',
      place: { argument: 'fit' },
      what: notLinearWords(notLinear, asked[0] ?? []),
      why:
        'which weights give a ranking can be told where the index is a weighted sum, or becomes one by ' +
        'logarithms or powers',
      fix:
        asked.length > 1
          ? 'take another aggregation for the first level, such as --aggregate arithmetic'
          : 'ask about the first level alone, as in --region any@top, or take another aggregation',
    },
  ]);
}

function any(at: 'levels' | 'top'): Choice[] {
  return [complete(regions, { method: 'any', at })];
}

function nothingPublished(
  { edition }: Session,
  published: readonly PublishedRow[] | null,
  lacking: readonly FitTarget[],
): ProblemsError {
  return new ProblemsError([
    {
      code: 'fit/nothing-published',
      severity: 'error',
      ...(lacking.length === 0 ? {} : { place: { argument: '--to' } }),
      what:
        published === null
          ? `"${edition.id}" has no published.csv`
          : lacking.length === 0
            ? `the published.csv of "${edition.id}" has nothing about countries that are ranked`
            : `the published.csv of "${edition.id}" has no ${list(lacking)} of countries that are ranked`,
      fix: 'write what was printed into it: a column "country", and any of "rank", "tier" and "score"',
    },
  ]);
}

function toJson(
  result: Session['result'],
  robust: IndexOverRegion,
  one: Fit,
  published: readonly PublishedRow[],
): object {
  const countryAt = (position: number) => {
    const country = result.countries[robust.index.rows[position] ?? -1];
    return { code: country?.code ?? null, name: country?.name ?? '' };
  };
  return {
    to: one.to,
    found: one.isFound,
    margin: one.margin,
    of: one.countries,
    agree: one.agree,
    agreeNominally: one.agreeNominally,
    statements: one.claims.length,
    met: one.met,
    metNominally: one.metNominally,
    weights: Object.fromEntries(
      one.weights.map(({ code, local, effective, nominal, localRange, effectiveRange }) => [
        code,
        { local, effective, nominal, localRange, effectiveRange },
      ]),
    ),
    options: `--weights ${weightsText(one)}${tiersText(one)}`,
    ...(one.to === 'tiers' ? { cuts: one.cuts } : {}),
    contradiction: one.contradiction.map((claim) => ({
      text: claimText(result, robust, claim, published),
      countries: claim.countries.map(countryAt),
    })),
    ...(one.to === 'scores'
      ? {
          rSquared: one.rSquared,
          residuals: one.residuals.map(({ printed: { row, position }, index }) => ({
            ...countryAt(position),
            published: row.score,
            score: index,
            difference: index - (row.score ?? Number.NaN),
          })),
        }
      : {}),
  };
}
