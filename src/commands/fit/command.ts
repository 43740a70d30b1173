// fit: which weights reproduce what was published?
import { fit, fitTargets, type FitTarget } from '../../analysis/fit/fit.ts';
import {
  isWeightedSum,
  indexOverRegion,
  type IndexOverRegion,
} from '../../analysis/pairs/index-over-region.ts';
import type { NotLinear } from '../../analysis/region/linear-index.ts';
import { regions } from '../../methods/region/table.ts';
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { complete, type Choice } from '../../model/registry.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { badValue } from '../shared/bad-value.ts';
import { editionArgument, listOf, outputOptions, recipeOptions, regionOption } from '../shared/options.ts';
import { tableOfYear } from '../shared/panel.ts';
import { regionLine } from '../shared/recipe/regions.ts';
import { notesOf, open, titleOf, type Session } from '../shared/session.ts';
import type { FitContext } from './context.ts';
import { fitPassages } from './passages.ts';
import { nothingPublished, noWeightedSum } from './problems.ts';
import { fitNotes, headline } from './text.ts';
import { exportedWeights } from './weight-table.ts';
import { rowsShown } from '../shared/rows.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [
    {
      flags: '--to <what>',
      meaning: `what to reproduce: ${fitTargets.join(', ')}; default: everything in published.csv`,
      group: 'Fit',
      isRepeated: true,
    },
    { ...regionOption, meaning: `${regionOption.meaning}; default any` },
    ...recipeOptions,
    ...outputOptions,
  ],
  description:
    'Finds the weights nearest to the nominal ones that reproduce the published ranks, tiers or ' +
    'scores, and the range of each weight. If there are none, it proves so and names the published ' +
    'results that contradict each other. Exact if the index is a weighted sum.',
  examples: [
    { line: 'cyberpower fit gci-2020', says: 'ranks and scores' },
    { line: 'cyberpower fit gci-2020 --to ranks', says: 'ranks only' },
    { line: 'cyberpower fit ncpi-2020 --region around:25%@top', says: 'only weights near the nominal ones' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const named = readTargets(listOf(call.options['to']));
  const opened = await open(call, call.arguments[0], { published: true });
  const { edition, published } = opened;
  const robust = await opened.withPlaces(() => robustOf(opened, call));
  const targets = named ?? fitTargets;
  const fits = targets.flatMap((to) => fit(to, opened.result, robust, published ?? []) ?? []);
  const lacking = (named ?? []).filter((to) => !fits.some((one) => one.to === to));
  if (fits.length === 0 || lacking.length > 0) throw nothingPublished(opened, lacking);
  const recipe = { ...opened.result.recipe, region: robust.region };
  const session: Session = { ...opened, result: { ...opened.result, recipe } };
  const context: FitContext = { result: session.result, robust, published: published ?? [] };
  return {
    command: 'fit',
    title: `${titleOf(session)}: weights behind the published results`,
    lead: fits.map((one) => headline(context, one)),
    table: tableOfYear(session.result, exportedWeights(fits, edition.about.illustrative !== null), null),
    passages: fits.flatMap((one) => fitPassages(context, one)),
    notes: [
      ...fitNotes(context, fits),
      regionLine({ ...robust, space: robust.index.space }).replace(/;.*$/, ''),
      ...notesOf(opened),
    ],
    data: async () => (await import('./json.ts')).dataOf(session, context, fits),
  };
}

/** What is to be reproduced, in the order of the table; null where nothing is named. */
function readTargets(written: readonly string[] | null): readonly FitTarget[] | null {
  if (written === null) return null;
  const isTarget = (name: string) => fitTargets.some((target) => target === name);
  const unknown = written.length === 0 ? [''] : written.filter((name) => !isTarget(name));
  if (unknown.length > 0) throw new ProblemsError(unknown.map(unknownTarget));
  return fitTargets.filter((target) => written.includes(target));
}

function unknownTarget(name: string): Problem {
  const what = `there is no "${name}" to fit${didYouMean(name, fitTargets)}`;
  return badValue('--to', name, what, `choose one or more of ${list(fitTargets)}`);
}

/** Any weights unless a region is asked for; of the first level alone where only that is summed up. */
function robustOf(session: Session, { options }: Call): IndexOverRegion {
  const isAskedFor = options['region'] !== undefined;
  const region = isAskedFor ? session.result.recipe.region : any('levels');
  const robust = indexOver(session, region);
  if (isWeightedSum(robust)) return robust;
  const ofFirstLevel = isAskedFor ? robust : indexOver(session, any('top'));
  if (isWeightedSum(ofFirstLevel)) return ofFirstLevel;
  throw noWeightedSum(robust, region, isAskedFor);
}

function indexOver({ result, published }: Session, region: readonly Choice[]): IndexOverRegion | NotLinear {
  return indexOverRegion(result, region, rowsShown(result), published);
}

function any(at: 'levels' | 'top'): Choice[] {
  return [complete(regions, { method: 'any', at })];
}
