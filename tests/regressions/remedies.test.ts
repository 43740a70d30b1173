// Remedies that fit what was written.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const folder = () => folderOf({ 'my.csv': 'country,laws,skills\nEstonia,1,4\nFinland,2,3\nJapan,5,5\n' });

it('an edition beside the country of explain is named after -e', async () => {
  const file = `${folder()}/my.csv`;
  const { code, stderr } = await run(['explain', 'Japan', file]);
  expect(code).toBe(2);
  expect(stderr.replaceAll(file, 'my.csv')).toContain(
    'name the edition after -e: cyberpower explain Japan -e my.csv',
  );
});

it('a step alone after --vary is told to name what it may be', async () => {
  const file = `${folder()}/my.csv`;
  expect((await run(['uncertainty', file, '--vary', 'weights'])).stderr).toContain(
    'name a region: weights=around:25%',
  );
  expect((await run(['uncertainty', file, '--vary', 'normalise'])).stderr).toContain(
    'normalise=minmax/goalposts',
  );
});

it('a CSV without published results is told where they go', async () => {
  const { code, stderr } = await run(['fit', `${folder()}/my.csv`]);
  expect(code).toBe(1);
  expect(stderr).toContain('and put published.csv there');
});
