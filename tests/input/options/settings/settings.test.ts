import { describe, expect, it } from 'vitest';
import { readRecipe } from '../../../../src/input/options/recipe.ts';
import { readScale, readSettings } from '../../../../src/input/options/settings/settings.ts';
import { ProblemsError, type Problem } from '../../../../src/model/problem.ts';

async function read(file: 'index.json' | 'index.yaml', text: string) {
  const problems: Problem[] = [];
  const settings = await readSettings(
    { path: file, bytes: new TextEncoder().encode(text) },
    'A folder',
    problems,
  );
  return {
    ...settings,
    problems: problems.map(({ code, place }) => [
      code,
      place !== undefined && 'line' in place ? `${place.line}:${place.column}` : null,
    ]),
    found: problems,
  };
}

async function refused(file: 'index.json' | 'index.yaml', text: string): Promise<readonly Problem[]> {
  try {
    await read(file, text);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

const all = {
  name: 'Strength',
  year: 2024,
  description: 'How strong',
  licence: 'CC BY 4.0',
  illustrative: 'Invented.',
  sources: [{ title: 'Almanac', publisher: 'Arcadia Press', date: '2024-05', url: 'https://example.org' }],
  scales: { mine: ['weak', 'strong'] },
  recipe: {
    select: ['without:France', 'only:navy'],
    normalise: { method: 'minmax', floor: 1 },
    aggregate: 'power:-1',
    rank: 'dense',
  },
};

const yaml = `
name: Strength
year: 2024
description: How strong
licence: CC BY 4.0
illustrative: Invented.
sources:
  - { title: Almanac, publisher: Arcadia Press, date: "2024-05", url: "https://example.org" }
scales:
  mine: [weak, strong]
recipe:
  select: [without:France, "only:navy"]
  normalise: { method: minmax, floor: 1 }
  aggregate: power:-1
  rank: dense
`;

it('JSON and YAML say the same', async () => {
  const [fromJson, fromYaml] = [
    await read('index.json', JSON.stringify(all)),
    await read('index.yaml', yaml),
  ];
  const { placeOfStep: _, ...expected } = fromJson;
  expect(fromYaml).toMatchObject(expected);
  expect(fromJson).toMatchObject({
    problems: [],
    about: {
      title: 'Strength',
      year: 2024,
      description: 'How strong',
      licence: 'CC BY 4.0',
      illustrative: 'Invented.',
      sources: all.sources,
    },
    scales: [
      {
        name: 'mine',
        ratings: [
          { word: 'weak', value: 0 },
          { word: 'strong', value: 1 },
        ],
      },
    ],
    recipe: {
      select: [
        { method: 'without', terms: ['France'] },
        { method: 'only', terms: ['navy'] },
      ],
      normalise: { method: 'minmax', floor: 1 },
      aggregate: { method: 'power', p: -1 },
      rank: { method: 'dense' },
    },
  });
});

it('nothing need be said: the title is then that of the folder', async () => {
  expect(await read('index.json', '{}')).toMatchObject({
    problems: [],
    scales: [],
    recipe: {},
    about: { title: 'A folder', year: null, description: '', sources: [], licence: '', illustrative: null },
  });
});

it('a byte-order mark and a schema for editors are let pass', async () => {
  expect(
    (await read('index.json', '\uFEFF{ "$schema": "https://example.org/index.json" }')).problems,
  ).toEqual([]);
});

it('a step says where it is written', async () => {
  const { placeOfStep } = await read('index.json', '{\n  "recipe": {\n    "rank": "dense"\n  }\n}');
  expect(await placeOfStep('rank')).toEqual({
    file: 'index.json',
    line: 3,
    column: 5,
    length: 6,
    text: '    "rank": "dense"',
  });
});

describe('syntax', () => {
  it.each([
    ['index.json', '{\n  "name": "A"\n  "year": 1\n}', 3],
    ['index.json', '{ "name": "A" ', 1],
    ['index.json', 'name', 1],
    ['index.yaml', 'name: A\n\tyear: 1\n', 2],
    ['index.yaml', 'recipe:\n  rank: dense\n year: 1\n', 3],
    ['index.yaml', 'name: "A\n', 1],
    ['index.yaml', 'name: A\nname: B\n', 2],
  ] as const)('of %s %j is wrong in line %i', async (file, text, line) => {
    const [problem, ...others] = await refused(file, text);
    expect(problem).toMatchObject({ code: 'recipe/syntax', place: { line } });
    expect(others).toEqual([]);
  });
});

describe('what does not belong there', () => {
  it.each([
    ['{\n  "nmae": "A"\n}', '2:3'],
    ['{\n  "year": "2024"\n}', '2:3'],
    ['{\n  "year": 2024.5\n}', '2:3'],
    ['{\n  "name": 7\n}', '2:3'],
    ['{\n  "illustrative": true\n}', '2:3'],
    ['{\n  "sources": "Almanac"\n}', '2:3'],
    ['{\n  "sources": [\n    { "title": "A", "url": 7 }\n  ]\n}', '3:21'],
    ['{\n  "scales": {\n    "mine": ["weak"]\n  }\n}', '3:5'],
    ['{\n  "scales": {\n    "mine": { "weak": "one", "strong": 2 }\n  }\n}', '3:5'],
    ['{\n  "recipe": "minmax"\n}', '2:3'],
    ['{\n  "recipe": {\n    "normalize": "minmax"\n  }\n}', '3:5'],
    ['{\n  "recipe": {\n    "rank": 1\n  }\n}', '3:5'],
    ['[1, 2]', '1:1'],
    ['7', '1:1'],
  ])('%j is a problem at %s', async (text, place) => {
    expect((await read('index.json', text)).problems).toEqual([['recipe/schema', place]]);
  });

  it('a misspelt key has a suggestion', async () => {
    const { found } = await read('index.yaml', 'licens: free\nrecipe: { wieghts: equal }\n');
    expect(found.map(({ what }) => what)).toEqual([
      expect.stringContaining('did you mean "licence"?'),
      expect.stringContaining('did you mean "weights"?'),
    ]);
  });

  it('one mistake does not hide another, nor what is right', async () => {
    const { problems, about, recipe } = await read(
      'index.json',
      '{\n  "nmae": "A",\n  "licence": "free",\n  "recipe": { "rank": "dens", "aggregate": "geometric" }\n}',
    );
    expect(problems).toEqual([
      ['recipe/schema', '2:3'],
      ['recipe/unknown-method', '4:15'],
    ]);
    expect([about.licence, recipe]).toEqual(['free', { aggregate: { method: 'geometric' } }]);
  });

  it('a parameter inside an object has its own place', async () => {
    expect(
      (await read('index.yaml', 'recipe:\n  normalise:\n    method: minmax\n    floor: low\n')).problems,
    ).toEqual([['recipe/bad-parameter', '4:5']]);
  });
});

describe('a scale', () => {
  it('of words is spaced evenly from zero, the worst first', () => {
    expect(readScale('mine', ['weak', 'fair', 'strong']).ratings).toEqual([
      { word: 'weak', value: 0 },
      { word: 'fair', value: 1 },
      { word: 'strong', value: 2 },
    ]);
  });

  it('of numbers has those, the lowest first', () => {
    expect(readScale('mine', { strong: 9, weak: -1, fair: 0.5 }).ratings).toEqual([
      { word: 'weak', value: -1 },
      { word: 'fair', value: 0.5 },
      { word: 'strong', value: 9 },
    ]);
  });
});

it('a recipe is as long as it is written', () => {
  expect(readRecipe({ rank: 'dense' }, () => {})).toEqual({ rank: { method: 'dense' } });
  expect(readRecipe({}, () => {})).toEqual({});
});
