import { expect, it } from 'vitest';
import { readAggregates } from '../../../src/input/cells/aggregates.ts';
import { loadCountries } from '../../../src/input/cells/countries.ts';
import { readReference } from '../../support/reference.ts';

const aggregates = readAggregates();
const countries = await loadCountries();
const listed = readReference('../../data/aggregates.csv');

it('none is a country, by name or by code, so that no country is left out', () => {
  const names = listed.flatMap(({ code = '', name = '' }) => [code, name]);
  expect(names.filter((name) => name !== '' && countries.recognise(name) !== null)).toEqual([]);
});

it('each stands in the list once, and is found', () => {
  expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
  expect(listed.filter(({ name = '' }) => !aggregates.has(name))).toEqual([]);
});

it.each([
  'World',
  'world',
  'Europe (UN)',
  'Asia (excl. China and India)',
  'High-income countries',
  'Upper middle income',
  'East Asia & Pacific (IDA & IBRD countries)',
  'OECD - Total',
  'EU-27',
  'World average',
  'Average',
  'OWID_WRL',
  'OWID_EU27',
  'WLD',
])('%s is one', (name) => {
  expect(aggregates.has(name)).toBe(true);
});

it.each(['', 'Georgia', 'Arcadia', 'World as a whole', 'OWID_KOS', 'OWID_USS', 'Averageland'])(
  '%s is none',
  (name) => {
    expect(aggregates.has(name)).toBe(false);
  },
);
