// Outputs and schemas, and the keys in them.
import { Ajv, type ValidateFunction } from 'ajv';
import { expect } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { run } from '../../support/run.ts';
import { files } from './calls.ts';

export type Keys = Record<string, unknown>;

/** Objects whose keys are no words of ours: codes, groups. */
export const isMap = (path: string) =>
  /(?:^|\/)(?:groups|scores|overrides|weights|effective|single|meanWeightsWhenFirst|shareAheadOf|levels\/\*|countries\/\*\/tiers|countries\/\*\/shares)\/$/.test(
    path,
  );
/** Methods, which have parameters of their own, and what stands in one. */
export const isChoice = (path: string) => /(?:^|\/)(?:recipe|overrides\/\*)\/.|\/default\//.test(path);

export async function printed(line: string, code: number): Promise<unknown> {
  const folder = folderOf(files);
  const ran = await run([...line.replaceAll('FOLDER', folder).split(' '), '--format', 'json']);
  expect(ran.code).toBe(code);
  return JSON.parse(ran.stdout);
}

export async function schemaOf(name: string): Promise<Keys> {
  const { stdout } = await run(['schema', name]);
  const schema: unknown = JSON.parse(stdout);
  return isKeys(schema) ? schema : {};
}

const validators = new Map<string, ValidateFunction>();

/** Tells whether something fits the schema of that name, which must itself be sound. */
export async function validatorOf(name: string): Promise<ValidateFunction> {
  const validate =
    validators.get(name) ?? new Ajv({ strict: true, strictRequired: false }).compile(await schemaOf(name));
  validators.set(name, validate);
  return validate;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object inside a value, with where it stands; children of a category where it does. */
export function objectsIn(value: unknown, path = ''): { object: Keys; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => objectsIn(one, `${path}*/`));
  if (!isKeys(value)) return [];
  return [
    { object: value, path: path.replaceAll('children/*/', '') },
    ...Object.entries(value).flatMap(([key, one]) =>
      objectsIn(one, isMap(path) ? `${path}*/` : `${path}${key}/`),
    ),
  ];
}

/** Every key that a schema tells of, with where it stands, and what it says of it. */
export function toldBy(schema: unknown, path = ''): { path: string; description: unknown }[] {
  if (!isKeys(schema)) return [];
  const properties = isKeys(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...properties.flatMap(([key, one]) => [
      { path: `${path}${key}`, description: isKeys(one) ? one['description'] : undefined },
      ...toldBy(one, `${path}${key}/`),
    ]),
    ...(Array.isArray(schema['anyOf']) ? schema['anyOf'].flatMap((one) => toldBy(one, path)) : []),
    ...toldBy(schema['items'], `${path}*/`),
    ...toldBy(schema['additionalProperties'], `${path}*/`),
  ];
}
