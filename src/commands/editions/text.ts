// Editions in words: a row for each, and one of them in full.
import { agreementOf } from '../../analysis/explain/raters.ts';
import type { Loaded } from '../../input/edition/load.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { completeRecipe, stepNames, steps } from '../../methods/steps.ts';
import { tierMethods, type TierMethod } from '../../methods/tier/table.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators } from '../../model/framework.ts';
import type { PublishedRow } from '../../model/published.ts';
import type { Recipe, StepName } from '../../model/recipe.ts';
import { describeChoice, entryOf, type Choice } from '../../model/registry.ts';
import { count, list } from '../../model/words.ts';
import type { Column, DocumentTable, Passage, Row } from '../../report/document.ts';
import { isQuiet } from '../shared/recipe/recipe.ts';
import { certainText } from './certain.ts';
import { treeOf } from './framework.ts';
import { sampleOf } from './sample.ts';

const columns: readonly Column[] = [
  { key: 'name', label: 'edition', kind: 'text', tone: 'accent' },
  { key: 'year', label: 'year', kind: 'number' },
  { key: 'countries', label: 'countries', kind: 'number' },
  { key: 'indicators', label: 'indicators', kind: 'number' },
  { key: 'title', label: 'title', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

/** The table of all editions; of one that is told in full it is only exported. */
export function tableOf(editions: readonly Edition[], isOne: boolean): DocumentTable {
  return {
    columns,
    shown: isOne ? [] : ['name', 'year', 'countries', 'indicators', 'title'],
    exported: columns.map(({ key }) => key),
    rows: editions.map(rowOf),
  };
}

function rowOf({ id, about, countries, framework }: Edition): Row {
  return {
    name: id,
    year: about.year,
    countries: countries.length,
    indicators: indicators(framework).length,
    title: about.title,
    illustrative: about.illustrative === null ? 'false' : 'true',
  };
}

/** Which editions are illustrative, and why. */
export function illustrativeNotes(editions: readonly Edition[]): string[] {
  return editions
    .filter(({ about }) => about.illustrative !== null)
    .map(({ id, about }) => `${id} is illustrative: ${about.illustrative}`);
}

/** One edition in full. */
export function passagesOf(loaded: Loaded): Passage[] {
  const { edition } = loaded;
  const { id, about, framework } = edition;
  const mark = about.illustrative === null ? '' : ' (illustrative ratings)';
  const passages: Passage[] = [
    { title: `${id}: ${about.title}${mark}`, lines: overviewOf(loaded) },
    { title: 'Framework', lines: treeOf(framework) },
  ];
  const scales = scaleLines(edition);
  if (scales.length > 0) passages.push({ title: 'Scales', lines: scales });
  passages.push({ title: 'Recipe', lines: recipeLines(edition.recipe) }, sampleOf(edition));
  return passages;
}

/** Where its figures come from, what is fact and what is not, and what it is made of. */
function overviewOf({ edition, published }: Loaded): string[] {
  const { id, about, countries, weightSets, raters, certain, inputs } = edition;
  const lines = about.description === '' ? [] : [about.description, ''];
  for (const { publisher, title, date } of about.sources) {
    const parts = [publisher, title, date].filter((part) => part !== undefined);
    lines.push(`Source     ${parts.join(', ')}`);
  }
  if (about.licence !== '') lines.push(`Licence    ${about.licence}`);
  if (about.facts !== '') lines.push(`Facts      ${about.facts}`);
  if (about.ours !== '') lines.push(`Ours       ${about.ours}`);
  lines.push(`Countries  ${countries.length}`);
  if (published !== null)
    lines.push(`Published  ${publishedText(published)}; cyberpower check ${id} compares`);
  if (weightSets.size > 0)
    lines.push(`Weights    ${[...weightSets.keys()].map((set) => `set:${set}`).join(', ')}`);
  if (raters !== undefined) lines.push(`Raters     ${ratersText(edition)}`);
  if (certain !== undefined) lines.push(`Certain    ${certainText(edition)}: no error moves these scores`);
  lines.push(`Files      ${inputs.map(({ path }) => path).join(', ')}`);
  return lines;
}

/** `29 ranks and 29 scores`. */
function publishedText(published: readonly PublishedRow[]): string {
  const amounts = (['rank', 'score', 'tier'] as const).map((key) => ({
    key,
    amount: published.filter((row) => row[key] !== null).length,
  }));
  return list(amounts.filter(({ amount }) => amount > 0).map(({ key, amount }) => count(amount, key)));
}

/** `3 (Ana, Bo and Chi); 12 scores by several`. */
function ratersText(edition: Edition): string {
  const { raters, shared } = agreementOf(edition);
  return `${raters.length} (${list(raters, 5)}); ${count(shared, 'score')} by several of them`;
}

/** The scales that its indicators are rated on, with the number that each word stands for. */
function scaleLines({ scales, framework }: Edition): string[] {
  const used = new Set(indicators(framework).map(({ scale }) => scale));
  return scales
    .filter(({ name }) => used.has(name))
    .map(
      ({ name, ratings }) => `${name}  ${ratings.map(({ word, value }) => `${word} ${value}`).join(', ')}`,
    );
}

/** A line for each choice of the recipe, but for steps that do nothing and the usual region. */
function recipeLines(recipe: Recipe): string[] {
  return stepNames.flatMap((step) =>
    choicesWorthTelling(recipe, step).map(
      (choice) =>
        `${step.padEnd(10)} ${describeChoice(steps[step].table, choice)}` +
        (step === 'tiers' ? tierNames(choice) : ''),
    ),
  );
}

function choicesWorthTelling(recipe: Recipe, step: StepName): readonly Choice[] {
  if (step === 'select') return recipe.select;
  if (step === 'region') {
    const isUsual = describeRegion(recipe.region) === describeRegion(completeRecipe({}).region);
    return isUsual ? [] : recipe.region;
  }
  return isQuiet(step, recipe[step]) ? [] : [recipe[step]];
}

/** The names of tiers whose rule is too long for a line. */
function tierNames(tiers: Choice): string {
  const names = entryOf<TierMethod>(tierMethods, tiers).names?.(tiers);
  return names === undefined ? '' : `: ${names.join(', ')}`;
}
