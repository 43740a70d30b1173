import { defineConfig } from 'vitest/config';
import { assembly } from './src/math/kernel/compile.mjs';

export default defineConfig({
  plugins: [assembly],
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // On a machine that does much else.
    testTimeout: 30_000,
    maxWorkers: '100%',
    reporters:
      process.env['CI'] === undefined
        ? ['default']
        : ['default', ['json', { outputFile: 'node_modules/.cache/test-results.json' }]],
    coverage: {
      include: ['src/**'],
      reporter: ['text-summary'],
      // A little below what the tests reach: lines 98 %, branches 91 %.
      thresholds: { lines: 96, branches: 89 },
    },
  },
});
