import { describe, expect, it } from 'vitest';
import { readChoice, readChoices } from '../../../../src/input/options/choice/choice.ts';
import type { Complaint } from '../../../../src/input/options/complaint.ts';
import { stepNames, steps } from '../../../../src/methods/steps.ts';
import type { StepName } from '../../../../src/model/recipe.ts';
import { complete, describeChoice, type Choice, type Parameter } from '../../../../src/model/registry.ts';
import type { Path } from '../../../../src/model/fault.ts';

function read(step: StepName, written: unknown) {
  const complaints: { complaint: Complaint; path: Path }[] = [];
  const choice = readChoice(step, written, (complaint, path) => complaints.push({ complaint, path }));
  return {
    choice,
    codes: complaints.map(({ complaint }) => complaint.code),
    paths: complaints.map(({ path }) => path),
    complaints,
  };
}

describe('a method is written', () => {
  it.each<[string, StepName, unknown, Choice]>([
    ['by its name', 'aggregate', 'geometric', { method: 'geometric' }],
    ['with spaces around', 'aggregate', ' geometric ', { method: 'geometric' }],
    ['with a parameter', 'normalise', 'minmax:floor=1', { method: 'minmax', floor: 1 }],
    ['with several', 'normalise', 'minmax:floor=1,ceiling=10', { method: 'minmax', floor: 1, ceiling: 10 }],
    [
      'with spaces between',
      'normalise',
      'minmax: floor = 1 , ceiling=10',
      { method: 'minmax', floor: 1, ceiling: 10 },
    ],
    ['with a parameter that needs no name', 'aggregate', 'power:-2', { method: 'power', p: -2 }],
    ['and may name it all the same', 'aggregate', 'power:p=-2', { method: 'power', p: -2 }],
    ['with a number in other forms', 'aggregate', 'power:1e-1', { method: 'power', p: 0.1 }],
    ['with true or false', 'normalise', 'goalposts:clip=true', { method: 'goalposts', clip: true }],
    [
      'with true or false, again',
      'normalise',
      'goalposts:low=0,high=5,clip=false',
      { method: 'goalposts', low: 0, high: 5, clip: false },
    ],
    ['with a list', 'tiers', 'thresholds:95,85,55,20', { method: 'thresholds', cuts: [95, 85, 55, 20] }],
    ['with a list of one', 'tiers', 'quantiles:4', { method: 'quantiles', shares: [4] }],
    [
      'with a named list, between slashes',
      'tiers',
      'thresholds:80,50,names=High/Middle/Low',
      { method: 'thresholds', cuts: [80, 50], names: ['High', 'Middle', 'Low'] },
    ],
    ['with a list by its name', 'tiers', 'thresholds:cuts=80/50', { method: 'thresholds', cuts: [80, 50] }],
    ['with terms', 'select', 'without:PRK,offence', { method: 'without', terms: ['PRK', 'offence'] }],
    [
      'with terms that have equals signs',
      'select',
      'only:region=Europe,France',
      { method: 'only', terms: ['region=Europe', 'France'] },
    ],
    ['with a set', 'weights', 'set:security-first', { method: 'set', name: 'security-first' }],
    ['with a set that has commas in it', 'weights', 'set:a, b', { method: 'set', name: 'a, b' }],
    ['with a set of a file', 'weights', 'my.csv:own', { method: 'set', name: 'my.csv:own' }],
    [
      'with a set of a file elsewhere',
      'weights',
      'C:\\work\\my.csv:own',
      { method: 'set', name: 'C:\\work\\my.csv:own' },
    ],
    [
      'with the set of a file by its method',
      'weights',
      'set:../my.CSV:own',
      { method: 'set', name: '../my.CSV:own' },
    ],
    [
      'with weights',
      'weights',
      'offence=2,resilience=1.5',
      { method: 'inline', weights: { offence: 2, resilience: 1.5 } },
    ],
    [
      'with weights by their method',
      'weights',
      'inline:offence=0',
      { method: 'inline', weights: { offence: 0 } },
    ],
    ['as an object', 'aggregate', { method: 'power', p: -2 }, { method: 'power', p: -2 }],
    [
      'as an object with lists',
      'tiers',
      { method: 'thresholds', cuts: [80, 50], names: ['A', 'B', 'C'] },
      { method: 'thresholds', cuts: [80, 50], names: ['A', 'B', 'C'] },
    ],
    [
      'as an object with weights',
      'weights',
      { method: 'inline', weights: { offence: 2 } },
      { method: 'inline', weights: { offence: 2 } },
    ],
  ])('%s: --%s %j', (_, step, written, choice) => {
    expect(read(step, written)).toMatchObject({ choice, complaints: [] });
  });

  it('with nothing for a parameter that may be left out', () => {
    expect(read('normalise', { method: 'goalposts', low: null })).toMatchObject({
      choice: { method: 'goalposts' },
      codes: [],
    });
  });
});

