// A name from a file must not drive the terminal, wherever a command prints it.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

const scores =
  'country,laws,skills\nRuri\u001B[31mtania,1,4\nBord\u009Buria,2,1\nSyldavia,2,3\nArcadia,3,2\n';

const commands = [
  ['rank', 'FOLDER'],
  ['bounds', 'FOLDER', '--witness', '--hasse'],
  ['bounds', 'FOLDER', '--hasse', 'dot'],
  ['bounds', 'FOLDER', '--hasse', 'mermaid'],
  ['uncertainty', 'FOLDER', '--draws', '100'],
  ['compare', 'Syldavia', 'Arcadia', 'Ruri\u001B[31mtania', '-e', 'FOLDER'],
  ['reach', '--all', '--to-rank', '1', '-e', 'FOLDER'],
  ['explain', 'Syldavia', '-e', 'FOLDER'],
  ['fit', 'FOLDER'],
];

describe.each(['text', 'markdown'])('as %s', (format) => {
  it.each(commands)('%s shows control characters and passes none on', async (...args) => {
    const folder = folderOf({
      'scores.csv': scores,
      'published.csv': 'country,rank\nRuri\u001B[31mtania,1\nSyldavia,2\n',
    });
    const { stdout, stderr } = await run([
      ...args.map((arg) => arg.replaceAll('FOLDER', folder)),
      '--format',
      format,
    ]);
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(`${stdout}${stderr}`).toMatch(/Ruri␛|Syldavia/);
  });
});
