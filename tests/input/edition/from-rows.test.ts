import { expect, it } from 'vitest';
import { readTable } from '../../../src/input/files/csv.ts';
import { decode } from '../../../src/input/files/text.ts';
import { bundledPath } from '../../../src/input/files/files.ts';
import { editionOf, loadEdition } from '../../../src/input/edition/load.ts';
import type { Row } from '../../../src/input/edition/from-rows.ts';
import { build } from '../../../src/methods/build.ts';
import { ProblemsError } from '../../../src/model/problem.ts';
import { readFileSync } from 'node:fs';

/** The rows of a file of a bundled edition. */
function rowsOf(name: string): Row[] {
  const file = bundledPath(`iiss-2021/${name}`);
  const table = readTable(name, decode({ path: name, bytes: readFileSync(file) }));
  return [...Array(table.height).keys()].map((row) =>
    Object.fromEntries(table.header.map((column, i) => [column, table.text(row, i)])),
  );
}

it('an edition from the rows of its files is that of the files', async () => {
  const index: object = JSON.parse(readFileSync(bundledPath('iiss-2021/index.json'), 'utf8'));
  const [scores, indicators, weights, published] = ['scores', 'indicators', 'weights', 'published'].map(
    (name) => rowsOf(`${name}.csv`),
  );
  const own = await editionOf(
    {
      scores: scores ?? [],
      indicators: indicators ?? [],
      weights: weights ?? [],
      published: published ?? [],
      index,
    },
    { published: true },
  );
  const filed = await loadEdition('iiss-2021', { published: true });
  expect(own.problems).toEqual(filed.problems);
  expect(own.published).toHaveLength(filed.published?.length ?? 0);
  const [result, same] = [build(own.edition), build(filed.edition)];
  expect([result.index, result.ranks, result.tiering]).toEqual([same.index, same.ranks, same.tiering]);
});

it('scores alone will do; what is missing is null, undefined or not there', async () => {
  const { edition } = await editionOf(
    {
      name: 'ours',
      scores: [
        { country: 'France', laws: 4, skills: 2.5 },
        { country: 'Japan', laws: null, skills: 1e-7 },
        { country: 'Korea, Rep.', skills: 1234.5, laws: undefined },
        { skills: 3, country: 'Brazil' },
      ],
    },
    { recipe: { missing: { method: 'skip' } } },
  );
  expect(edition.about.title).toBe('ours');
  expect(edition.countries.map(({ code }) => code)).toEqual(['FRA', 'JPN', 'KOR', 'BRA']);
  expect([...edition.columns.values()]).toEqual([
    [4, null, null, null],
    [2.5, 1e-7, 1234.5, 3],
  ]);
});

it('what is wrong is told as it is of files, with the line that the row would have', async () => {
  const error: unknown = await editionOf({
    scores: [
      { country: 'France', laws: 4 },
      { country: 'Japan "Nippon"', laws: 'a, lot' },
    ],
    indicators: [{ code: 'laws' }],
  }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemsError);
  const problems = error instanceof ProblemsError ? error.problems : [];
  expect(problems.map(({ code, place }) => [code, place])).toEqual(
    expect.arrayContaining([
      ['scores/not-a-number', expect.objectContaining({ file: 'scores.csv', line: 3 })],
    ]),
  );
});