describe('a complaint', () => {
  it.each<[StepName, unknown, string, Path]>([
    ['aggregate', 'geometirc', 'recipe/unknown-method', []],
    ['aggregate', '', 'recipe/unknown-method', []],
    ['aggregate', 'constructor', 'recipe/unknown-method', []],
    ['aggregate', '__proto__', 'recipe/unknown-method', []],
    ['aggregate', { method: 'geometirc' }, 'recipe/unknown-method', ['method']],
    ['aggregate', { p: 2 }, 'recipe/schema', []],
    ['aggregate', { method: 2 }, 'recipe/schema', []],
    ['aggregate', 5, 'recipe/schema', []],
    ['aggregate', null, 'recipe/schema', []],
    ['aggregate', ['geometric'], 'recipe/schema', []],
    ['aggregate', true, 'recipe/schema', []],
    ['aggregate', 'power', 'recipe/bad-parameter', []],
    ['aggregate', 'power:', 'recipe/bad-parameter', []],
    ['aggregate', 'power:x', 'recipe/bad-parameter', ['p']],
    ['aggregate', 'power:1,2', 'recipe/bad-parameter', ['p']],
    ['aggregate', { method: 'power', p: '2' }, 'recipe/bad-parameter', ['p']],
    ['aggregate', 'power:Infinity', 'recipe/bad-parameter', ['p']],
    ['aggregate', 'geometric:2', 'recipe/unknown-parameter', []],
    ['normalise', 'minmax:flor=1', 'recipe/unknown-parameter', ['flor']],
    ['normalise', 'minmax:5', 'recipe/unknown-parameter', []],
    ['normalise', 'goalposts:clip=yes', 'recipe/bad-parameter', ['clip']],
    ['normalise', 'zscore:deviation=-1', 'recipe/bad-parameter', ['deviation']],
    ['rank', 'dense:decimals=2.5', 'recipe/bad-parameter', ['decimals']],
    ['rank', 'dense:decimals=13', 'recipe/bad-parameter', ['decimals']],
    ['missing', 'skip:1.5', 'recipe/bad-parameter', ['least']],
    ['tiers', 'thresholds:80,x', 'recipe/bad-parameter', ['cuts']],
    ['tiers', { method: 'thresholds', cuts: 80 }, 'recipe/bad-parameter', ['cuts']],
    ['tiers', { method: 'thresholds', cuts: [] }, 'recipe/bad-parameter', ['cuts']],
    ['tiers', 'quantiles:0.5,0.6', 'recipe/bad-parameter', ['shares']],
    ['select', 'only', 'recipe/bad-parameter', []],
    ['select', { method: 'only', terms: 'France' }, 'recipe/bad-parameter', ['terms']],
    ['weights', 'set:', 'recipe/bad-parameter', []],
  ])('about --%s %j is %s', (step, written, code, path) => {
    expect(read(step, written)).toMatchObject({ choice: null, codes: [code], paths: [path] });
  });

  it('about a misspelt name has a suggestion and the choices', () => {
    const [complaint] = read('normalise', 'zcore').complaints.map((one) => one.complaint);
    expect(complaint?.what).toBe('there is no normalisation "zcore"; did you mean "zscore"?');
    expect(Object.keys(steps.normalise.table).every((name) => complaint?.fix?.includes(name))).toBe(true);
  });
});

