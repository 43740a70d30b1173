// What a person who has just come must find in the README.
import { expect, it } from 'vitest';
import { textOf } from './documents.ts';

const readme = textOf('README.md');
const lines = readme.split('\n');

it('the README is read in a quarter of an hour: at most 300 lines', () => {
  expect(lines.length).toBeLessThanOrEqual(300);
});

it('the README shows true output within its first 15 lines', () => {
  const first = lines.slice(0, 15).join('\n');
  expect(first).toContain('$ npx cyberpower rank');
  expect(first).toContain('United States');
});

it('the README has the two lines that a newcomer needs', () => {
  expect(readme).toMatch(/^npm ci && npx cyberpower rank$/m);
  expect(readme).toMatch(/^npm ci && npm test$/m);
});

it('the README shows the library', () => {
  expect(readme).toMatch(/^```ts\nimport \{ build, loadEdition \} from 'cyberpower';$/m);
});
