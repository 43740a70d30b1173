// The keys of index.json and index.yaml: what each may hold, read key by key.
import * as v from 'valibot';
import type { Fault, Path } from '../../../model/fault.ts';
import { faultsIn } from '../../../model/fault.ts';
import { didYouMean, list } from '../../../model/words.ts';
import { badForm, isRecord, show, type Complain, type Complaint } from '../complaint.ts';

const text = v.string('put the text between quotation marks');
const source = v.strictObject(
  {
    title: text,
    publisher: v.exactOptional(text),
    date: v.exactOptional(text),
    url: v.exactOptional(text),
  },
  'write { "title": …, "publisher": …, "date": …, "url": … }',
);
const scaleDemand = 'write a list of at least two ratings, the worst first, or a number for each rating';
const scale = v.union(
  [
    v.pipe(v.array(text, scaleDemand), v.minLength(2, scaleDemand)),
    v.pipe(
      v.record(v.string(), v.pipe(v.number(), v.finite())),
      v.check((ratings) => !Array.isArray(ratings) && Object.keys(ratings).length >= 2),
    ),
  ],
  scaleDemand,
);
const year = 'write a whole number without quotation marks';

/** The keys of the file, each with what it holds. */
export const entries = {
  $schema: text,
  name: text,
  year: v.pipe(v.number(year), v.integer(year)),
  description: text,
  sources: v.array(source, 'write a list of sources: [{ "title": … }]'),
  licence: text,
  facts: text,
  ours: text,
  illustrative: text,
  scales: v.record(v.string(), scale, 'write a scale for each name: { "mine": ["weak", "strong"] }'),
  recipe: v.record(v.string(), v.unknown(), 'write a method for each step: { "aggregate": "geometric" }'),
};
export type Entries = { readonly [Key in keyof typeof entries]?: v.InferOutput<(typeof entries)[Key]> };

/** Reads key by key, so that one that is wrong does not lose the others. */
export function readEntries(value: unknown, complain: Complain): Entries {
  const keys = Object.keys(entries).filter((key) => key !== '$schema');
  if (!isRecord(value)) {
    complain(badForm('the file does not consist of keys with values', `its keys are ${list(keys)}`), []);
    return {};
  }
  const read: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (!isKey(key)) {
      const what = `there is no "${key}" here${didYouMean(key, keys)}`;
      complain(badForm(what, `the keys here are ${list(keys)}`, key), [key]);
      continue;
    }
    const faults = faultsOf(key, entry);
    for (const { message, path } of faults)
      complain(entryComplaint(entry, message, [key, ...path]), [key, ...path]);
    if (faults.length === 0) read[key] = entry;
  }
  return read;
}

function isKey(key: string): key is keyof typeof entries {
  return Object.hasOwn(entries, key);
}

function faultsOf(key: keyof typeof entries, entry: unknown): Fault[] {
  // To the library a list is a record too.
  if (Array.isArray(entry) && (key === 'recipe' || key === 'scales'))
    return [{ message: entries[key].message, path: [] }];
  return faultsIn(entries[key])(entry);
}

function entryComplaint(entry: unknown, message: string, path: Path): Complaint {
  // That a key is unknown or missing is told by the schema of an object; all others say what to write.
  if (/^(?:there is no|")/.test(message)) return keyComplaint(message, path);
  const value = valueIn(entry, path.slice(1));
  return badForm(`"${path.join('.')}" cannot be ${show(value)}`, message, show(value));
}

function keyComplaint(message: string, path: Path): Complaint {
  const around = path.slice(0, -1).join('.');
  if (path[0] !== 'sources')
    return badForm(`"${around}" does not fit: ${message}`, 'cyberpower schema index prints the form');
  const keys = Object.keys(source.entries);
  const isTold = message.includes('did you mean') || message.includes('missing');
  const suggestion = isTold ? '' : didYouMean(String(path.at(-1)), keys);
  return badForm(
    `"${around}" does not fit: ${message}${suggestion}`,
    `the keys of a source are ${list(keys)}`,
  );
}

/** What stands at a path inside a value; undefined where there is nothing. */
function valueIn(value: unknown, path: Path): unknown {
  let inside = value;
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null) return undefined;
    inside = Object.entries(inside).find(([one]) => one === String(key))?.[1];
  }
  return inside;
}
