import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', ['json', { outputFile: 'node_modules/.cache/test-results.json' }]],
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
  },
});
