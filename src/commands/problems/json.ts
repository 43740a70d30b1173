// Codes of problems as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { form as formHead, key, type DataOf, type Form, type JsonOf } from '../shared/json.ts';
import type { Entry } from './entries.ts';

const code = v.strictObject({
  code: key(v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z-]+$/)), 'as it stands in messages'),
  group: key(v.string(), 'its part before the slash'),
  meaning: key(v.string(), 'what it means'),
  why: key(v.string(), 'why it matters'),
  fix: key(v.string(), 'how to fix it'),
  example: key(
    v.strictObject({
      command: key(v.string(), 'a command that has the problem'),
      message: key(v.string(), 'the message, line by line'),
    }),
    'one case of it',
  ),
});

const piece = v.strictObject({
  ...formHead('problems'),
  codes: key(v.array(code), 'group by group'),
});

export const form: Form = {
  describes: 'the codes of problems, what each means and how to fix it',
  piece,
};

export function dataOf(entries: readonly Entry[]): DataOf<typeof piece> {
  return { codes: entries.map(codeOf) };
}

function codeOf({ code: name, group, meaning, why, fix, example }: Entry): JsonOf<typeof code> {
  const { command, message } = example;
  return { code: name, group, meaning, why, fix, example: { command, message: message.join('\n') } };
}
