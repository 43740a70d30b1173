// editions: which indices are bundled, and what is one of them?
import { bundledNames, fingerprints } from '../../input/files/files.ts';
import { loadEdition, type Loaded } from '../../input/edition/load.ts';
import { agreementOf } from '../../analysis/explain/raters.ts';
import { describeRegion } from '../../methods/region/table.ts';
import { completeRecipe, stepNames, steps } from '../../methods/steps.ts';
import type { Country, Edition } from '../../model/edition.ts';
import {
  indicators,
  nodes,
  type Framework,
  type FrameworkNode,
  type Indicator,
} from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { describeChoice, type Choice } from '../../model/registry.ts';
import type { PublishedRow } from '../../model/published.ts';
import { count, didYouMean, list } from '../../model/words.ts';
import type { Column, Document, Passage } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { isQuiet } from '../shared/recipe.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a bundled edition, a folder or a CSV file' }],
  options: outputOptions,
  description:
    'Lists the bundled editions, or says of one where its figures come from, what is fact and what is ' +
    'not, its framework and its recipe.',
  examples: [
    { line: 'cyberpower editions', says: 'all of them' },
    { line: 'cyberpower editions iiss-2021', says: 'one of them' },
  ],
  run,
};

const columns: readonly Column[] = [
  { key: 'name', label: 'edition', kind: 'text', tone: 'accent' },
  { key: 'year', label: 'year', kind: 'number' },
  { key: 'countries', label: 'countries', kind: 'number' },
  { key: 'indicators', label: 'indicators', kind: 'number' },
  { key: 'title', label: 'title', kind: 'text' },
  { key: 'illustrative', label: 'illustrative', kind: 'text' },
];

async function run({ arguments: [name], io, say }: Call): Promise<Document> {
  const known = bundledNames();
  const ids = name === undefined ? known : [name];
  const loaded = await Promise.all(
    ids.map((id) =>
      loadEdition(id, { stdin: io.stdin, published: name !== undefined }).catch((error: unknown) => {
        throw error instanceof ProblemsError &&
          !known.includes(id) &&
          error.problems.some(({ code }) => code === 'files/not-found')
          ? unknown(id, known)
          : error;
      }),
    ),
  );
  say(loaded.flatMap(({ problems }) => problems));
  const editions = loaded.map(({ edition }) => edition);
  return {
    command: 'editions',
    title: name === undefined ? 'Bundled editions' : '',
    table: {
      columns,
      shown: name === undefined ? ['name', 'year', 'countries', 'indicators', 'title'] : [],
      exported: columns.map(({ key }) => key),
      rows: editions.map(rowOf),
    },
    passages: name === undefined ? [] : loaded.flatMap(describe),
    notes:
      name === undefined
        ? editions.flatMap(({ id, about }) =>
            about.illustrative === null ? [] : [`${id} is illustrative: ${about.illustrative}`],
          )
        : [],
    inputs: editions.flatMap(({ inputs }) => inputs.map(({ path }) => path)),
    data: async () => ({ editions: await Promise.all(loaded.map(toJson)) }),
  };
}

function rowOf({ id, about, countries, framework }: Edition) {
  return {
    name: id,
    year: about.year,
    countries: countries.length,
    indicators: indicators(framework).length,
    title: about.title,
    illustrative: about.illustrative === null ? 'false' : 'true',
  };
}

