// The program as CommonJS, which starts fastest on Node 20; the library as one ES module; and the licences of what is in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'rolldown';

/** Writes the licence of every package that went into the bundle beside it. */
const licences = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
    const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
    const texts = [...folders].toSorted().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text = file !== undefined && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
      return `${name} ${version}, ${license}\n\n${text}\n`;
    });
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: texts.join(`\n${'-'.repeat(72)}\n\n`) });
  },
};

/** Commander loads this for subcommands that are programs of their own; there are none, and loading it costs a tenth of a start. */
const noChildProcesses = {
  name: 'no-child-processes',
  resolveId: (id) => (/^(?:node:)?child_process$/.test(id) ? '\0no-child-processes' : null),
  load: (id) => (id === '\0no-child-processes' ? 'export const spawn = undefined;' : null),
};

/** Escapes all but ASCII, so that V8 reads the file byte by byte: half the memory, and faster. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

const shared = { platform: 'node', logLevel: 'warn', plugins: [noChildProcesses, licences] };

export default defineConfig([
  {
    ...shared,
    plugins: [...shared.plugins, asciiOnly],
    input: { main: 'src/cli/main.ts' },
    // What every run needs is one file, compiled ahead; YAML and colours are read when they are needed.
    output: {
      dir: 'dist/cli', format: 'cjs', dynamicImportInCjs: false, entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', minify: true,
      codeSplitting: { groups: [
        { name: 'yaml', test: /node_modules\/yaml\// },
        { name: 'chalk', test: /node_modules\/chalk\// },
        { name: 'core', test: (id) => !/cli\/main\.ts$|package\.json$/.test(id) },
      ] },
    },
  },
  {
    ...shared,
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  },
]);
