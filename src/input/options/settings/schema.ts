// The JSON Schema of index.json and index.yaml, with which editors complete and check them as they are
// written.
import type { toJsonSchema } from '@valibot/to-json-schema';
import { of } from '../../../math/at.ts';
import { stepNames, steps } from '../../../methods/steps.ts';
import { variedSteps } from '../vary.ts';
import { tierRules } from '../../../methods/tier/rule.ts';
import { dataSteps, type StepName } from '../../../model/recipe.ts';
import type { Method, Parameter } from '../../../model/registry.ts';
import { entries } from './entries.ts';

type Schema = Readonly<Record<string, unknown>>;
type Convert = typeof toJsonSchema;

/** What each key of the file is for. */
const meanings: Readonly<Record<keyof typeof entries, string>> = {
  $schema: 'the schema for editors',
  name: 'the name of the index, shown above every table',
  year: 'the year it is of',
  description: 'a description in a few sentences',
  sources: 'the sources of the figures',
  licence: 'the licence of the figures',
  facts: 'which figures were published',
  ours: 'which figures the authors of this edition made',
  illustrative: 'why the scores are only illustrative; every output then says so',
  scales: 'scales of ratings: a list of words, the worst first, or a number for each',
  recipe: 'a method for each step; steps left out use their default',
};

const meaningOf: ReadonlyMap<string, string> = new Map(Object.entries(meanings));

/** The schema, draft 7; recipes are described by the tables of methods. */
export async function settingsSchema(): Promise<Schema> {
  const { toJsonSchema: convert } = await import('@valibot/to-json-schema');
  const properties: Record<string, Schema> = {};
  for (const [key, entry] of Object.entries(entries)) {
    const description = of(meaningOf, key);
    const schema = key === 'recipe' ? recipeSchema(convert) : schemaOf(entry, convert);
    properties[key] = { description, ...schema };
  }
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
  description: 'what is uncertain: alternative methods, a weight region, errors of scores',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      variedSteps.map((step) => [
        step,
        {
          description: `alternative methods of ${step}${step === 'weights' ? ', or a weight region' : ''}`,
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
      description: 'the probability that a rating is one step off (inwards at an end of its scale): "10%"',
      anyOf: [{ type: 'string' }, { type: 'number' }],
    },
    drop: { description: 'whether to leave out one indicator at a time', type: 'boolean' },
    raters: { description: 'whether to take each score from a rater drawn at random', type: 'boolean' },
    region: { description: 'a weight region, as in saved results', type: 'array', items: {} },
    methods: { description: 'methods by step, as in saved results', type: 'object' },
  },
};

const orderSchema: Schema = {
  description: 'the new order of these steps',
  anyOf: [
    { type: 'array', uniqueItems: true, items: { enum: [...dataSteps] } },
    { type: 'string', examples: ['impute,screen'] },
  ],
};

/** A step is a choice; selections and regions are several. */
function stepSchema(step: StepName, convert: Convert): Schema {
  const choice = { anyOf: choiceSchemas(step, convert) };
  const description = steps[step].meaning;
  return step === 'select' || step === 'region'
    ? { description, anyOf: [choice, { type: 'array', items: choice }] }
    : { description, ...choice };
}

/** A choice is written as text, `power:p=2`, or as keys, `{ "method": "power", "p": 2 }`. */
function choiceSchemas(step: StepName, convert: Convert): Schema[] {
  const methods = Object.entries(steps[step].table);
  const names = methods.map(([name]) => name).join('|');
  const schemas: Schema[] = methods.map(([name, { summary }]) => ({ const: name, description: summary }));
  schemas.push({
    type: 'string',
    pattern: `^(?:${names})${step === 'region' ? '[:@+]' : ':'}`,
    description: 'a method with its parameters after a colon',
  });
  if (step === 'weights')
    schemas.push({
      type: 'string',
      pattern: '=|\\.csv',
      description: 'weights by code, offence=2,resilience=1.5, or a set of another file, my.csv:name',
    });
  for (const [name, method] of methods) schemas.push(methodSchema(name, method, convert));
  return schemas;
}

function methodSchema(name: string, { summary, parameters }: Method, convert: Convert): Schema {
  const properties: Record<string, Schema> = { method: { const: name } };
  const required = ['method'];
  for (const parameter of parameters) {
    properties[parameter.name] = parameterSchema(parameter, convert);
    if (parameter.default === undefined) required.push(parameter.name);
  }
  return { type: 'object', description: summary, additionalProperties: false, properties, required };
}

function parameterSchema(parameter: Parameter, convert: Convert): Schema {
  const { kind, meaning, default: fallback } = parameter;
  const isOptional = fallback === null;
  const anyOf = kindSchemas[kind](boundsOf(parameter), convert);
  return {
    description: meaning,
    ...(fallback === undefined || isOptional ? {} : { default: fallback }),
    anyOf: isOptional ? [...anyOf, { type: 'null' }] : anyOf,
  };
}

/** What a value of each kind may be; a list of one may be written as what is in it. */
const kindSchemas: Readonly<Record<Parameter['kind'], (bounds: Schema, convert: Convert) => Schema[]>> = {
  number: (bounds) => [{ type: 'number', ...bounds }],
  integer: (bounds) => [{ type: 'integer', ...bounds }],
  flag: () => [{ type: 'boolean' }],
  text: () => [{ type: 'string' }],
  'number-list': (bounds) => [
    { type: 'array', items: { type: 'number', ...bounds } },
    { type: 'number', ...bounds },
  ],
  'text-list': () => [{ type: 'array', items: { type: 'string' } }, { type: 'string' }],
  'number-by-code': (bounds) => [{ type: 'object', additionalProperties: { type: 'number', ...bounds } }],
  structure: (_, convert) => [schemaOf(tierRules, convert)],
};

function boundsOf({ least, most }: Parameter): Schema {
  const bounds: Record<string, number> = {};
  if (least !== undefined) bounds['minimum'] = least;
  if (most !== undefined) bounds['maximum'] = most;
  return bounds;
}

/** The whole says which dialect of JSON Schema it is; its parts need not. */
function schemaOf(schema: Parameters<Convert>[0], convert: Convert): Schema {
  const converted = convert(schema, { errorMode: 'ignore' });
  return Object.fromEntries(Object.entries(converted).filter(([key]) => key !== '$schema'));
}
