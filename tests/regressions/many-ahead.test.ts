// Of thousands who are ahead of a country in everything, JSON lists the first, and says how many there are.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { run } from '../support/run.ts';

it('layers of many countries list at most twenty of those ahead', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `Land ${String(i).padStart(2, '0')},${i},${i}\n`).join(
    '',
  );
  const folder = folderOf({ 'scores.csv': `country,a,b\n${rows}`, 'indicators.csv': 'code\na\nb\n' });
  const { code, stdout } = await run(['tiers', folder, '--tiers', 'layers', '--format', 'json', '--quiet']);
  expect(code).toBe(0);
  const last = JSON.parse(stdout).countries.at(-1);
  expect(last.name).toBe('Land 00');
  const [first] = last.conditions[0].conditions;
  expect([first.counted, first.counting.length]).toEqual([59, 20]);
});
