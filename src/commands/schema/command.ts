// schema: what is the form of the JSON that a command prints, and of an edition's settings?
import { ProblemsError } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Column, Document, DocumentTable } from '../../report/document.ts';
import type { Call, Command } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { described } from './schemas.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a command, or index for the settings of an edition' }],
  options: outputOptions,
  description:
    'Prints the JSON Schema (draft 7) of what a command prints with --format json, or of index.json and ' +
    'index.yaml; without a name, lists what there is.',
  examples: [
    { line: 'cyberpower schema', says: 'all that there are' },
    { line: 'cyberpower schema rank', says: 'the form of a ranking' },
    { line: 'cyberpower schema index -o index.schema.json', says: 'for an editor' },
  ],
  run,
};

const columns: readonly Column[] = [
  { key: 'name', label: 'name', kind: 'text', tone: 'accent' },
  { key: 'describes', label: 'what it describes', kind: 'text' },
];

async function run({ arguments: [name] }: Call): Promise<Document> {
  const rows = Object.entries(described).map(([key, { describes }]) => ({ name: key, describes }));
  const table: DocumentTable = {
    columns,
    shown: ['name', 'describes'],
    exported: ['name', 'describes'],
    rows,
  };
  if (name === undefined) {
    return {
      command: 'schema',
      title: 'JSON Schemas (draft 7) of what commands print as JSON, and of settings',
      table,
      notes: ['cyberpower schema NAME prints one of them'],
      inputs: [],
      data: async () => ({ schemas: rows }),
    };
  }
  const found = Object.hasOwn(described, name) ? described[name] : undefined;
  if (found === undefined) throw unknown(name);
  const schema = await found.schema();
  return {
    command: 'schema',
    title: '',
    table: { ...table, shown: [], rows: rows.filter((row) => row.name === name) },
    passages: [{ lines: JSON.stringify(schema, null, 2).split('\n'), isVerbatim: true }],
    notes: [],
    inputs: [],
    isForeign: true,
    data: async () => schema,
  };
}

function unknown(name: string): ProblemsError {
  const known = Object.keys(described);
  return new ProblemsError([
    {
      code: 'usage/unknown-name',
      severity: 'error',
      place: { argument: name },
      value: name,
      what: `there is no schema "${name}"${didYouMean(name, known)}`,
      fix: `the schemas are ${list(known)}`,
    },
  ]);
}
