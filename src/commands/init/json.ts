// What init wrote as JSON: the form, and what is put into it.
import * as v from 'valibot';
import { form as formHead, key, type DataOf, type Form } from '../shared/json.ts';

const piece = v.strictObject({
  ...formHead('init'),
  folder: key(v.string(), 'where they are'),
  files: key(v.array(v.string()), 'their names'),
});

export const form: Form = { describes: 'the files that were written', piece };

export function dataOf(folder: string, files: readonly string[]): DataOf<typeof piece> {
  return { folder, files };
}
