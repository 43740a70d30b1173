// init: how do I start an edition of my own?
import { recipeTemplate, settingsTemplate, templateFiles } from '../../input/edition/template.ts';
import { bundledNames } from '../../input/files/files.ts';
import { writeFolder } from '../../input/files/disk/write.ts';
import { settingsSchema } from '../../input/options/settings/schema.ts';
import { count } from '../../model/words.ts';
import type { Document } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { fileOptions, outputOptions, textOf } from '../shared/options.ts';
import { copyOf, type Files } from './copy.ts';
import { baseName } from './file-names.ts';
import { fileTable } from './text.ts';

export const command: Command = {
  arguments: [{ name: 'folder', meaning: 'where to write it (default my-index)' }],
  options: [
    {
      flags: '--from <edition>',
      meaning: 'copy a bundled edition or a folder, or make an edition from a CSV file',
      group: 'Start',
    },
    ...fileOptions,
    ...outputOptions,
  ],
  description:
    'Writes a small working edition whose comments say what you can change, or a copy of another ' +
    'edition. It never overwrites a file.',
  examples: [
    { line: 'cyberpower init', says: 'a small example in my-index' },
    { line: 'cyberpower init power-2026 --from ncpi-2020', says: 'a copy to change' },
    { line: 'cyberpower init baltic --from my.csv', says: 'an edition from a CSV file' },
  ],
  form: async () => (await import('./json.ts')).form,
  run,
};

async function run(call: Call): Promise<Document> {
  const from = textOf(call.options['from']);
  const folder = call.arguments[0] ?? (from === null ? 'my-index' : `my-${baseName(from)}`);
  // As it has to be named, since a bundled edition wins over a folder.
  const path = bundledNames().includes(folder) ? `./${folder}` : folder;
  const files = from === null ? smallEdition(path) : await copyOf(from, path, call);
  files.set('index.schema.json', `${JSON.stringify(await settingsSchema(), null, 2)}\n`);
  await call.uninterrupted(() => writeFolder(folder, files));
  const names = [...files.keys()];
  return {
    command: 'init',
    title: `${folder}: ${count(names.length, 'file')} written`,
    table: fileTable(names),
    notes: [`rank it: cyberpower rank ${path}`],
    data: async () => (await import('./json.ts')).dataOf(folder, names),
  };
}

function smallEdition(folder: string): Files {
  const settings = settingsTemplate(
    folder,
    'My index',
    'progress: [none, partial, full]',
    'The scores are invented, to show the form. Replace them with your own.',
    recipeTemplate,
  );
  return new Map([['index.yaml', settings], ...templateFiles]);
}
