// A plugin for rolldown: known-names.ts is run when the program is built; what it exports takes its place.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const file = path.resolve(import.meta.dirname, 'known-names.ts');
/** From here it finds the lists, as the sources do: in `data/` of a folder above. */
const copy = path.resolve(import.meta.dirname, '../../../node_modules/.cache/known-names.mjs');

export const foldedNames = {
  name: 'folded-names',
  async load(id) {
    if (id !== file) return null;
    const bundle = await rolldown({ input: file, platform: 'node', logLevel: 'warn' });
    await bundle.write({ file: copy });
    const { knownNames } = await import(pathToFileURL(copy).href);
    return `export const knownNames = JSON.parse(${JSON.stringify(JSON.stringify(knownNames))});`;
  },
};
