// A plugin for rolldown and vite: `import { base64 } from './kernel.as'` compiles AssemblyScript on the way.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const cache = path.resolve(folder, '../../../node_modules/.cache/kernel');
const options = [
  '--outFile',
  'kernel.wasm',
  '--optimizeLevel',
  '3',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--noAssert',
  '--use',
  'abort=',
];

/**
 * Compiling takes seconds, so what came of it is kept for as long as neither the sources nor this file
 * change.
 */
export const assembly = {
  name: 'assembly',
  async load(id) {
    if (!id.endsWith('kernel.as')) return null;
    const sources = readdirSync(folder)
      .filter((name) => /\.(?:as|mjs)$/.test(name))
      .toSorted()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    const kept = path.join(cache, createHash('sha256').update(sources.join('\0')).digest('hex'));
    const base64 = read(kept) ?? (await compile());
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, base64);
    return `export const base64 = ${JSON.stringify(base64)};`;
  },
};

/**
 * The compiler looks for `.ts`: it is handed the `.as` of that name, so that nothing else takes these files
 * for TypeScript.
 */
async function compile() {
  const { main } = await import('assemblyscript/asc');
  let binary = new Uint8Array();
  const { error } = await main(['kernel.ts', ...options], {
    readFile: (name) => read(path.join(folder, name.replace(/\.ts$/, '.as'))),
    writeFile: (_name, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`kernel.as does not compile: ${error.message}`);
  return Buffer.from(binary).toString('base64');
}

/** The text of a file, null if there is none: the compiler tries several names. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
