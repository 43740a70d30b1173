// Small editions out of a seed, most of them sound.
import type { Random } from '../support/random.ts';
import { code, countryName, quotedCell, specialNumbers } from './words.ts';

export type Files = Record<string, string | Uint8Array>;

export interface Sketch {
  readonly files: Files;
  readonly codes: readonly string[];
  readonly countries: readonly string[];
}

/** A folder with scores and, mostly, a framework, settings and what may stand beside them. */
export function editionOf(random: Random): Sketch {
  const codes = distinct(random, random.whole(1, 5), code);
  const countries = distinct(random, random.chance(0.03) ? 1 : random.whole(4, 9), countryName);
  const years = random.chance(0.12) ? ['2020', '2021'] : [''];
  const files: Files = { 'scores.csv': scores(random, codes, countries, years) };
  if (random.chance(0.7)) files['indicators.csv'] = framework(random, codes);
  if (random.chance(0.3)) files['weights.csv'] = weights(random, codes);
  if (random.chance(0.4)) files['published.csv'] = published(random, countries);
  if (random.chance(0.1)) files['raters.csv'] = raters(random, codes, countries);
  if (random.chance(0.1))
    files['certain.csv'] = `country,indicator\n${quotedCell(random.pick(countries))},all\n`;
  if (random.chance(0.5)) files['index.json'] = settings(random);
  return { files, codes, countries };
}

function distinct(random: Random, size: number, make: (random: Random) => string): string[] {
  return [...new Set(Array.from({ length: size }, () => make(random)))];
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quotedCell).join(',')}\n`).join('');
}

function scores(
  random: Random,
  codes: readonly string[],
  countries: readonly string[],
  years: readonly string[],
): string {
  const isPanel = years.length > 1;
  const [hazard, gaps] = [random.chance(0.05) ? 0.1 : 0, random.chance(0.15) ? 0.1 : 0];
  const cell = (): string => {
    if (random.chance(hazard)) return random.pick(specialNumbers);
    if (random.chance(gaps)) return '';
    return String(random.chance(0.7) ? random.whole(0, 5) : Math.round(random.next() * 1e4) / 100);
  };
  const rows = years.flatMap((year) =>
    countries.map((country) => [country, ...(isPanel ? [year] : []), ...codes.map(cell)]),
  );
  return lines([['country', ...(isPanel ? ['year'] : []), ...codes], ...rows]);
}

function framework(random: Random, codes: readonly string[]): string {
  const isTree = codes.length > 2 && random.chance(0.4);
  const rows = codes.map((one, i) => [
    one,
    isTree && i > 0 ? random.pick(['groupA', 'groupB']) : '',
    random.chance(0.6) ? String(random.whole(random.chance(0.9) ? 1 : 0, 3)) : '',
    random.chance(0.2) ? '-1' : '',
    random.chance(0.2) ? '0' : '',
    random.chance(0.2) ? '10' : '',
  ]);
  const groups = isTree ? ['groupA', 'groupB'].map((one) => [one, '', '', '', '', '']) : [];
  return lines([['code', 'parent', 'weight', 'direction', 'low', 'high'], ...rows, ...groups]);
}

function weights(random: Random, codes: readonly string[]): string {
  const weight = () => String(random.whole(random.chance(0.9) ? 1 : 0, 4));
  return lines([['code', 'hawks', 'doves'], ...codes.map((one) => [one, weight(), weight()])]);
}

function published(random: Random, countries: readonly string[]): string {
  return lines([
    ['country', 'rank', 'tier'],
    ...countries.map((one, i) => [one, String(i + 1), random.pick(['A', 'B'])]),
  ]);
}

function raters(random: Random, codes: readonly string[], countries: readonly string[]): string {
  return lines([
    ['rater', 'country', 'indicator', 'value'],
    ...['Ana', 'Bo'].map((rater) => [
      rater,
      random.pick(countries),
      random.pick(codes),
      String(random.whole(0, 5)),
    ]),
  ]);
}

function settings(random: Random): string {
  const recipe: Record<string, unknown> = {};
  if (random.chance(0.5)) recipe['normalise'] = random.pick(['minmax', 'zscore', 'rank', 'none']);
  if (random.chance(0.4)) recipe['missing'] = random.pick(['error', 'skip']);
  if (random.chance(0.4))
    recipe['tiers'] = random.pick(['thresholds:50', 'quantiles:2', 'breaks:2', 'layers']);
  if (random.chance(0.2)) recipe['aggregate'] = random.pick(['geometric', 'sum', 'harmonic']);
  return JSON.stringify({ name: 'Fuzz', illustrative: random.chance(0.3) ? 'invented' : undefined, recipe });
}
