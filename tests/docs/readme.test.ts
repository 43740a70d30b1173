import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regenerate } from './readme.ts';

const readme = readFileSync('README.md', 'utf8');

it('the README says what its commands print and what the tables hold', { timeout: 60_000 }, async () => {
  await expect(regenerate(readme)).toMatchFileSnapshot('../../README.md');
});

it('the README shows true output within its first 15 lines', () => {
  const first = readme.split('\n').slice(0, 15).join('\n');
  expect(first).toContain('$ npx cyberpower rank');
  expect(first).toContain('United States');
});

it('the README has the two lines that a newcomer needs', () => {
  expect(readme).toMatch(/^npm ci && npx cyberpower rank$/m);
  expect(readme).toMatch(/^npm ci && npm test$/m);
});
