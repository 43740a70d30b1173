// editions: which indices are bundled, and what is one of them?
import { bundledNames, fingerprints } from '../../input/files.ts';
import { loadEdition } from '../../input/load.ts';
import { stepNames, steps } from '../../methods/steps.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators, type FrameworkNode } from '../../model/framework.ts';
import { ProblemsError } from '../../model/problem.ts';
import { describeChoice, type Choice } from '../../model/registry.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Column, Document, Passage } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../options.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a bundled edition, a folder or a CSV file' }],
  options: outputOptions,
  description: 'Lists the bundled editions, or says of one where its figures come from, what is fact and what is not, its framework and its recipe.',
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
  const loaded = await Promise.all(ids.map((id) => loadEdition(id, { stdin: io.stdin }).catch((error: unknown) => {
    throw error instanceof ProblemsError && !known.includes(id) && error.problems.some(({ code }) => code === 'files/not-found') ? unknown(id, known) : error;
  })));
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
    passages: name === undefined ? [] : editions.flatMap(describe),
    notes: name === undefined ? editions.flatMap(({ id, about }) => (about.illustrative === null ? [] : [`${id} is illustrative: ${about.illustrative}`])) : [],
    inputs: editions.flatMap(({ inputs }) => inputs.map(({ path }) => path)),
    data: async () => ({ editions: await Promise.all(editions.map(toJson)) }),
  };
}

function rowOf({ id, about, countries, framework }: Edition) {
  return {
    name: id, year: about.year, countries: countries.length, indicators: indicators(framework).length, title: about.title,
    illustrative: about.illustrative === null ? 'false' : 'true',
  };
}

function describe({ id, about, countries, framework, recipe, weightSets, inputs }: Edition): Passage[] {
  const sources = about.sources.map(({ publisher, title, date }) => [publisher, title, date].filter((part) => part !== undefined).join(', '));
  const overview = [
    ...(about.description === '' ? [] : [about.description, '']),
    ...sources.map((source) => `Source     ${source}`),
    ...(about.licence === '' ? [] : [`Licence    ${about.licence}`]),
    `Countries  ${countries.length}`,
    ...(weightSets.size === 0 ? [] : [`Weights    ${[...weightSets.keys()].map((set) => `set:${set}`).join(', ')}`]),
    `Files      ${inputs.map(({ path }) => path).join(', ')}`,
  ];
  const recipeLines = stepNames.flatMap((step) => [recipe[step]].flat().map((choice) => `${step.padEnd(10)} ${describeChoice(steps[step].table, choice)}${tierNames(choice)}`));
  return [
    { title: about.illustrative === null ? `${id}: ${about.title}` : `${id}: ${about.title} (illustrative ratings)`, lines: overview },
    { title: 'Framework', lines: framework.children.flatMap((node) => tree(node, 0)) },
    { title: 'Recipe', lines: recipeLines },
  ];
}

/** The names of tiers whose rule is too long for a line. */
function tierNames({ method, tiers }: Choice): string {
  const names = Array.isArray(tiers) ? tiers.flatMap((tier: unknown) => (typeof tier === 'object' && tier !== null && 'name' in tier ? [String(tier.name)] : [])) : [];
  return method === 'profile' ? `: ${names.join(', ')}` : '';
}

function tree(node: FrameworkNode, depth: number): string[] {
  const name = node.name === node.code ? '' : `  ${node.name}`;
  const weight = node.weight === 1 ? '' : ` × ${node.weight}`;
  const direction = node.kind === 'indicator' && node.direction === -1 ? ' (less is better)' : '';
  const line = `${'  '.repeat(depth)}${node.code.padEnd(14 - 2 * depth)}${name}${weight}${direction}`;
  return [line, ...(node.kind === 'category' ? node.children.flatMap((child) => tree(child, depth + 1)) : [])];
}

async function toJson({ id, about, countries, framework, recipe, weightSets, inputs }: Edition): Promise<Record<string, unknown>> {
  const { illustrative, ...rest } = about;
  return {
    name: id, ...rest, ...(illustrative === null ? {} : { illustrative: true, note: illustrative }),
    countries: countries.map(({ code, name }) => ({ code, name })), framework: nodeJson(framework), weightSets: [...weightSets.keys()], recipe, inputs: await fingerprints(inputs),
  };
}

function nodeJson(node: FrameworkNode): object {
  const { code, name, weight } = node;
  if (node.kind === 'category') return { code, name, weight, children: node.children.map(nodeJson) };
  return { code, name, weight, direction: node.direction, column: node.column, ...(node.unit === '' ? {} : { unit: node.unit }) };
}

function unknown(name: string, known: readonly string[]): ProblemsError {
  return new ProblemsError([{
    code: 'usage/unknown-name', severity: 'error', place: { argument: name }, value: name,
    what: `there is no edition "${name}"${didYouMean(name, known)}`, fix: `bundled are ${list(known)}; a folder or a CSV file can be named too`,
  }]);
}