function describe({ edition, published }: Loaded): Passage[] {
  const { id, about, countries, framework, recipe, weightSets, inputs } = edition;
  const sources = about.sources.map(({ publisher, title, date }) =>
    [publisher, title, date].filter((part) => part !== undefined).join(', '),
  );
  const overview = [
    ...(about.description === '' ? [] : [about.description, '']),
    ...sources.map((source) => `Source     ${source}`),
    ...(about.licence === '' ? [] : [`Licence    ${about.licence}`]),
    ...(about.facts === '' ? [] : [`Facts      ${about.facts}`]),
    ...(about.ours === '' ? [] : [`Ours       ${about.ours}`]),
    `Countries  ${countries.length}`,
    ...(published === null
      ? []
      : [`Published  ${publishedText(published)}; cyberpower check ${id} compares`]),
    ...(weightSets.size === 0
      ? []
      : [`Weights    ${[...weightSets.keys()].map((set) => `set:${set}`).join(', ')}`]),
    ...(edition.raters === undefined ? [] : [`Raters     ${ratersText(edition)}`]),
    `Files      ${inputs.map(({ path }) => path).join(', ')}`,
  ];
  const recipeLines = stepNames
    .filter(
      (step) =>
        step !== 'region' || describeRegion(recipe.region) !== describeRegion(completeRecipe({}).region),
    )
    .flatMap((step) =>
      [recipe[step]]
        .flat()
        .filter((choice) => step === 'select' || !isQuiet(step, choice))
        .map(
          (choice) => `${step.padEnd(10)} ${describeChoice(steps[step].table, choice)}${tierNames(choice)}`,
        ),
    );
  const used = edition.scales.filter(({ name }) => indicators(framework).some(({ scale }) => scale === name));
  return [
    {
      title:
        about.illustrative === null
          ? `${id}: ${about.title}`
          : `${id}: ${about.title} (illustrative ratings)`,
      lines: overview,
    },
    { title: 'Framework', lines: treeOf(framework) },
    ...(used.length === 0
      ? []
      : [
          {
            title: 'Scales',
            lines: used.map(
              ({ name, ratings }) =>
                `${name}  ${ratings.map(({ word, value }) => `${word} ${value}`).join(', ')}`,
            ),
          },
        ]),
    { title: 'Recipe', lines: recipeLines },
    firstRows(edition),
  ];
}

/** `29 ranks and 29 scores`. */
function publishedText(published: readonly PublishedRow[]): string {
  const amount = (key: 'rank' | 'score' | 'tier') => published.filter((row) => row[key] !== null).length;
  return list(
    (['rank', 'score', 'tier'] as const).flatMap((key) =>
      amount(key) === 0 ? [] : [count(amount(key), key)],
    ),
  );
}

/** `3 (Ana, Bo and Chi); 12 scores by several`. */
function ratersText(edition: Edition): string {
  const { raters, shared } = agreementOf(edition);
  return `${raters.length} (${list(raters, 5)}); ${count(shared, 'score')} by several of them`;
}

const FIRST_ROWS = 3;
const FIRST_COLUMNS = 4;

/** How the scores look: a corner of them, in the words and numbers of the file. */
function firstRows({ countries, columns: scores, framework, scales }: Edition): Passage {
  const leaves = [...new Map(indicators(framework).map((leaf) => [leaf.column, leaf])).values()];
  const shown = leaves.slice(0, FIRST_COLUMNS);
  const cell = (row: number, { column, scale }: Indicator): string | number | null => {
    const score = scores.get(column)?.[row] ?? null;
    return (
      scales.find(({ name }) => name === scale)?.ratings.find(({ value }) => value === score)?.word ?? score
    );
  };
  const rows = countries.slice(0, FIRST_ROWS).map((country, row) => ({
    name: country.name,
    ...Object.fromEntries(shown.map((leaf) => [leaf.column, cell(row, leaf)])),
  }));
  return {
    title:
      `Scores (${Math.min(FIRST_ROWS, countries.length)} of ` +
      `${count(countries.length, 'country', 'countries')}, ${shown.length} of ` +
      `${count(leaves.length, 'column')})`,
    lines: [],
    table: {
      columns: [
        { key: 'name', label: 'country', kind: 'text' },
        ...shown.map(({ column, scale }): Column => ({
          key: column,
          label: column,
          kind: scale === null ? 'number' : 'text',
        })),
      ],
      shown: ['name', ...shown.map(({ column }) => column)],
      exported: [],
      rows,
    },
  };
}

/** The names of tiers whose rule is too long for a line. */
function tierNames({ method, tiers }: Choice): string {
  const names = Array.isArray(tiers)
    ? tiers.flatMap((tier: unknown) =>
        typeof tier === 'object' && tier !== null && 'name' in tier ? [String(tier.name)] : [],
      )
    : [];
  return method === 'profile' ? `: ${names.join(', ')}` : '';
}

