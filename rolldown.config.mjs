// The program as CommonJS with lazy chunks, which starts fastest on Node 20; the library as one ES module.
import { defineConfig } from 'rolldown';

const shared = { platform: 'node', logLevel: 'warn' };

export default defineConfig([
  {
    ...shared,
    input: { main: 'src/cli/main.ts' },
    output: { dir: 'dist/cli', format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', minify: true, comments: { legal: true } },
  },
  {
    ...shared,
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  },
]);
