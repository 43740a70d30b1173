import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const nations = { 'scores.csv': 'country,laws\nFrance,1\nJapan,2\n', 'indicators.csv': 'code\nlaws\n' };

it('an edition with raters says how many there are, and how many scores several gave', async () => {
  const folder = folderOf({
    ...nations,
    'raters.csv': 'rater,country,indicator,value\nBo,France,laws,2\nAna,France,laws,1\nAna,Japan,laws,2\n',
  });
  const { stdout } = await run(['editions', folder]);
  expect(stdout).toMatch(/^Raters +2 \(Ana and Bo\); 1 score by several of them$/m);
  expect(stdout.replaceAll(/\s+/g, '')).toContain(`${folder}/raters.csv`);
});

it('an edition without raters does not speak of them', async () => {
  expect((await run(['editions', folderOf(nations)])).stdout).not.toContain('Raters');
});
