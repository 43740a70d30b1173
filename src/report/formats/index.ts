// All formats there are, the usual one first; each is loaded when it is asked for. Another one is an entry
// here, and its function.
import { readers, type Format } from './format.ts';

export const formats: readonly [Format, ...Format[]] = [
  {
    name: 'text',
    ending: 'txt',
    reader: 'terminal',
    load: async () => (await import('./text.ts')).formatText,
  },
  {
    name: 'markdown',
    shortName: 'md',
    ending: 'md',
    reader: 'page',
    load: async () => (await import('./markdown.ts')).formatMarkdown,
  },
  {
    name: 'csv',
    ending: 'csv',
    reader: 'spreadsheet',
    load: async () => (await import('./delimited.ts')).formatCsv,
  },
  {
    name: 'tsv',
    ending: 'tsv',
    reader: 'spreadsheet',
    load: async () => (await import('./delimited.ts')).formatTsv,
  },
  {
    name: 'json',
    ending: 'json',
    reader: 'script',
    load: async () => (await import('./json.ts')).formatJson,
  },
];

/** What files end in: `.json`, `.csv`, and so on. */
export const fileEndings: readonly string[] = formats
  .toSorted((a, b) => readers.indexOf(a.reader) - readers.indexOf(b.reader))
  .map(({ ending }) => `.${ending}`);
