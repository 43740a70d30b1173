// The names that are in a path.

/** The file's name without the folders it is in. */
export function fileName(path: string): string {
  return path.replace(/^.*[/\\]/s, '');
}

/**
 * What an edition at a path is called: its folder, or its file without the ending.
 *
 * @example baseName('data/my.csv') // → 'my'
 */
export function baseName(path: string): string {
  return fileName(path.replace(/[/\\]+$/, '')).replace(/\.csv$/i, '');
}
