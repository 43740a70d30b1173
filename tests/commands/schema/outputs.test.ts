// What every command prints as JSON fits the schema that `cyberpower schema` prints of it, with no key left
// over on either side.
import { expect, it, vi } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { lines } from './calls.ts';
import { isChoice, isMap, objectsIn, printed, schemaOf, toldBy, validatorOf } from './keys.ts';
import { optional } from './optional.ts';

const names = commands.map(({ name }) => name).filter((name) => name !== 'schema');

vi.setConfig({ testTimeout: 30_000 }); // on a machine that does much else

it.each(lines.map((call) => [call.line, call] as const))('%s', async (_, { line, code, command }) => {
  const validate = await validatorOf(command);
  const output = await printed(line, code);
  validate(output);
  expect(validate.errors ?? []).toEqual([]);
});

/** Enough, and quick. */
const small = lines.filter(({ line }) => !/gci|hdi|ncpi|editions$/.test(line));

it.each(small.map((call) => [call.line, call] as const))(
  '%s: a key more does not fit, nor one less',
  async (_, { line, code, command }) => {
    const validate = await validatorOf(command);
    const output = await printed(line, code);
    const [passed, failed] = [new Set<string>(), new Set<string>()];
    for (const { object, path } of objectsIn(output).filter((one) => !isChoice(one.path))) {
      object['invented'] = true;
      if (validate(output)) passed.add(`${path}invented`);
      delete object['invented'];
      for (const [key, value] of isMap(path) ? [] : Object.entries(object)) {
        delete object[key];
        (validate(output) ? passed : failed).add(`${path}${key}`);
        object[key] = value;
      }
    }
    expect([...passed].filter((path) => !optional[command]?.includes(path))).toEqual([]);
    expect([...failed].filter((path) => optional[command]?.includes(path))).toEqual([]);
  },
);

it('no schema tells of a key that no output has', async () => {
  const seen = new Set<string>();
  for (const { line, code } of lines)
    for (const { object, path } of objectsIn(await printed(line, code)))
      for (const key of Object.keys(object)) seen.add(`${path}${key}`);
  const told = (await Promise.all(names.map(schemaOf))).flatMap((schema) => toldBy(schema));
  expect([...new Set(told.map(({ path }) => path))].filter((path) => !seen.has(path))).toEqual([]);
});
