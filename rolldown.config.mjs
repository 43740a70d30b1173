// The program as CommonJS, which starts fastest; the library as one ES module; and the licences of what is in
// them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { foldedNames } from './src/input/cells/known-names.mjs';
import { assembly } from './src/math/kernel/compile.mjs';

/** Writes the licence of every package that went into the bundle to one file. */
const licences = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
    const folders = new Set(
      modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
    );
    const texts = [...folders].toSorted().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
      return `${name} ${version}, ${license}\n\n${text}\n`;
    });
    const source = texts.join(`\n${'-'.repeat(72)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
  },
};

/**
 * Left out, as nothing here calls for it: commander would run programs with it, and it takes time to load.
 */
const noChildren = {
  name: 'no-children',
  resolveId: (id) => (id === 'node:child_process' ? '\0no-children' : null),
  load: (id) => (id === '\0no-children' ? 'export const spawn = undefined;' : null),
};

const shared = {
  platform: 'node',
  logLevel: 'warn',
  checks: { ineffectiveDynamicImport: false },
  plugins: [noChildren, assembly, foldedNames, licences],
};

/** Chunks are called by the file or the package that they begin with: commands-rank-json. */
const named = (ending) => (chunk) => {
  const command = /\/src\/(commands\/\w+\/\w+)\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
  return `${command?.replaceAll('/', '-') ?? chunk.name}.${ending}`;
};

export default defineConfig([
  {
    ...shared,
    input: { cli: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
    output: {
      dir: 'dist/cli',
      format: 'cjs',
      dynamicImportInCjs: false,
      minify: true,
      entryFileNames: '[name].cjs',
      // What a command alone needs is loaded with it; `await import` in the sources says where.
      chunkFileNames: named('cjs'),
      codeSplitting: { groups: [{ name: 'core', minShareCount: 6 }] },
    },
  },
  {
    ...shared,
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'es', entryFileNames: '[name].js', chunkFileNames: named('js') },
  },
  // What TypeScript declares of the library, file by file, rolled up into one.
  {
    input: { index: 'node_modules/.cache/declarations/index.d.ts' },
    plugins: [dts({ dtsInput: true, tsconfig: false })],
    output: { dir: 'dist/library', format: 'es' },
  },
]);
