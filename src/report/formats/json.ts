// For programs that read JSON: stable keys, numbers to 12 significant digits.
import type { Document } from '../document.ts';
import { exact } from '../numbers.ts';

export async function formatJson({ command, data }: Document): Promise<string> {
  const whole = { schema: `cyberpower/${command}@1`, ...(await data()) };
  return `${JSON.stringify(whole, (_, value: unknown) => (typeof value === 'number' ? exact(value) : value), 2)}\n`;
}
