import { expect, it } from 'vitest';
import {
  categoriesBottomUp,
  category,
  indicator,
  indicators,
  nodes,
  prune,
} from '../../src/model/framework.ts';

const tree = category('index', [
  category('policy', [
    indicator('strategy'),
    category('institutions', [indicator('governance'), indicator('budget')]),
  ]),
  indicator('offence'),
]);

const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);

it('nodes come with each parent before its children', () => {
  expect(codes(nodes(tree))).toEqual([
    'index',
    'policy',
    'strategy',
    'institutions',
    'governance',
    'budget',
    'offence',
  ]);
});

it('indicators are the leaves in order', () => {
  expect(codes(indicators(tree))).toEqual(['strategy', 'governance', 'budget', 'offence']);
  expect(codes(indicators(indicator('offence')))).toEqual(['offence']);
});

it('categories come with children before their parents', () => {
  expect(codes(categoriesBottomUp(tree))).toEqual(['institutions', 'policy', 'index']);
});

it('prune leaves out indicators, and categories that are left empty', () => {
  const pruned = prune(tree, ({ code }) => code !== 'governance' && code !== 'budget');
  expect(codes(nodes(pruned ?? tree))).toEqual(['index', 'policy', 'strategy', 'offence']);
});

it('prune of everything is null', () => {
  expect(prune(tree, () => false)).toBeNull();
});

it('prune changes nothing of what it keeps', () => {
  expect(prune(tree, () => true)).toEqual(tree);
});

it('an indicator counts once, is the better the more, and reads the column of its own code', () => {
  expect(indicator('offence')).toMatchObject({
    weight: 1,
    direction: 1,
    column: 'offence',
    low: null,
    high: null,
    normalise: null,
  });
});
