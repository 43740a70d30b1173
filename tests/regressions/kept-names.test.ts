// A code that JavaScript keeps for itself would be lost as a key: it is refused, or another is taken.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const scores = 'country,laws,__proto__\nEstonia,1,4\nFinland,2,3\n';

it('is refused in indicators.csv', async () => {
  const folder = folderOf({ 'scores.csv': scores, 'indicators.csv': 'code\nlaws\n__proto__\n' });
  const { code, stderr } = await run(['rank', folder]);
  expect(code).toBe(1);
  expect(stderr).toContain('JavaScript keeps the name "__proto__" for itself [framework/bad-code]');
});

it('is changed where scores come without a framework', async () => {
  const folder = folderOf({ 'my.csv': scores });
  const { code, stdout } = await run([
    'rank',
    `${folder}/my.csv`,
    '--fields',
    'name,laws,proto',
    '-f',
    'csv',
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('Estonia,0,100');
});
