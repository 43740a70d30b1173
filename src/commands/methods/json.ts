// Methods as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { stepNames } from '../../methods/steps.ts';
import type { Parameter } from '../../model/registry.ts';
import { form as formHead, key, maybe, type DataOf, type Form, type JsonOf } from '../shared/json.ts';
import { sourceFileOf, type Offer } from './offers.ts';

const parameter = v.strictObject({
  name: key(v.string(), 'its name'),
  kind: key(
    v.picklist([
      'number',
      'integer',
      'flag',
      'number-list',
      'text-list',
      'number-by-code',
      'text',
      'structure',
    ]),
    'what it can be',
  ),
  meaning: key(v.string(), 'what it is for'),
  required: key(v.boolean(), 'whether it must be given'),
  default: key(v.unknown(), 'what it is unless given; null if nothing'),
  least: maybe(v.number(), 'the least it can be'),
  most: maybe(v.number(), 'the most it can be'),
});

const method = v.strictObject({
  step: key(v.picklist(stepNames), 'the step of the recipe, and the option'),
  method: key(v.string(), 'its name'),
  summary: key(v.string(), 'what it does'),
  formula: key(v.string(), 'how'),
  parameters: key(v.array(parameter), 'what it can be given'),
  use: key(v.string(), 'when to use it'),
  source: key(v.string(), 'where it is described'),
  file: key(v.string(), 'the file that holds it'),
});

const piece = v.strictObject({
  ...formHead('methods'),
  methods: key(v.array(method), 'step by step'),
});

export const form: Form = {
  describes: 'the methods of every step, with formula, parameters and source',
  piece,
};

export function dataOf(offers: readonly Offer[]): DataOf<typeof piece> {
  return { methods: offers.map(methodOf) };
}

function methodOf(offer: Offer): JsonOf<typeof method> {
  const { step, name } = offer;
  const { summary, formula, use, source, parameters } = offer.method;
  return {
    step,
    method: name,
    summary,
    formula,
    use,
    source,
    parameters: parameters.map(parameterOf),
    file: sourceFileOf(offer),
  };
}

function parameterOf({
  name,
  kind,
  meaning,
  default: fallback,
  least,
  most,
}: Parameter): JsonOf<typeof parameter> {
  return {
    name,
    kind,
    meaning,
    required: fallback === undefined,
    default: fallback ?? null,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}
