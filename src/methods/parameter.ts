// The value of a parameter that a method cannot do without, where its type is not known from its table.
import type { Choice } from '../model/registry.ts';

/**
 * A parameter of text that must be given.
 *
 * @example textParameter({ method: 'by', by: 'population' }, 'by') // → 'population'
 */
export function textParameter(choice: Choice, name: string): string {
  const value = choice[name];
  if (typeof value !== 'string') throw new Error(`"${choice.method}" has no text for its "${name}"`);
  return value;
}
