// What a method does to three invented countries, worked out by running it.
import { readChoices } from '../../input/options/choice/choice.ts';
import { boundsOver } from '../../analysis/bounds/bounds.ts';
import { isWeightedSum, indexOverRegion } from '../../analysis/pairs/index-over-region.ts';
import { at, of } from '../../math/at.ts';
import { build } from '../../methods/build.ts';
import { completeRecipe, steps } from '../../methods/steps.ts';
import type { Country, Edition } from '../../model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { Recipe, StepName } from '../../model/recipe.ts';
import type { Choice } from '../../model/registry.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import { editionRows, resultRows, resultRowOf, type ResultRow } from '../../model/rows.ts';
import type { Cell, Column, DocumentTable, Passage, Row } from '../../report/document.ts';

const countries: readonly Country[] = ['Arcadia', 'Borduria', 'Syldavia'].map((name, row) => ({
  code: null,
  name,
  year: null,
  groups: { coast: row < 2 ? 'yes' : 'no' },
}));
const posts = { low: 0, high: 400, target: 500 };
const leaves = ['laws', 'skills', 'firms'];

const lacksOne: ReadonlySet<StepName> = new Set(['impute', 'missing', 'screen']);

/**
 * Scores that show what a step does: one is missing, two countries are equal, or indicators go together,
 * where that is what it is about.
 */
function scoresFor(step: StepName): [string, (number | null)[]][] {
  if (step === 'rank')
    return [
      ['laws', [80, 60, 60]],
      ['skills', [30, 60, 60]],
      ['firms', [5, 400, 400]],
    ];
  if (step === 'weights')
    return [
      ['laws', [80, 40, 60]],
      ['skills', [70, 40, 70]],
      ['firms', [90, 20, 50]],
    ];
  return [
    ['laws', [80, 40, 60]],
    ['skills', [30, lacksOne.has(step) ? null : 90, 60]],
    ['firms', [5, 20, 400]],
  ];
}

function exampleEdition(step: StepName): Edition {
  return {
    id: 'example',
    about: {
      title: 'Example',
      year: null,
      description: '',
      sources: [],
      licence: '',
      facts: '',
      ours: '',
      illustrative: null,
    },
    framework: category(
      ROOT_CODE,
      leaves.map((code) => indicator(code, posts)),
    ),
    scales: [],
    countries,
    columns: new Map<string, (number | null)[]>([...scoresFor(step), ['people', [1, 4, 40]]]),
    weightSets: new Map([['laws-first', new Map([['laws', 3]])]]),
    recipe: completeRecipe({}),
    inputs: [],
  };
}

/** The example of one method, or null where it takes a file or cannot be shown on so few countries. */
export function workedExample(step: StepName, method: string): Passage | null {
  const text = steps[step].table[method]?.example ?? method;
  const choice = readChoice(step, text);
  if (choice === null) return null;
  const edition = exampleEdition(step);
  try {
    const result = build(edition, exampleRecipe(step, choice));
    return { title: `Example: --${step} ${text}`, lines: [], table: tableOf(step, edition, result) };
  } catch (error) {
    if (error instanceof ProblemsError) return null;
    throw error;
  }
}

/** Null where the text is not enough of a choice. */
function readChoice(step: StepName, text: string): Choice | null {
  const complaints: string[] = [];
  const [choice] = readChoices(step, text, ({ what }) => complaints.push(what));
  return complaints.length === 0 && choice !== undefined ? choice : null;
}

/** The one step, with as little as can be around it. */
function exampleRecipe(step: StepName, choice: Choice): Recipe {
  const isOnScale = step === 'normalise' || step === 'impute';
  return completeRecipe({
    normalise: { method: isOnScale ? 'minmax' : 'none' },
    ...(lacksOne.has(step) && step !== 'missing' ? { missing: { method: 'skip', least: 0 } } : {}),
    [step]: step === 'select' || step === 'region' ? [choice] : choice,
  });
}

function tableOf(step: StepName, edition: Edition, result: Result): DocumentTable {
  const inputs = step === 'denominate' ? [...leaves, 'people'] : leaves;
  const outputs = [...outcomeOf(step, result)];
  const columns: Column[] = [
    { key: 'country', label: 'country', kind: 'text' },
    ...inputs.map((code): Column => ({ key: code, label: code, kind: 'number' })),
    { key: 'arrow', label: '', kind: 'text' },
    ...outputs.map(([name, cells]): Column => ({
      key: `after ${name}`,
      label: name,
      kind: typeof cells[0] === 'string' ? 'text' : 'number',
    })),
  ];
  const rows = editionRows(edition.countries).map((row): Row => {
    const { name } = at(edition.countries, row);
    const rowAfter = resultRowOf(result.rows, row);
    const before = inputs.map((code) => [code, at(of(edition.columns, code), row)]);
    const after = outputs.map(([key, cells]) => [
      `after ${key}`,
      rowAfter === null ? 'left out' : at(cells, rowAfter),
    ]);
    return { country: name, ...Object.fromEntries(before), arrow: '→', ...Object.fromEntries(after) };
  });
  return { columns, shown: columns.map(({ key }) => key), exported: [], rows };
}

/** What is to be seen of a step, a cell for each country that is left. */
type Outcome = ReadonlyMap<string, readonly Cell[]>;

/** What a step gives: scores, or what is made of them in the end. */
function outcomeOf(step: StepName, result: Result): Outcome {
  const stage = result.stages.find((one) => one.step === step);
  if (stage !== undefined && step !== 'select') return stage.columns;
  const outcome = outcomes[step];
  return outcome === undefined ? new Map([['index', result.index]]) : outcome(result);
}

/** Of the steps that show in more than the index. */
const outcomes: { readonly [Step in StepName]?: (result: Result) => Outcome } = {
  rank: ({ index, ranks }) => new Map(Object.entries({ index, rank: ranks })),
  tiers: (result) => {
    const tier = resultRows(result.countries).map((row) => tierOf(result, row) ?? '–');
    return new Map(Object.entries({ index: result.index, tier }));
  },
  weights: (result) => {
    const label = result.countryWeights === null ? 'weights' : 'shares';
    return new Map(Object.entries({ [label]: weightTexts(result), index: result.index }));
  },
  region: ranksOver,
};

/** The weights of the three indicators; where each country has its own, its shares. */
function weightTexts({ countries: left, weights, countryWeights }: Result): string[] {
  const weightOf = (code: string, row: ResultRow) =>
    countryWeights === null ? of(weights, code) : (at(of(countryWeights, code), row) ?? 0);
  return resultRows(left).map((row) => list(leaves.map((code) => weightOf(code, row).toFixed(2))));
}

function ranksOver(result: Result): Outcome {
  const robust = indexOverRegion(result, result.recipe.region, resultRows(result.countries));
  if (!isWeightedSum(robust)) throw new Error('the example is a weighted sum');
  const bounds = boundsOver(result, robust).countries;
  return new Map([
    ['rank', bounds.map(({ nominal }) => nominal)],
    ['best', bounds.map(({ best }) => best.rank)],
    ['worst', bounds.map(({ worst }) => worst.rank)],
  ]);
}
