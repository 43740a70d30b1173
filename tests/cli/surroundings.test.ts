// Where and how the program runs changes no byte of what it prints: time zone, locale, threads.
import { expect, it, vi } from 'vitest';
import { spawn } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 120_000 }); // processes start slowly on a machine that does much else

const surroundings = [
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
];

it.each([
  ['rank', 'iiss-2021', '--format', 'json'],
  ['tiers', 'gci-2020', '--tiers', 'breaks:3', '--format', 'csv'],
  ['explain', 'South Korea', '-e', 'ncpi-2020'],
  ['uncertainty', 'iiss-2021', '--draws', '300', '--format', 'json'],
])('%s %s is the same in every time zone and locale', (...args) => {
  const usual = spawn(args);
  expect(usual.code).toBe(0);
  for (const env of surroundings) expect(spawn(args, { env })).toEqual(usual);
});

it('is the same on one thread and on two', () => {
  const args = [
    'uncertainty',
    'iiss-2021',
    '--vary',
    'ratings=10%',
    '--vary',
    'weights=any',
    '--draws',
    '64',
  ];
  const [one, two] = ['1', '2'].map((threads) => spawn([...args, '--threads', threads, '--format', 'json']));
  expect(one?.code).toBe(0);
  expect(two).toEqual(one);
});
