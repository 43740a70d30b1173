// What parts of the framework are called in sentences.
import { nodes } from '../../../model/framework.ts';
import type { Result } from '../../../model/result.ts';
import { list } from '../../../model/words.ts';

/** A longer name is no name but a description. */
const LONGEST = 48;

/** The name of each part by code; the code itself where several have the name, or where it is long. */
export function partNames({ framework }: Pick<Result, 'framework'>): (code: string) => string {
  const all = nodes(framework);
  const uses = new Map<string, number>();
  for (const { name } of all) uses.set(name, (uses.get(name) ?? 0) + 1);
  const clear = all.filter(({ name }) => uses.get(name) === 1 && name.length <= LONGEST);
  const names = new Map(clear.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/**
 * Names as a sentence lists them; in quotes where one of several has a comma or an "and" of its own.
 *
 * @example listNames(['laws', 'skills']) // → 'laws and skills'
 * @example listNames(['Laws', 'Command and control']) // → '"Laws" and "Command and control"'
 */
export function listNames(names: readonly string[], most = Infinity): string {
  const isMistakable = names.length > 1 && names.some((name) => /,| and | or /.test(name));
  return list(isMistakable ? names.map((name) => `"${name}"`) : names, most);
}
