// For programs that read JSON: stable keys, numbers to 12 significant digits.
import type { Document } from '../document.ts';
import { exact } from '../numbers.ts';

/** What is computed from again, and so keeps every digit. */
const whole = new Set(['recipe', 'overrides']);

export async function formatJson({ command, data, isForeign }: Document): Promise<string> {
  const ours = isForeign === true ? {} : { schema: `cyberpower/${command}@1` };
  return `${JSON.stringify({ ...ours, ...rounded(await data()) }, null, 2)}\n`;
}

function rounded(value: unknown): object {
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, one]: [string, unknown]) => [
      key,
      whole.has(key) ? one : roundedOne(one),
    ]),
  );
}

function roundedOne(value: unknown): unknown {
  if (typeof value === 'number') return exact(value);
  if (Array.isArray(value)) return value.map(roundedOne);
  return typeof value === 'object' && value !== null ? rounded(value) : value;
}
