// What has a JSON Schema: the settings of an edition, and what each command of the list prints.
import { settingsSchema } from '../../input/options/settings/schema.ts';
import type { CommandEntry } from '../command.ts';
import type { Form } from '../shared/json.ts';

/** Something that has a JSON Schema. */
export interface Described {
  readonly name: string;
  readonly describes: string;
  readonly schema: () => Promise<Readonly<Record<string, unknown>>>;
}

const settings: Described = {
  name: 'index',
  describes: 'index.json and index.yaml: the settings of an edition',
  schema: settingsSchema,
};

/** All that there are: the settings of an edition, then the commands that have a form. */
export async function allDescribed(commands: readonly CommandEntry[]): Promise<Described[]> {
  const found = await Promise.all(inOrder(commands).map(describedBy));
  return [settings, ...found.filter((one) => one !== null)];
}

/** The one of that name; null if there is none. Loads no other command. */
export async function findDescribed(
  name: string,
  commands: readonly CommandEntry[],
): Promise<Described | null> {
  if (name === settings.name) return settings;
  const entry = commands.find((one) => one.name === name);
  return entry === undefined ? null : describedBy(entry);
}

/** Commands as they come, each that belongs behind another one behind it. */
function inOrder(commands: readonly CommandEntry[]): CommandEntry[] {
  const ordered = commands.filter(({ schemaBehind }) => schemaBehind === undefined);
  for (const entry of commands.filter(({ schemaBehind }) => schemaBehind !== undefined)) {
    const place = ordered.findIndex(({ name }) => name === entry.schemaBehind);
    ordered.splice(place + 1, 0, entry);
  }
  return ordered;
}

async function describedBy(entry: CommandEntry): Promise<Described | null> {
  const command = await entry.load();
  const form = await command.form?.();
  if (form === undefined) return null;
  return { name: entry.name, describes: form.describes, schema: async () => schemaOf(entry.name, form) };
}

/** Draft 7, with a title; what makes it is loaded when it is asked for, as few runs are. */
async function schemaOf(
  command: string,
  { describes, piece, definitions }: Form,
): Promise<Record<string, unknown>> {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  const { $schema, ...schema } = toJsonSchema(piece, definitions === undefined ? {} : { definitions });
  return { $schema, title: `cyberpower ${command} --format json`, description: describes, ...schema };
}
