// Names of countries as they are compared: many spellings mean the same.

/**
 * The form in which names are compared: letters and digits only, without accents, a leading or trailing
 * "the", or the difference between "St." and "Saint".
 *
 * @example foldName('Türkiye') // → 'turkiye'
 * @example foldName('Gambia, The') // → 'gambia'
 */
export function foldName(name: string): string {
  // Most names have plain letters alone, and looking for others takes a noticeable part of a short run.
  const isPlain = /^[\0-\x7f]*$/.test(name);
  const letters = isPlain ? name : name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const lower = letters.toLowerCase().replaceAll('&', ' and ');
  const words = (isPlain ? lower.replaceAll(/[^a-z0-9]+/g, ' ') : lower.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
    .trim()
    .replaceAll(/\bst\b/g, 'saint');
  return words.replace(/^the /, '').replace(/ the$/, '');
}
