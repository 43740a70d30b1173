// Which form the JSON of a command has: a change that breaks scripts counts its number up.

/** The numbers of the forms that are no longer the first. */
const numbers: Readonly<Record<string, number>> = { tiers: 2 };

/**
 * What stands under `schema`.
 *
 * @example formOf('rank') // → 'cyberpower/rank@1'
 * @example formOf('tiers') // → 'cyberpower/tiers@2'
 */
export function formOf<Command extends string>(command: Command): `cyberpower/${Command}@${number}` {
  return `cyberpower/${command}@${numbers[command] ?? 1}`;
}
