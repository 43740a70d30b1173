// What init says in words: which files there are, and what each is for.
import type { DocumentTable } from '../../report/document.ts';

const purposes = new Map([
  ['index.yaml', 'name, scales of ratings and recipe'],
  ['index.yml', 'name, scales of ratings and recipe'],
  ['index.json', 'name, sources, scales of ratings and recipe'],
  ['indicators.csv', 'the framework: a row an indicator or category'],
  ['scores.csv', 'the scores: a row a country'],
  ['weights.csv', 'named sets of weights'],
  ['raters.csv', 'the same scores by several raters'],
  ['certain.csv', 'the scores that are certain, which no error moves'],
  ['published.csv', 'what was published, for cyberpower check'],
  ['index.schema.json', 'lets editors complete and check the settings'],
]);

/** A row a file; of a file that bears another name, the purpose is empty. */
export function fileTable(files: readonly string[]): DocumentTable {
  return {
    columns: [
      { key: 'file', label: 'file', kind: 'text', tone: 'accent' },
      { key: 'purpose', label: 'what it holds', kind: 'text' },
    ],
    shown: ['file', 'purpose'],
    exported: ['file', 'purpose'],
    rows: files.map((file) => ({ file, purpose: purposes.get(file) ?? '' })),
  };
}
