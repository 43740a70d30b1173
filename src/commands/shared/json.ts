// What is the same in the JSON of several commands: countries, problems, recipes, and the keys it begins
// with. Objects take no other keys than those that stand here, so that one that is forgotten fails a test.
import { indicatorSteps, dataSteps } from '../../model/recipe.ts';
import * as v from 'valibot';
import { decimalMarks } from '../../input/files/decimal.ts';
import { stepNames, steps } from '../../methods/steps.ts';
import { formOf } from '../../report/formats/json.ts';

export type Piece = v.GenericSchema;

/** What a piece of JSON is in TypeScript: inferred from its schema, so that the two cannot drift apart. */
export type JsonOf<Schema extends Piece> = ReadonlyJson<v.InferOutput<Schema>>;

type ReadonlyJson<T> = T extends readonly (infer One)[]
  ? readonly ReadonlyJson<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyJson<T[Key]> }
    : T;

/** What a command hands on: all but the name of its form, which is put before it where it is printed. */
export type DataOf<Schema extends Piece> = Omit<JsonOf<Schema>, 'schema'>;

/** A key that is always there, and what it means. */
export const key = <Schema extends Piece>(piece: Schema, meaning: string) =>
  v.pipe(piece, v.description(meaning));
/** A key that may be left out. */
export const maybe = <Schema extends Piece>(piece: Schema, meaning: string) =>
  v.exactOptional(key(piece, meaning));

export const whole = v.pipe(v.number(), v.integer());
export const count = v.pipe(whole, v.minValue(0));
export const numberOrNull = v.nullable(v.number());
export const shareRange = v.strictObject({
  least: key(v.number(), 'its lowest possible value'),
  most: key(v.number(), 'its highest possible value'),
});
export const textOrNull = v.nullable(v.string());
export const numberOrText = v.nullable(v.union([v.number(), v.string()]));

export const identity = {
  code: key(
    v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
    'ISO 3166 alpha-3; null if the country is not known',
  ),
  name: key(v.string(), 'the name of the country'),
};
export const year = maybe(whole, 'in a panel: the year of the scores');
const shownYear = maybe(
  v.union([whole, v.literal('latest')]),
  'in a panel: the year shown; "latest" for the latest year of each country',
);
export const rank = key(
  numberOrNull,
  '1 + the number of countries strictly ahead, unless the recipe counts differently; null without ' +
    'an index',
);
export const score = key(numberOrNull, 'the index; null if too few scores are known');
export const tier = key(textOrNull, 'the name of the tier; null without tiers, or without an index');
export const standing = { rank, ...identity, year, score, tier };
const standingPiece = v.strictObject(standing);
export type Standing = JsonOf<typeof standingPiece>;

export const inputs = key(
  v.array(
    v.strictObject({
      path: key(v.string(), 'the file as given'),
      sha256: key(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), 'the SHA-256 of its bytes'),
    }),
  ),
  'the input files',
);

export const place = v.union([
  v.strictObject({
    file: key(v.string(), 'the file'),
    line: maybe(whole, 'its line, counted from 1'),
    column: maybe(whole, 'the first character, counted from 1'),
    length: maybe(whole, 'the number of characters concerned'),
  }),
  v.strictObject({ argument: key(v.string(), 'the option, argument or command') }),
]);

export const problems = key(
  v.array(
    v.strictObject({
      code: key(
        v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z-]+$/)),
        'which problem it is; cyberpower problems lists them',
      ),
      severity: key(
        v.picklist(['error', 'warning', 'note']),
        'a warning reports something you may not want, a note an assumption',
      ),
      what: key(v.string(), 'what is wrong or assumed'),
      place: maybe(place, 'where in the files or on the command line'),
      country: maybe(v.string(), 'the code or name of the country concerned'),
      year: maybe(whole, 'the year concerned'),
      indicator: maybe(v.string(), 'the code of the indicator concerned'),
      value: maybe(v.string(), 'what was written'),
      step: maybe(v.picklist(stepNames), 'the step of the recipe concerned'),
      why: maybe(v.string(), 'why it is one'),
      fix: maybe(v.string(), 'how to mend it'),
    }),
  ),
  'what was found and assumed',
);

/**
 * Its parameters are told by `cyberpower methods`; like codes of problems, methods may be added without a new
 * form.
 */
export const choice = v.looseObject({
  method: key(v.string(), 'its name; its parameters are its other keys'),
});

export const recipe = key(
  v.strictObject({
    ...Object.fromEntries(
      stepNames.map((step) => [
        step,
        key(step === 'select' || step === 'region' ? v.array(choice) : choice, steps[step].meaning),
      ]),
    ),
    steps: key(v.array(v.picklist(dataSteps)), 'the order of the steps that prepare scores'),
    vary: maybe(v.looseObject({}), 'what is uncertain, if anything'),
  }),
  'a method for each step, with every parameter; of select, several',
);

export const overrides = key(
  v.record(
    v.string(),
    v.strictObject({
      ...Object.fromEntries(indicatorSteps.map((step) => [step, maybe(choice, 'of an indicator')])),
      aggregate: maybe(choice, 'of a category'),
    }),
  ),
  'the methods set for single rows of the framework, by code',
);

const weight = v.strictObject({
  local: key(v.number(), 'the share among its siblings, which sum to 1'),
  effective: key(v.number(), 'in the whole index'),
});
export const weights = key(
  v.nullable(v.record(v.string(), weight)),
  'the weight of each indicator and category, by code; null if each country has its own weights',
);

export const changes = key(
  v.array(
    v.strictObject({
      step: key(v.picklist(dataSteps), 'the step that did it'),
      indicator: key(textOrNull, 'the code of the indicator; null if a country was left out'),
      country: key(textOrNull, 'the code or name of the country; null if the whole indicator changed'),
      year,
      from: key(numberOrNull, 'the score before; null if there was none'),
      to: key(numberOrNull, 'the score after; null if the whole indicator changed'),
      how: key(v.string(), 'what was done'),
    }),
  ),
  'changes that the steps made to single scores and indicators',
);

export const illustrative = maybe(v.literal(true), 'present if the scores are only illustrative');

export const form = (command: string) => ({
  schema: key(v.literal(formOf(command)), 'which form this is'),
});

export const head = (command: string) => ({
  ...form(command),
  edition: key(v.string(), 'the bundled name, or the folder or file as given'),
  title: key(v.string(), 'the name of the index'),
  illustrative,
  year: shownYear,
  recipe,
  decimal: maybe(v.picklist(decimalMarks), 'the decimal mark, if --decimal gives it'),
  overrides,
  weights,
  changes,
  inputs,
  problems,
});

export const hidden = key(count, 'how many countries --only, --where and --top hide');

/** The JSON of one command. */
export interface Form {
  readonly describes: string;
  readonly piece: Piece;
  readonly definitions?: Readonly<Record<string, Piece>>;
}

const headPiece = v.strictObject(head(''));
/** What the JSON of every command about an edition begins with. */
export type Head = DataOf<typeof headPiece>;
