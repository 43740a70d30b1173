// Who holds the lowest of a min–max indicator moves its range by rising, and may need less than reach finds.
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';
import { run } from '../support/run.ts';

interface Reached {
  readonly proved: boolean;
  readonly total: number;
}

const scores = [
  'country,surveillance,defence,control,offence,norms',
  'United States,8.1,6.4,5.0,9.2,7.7',
  'China,9.3,7.1,9.0,8.0,5.2',
  'United Kingdom,7.0,7.9,4.4,7.5,8.1',
  'Russia,8.8,4.9,8.1,8.6,3.9',
  'Netherlands,5.5,7.3,3.1,6.0,8.4',
  'Iran,6.1,3.0,7.7,6.6,1.9',
  'Türkiye,5.0,5.2,6.6,4.0,3.3',
  "Côte d'Ivoire,2.0,2.4,3.0,1.0,3.5",
].join('\n');

const edition = (recipe = '{}') =>
  folderOf({
    'scores.csv': `${scores}\n`,
    'indicators.csv':
      'code,low,high\nsurveillance,0,10\ndefence,0,10\ncontrol,0,10\noffence,0,10\nnorms,0,10\n',
    'index.json': `{ "name": "Small", "recipe": ${recipe} }`,
  });

const reached = async (country: string, folder: string, rank = '1') =>
  named(await told<Reached>('reach', country, '-e', folder, '--to-rank', rank), country);

const words = async (...args: readonly string[]) =>
  (await run(['reach', ...args, '--quiet'])).stdout.replaceAll(/\s+/g, ' ');

describe('a country that holds the lowest of an indicator under min–max', () => {
  it('is not said to need at least what today’s range asks for, as less is enough', async () => {
    const folder = edition();
    const { proved, total } = await reached('Iran', folder);
    expect(proved).toBe(false);
    // Surveillance to 6.6, defence to 7.9 and norms to 8.4 suffice: of ranges of 7.3, 5.5 and 6.5.
    const less = 100 * (0.5 / 7.3 + 4.9 / 5.5 + 6.5 / 6.5);
    expect(less).toBeLessThan(total);
    const tried = await told(
      'whatif',
      'Iran.surveillance=6.6',
      'Iran.defence=7.9',
      'Iran.norms=8.4',
      '-e',
      folder,
    );
    expect(named(tried, 'Iran').rank).toBe(1);
  });

  it('is told the range that the answer assumes', async () => {
    const text = await words('Iran', '-e', edition(), '--to-rank', '1');
    expect(text).toContain(
      "With today's min–max ranges, Iran needs at least 207.9 points more on normalised scores to reach rank 1.",
    );
    expect(text).toContain(
      'confirmed by recomputing the index; less may be enough, as raising scores can change the normalisation',
    );
  });

  it('is told so where the nearest countries are asked for', async () => {
    const text = await words('--all', '-e', edition(), '--to-rank', '1');
    expect(text).toMatch(/With today's min–max ranges, .* is nearest to rank 1/);
  });
});

describe('where no score that rises moves the normalisation', () => {
  it('the least is proved under min–max', async () => {
    const folder = edition();
    expect((await reached('Russia', folder)).proved).toBe(true);
    const text = await words('Russia', '-e', folder, '--to-rank', '1');
    expect(text).toMatch(/ Russia needs at least [\d.]+ points more on normalised scores to reach rank 1\./);
    expect(text).not.toContain("today's");
    expect(text).not.toContain('less may be enough');
  });

  it('the least is proved where the lowest stays fixed', async () => {
    const { countries } = await told<Reached>(
      ...['reach', 'Iran', '-e', edition(), '--to-rank', '3', '--fixed', 'norms'],
    );
    expect(countries.map(({ proved }) => proved)).toEqual([true]);
  });

  it('the least is proved between fixed goalposts', async () => {
    expect((await reached('Iran', edition('{ "normalise": "goalposts" }'))).proved).toBe(true);
  });
});

it('under z-scores any rise moves the normalisation', async () => {
  const folder = edition('{ "normalise": "zscore" }');
  expect((await reached('Russia', folder)).proved).toBe(false);
  expect(await words('Russia', '-e', folder, '--to-rank', '1')).toContain(
    "With today's normalisation, Russia needs at least",
  );
});

it('weights that are taken from the scores move with them', async () => {
  const folder = edition('{ "normalise": "goalposts", "weights": "entropy" }');
  expect((await reached('Russia', folder)).proved).toBe(false);
  expect(await words('Russia', '-e', folder, '--to-rank', '1')).toContain(
    "With today's weights, Russia needs",
  );
});

it('scores that count the same are told to have a highest', async () => {
  expect(await words('Russia', '-e', edition(), '--to-rank', '1')).toMatch(
    /A point counts the same on [^.]+, up to the highest score of each\./,
  );
});
