// For programs that read JSON: stable keys, numbers to 12 significant digits, no character that is not seen.
import type { Document } from '../document.ts';
import { exact } from '../numbers.ts';
import { visibleJson } from '../visible.ts';

/** What is computed from again, and so keeps every digit. */
const withEveryDigit = new Set(['recipe', 'overrides']);

/** The numbers of forms that are no longer the first: a change that breaks scripts counts them up. */
const formNumbers: Readonly<Record<string, number>> = {
  bounds: 2,
  explain: 2,
  tiers: 2,
  sensitivity: 2,
  uncertainty: 2,
};

/**
 * Which form the JSON of a command has, as it stands under `schema`.
 *
 * @example formOf('rank') // → 'cyberpower/rank@1'
 */
export function formOf(command: string): string {
  return `cyberpower/${command}@${formNumbers[command] ?? 1}`;
}

export async function formatJson({ command, data, isForeign }: Document): Promise<string> {
  const form = isForeign === true ? {} : { schema: formOf(command) };
  return `${visibleJson(JSON.stringify({ ...form, ...withRoundedValues(await data()) }, null, 2))}\n`;
}

function withRoundedValues(object: object): object {
  const entries: [string, unknown][] = Object.entries(object);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, withEveryDigit.has(key) ? value : rounded(value)]),
  );
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return exact(value);
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === 'object' && value !== null ? withRoundedValues(value) : value;
}
