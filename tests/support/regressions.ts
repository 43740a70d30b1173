// What the program tells, as JSON, of the small editions in tests/regressions.
import path from 'node:path';
import { run } from './run.ts';

/** The path of an edition in tests/regressions. */
export const regression = (name: string): string => path.join(import.meta.dirname, '../regressions', name);

export interface ToldCountry {
  readonly code: string | null;
  readonly name: string;
  readonly rank: number;
  readonly score: number;
  readonly tier: string | null;
  readonly year?: number;
}

export interface ToldProblem {
  readonly code: string;
  readonly severity: string;
  readonly what: string;
}

export interface Told<Country> {
  readonly countries: readonly (ToldCountry & Country)[];
  readonly problems: readonly ToldProblem[];
}

/** The JSON of a command that must succeed. */
export async function told<Country = object, Document = object>(
  ...args: readonly string[]
): Promise<Told<Country> & Document> {
  const { code, stdout, stderr } = await run([...args, '--format', 'json']);
  if (code !== 0) throw new Error(`cyberpower ${args.join(' ')} ended with ${code}:\n${stderr}`);
  const document: Told<Country> & Document = JSON.parse(stdout);
  return document;
}

/** The country of a name among those that were told of. */
export function named<Country extends { readonly name: string }>(
  { countries }: { readonly countries: readonly Country[] },
  name: string,
): Country {
  const found = countries.find((country) => country.name === name);
  if (found === undefined) throw new Error(`nothing was told of ${name}`);
  return found;
}

/** One field of each country, by name. */
export function byName<Country extends { readonly name: string }, Value>(
  { countries }: { readonly countries: readonly Country[] },
  value: (country: Country) => Value,
): Record<string, Value> {
  return Object.fromEntries(countries.map((country) => [country.name, value(country)]));
}

/** Numbers from 0 to 1 that are the same in every run, by mulberry32; it shares nothing with the program. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
