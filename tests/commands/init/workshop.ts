// A folder to write editions into, and what is there afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from '../../support/files.ts';
import { run, type World } from '../../support/run.ts';

export const everyFile = ['index.schema.json', 'index.yaml', 'indicators.csv', 'scores.csv'];

/** A folder with files in it, and how to call the program on what is there. */
export function workshop(files: Parameters<typeof folderOf>[0] = {}) {
  const folder = folderOf(files);
  const call = async (args: readonly string[], world: World = {}) => {
    const ran = await run(
      args.map((arg) => arg.replaceAll('FOLDER', folder)),
      world,
    );
    return {
      ...ran,
      stdout: ran.stdout.replaceAll(folder, 'FOLDER'),
      stderr: ran.stderr.replaceAll(folder, 'FOLDER'),
    };
  };
  return {
    folder,
    call,
    read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
    /** What is in the folder, at whatever depth. */
    there: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(),
    /** What is ranked and how, whatever the edition and its files are called. */
    ranking: async (edition: string, world: World = {}) => {
      const { code, stdout, stderr } = await call(['rank', edition, '--format', 'json'], world);
      if (code !== 0) return stderr;
      const document: Readonly<Record<string, unknown>> = JSON.parse(stdout);
      return {
        recipe: document['recipe'],
        overrides: document['overrides'],
        illustrative: document['illustrative'],
        countries: document['countries'],
      };
    },
  };
}
