// The JSON that each command prints, key by key, and the files that have a schema: what `cyberpower schema`
// tells, and what scripts may rely on.
import * as v from 'valibot';
import { settingsSchema } from '../../input/options/settings/schema.ts';
import { stepNames } from '../../methods/steps.ts';
import { form as bounds } from '../bounds/json.ts';
import { form as check } from '../check/json.ts';
import { form as editions } from '../editions/json.ts';
import { form as explain } from '../explain/json.ts';
import { form as rank } from '../rank/json.ts';
import { form as tiers } from '../tiers/json.ts';
import { form as sensitivity } from '../sensitivity/json.ts';
import { form as uncertainty } from '../uncertainty/json.ts';
import { form as reach } from '../reach/json.ts';
import { fit } from '../fit/schema.ts';
import { whatif } from '../whatif/schema.ts';
import { key, maybe, form, type Form } from '../shared/json.ts';
import { form as compare } from '../compare/json.ts';

/** Something that has a JSON Schema. */
export interface Described {
  readonly describes: string;
  readonly schema: () => Promise<Readonly<Record<string, unknown>>>;
}

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

/** By the name of the command. */
const forms: Readonly<Record<string, Form>> = {
  rank,
  tiers,
  explain,
  bounds,
  uncertainty,
  sensitivity,
  compare,
  reach,
  check,
  whatif,
  fit,
  methods: {
    describes: 'the methods of every step, with formula, parameters and source',
    piece: v.strictObject({
      ...form('methods'),
      methods: key(
        v.array(
          v.strictObject({
            step: key(v.picklist(stepNames), 'the step of the recipe, and the option'),
            method: key(v.string(), 'its name'),
            summary: key(v.string(), 'what it does'),
            formula: key(v.string(), 'how'),
            parameters: key(v.array(parameter), 'what it can be given'),
            use: key(v.string(), 'when to use it'),
            source: key(v.string(), 'where it is described'),
            file: key(v.string(), 'the file that holds it'),
          }),
        ),
        'step by step',
      ),
    }),
  },
  editions,
  init: {
    describes: 'the files that were written',
    piece: v.strictObject({
      ...form('init'),
      folder: key(v.string(), 'where they are'),
      files: key(v.array(v.string()), 'their names'),
    }),
  },
};

/** By name: the settings of an edition, then the commands. */
export const described: Readonly<Record<string, Described>> = {
  index: { describes: 'index.json and index.yaml: the settings of an edition', schema: settingsSchema },
  ...Object.fromEntries(
    Object.entries(forms).map(([command, { describes, piece, definitions }]) => [
      command,
      {
        describes,
        schema: async () => {
          // Loaded when it is asked for, as few runs are.
          const { toJsonSchema } = await import('@valibot/to-json-schema');
          const { $schema, ...schema } = toJsonSchema(
            piece,
            definitions === undefined ? {} : { definitions },
          );
          return { $schema, title: `cyberpower ${command} --format json`, description: describes, ...schema };
        },
      },
    ]),
  ),
};
