// rank: who ranks where?
import { nodes } from '../../model/framework.ts';
import { tierOf, type Result } from '../../model/result.ts';
import type { Column, Document, Row } from '../../report/document.ts';
import { decimalsFor } from '../../report/numbers.ts';
import { present } from '../../math/statistics/column.ts';
import type { Call, Command } from '../command.ts';
import { editionArgument, outputOptions, recipeOptions, rowOptions } from '../shared/options.ts';
import { arrange, inRankOrder, latestRows, notInLatestYear, placesOf, standingJson } from '../shared/rows.ts';
import { ownWeightsJson } from '../shared/weights.ts';
import { jsonHead, notesOf, open, titleOf } from '../shared/session.ts';

export const command: Command = {
  arguments: [editionArgument],
  options: [...recipeOptions, ...rowOptions, ...outputOptions],
  description:
    'Computes the index and ranks the countries by it. A rank is 1 + the number of countries strictly ahead.',
  examples: [
    { line: 'cyberpower rank', says: 'the bundled example' },
    { line: 'cyberpower rank my.csv', says: 'your own scores' },
    { line: 'cyberpower rank --weights set:security-first --top 5', says: 'other weights, the first five' },
    {
      line: 'cyberpower rank my.csv --aggregate geometric --normalise minmax:floor=1',
      says: 'another recipe',
    },
    { line: 'cat my.csv | cyberpower rank - --format json | jq .countries', says: 'in a pipeline' },
  ],
  run,
};

async function run(call: Call): Promise<Document> {
  const session = await open(call, call.arguments[0]);
  const { edition, result } = session;
  const columns = columnsFor(result);
  const rows = latestRows(result);
  const entries = inRankOrder(result.ranks, result.countries, rows).flatMap((row) => {
    const country = result.countries[row];
    return country === undefined ? [] : [{ row, country, fields: fieldsOf(result, row, columns) }];
  });
  const fields = columns.filter(({ kind }) => kind !== 'bar').map(({ key }) => key);
  const { entries: shown, hidden, notes } = await arrange(entries, call.options, fields);
  const tier = result.tiering === null ? [] : ['tier'];
  const isIllustrative = edition.about.illustrative !== null;
  return {
    command: 'rank',
    title: titleOf(edition),
    table: {
      columns,
      shown: ['rank', 'name', 'score', 'bar', ...tier],
      exported: ['rank', 'code', 'name', 'score', ...tier, ...(isIllustrative ? ['illustrative'] : [])],
      rows: shown.map((entry) => entry.fields),
    },
    notes: [...notes, ...notInLatestYear(result), ...notesOf(session)],
    inputs: edition.inputs.map(({ path }) => path),
    data: async () => ({
      ...(await jsonHead(session)),
      hidden,
      countries: shown.map(({ row }) => toJson(result, row)),
    }),
  };
}

function columnsFor(result: Result): Column[] {
  const groups = [...new Set(result.countries.flatMap((country) => Object.keys(country.groups)))];
  const base: Column[] = [
    { key: 'rank', label: 'rank', kind: 'number' },
    { key: 'code', label: 'code', kind: 'text' },
    { key: 'name', label: 'country', kind: 'text' },
    { key: 'year', label: 'year', kind: 'number' },
    { key: 'score', label: 'index', kind: 'number', decimals: placesOf(result) },
    { key: 'bar', label: '', kind: 'bar', of: 'score' },
    { key: 'tier', label: 'tier', kind: 'text' },
    { key: 'illustrative', label: 'illustrative', kind: 'text' },
  ];
  const taken = (key: string) => base.some((column) => column.key === key);
  return [
    ...base,
    ...nodes(result.framework)
      .slice(1)
      .map(({ code }): Column => ({
        key: taken(code) ? `scores.${code}` : code,
        label: code,
        kind: 'number',
        // Worked out where it is shown only.
        get decimals() {
          return decimalsFor(present(result.scores.get(code) ?? []));
        },
      })),
    ...groups.map((group): Column => ({
      key: taken(group) ? `groups.${group}` : group,
      label: group,
      kind: 'text',
    })),
  ];
}

function fieldsOf(result: Result, row: number, columns: readonly Column[]): Row {
  const country = result.countries[row];
  const known: Row = {
    rank: result.ranks[row] ?? null,
    code: country?.code ?? null,
    name: country?.name ?? '',
    year: country?.year ?? null,
    score: result.index[row] ?? null,
    tier: tierOf(result, row),
    illustrative: result.edition.about.illustrative === null ? 'false' : 'true',
  };
  const others = columns
    .filter(({ key }) => !Object.hasOwn(known, key) && key !== 'bar')
    .map(
      ({ key, label }) =>
        [
          key,
          result.scores.has(label) && !key.startsWith('groups.')
            ? (result.scores.get(label)?.[row] ?? null)
            : (country?.groups[label] ?? null),
        ] as const,
    );
  return { ...known, ...Object.fromEntries(others) };
}

function toJson(result: Result, row: number): Record<string, unknown> {
  const country = result.countries[row];
  return {
    ...standingJson(result, row),
    groups: country?.groups ?? {},
    ...ownWeightsJson(result, row),
    scores: Object.fromEntries(
      [...nodes(result.framework)].map(({ code }) => [code, result.scores.get(code)?.[row] ?? null]),
    ),
  };
}
