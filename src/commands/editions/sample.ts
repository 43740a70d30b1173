// How the scores of an edition look: a corner of them, in the words and numbers of the file.
import { at, of } from '../../math/at.ts';
import type { Edition } from '../../model/edition.ts';
import { indicators, type Indicator } from '../../model/framework.ts';
import { count } from '../../model/words.ts';
import { editionRows, type EditionRow } from '../../model/rows.ts';
import type { Cell, Column, Passage } from '../../report/document.ts';
import { ratingWord } from '../shared/parts/ratings.ts';

const FIRST_ROWS = 3;
const FIRST_COLUMNS = 4;

export function sampleOf(edition: Edition): Passage {
  const { countries, framework } = edition;
  const leaves = [...new Map(indicators(framework).map((leaf) => [leaf.column, leaf])).values()];
  const shown = leaves.slice(0, FIRST_COLUMNS);
  const rows = editionRows(countries.slice(0, FIRST_ROWS)).map((row) => ({
    name: at(countries, row).name,
    ...Object.fromEntries(shown.map((leaf) => [leaf.column, cellOf(edition, leaf, row)])),
  }));
  const amount = `${rows.length} of ${count(countries.length, 'country', 'countries')}`;
  return {
    title: `Scores (${amount}, ${shown.length} of ${count(leaves.length, 'column')})`,
    lines: [],
    table: {
      columns: [{ key: 'name', label: 'country', kind: 'text' }, ...shown.map(columnOf)],
      shown: ['name', ...shown.map(({ column }) => column)],
      exported: [],
      rows,
    },
  };
}

function columnOf({ column, scale }: Indicator): Column {
  return { key: column, label: column, kind: scale === null ? 'number' : 'text' };
}

function cellOf({ columns, scales }: Edition, leaf: Indicator, row: EditionRow): Cell {
  const score = at(of(columns, leaf.column), row);
  return score === null ? null : (ratingWord(scales, leaf, score) ?? score);
}