function treeOf(framework: Framework): string[] {
  const width = Math.max(
    ...nodes(framework)
      .slice(1)
      .map((node) => node.code.length + 2 * depthOf(framework, node)),
  );
  return framework.children.flatMap((node) => tree(node, 0, width));
}

/** How many categories are above a node, the index not counted. */
function depthOf(framework: Framework, node: FrameworkNode): number {
  const above = framework.children.find((child) => nodes(child).includes(node));
  return above === undefined || above === node || above.kind === 'indicator' ? 0 : 1 + depthOf(above, node);
}

function tree(node: FrameworkNode, depth: number, width: number): string[] {
  const notes = [
    ...(node.weight === 1 ? [] : [`weight ${node.weight}`]),
    ...(node.kind === 'indicator' ? scaleOf(node) : []),
    ...(node.kind === 'indicator' && node.direction === -1 ? ['less is better'] : []),
    ...(node.kind === 'indicator' && node.column !== node.code && !node.code.endsWith(`.${node.column}`)
      ? [`reads ${node.column}`]
      : []),
    ...(node.kind === 'category' && node.aggregate !== null
      ? [describeChoice(steps.aggregate.table, node.aggregate)]
      : []),
    ...(node.kind === 'indicator'
      ? [node.transform, node.normalise].flatMap((choice, i) =>
          choice === null ? [] : [`${i === 0 ? 'transform' : 'normalise'} ${choice.method}`],
        )
      : []),
  ];
  const name = node.name === node.code ? '' : node.name;
  const line = (
    `${`${'  '.repeat(depth)}${node.code}`.padEnd(width)}  ` +
    `${name}${notes.length === 0 ? '' : `${name === '' ? '' : ' '}(${notes.join(', ')})`}`
  ).trimEnd();
  return [
    line,
    ...(node.kind === 'category' ? node.children.flatMap((child) => tree(child, depth + 1, width)) : []),
  ];
}

/** The scale of its ratings, or its goalposts with their unit. */
function scaleOf({ scale, low, high, unit }: Indicator): string[] {
  if (scale !== null) return [`rated ${scale}`];
  if (low === null && high === null) return unit === '' ? [] : [unit];
  return [`${low ?? '…'} to ${high ?? '…'}${unit === '' ? '' : ` ${unit}`}`];
}

async function toJson({ edition, published }: Loaded): Promise<Record<string, unknown>> {
  const { id, about, countries, framework, recipe, weightSets, inputs } = edition;
  const { illustrative, ...rest } = about;
  return {
    name: id,
    ...rest,
    ...(illustrative === null ? {} : { illustrative: true, note: illustrative }),
    countries: countries.map(identity),
    framework: nodeJson(framework),
    weightSets: [...weightSets.keys()],
    ...(edition.raters === undefined ? {} : { raters: agreementOf(edition).raters }),
    recipe,
    ...(published === null
      ? {}
      : {
          published: published.map(({ country, score, rank, tier, tolerance, deviation }) => ({
            code: country.code,
            name: country.name,
            score,
            rank,
            tier,
            tolerance,
            known: deviation,
          })),
        }),
    inputs: await fingerprints(inputs),
  };
}

function identity({ code, name, year }: Country): { code: string | null; name: string; year?: number } {
  return { code, name, ...(year === null ? {} : { year }) };
}

function nodeJson(node: FrameworkNode): object {
  const { code, name, weight } = node;
  if (node.kind === 'category') return { code, name, weight, children: node.children.map(nodeJson) };
  return {
    code,
    name,
    weight,
    direction: node.direction,
    column: node.column,
    ...(node.unit === '' ? {} : { unit: node.unit }),
  };
}

function unknown(name: string, known: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no edition "${name}"${didYouMean(name, known)}`,
      fix: `bundled are ${list(known)}; a folder or a CSV file can be named too`,
    },
  ]);
}
