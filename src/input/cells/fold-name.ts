// Names of countries as they are compared: many spellings mean the same.

/**
 * The form in which names are compared: letters and digits only, without accents, a leading or trailing
 * "the", or the difference between "St." and "Saint".
 *
 * @example foldName('Türkiye') // → 'turkiye'
 * @example foldName('Gambia, The') // → 'gambia'
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ');
  const words = plain
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\bst\b/g, 'saint');
  return words.replace(/^the /, '').replace(/ the$/, '');
}
