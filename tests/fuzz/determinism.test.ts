// The order of rows and columns, the time zone and the locale change no number.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { Random } from '../support/random.ts';
import { run } from '../support/run.ts';

const codes = ['laws', 'skills', 'firms', 'cells'];
const countries = ['Estonia', 'Finland', 'Japan', 'Chile', 'Kenya', 'Nepal'];
const framework =
  'code,parent,weight\nlaws,soft,2\nskills,soft,1\nfirms,hard,1\ncells,hard,3\nsoft,,1\nhard,,2\n';

/** Scores as rows of the file, in an order of countries and columns. */
function written(
  scores: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): string {
  const header = ['country', ...columns.map((j) => codes[j])].join(',');
  const lines = rows.map((i) => [countries[i], ...columns.map((j) => scores[i]?.[j])].join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

const calls = [
  ['rank'],
  ['tiers', '--tiers', 'breaks:2'],
  ['bounds', '--region', 'ratio:2'],
  ['bounds', '--region', 'any+around:50%', '--aggregate', 'maximum', '--draws', '60'],
  ['uncertainty', '--draws', '300'],
  ['uncertainty', '--region', 'order:soft,hard', '--draws', '100'],
  ['uncertainty', '--vary', 'noise=5%', '--vary', 'weights=any', '--draws', '60'],
  ['uncertainty', '--vary', 'drop', '--draws', '40'],
  ['sensitivity', '--draws', '32'],
  ['rank', '--weights', 'entropy'],
  ['rank', '--impute', 'neighbours:2'],
];

async function answer(folder: string, [command = '', ...options]: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run([command, folder, ...options, '--format', 'json']);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  const { inputs, problems, edition, ...rest } = JSON.parse(stdout);
  expect([inputs, problems, edition]).not.toContain(undefined);
  return rest;
}

describe('rows and columns in another order', () => {
  it.each(calls.map((call) => [call.join(' '), call] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, call) => {
      for (let seed = 1; seed <= 6; seed += 1) {
        const random = new Random(seed);
        const scores = countries.map(() => codes.map(() => random.whole(0, seed % 2 === 0 ? 5 : 1000)));
        const [rows, columns] = [random.shuffled([...countries.keys()]), random.shuffled([...codes.keys()])];
        const [one, other] = [
          written(scores, [...countries.keys()], [...codes.keys()]),
          written(scores, rows, columns),
        ].map((text) =>
          folderOf({ 'scores.csv': text, 'indicators.csv': framework, 'index.json': '{"name":"Order"}' }),
        );
        expect(await answer(other ?? '', call)).toEqual(await answer(one ?? '', call));
      }
    },
  );
});
