import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecipeFile } from '../../../src/input/options/recipe-file.ts';
import { ProblemsError, type Problem } from '../../../src/model/problem.ts';
import { folderOf } from '../../support/files.ts';

const read = async (text: string, name = 'recipe.json') =>
  readRecipeFile(path.join(folderOf({ [name]: text }), name));

async function refusal(text: string, name?: string): Promise<readonly Problem[]> {
  try {
    await read(text, name);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

const result = JSON.stringify(
  {
    schema: 'cyberpower/rank@1',
    edition: 'arcadia',
    title: 'Arcadia',
    recipe: {
      select: [{ method: 'without', terms: ['FRA'] }],
      aggregate: { method: 'power', p: 2 },
      tiers: { method: 'none' },
    },
    overrides: { laws: { normalise: { method: 'goalposts', low: 0, high: 5 } } },
    inputs: [{ path: 'arcadia/scores.csv', sha256: 'c0ffee' }, { path: 'no hash' }, 'no record'],
    countries: [],
  },
  null,
  2,
);

describe('a result that was kept', () => {
  it('has the recipe, the edition, the inputs and the methods of single rows', async () => {
    expect(await read(result)).toMatchObject({
      recipe: {
        select: [{ method: 'without', terms: ['FRA'] }],
        aggregate: { method: 'power', p: 2 },
        tiers: { method: 'none' },
      },
      edition: 'arcadia',
      inputs: [{ path: 'arcadia/scores.csv', sha256: 'c0ffee' }],
      overrides: new Map([['laws', { normalise: { method: 'goalposts', low: 0, high: 5 } }]]),
    });
    expect((await read(result)).inputs).toHaveLength(1);
  });

  it("has methods of single rows even if there are none: all of them had the recipe's", async () => {
    expect(
      (await read('{ "schema": "cyberpower/rank@1", "recipe": {}, "overrides": {} }')).overrides,
    ).toEqual(new Map());
  });

  it('knows the line of each step', async () => {
    const { placeOfStep } = await read(result);
    const lines = result.split('\n');
    expect(
      [await placeOfStep('aggregate'), await placeOfStep('tiers')].map(({ line = 0 }) =>
        lines[line - 1]?.trim(),
      ),
    ).toEqual(['"aggregate": {', '"tiers": {']);
  });
});

describe('settings of an edition', () => {
  it('have a recipe and nothing else that is taken', async () => {
    const settings =
      '{ "name": "Arcadia", "edition": "arcadia", "inputs": [{ "path": "a", "sha256": "b" }], "recipe": ' +
      '{ "rank": "dense:decimals=1" } }';
    expect(await read(settings)).toMatchObject({
      recipe: { rank: { method: 'dense', decimals: 1 } },
      edition: null,
      inputs: [],
      overrides: null,
    });
  });

  it('may be YAML', async () => {
    expect(
      await read('name: Arcadia\nrecipe:\n  aggregate: geometric # balance\n', 'index.yaml'),
    ).toMatchObject({ recipe: { aggregate: { method: 'geometric' } } });
  });
});

describe('a recipe on its own', () => {
  it('is a key for each step', async () => {
    const { placeOfStep, ...read1 } = await read('{\n  "aggregate": "geometric",\n  "weights": "laws=2"\n}');
    expect(read1).toEqual({
      recipe: { weights: { method: 'inline', weights: { laws: 2 } }, aggregate: { method: 'geometric' } },
      edition: null,
      decimal: null,
      inputs: [],
      overrides: null,
    });
    expect(await placeOfStep('weights')).toMatchObject({ line: 3 });
  });

  it('may leave every step out', async () => {
    expect((await read('{}')).recipe).toEqual({});
  });
});

describe('what is wrong', () => {
  it('is told all at once, where it stands, of rows of the framework too', async () => {
    const file =
      '{\n  "recipe": {\n    "aggregate": "geo",\n    "rnak": "dense"\n  },\n  "overrides": {\n' +
      '    "laws": { "normalise": "minmx" }\n  }\n}';
    expect(
      (await refusal(file)).map(({ code, place }) => [
        code,
        place !== undefined && 'line' in place ? place.line : null,
      ]),
    ).toEqual([
      ['recipe/schema', 4],
      ['recipe/unknown-method', 3],
      ['recipe/unknown-method', 7],
    ]);
  });

  it.each(['[]', '"geometric"', '3', 'null', '{ "recipe": [] }'])(
    'a file that holds no recipe: %s',
    async (text) => {
      expect(await refusal(text)).toMatchObject([{ code: 'recipe/schema', severity: 'error' }]);
    },
  );

  it('a file that cannot be read as JSON', async () => {
    expect(await refusal('{ "recipe": ')).toMatchObject([{ code: 'recipe/syntax' }]);
  });

  it('a file that is not there', async () => {
    await expect(readRecipeFile(path.join(folderOf({}), 'recipe.json'))).rejects.toThrow(
      'the file does not exist',
    );
  });
});
