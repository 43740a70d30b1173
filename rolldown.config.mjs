// The program as CommonJS, which starts fastest on Node 20; the library as one ES module.
import { defineConfig } from 'rolldown';

const shared = { platform: 'node', logLevel: 'warn' };

export default defineConfig([
  {
    ...shared,
    input: { main: 'src/cli/main.ts' },
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
