// Small editions to check, and what is done with them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from '../../support/files.ts';
import { run } from '../../support/run.ts';

/** Sound, with what was published: (100 + 75) / 2 = 87.5; (50 + 100) / 2 = 75; 0. */
export const files = {
  'scores.csv': 'country,laws,skills\nFrance,3,4\nJapan,2,5\nKenya,1,1\n',
  'indicators.csv': 'code\nlaws\nskills\n',
  'published.csv': 'country,score,rank\nFrance,87.5,1\nJapan,75.0,2\nKenya,0.0,3\n',
};

export const unpublished = { 'scores.csv': files['scores.csv'], 'indicators.csv': files['indicators.csv'] };

/** With a warning: nobody knows Arcadia. */
export const doubtful = { ...unpublished, 'scores.csv': files['scores.csv'].replace('Kenya', 'Arcadia') };

/** A folder with these files, and how it is checked, kept and edited. */
export function workshop(content: Readonly<Record<string, string>>) {
  const folder = folderOf(content);
  const call = async (args: readonly string[]) => {
    const ran = await run(args.map((arg) => arg.replaceAll('FOLDER', folder)));
    return {
      ...ran,
      stdout: ran.stdout.replaceAll(folder, 'FOLDER'),
      stderr: ran.stderr.replaceAll(folder, 'FOLDER'),
    };
  };
  return {
    folder,
    call,
    check: async (...options: readonly string[]) => call(['check', 'FOLDER', ...options]),
    json: async (...options: readonly string[]): Promise<Readonly<Record<string, unknown>>> =>
      JSON.parse((await call(['check', 'FOLDER', ...options, '--format', 'json'])).stdout),
    keep: async (...options: readonly string[]) =>
      writeFileSync(
        path.join(folder, 'kept.json'),
        (await run(['rank', folder, '--format', 'json', ...options])).stdout,
      ),
    edit: (name: string, from: string, to: string) =>
      writeFileSync(path.join(folder, name), readFileSync(path.join(folder, name), 'utf8').replace(from, to)),
  };
}
