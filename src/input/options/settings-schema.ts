// The JSON Schema of index.json and index.yaml, with which editors complete and check them as they are
// written.
import type { toJsonSchema } from '@valibot/to-json-schema';
import { stepNames, steps } from '../../methods/steps.ts';
import { variedSteps } from './vary.ts';
import { tierRules } from '../../methods/tier/rule.ts';
import { dataSteps, type StepName } from '../../model/recipe.ts';
import type { Method, Parameter } from '../../model/registry.ts';
import { entries } from './settings.ts';

type Schema = Readonly<Record<string, unknown>>;
type Convert = typeof toJsonSchema;

/** What each key of the file is for. */
const meanings: Readonly<Record<keyof typeof entries, string>> = {
  $schema: 'the schema that editors check this file against',
  name: 'the name of the index, which stands above every table',
  year: 'the year it is of',
  description: 'what it is, in a few sentences',
  sources: 'where the figures come from',
  licence: 'who may do what with them',
  facts: 'what of it was published',
  ours: 'what of it is the work of whoever made this edition',
  illustrative: 'why the scores are not to be taken for findings; every output then says so',
  scales: 'scales of ratings: a list of words, the worst first, or a number for each',
  recipe: 'a method for each step; what is left out takes its default',
};

/** The schema, draft 7; recipes are described by the tables of methods. */
export async function settingsSchema(): Promise<Schema> {
  const { toJsonSchema: convert } = await import('@valibot/to-json-schema');
  const properties = Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [
      key,
      {
        description: Object.entries(meanings).find(([name]) => name === key)?.[1] ?? '',
        ...(key === 'recipe'
          ? recipeSchema(convert)
          : withoutDialect(convert(entry, { errorMode: 'ignore' }))),
      },
    ]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'An edition of an index for cyberpower',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

function recipeSchema(convert: Convert): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(stepNames.map((step) => [step, stepSchema(step, convert)])),
      steps: orderSchema,
      vary: varySchema,
    },
  };
}

/** Methods are checked where they are read; here it is said what can vary. */
const varySchema: Schema = {
  description: 'what is uncertain: methods that could have been taken, a region of weights, errors of scores',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      variedSteps.map((step) => [
        step,
        {
          description:
            `methods of ${step} of which any could have been ` +
            `taken${step === 'weights' ? ', or a weight region' : ''}`,
          anyOf: [{ type: 'string' }, { type: 'array', items: {} }],
        },
      ]),
    ),
    noise: {
      description:
        'the standard deviation of the errors of numbers, as a share of the range of their indicator: "5%"',
      anyOf: [{ type: 'string' }, { type: 'number' }],
    },
    ratings: {
      description: 'how likely a rating is one step higher or lower: "10%"',
      anyOf: [{ type: 'string' }, { type: 'number' }],
    },
    drop: { description: 'whether one indicator at a time is left out', type: 'boolean' },
    raters: { description: 'whether each score is that of a rater drawn at random', type: 'boolean' },
    region: { description: 'a weight region, as in kept results', type: 'array', items: {} },
    methods: { description: 'methods by step, as in kept results', type: 'object' },
  },
};

const orderSchema: Schema = {
  description: 'steps that change places among themselves',
  anyOf: [
    { type: 'array', uniqueItems: true, items: { enum: [...dataSteps] } },
    { type: 'string', examples: ['impute,screen'] },
  ],
};

/**
 * A choice is written as text, `power:p=2`, or as keys, `{ "method": "power", "p": 2 }`; selections are
 * several.
 */
function stepSchema(step: StepName, convert: Convert): Schema {
  const methods: [string, Method][] = Object.entries(steps[step].table);
  const one = {
    anyOf: [
      ...methods.map(([name, { summary }]) => ({ const: name, description: summary })),
      {
        type: 'string',
        pattern: `^(?:${methods.map(([name]) => name).join('|')})${step === 'region' ? '[:@+]' : ':'}`,
        description: 'a method with its parameters after a colon',
      },
      ...(step === 'weights'
        ? [
            {
              type: 'string',
              pattern: '=|\\.csv',
              description: 'weights by code, offence=2,resilience=1.5, or a set of another file, my.csv:name',
            },
          ]
        : []),
      ...methods.map(([name, { summary, parameters }]) => ({
        type: 'object',
        description: summary,
        additionalProperties: false,
        properties: {
          method: { const: name },
          ...Object.fromEntries(
            parameters.map((parameter) => [parameter.name, parameterSchema(parameter, convert)]),
          ),
        },
        required: [
          'method',
          ...parameters
            .filter((parameter) => parameter.default === undefined)
            .map((parameter) => parameter.name),
        ],
      })),
    ],
  };
  const description = steps[step].question;
  return step === 'select' || step === 'region'
    ? { description, anyOf: [one, { type: 'array', items: one }] }
    : { description, ...one };
}

function parameterSchema(
  { kind, meaning, default: fallback, least, most }: Parameter,
  convert: Convert,
): Schema {
  const bounds = {
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
  };
  const value = (
    {
      number: { type: 'number', ...bounds },
      integer: { type: 'integer', ...bounds },
      flag: { type: 'boolean' },
      text: { type: 'string' },
      'number-list': { type: 'array', items: { type: 'number', ...bounds } },
      'text-list': { type: 'array', items: { type: 'string' } },
      'number-by-code': { type: 'object', additionalProperties: { type: 'number', ...bounds } },
      structure: withoutDialect(convert(tierRules, { errorMode: 'ignore' })),
    } satisfies Record<Parameter['kind'], Schema>
  )[kind];
  const lone =
    kind === 'number-list'
      ? [{ type: 'number', ...bounds }]
      : kind === 'text-list'
        ? [{ type: 'string' }]
        : [];
  return {
    description: meaning,
    ...(fallback === undefined || fallback === null ? {} : { default: fallback }),
    anyOf: [value, ...lone, ...(fallback === null ? [{ type: 'null' }] : [])],
  };
}

/** The whole says which dialect of JSON Schema it is; its parts need not. */
function withoutDialect(schema: object): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
