// What a method does to three invented countries, worked out by running it.
import { readChoices } from '../../input/options/choice/choice.ts';
import { boundsOver } from '../../analysis/bounds/bounds.ts';
import { isWeightedSum, indexOverRegion } from '../../analysis/pairs/robust-index.ts';
import { build } from '../../methods/build.ts';
import { completeRecipe } from '../../methods/steps.ts';
import type { Country, Edition } from '../../model/edition.ts';
import { category, indicator, ROOT_CODE } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import { tierOf, type Result } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import type { Cell, Column, Passage, Row } from '../../report/document.ts';

/** How a method is written for the example, where its name alone will not do or shows little. */
const written: Readonly<Record<string, string>> = {
  'select only': 'only:coast=yes',
  'select without': 'without:firms',
  'denominate by': 'by:people',
  'screen countries': 'countries:0.9',
  'screen indicators': 'indicators:0.9',
  'impute group-mean': 'group-mean:coast',
  'impute group-median': 'group-median:coast',
  'impute neighbours': 'neighbours:1',
  'impute constant': 'constant:0',
  'treat winsorise': 'winsorise:1,skewness=1,kurtosis=-1',
  'treat log': 'log:skewness=1,kurtosis=-1',
  'treat box-cox': 'box-cox:skewness=1,kurtosis=-1',
  'treat winsorise-log': 'winsorise-log:1,skewness=1,kurtosis=-1',
  'missing skip': 'skip:0.6',
  'normalise distance-to-reference': 'distance-to-reference:Syldavia',
  'normalise scaled': 'scaled:low=0,high=400',
  'weights set': 'set:laws-first',
  'weights inline': 'laws=2',
  'weights rank-order-centroid': 'rank-order-centroid:laws,skills',
  'weights rank-sum': 'rank-sum:laws,skills',
  'aggregate power': 'power:-1',
  'aggregate owa': 'owa:2',
  'region ratio': 'ratio:3',
  'region order': 'order:skills,laws',
  'region published': 'published:Borduria,Arcadia',
  'tiers thresholds': 'thresholds:100,50',
  'tiers quantiles': 'quantiles:3',
  'tiers breaks': 'breaks:2',
};

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
  const text = written[`${step} ${method}`] ?? method;
  let isSound = true;
  const [choice] = readChoices(step, text, () => {
    isSound = false;
  });
  if (choice === undefined || !isSound) return null;
  const edition = exampleEdition(step);
  try {
    const result = build(
      edition,
      completeRecipe({
        normalise: { method: step === 'normalise' || step === 'impute' ? 'minmax' : 'none' },
        ...(lacksOne.has(step) && step !== 'missing' ? { missing: { method: 'skip', least: 0 } } : {}),
        ...(step === 'select' || step === 'region' ? { [step]: [choice] } : { [step]: choice }),
      }),
    );
    return { title: `Example: --${step} ${text}`, lines: [], table: tableOf(step, edition, result) };
  } catch (error) {
    if (error instanceof ProblemsError) return null;
    throw error;
  }
}

function tableOf(step: StepName, edition: Edition, result: Result): NonNullable<Passage['table']> {
  const after = outcome(step, result);
  const inputs = [...leaves, ...(step === 'denominate' ? ['people'] : [])];
  const columns: Column[] = [
    { key: 'country', label: 'country', kind: 'text' },
    ...inputs.map((code): Column => ({ key: code, label: code, kind: 'number' })),
    { key: 'arrow', label: '', kind: 'text' },
    ...after.keys.map((key): Column => ({
      key: `after ${key}`,
      label: key,
      kind: typeof after.at(key, 0) === 'string' ? 'text' : 'number',
    })),
  ];
  const rows = edition.countries.map(({ name }, row): Row => {
    const now = result.rows.indexOf(row);
    const before = Object.fromEntries(inputs.map((code) => [code, edition.columns.get(code)?.[row] ?? null]));
    return {
      country: name,
      ...before,
      arrow: '→',
      ...Object.fromEntries(
        after.keys.map((key) => [`after ${key}`, now === -1 ? 'left out' : after.at(key, now)]),
      ),
    };
  });
  return { columns, shown: columns.map(({ key }) => key), exported: [], rows };
}

/** What a step gives: scores, or what is made of them in the end. */
function outcome(
  step: StepName,
  result: Result,
): { keys: readonly string[]; at(key: string, row: number): Cell } {
  const stage = result.stages.find((one) => one.step === step);
  if (stage !== undefined && step !== 'select')
    return { keys: [...stage.columns.keys()], at: (key, row) => stage.columns.get(key)?.[row] ?? null };
  const index = (row: number): Cell => result.index[row] ?? null;
  if (step === 'rank')
    return {
      keys: ['index', 'rank'],
      at: (key, row) => (key === 'rank' ? (result.ranks[row] ?? null) : index(row)),
    };
  if (step === 'tiers')
    return {
      keys: ['index', 'tier'],
      at: (key, row) => (key === 'tier' ? (tierOf(result, row) ?? '–') : index(row)),
    };
  const weight = (code: string, row: number) =>
    (result.countryWeights === null ? result.weights.get(code) : result.countryWeights.get(code)?.[row]) ?? 0;
  const label = result.countryWeights === null ? 'weights' : 'shares';
  if (step === 'weights')
    return {
      keys: [label, 'index'],
      at: (key, row) =>
        key === label ? list(leaves.map((code) => weight(code, row).toFixed(2))) : index(row),
    };
  if (step === 'region') return ranksOver(result);
  return { keys: ['index'], at: (_, row) => index(row) };
}

function ranksOver(result: Result): { keys: readonly string[]; at(key: string, row: number): Cell } {
  const robust = indexOverRegion(result, result.recipe.region, [...result.countries.keys()]);
  const bounds = isWeightedSum(robust) ? boundsOver(result, robust).countries : [];
  return {
    keys: ['rank', 'best', 'worst'],
    at: (key, row) => {
      const one = bounds[row];
      return (key === 'rank' ? one?.nominal : key === 'best' ? one?.best.rank : one?.worst.rank) ?? null;
    },
  };
}
