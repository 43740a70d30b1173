// methods: what is on offer for each step, and what is one of them?
import { fileOf, stepNames, steps } from '../../methods/steps.ts';
import { ProblemsError } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import type { Method, Parameter } from '../../model/registry.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Column, Document, Passage } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { workedExample } from './worked-example.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a method, or a step to see its methods' }],
  options: outputOptions,
  description:
    'Lists the methods of every step of a recipe, or says of one what it does, its formula, parameters ' +
    'and source.',
  examples: [
    { line: 'cyberpower methods', says: 'all of them' },
    { line: 'cyberpower methods aggregate', says: 'those of one step' },
    { line: 'cyberpower methods geometric', says: 'one of them' },
  ],
  run,
};

interface Offer {
  readonly step: StepName;
  readonly name: string;
  readonly method: Method;
}

const columns: readonly Column[] = [
  { key: 'step', label: 'step', kind: 'text' },
  { key: 'method', label: 'method', kind: 'text', tone: 'accent' },
  { key: 'summary', label: 'what it does', kind: 'text' },
  { key: 'formula', label: 'formula', kind: 'text' },
  { key: 'parameters', label: 'parameters', kind: 'text' },
  { key: 'use', label: 'when to use it', kind: 'text' },
  { key: 'source', label: 'source', kind: 'text' },
  { key: 'file', label: 'file', kind: 'text' },
];

async function run({ arguments: [name] }: Call): Promise<Document> {
  const all = stepNames.flatMap((step): Offer[] =>
    Object.entries(steps[step].table).map(([method, entry]) => ({ step, name: method, method: entry })),
  );
  const offers = name === undefined ? all : all.filter((offer) => offer.step === name || offer.name === name);
  if (offers.length === 0) throw unknown(name ?? '', all);
  const isOne = name !== undefined && offers.every((offer) => offer.name === name);
  return {
    command: 'methods',
    title: isOne ? '' : 'Methods, by the step of the recipe they belong to',
    table: {
      columns,
      shown: isOne ? [] : ['method', 'summary'],
      exported: ['step', 'method', 'summary', 'formula', 'parameters', 'use', 'source', 'file'],
      rows: offers.map(rowOf),
      sections: {
        by: 'step',
        heading: (step) =>
          `--${step}: ${stepNames.flatMap((one) => (one === step ? [steps[one].question] : [])).join('')}`,
      },
    },
    passages: isOne ? offers.flatMap(withExample) : [],
    notes: isOne ? [] : ['cyberpower methods NAME tells formula, parameters and source'],
    inputs: [],
    data: async () => ({ methods: offers.map(toJson) }),
  };
}

function rowOf({ step, name, method }: Offer) {
  return {
    step,
    method: name,
    summary: method.summary,
    formula: method.formula,
    use: method.use,
    source: method.source,
    parameters: method.parameters.map((parameter) => parameter.name).join(' '),
    file: `src/methods/${fileOf(step, method)}`,
  };
}

function withExample(offer: Offer): Passage[] {
  const example = workedExample(offer.step, offer.name);
  return [describe(offer), ...(example === null ? [] : [example])];
}

function describe({ step, name, method }: Offer): Passage {
  const { formula, summary, use, parameters, source } = method;
  return {
    title: `--${step} ${name}: ${summary}`,
    lines: [
      ...(formula === '' ? [] : [`  ${formula}`, '']),
      use,
      '',
      `Written    --${step} ${written(name, parameters)}`,
      ...parameters.map(
        (parameter, i) => `${i === 0 ? 'Parameters' : '          '} ${parameterText(parameter)}`,
      ),
      ...(source === '' ? [] : [`Source     ${source}`]),
      `Code       src/methods/${fileOf(step, method)}`,
    ],
  };
}

function written(name: string, parameters: readonly Parameter[]): string {
  const first = parameters.find(
    (parameter) => parameter.default === undefined && parameter.kind !== 'structure',
  );
  return first === undefined ? name : `${name}:${first.positional === undefined ? `${first.name}=…` : '…'}`;
}

function parameterText({ name, meaning, default: fallback }: Parameter): string {
  const otherwise =
    fallback === undefined
      ? 'must be given'
      : fallback === null
        ? ''
        : `${JSON.stringify(fallback)} unless given`;
  return `${name}: ${meaning}${otherwise === '' ? '' : ` (${otherwise})`}`;
}

function toJson(offer: Offer): Record<string, unknown> {
  return {
    ...rowOf(offer),
    parameters: offer.method.parameters.map(({ name, kind, meaning, default: fallback, least, most }) => ({
      name,
      kind,
      meaning,
      required: fallback === undefined,
      default: fallback ?? null,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    })),
  };
}

function unknown(name: string, all: readonly Offer[]): ProblemsError {
  const known = [...new Set([...all.map((offer) => offer.name), ...stepNames])];
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no method or step "${name}"${didYouMean(name, known)}`,
      fix: `the steps are ${list(stepNames)}; "cyberpower methods" lists their methods`,
    },
  ]);
}
