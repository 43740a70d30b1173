import { expect, it } from 'vitest';
import { loadCountries } from '../../../src/input/cells/countries.ts';
import { foldName } from '../../../src/input/cells/fold-name.ts';
import { readReference } from '../../support/reference.ts';

const countries = await loadCountries();

it.each([
  ['US', 'USA'],
  ['us', 'USA'],
  [' usa ', 'USA'],
  ['GBR', 'GBR'],
  ['NA', 'NAM'],
  ['XKX', 'XKX'],
])('the code "%s" is %s', (written, code) => {
  expect(countries.recognise(written)?.code).toBe(code);
});

it.each([
  // ITU
  ['Korea (Rep. of)', 'KOR'],
  ['Dem. Rep. of the Congo', 'COD'],
  ['Iran (Islamic Republic of)', 'IRN'],
  ['Bolivia (Plurinational State of)', 'BOL'],
  ['Lao P.D.R.', 'LAO'],
  ['Tanzania', 'TZA'],
  ['North Macedonia', 'MKD'],
  ["Côte d'Ivoire", 'CIV'],
  // United Nations
  ['Viet Nam', 'VNM'],
  ['Türkiye', 'TUR'],
  ['Russian Federation', 'RUS'],
  ['United Republic of Tanzania', 'TZA'],
  ['Republic of Moldova', 'MDA'],
  ['Syrian Arab Republic', 'SYR'],
  ['Cabo Verde', 'CPV'],
  ['Brunei Darussalam', 'BRN'],
  ['Timor-Leste', 'TLS'],
  ['Eswatini', 'SWZ'],
  ["Democratic People's Republic of Korea", 'PRK'],
  ['United Kingdom of Great Britain and Northern Ireland', 'GBR'],
  ['Venezuela (Bolivarian Republic of)', 'VEN'],
  // World Bank
  ['Egypt, Arab Rep.', 'EGY'],
  ['Korea, Rep.', 'KOR'],
  ["Korea, Dem. People's Rep.", 'PRK'],
  ['Gambia, The', 'GMB'],
  ['Congo, Dem. Rep.', 'COD'],
  ['Congo, Rep.', 'COG'],
  ['Hong Kong SAR, China', 'HKG'],
  ['St. Lucia', 'LCA'],
  ['Yemen, Rep.', 'YEM'],
  ['Slovak Republic', 'SVK'],
  ['Kyrgyz Republic', 'KGZ'],
  ['West Bank and Gaza', 'PSE'],
  // Newspapers and speech
  ['UK', 'GBR'],
  ['U.K.', 'GBR'],
  ['Britain', 'GBR'],
  ['USA', 'USA'],
  ['U.S.', 'USA'],
  ['America', 'USA'],
  ['United States of America', 'USA'],
  ['Russia', 'RUS'],
  ['Turkey', 'TUR'],
  ['Iran', 'IRN'],
  ['South Korea', 'KOR'],
  ['North Korea', 'PRK'],
  ['Vietnam', 'VNM'],
  ['Ivory Coast', 'CIV'],
  ['Holland', 'NLD'],
  ['Swaziland', 'SWZ'],
  ['Burma', 'MMR'],
  ['Czech Republic', 'CZE'],
  ['UAE', 'ARE'],
  ['Macedonia', 'MKD'],
  ['Kosovo', 'XKX'],
  ['Taiwan', 'TWN'],
])('"%s" is %s', (written, code) => {
  expect(countries.recognise(written)?.code).toBe(code);
});

it.each([
  ['accents', 'Turkiye', 'TUR'],
  ['accents', 'Cote dIvoire', 'CIV'],
  ['case', 'SOUTH KOREA', 'KOR'],
  ['spaces', '  New   Zealand ', 'NZL'],
  ['hyphens', 'Guinea Bissau', 'GNB'],
  ['"and"', 'Bosnia & Herzegovina', 'BIH'],
  ['"the"', 'The Netherlands', 'NLD'],
  ['"Saint"', 'Saint Lucia', 'LCA'],
  ['forms of apostrophes', 'Côte d’Ivoire', 'CIV'],
  ['wide letters', 'ＪＡＰＡＮ', 'JPN'],
])('%s do not matter: "%s" is %s', (_, written, code) => {
  expect(countries.recognise(written)?.code).toBe(code);
});

it.each([
  ['Congo', 'COG'],
  ['Democratic Republic of the Congo', 'COD'],
  ['Guinea', 'GIN'],
  ['Equatorial Guinea', 'GNQ'],
  ['Papua New Guinea', 'PNG'],
  ['Niger', 'NER'],
  ['Nigeria', 'NGA'],
  ['Dominica', 'DMA'],
  ['Dominican Republic', 'DOM'],
  ['Ireland', 'IRL'],
  ['Georgia', 'GEO'],
])('"%s" is %s and not its neighbour in the dictionary', (written, code) => {
  expect(countries.recognise(written)?.code).toBe(code);
});

it.each([
  'Arcadia',
  'Borduria',
  'Korea',
  'Europe',
  'World',
  'EU',
  '',
  '  ',
  '-',
  '7',
  'constructor',
  '__proto__',
])('"%s" is no country', (written) => {
  expect(countries.recognise(written)).toBeNull();
});

it('a country bears its short English name, whatever was written', () => {
  const names = [
    'Korea (Rep. of)',
    'PRK',
    'Russian Federation',
    'GB',
    'us',
    'Iran (Islamic Republic of)',
    'Viet Nam',
  ].map((written) => countries.recognise(written)?.name);
  expect(names).toEqual([
    'South Korea',
    'North Korea',
    'Russia',
    'United Kingdom',
    'United States',
    'Iran',
    'Vietnam',
  ]);
});

it('every name that four published indices use is recognised, as the country of its code', () => {
  const wrong = readReference('country-names/names.csv').flatMap(({ index, code = '', name = '' }) => {
    const recognised = countries.recognise(name)?.code ?? null;
    return recognised !== null && (code === '' || recognised === code)
      ? []
      : [{ index, code, name, recognised }];
  });
  expect(wrong).toEqual([]);
});

it("a name is one of a country's own in any of its spellings", () => {
  expect(['Türkiye', 'Turkey', 'TURKIYE', 'Greece'].map((name) => countries.isName('TUR', name))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it.each([
  ['Frnace', 'France'],
  ['Untied States', 'United States'],
  ['Columbia', 'Colombia'],
  ['Phillipines', 'Philippines'],
])('for "%s" it suggests "%s"', (written, name) => {
  expect(countries.suggest(written)).toBe(name);
});

it('for what is like no country it suggests nothing', () => {
  expect(['Arcadia', 'Borduria', 'Zubrowka'].map((name) => countries.suggest(name))).toEqual([
    null,
    null,
    null,
  ]);
});

it('folding takes away what does not tell names apart', () => {
  expect(['St. Kitts & Nevis', 'Saint Kitts and Nevis', 'ST KITTS AND NEVIS'].map(foldName)).toEqual(
    Array(3).fill('saint kitts and nevis'),
  );
});