describe('several choices', () => {
  it('may be written as one or as a list', () => {
    const all = [
      readChoices('select', 'only:France', () => {}),
      readChoices('select', ['only:France', { method: 'without', terms: ['offence'] }], () => {}),
    ];
    expect(all).toEqual([
      [{ method: 'only', terms: ['France'] }],
      [
        { method: 'only', terms: ['France'] },
        { method: 'without', terms: ['offence'] },
      ],
    ]);
  });

  it('those that are wrong are left out, each with its place in the list', () => {
    const paths: Path[] = [];
    expect(
      readChoices('select', ['onyl:France', 'only:France', { method: 'only', terms: 3 }], (_, path) =>
        paths.push(path),
      ),
    ).toEqual([{ method: 'only', terms: ['France'] }]);
    expect(paths).toEqual([[0], [2, 'terms']]);
  });
});

/** A value that a parameter takes and that is not its default; those of one method go together. */
function example({ kind, name, least = 3, most }: Parameter): string {
  const named: Readonly<Record<string, string>> = {
    floor: '1',
    low: '1',
    ceiling: '7',
    high: '7',
    shares: '0.25,0.25,0.5',
    penalty: '1',
    divisor: 'sample',
    ties: 'mean',
    at: 'top',
    by: 'year',
    share: '0.4',
  };
  const byKind = {
    number: String(most === undefined ? least + 0.5 : (least + most) / 4),
    integer: String(least + 1),
    flag: 'true',
    'number-list': '70,30',
    'text-list': 'High/Middle/Low',
    'number-by-code': 'navy=2,film=0.5',
    text: 'own',
    structure: '',
  };
  return named[name] ?? byKind[kind];
}

const methods = stepNames.flatMap((step) =>
  Object.entries(steps[step].table).map(([name, method]) => ({ step, name, method })),
);

describe.each(methods)('--$step $name', ({ step, name, method: { parameters } }) => {
  const written = parameters
    .filter(({ kind }) => kind !== 'structure')
    .map((parameter) => {
      const value = example(parameter);
      if (parameter.positional === undefined)
        return `${parameter.name}=${parameter.kind === 'number-list' ? value.replaceAll(',', '/') : value}`;
      return parameter.kind === 'text-list' ? value.replaceAll('/', ',') : value;
    });

  // What has a structure is written in a recipe only.
  if (!parameters.some(({ kind }) => kind === 'structure')) {
    it('described and read again is the same', () => {
      const texts = [
        `${name}${written.length === 0 ? '' : `:${written.join(',')}`}`,
        ...(parameters.some((parameter) => parameter.default === undefined) ? [] : [name]),
      ];
      for (const text of texts) {
        const { choice, complaints } = read(step, text);
        expect(complaints).toEqual([]);
        const full = complete(steps[step].table, choice ?? { method: '' });
        const again = read(step, describeChoice(steps[step].table, full)).choice;
        expect(complete(steps[step].table, again ?? { method: '' })).toEqual(full);
      }
    });

    it('takes its parameters from an object just as from text', () => {
      const { choice } = read(step, `${name}${written.length === 0 ? '' : `:${written.join(',')}`}`);
      expect(choice).not.toBeNull();
      expect(read(step, { ...choice })).toMatchObject({ choice, complaints: [] });
    });
  }

  it('does not take a parameter that it does not have', () => {
    expect(read(step, { method: name, colour: 'red' }).codes).toContain('recipe/unknown-parameter');
  });
});
