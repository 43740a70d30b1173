// What may stand beside --recipe, and what may be given to it.
import { describe, expect, it } from 'vitest';
import { workshop } from './workshop.ts';

describe('beside --recipe', () => {
  it('an option wins, and the other steps stay as they were', async () => {
    const { keep, call } = workshop();
    await keep([
      'rank',
      'FOLDER/plain.csv',
      '--aggregate',
      'power:p=2',
      '--rank',
      'dense',
      '--weights',
      'laws=2',
    ]);
    const { stdout } = await call([
      'rank',
      '--recipe',
      'FOLDER/kept.json',
      '--aggregate',
      'minimum',
      '--format',
      'json',
    ]);
    expect(stdout).toBe(
      (
        await call([
          'rank',
          'FOLDER/plain.csv',
          '--aggregate',
          'minimum',
          '--rank',
          'dense',
          '--weights',
          'laws=2',
          '--format',
          'json',
        ])
      ).stdout,
    );
  });

  it('another selection brings back what was left out, with the methods of its own', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/nested', '--select', 'without:exports']);
    const { stdout } = await call([
      'rank',
      '--recipe',
      'FOLDER/kept.json',
      '--select',
      'without:laws',
      '--format',
      'json',
    ]);
    expect(stdout).toBe(
      (await call(['rank', 'FOLDER/nested', '--select', 'without:laws', '--format', 'json'])).stdout,
    );
  });

  it('an edition that is named is taken instead of the one that was kept', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/gaps.csv', '--missing', 'skip', '--aggregate', 'sum']);
    const { stdout, stderr } = await call([
      'rank',
      'FOLDER/plain.csv',
      '--recipe',
      'FOLDER/kept.json',
      '--format',
      'json',
      '--quiet',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      recipe: { missing: { method: 'skip' }, aggregate: { method: 'sum' } },
    });
    expect(Object(JSON.parse(stdout)).edition).toMatch(/plain\.csv$/);
    expect(stderr).toBe('');
  });

  it('other commands take it as well, with the edition', async () => {
    const { keep, call } = workshop();
    await keep(['rank', 'FOLDER/plain.csv', '--tiers', 'quantiles:2']);
    for (const args of [['tiers'], ['explain', 'France'], ['check', '--expect', 'FOLDER/kept.json']]) {
      const { code, stdout } = await call([...args, '--recipe', 'FOLDER/kept.json', '--format', 'json']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        title: 'plain.csv',
        recipe: { tiers: { method: 'quantiles', shares: [2] } },
      });
    }
  });
});

describe('a recipe', () => {
  it("of any command's result will do", async () => {
    const { keep, call } = workshop();
    await keep(['tiers', 'FOLDER/plain.csv', '--tiers', 'quantiles:2']);
    expect((await call(['rank', '--recipe', 'FOLDER/kept.json', '--format', 'json'])).stdout).toBe(
      (await call(['rank', 'FOLDER/plain.csv', '--tiers', 'quantiles:2', '--format', 'json'])).stdout,
    );
  });

  it("of an edition's settings, or on its own, is that of the edition that is named", async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: sum\ntiers: quantiles:2\n');
    write('settings.json', '{ "name": "Another", "recipe": { "aggregate": "sum", "tiers": "quantiles:2" } }');
    const { stdout } = await call([
      'rank',
      'FOLDER/nested',
      '--aggregate',
      'sum',
      '--tiers',
      'quantiles:2',
      '--format',
      'json',
    ]);
    for (const file of ['own.yaml', 'settings.json'])
      expect(
        (await call(['rank', 'FOLDER/nested', '--recipe', `FOLDER/${file}`, '--format', 'json'])).stdout,
      ).toBe(stdout);
  });

  it('on its own is that of the bundled example if no edition is named, which is said', async () => {
    const { call, write } = workshop();
    write('own.yaml', 'aggregate: minimum\n');
    const { stdout, stderr } = await call(['rank', '--recipe', 'FOLDER/own.yaml', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      edition: 'iiss-2021',
      recipe: { aggregate: { method: 'minimum' } },
    });
    expect(stderr).toContain('no edition named');
  });
});
