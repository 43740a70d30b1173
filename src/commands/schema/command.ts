// schema: what is the form of the JSON that a command prints, and of an edition's settings?
import { ProblemsError } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import type { Column, Document } from '../../report/document.ts';
import type { Call, Command, CommandEntry } from '../command.ts';
import { outputOptions } from '../shared/options.ts';
import { allDescribed, findDescribed, type Described } from './described.ts';

export const command: Command = {
  arguments: [{ name: 'name', meaning: 'a command, or "index" for the settings of an edition' }],
  options: outputOptions,
  description:
    'Prints the JSON Schema (draft 7) of the output of a command, or of index.json and index.yaml. ' +
    'Without a name, it lists the schemas.',
  examples: [
    { line: 'cyberpower schema', says: 'all schemas' },
    { line: 'cyberpower schema rank', says: 'the output of rank' },
    { line: 'cyberpower schema index -o index.schema.json', says: 'the settings, for an editor' },
  ],
  run,
};

const columns: readonly Column[] = [
  { key: 'name', label: 'name', kind: 'text', tone: 'accent' },
  { key: 'describes', label: 'what it describes', kind: 'text' },
];

async function run({ arguments: [name], commands }: Call): Promise<Document> {
  return name === undefined ? allSchemas(commands) : oneSchema(name, commands);
}

async function allSchemas(commands: readonly CommandEntry[]): Promise<Document> {
  const rows = (await allDescribed(commands)).map(rowOf);
  return {
    command: 'schema',
    title: 'JSON Schemas (draft 7) of what commands print as JSON, and of settings',
    table: { columns, shown: ['name', 'describes'], exported: ['name', 'describes'], rows },
    notes: ['cyberpower schema NAME prints one of them'],
    data: async () => ({ schemas: rows }),
  };
}

async function oneSchema(name: string, commands: readonly CommandEntry[]): Promise<Document> {
  const found = await findDescribed(name, commands);
  if (found === null) throw await unknownSchema(name, commands);
  const schema = await found.schema();
  return {
    command: 'schema',
    title: '',
    table: { columns, shown: [], exported: ['name', 'describes'], rows: [rowOf(found)] },
    passages: [{ lines: JSON.stringify(schema, null, 2).split('\n'), isVerbatim: true }],
    notes: [],
    isForeign: true,
    data: async () => schema,
  };
}

function rowOf({ name, describes }: Described) {
  return { name, describes };
}

async function unknownSchema(name: string, commands: readonly CommandEntry[]): Promise<ProblemsError> {
  const known = (await allDescribed(commands)).map((one) => one.name);
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
