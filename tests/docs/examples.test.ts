// Every `@example expression // → value` in a docstring is true, and every formula in a table has one.
import { describe, expect, it } from 'vitest';
import { fileOf, stepNames, steps } from '../../src/methods/steps.ts';
import { isNear } from '../support/numbers.ts';
import { importSource, sourceTexts } from '../support/sources.ts';

type Module = Readonly<Record<string, unknown>>;

const sources = sourceTexts();

/**
 * What an example may use beside the exports of its own module: whatever one file of methods alone exports.
 */
async function methodNames(): Promise<Module> {
  const files = sources.filter(({ file }) => file.startsWith('methods/'));
  const exported = (await Promise.all(files.map(({ file }) => importSource(file)))).flatMap((module) =>
    Object.entries(module),
  );
  return Object.fromEntries(
    exported.filter(([name]) => exported.filter(([other]) => other === name).length === 1),
  );
}

function evaluate(expression: string, scope: Module): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- the text comes from our own docstrings
  return new Function(...Object.keys(scope), `'use strict'; return (${expression});`)(
    ...Object.values(scope),
  );
}

/** The value as computed, but with its numbers as expected where the two differ by rounding only. */
function settle(actual: unknown, expected: unknown): unknown {
  if (typeof actual === 'number' && typeof expected === 'number')
    return isNear(actual, expected, 1e-12) ? expected : actual;
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.map((one, i) => settle(one, expected[i]));
  if (!isPlain(actual) || !isPlain(expected)) return actual;
  return Object.fromEntries(Object.entries(actual).map(([key, one]) => [key, settle(one, expected[key])]));
}

function isPlain(value: unknown): value is Module {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A docstring's line of an example, with those that go on with it, three blanks in. */
const exampleLines = (text: string) =>
  [...text.matchAll(/^.*@example.*$(?:\n *\*   \S.*$)*/gm)].map(([whole]) =>
    whole.replaceAll(/\n *\*   /g, ' '),
  );

const lines = sources.flatMap(({ file, text }) =>
  exampleLines(text).map((line) => {
    const [, expression, value] = /^\s*(?:\/\*)?\* @example (.+?) \/\/ → (.+?)(?: \*\/)?$/.exec(line) ?? [];
    return { file, line: line.trim(), expression, value };
  }),
);

it('there are examples to run', () => {
  expect(lines.length).toBeGreaterThan(40);
});

it('every @example reads "expression // → value"', () => {
  expect(
    lines
      .filter(({ expression, value }) => expression === undefined || value === undefined)
      .map(({ file, line }) => `${file}: ${line}`),
  ).toEqual([]);
});

it.each(lines)('$file: $expression', async ({ file, expression = '', value = '' }) => {
  const scope = { ...(await methodNames()), ...(await importSource(file)) };
  const expected = evaluate(value, {});
  expect(settle(evaluate(expression, scope), expected)).toStrictEqual(expected);
});

describe.each(stepNames)('of %s', (step) => {
  it.each(Object.entries(steps[step].table))(
    'the formula of "%s" is documented, with an example',
    (method, entry) => {
      const name = method.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      const file = `methods/${fileOf(step, entry)}`;
      const docstring = docstringOf(sources.find((source) => source.file === file)?.text ?? '', name);
      // What does nothing has no formula.
      if (`${step} ${method}`.endsWith(' none') && docstring === null) return;
      expect(docstring, `${name} in ${file}`).toContain('@example');
    },
  );

  it('its files are there', () => {
    const files = Object.values(steps[step].table).map((entry) => `methods/${fileOf(step, entry)}`);
    expect(files.filter((file) => !sources.some((source) => source.file === file))).toEqual([]);
  });
});

/** The docstring right above an exported function, '' if it has none, null if there is no such function. */
function docstringOf(text: string, name: string): string | null {
  const [above, below] = text.split(new RegExp(`^export function ${name}\\b`, 'm'));
  if (above === undefined || below === undefined) return null;
  return /\/\*\*(?:(?!\*\/).)*\*\/\s*$/s.exec(above)?.[0] ?? '';
}
