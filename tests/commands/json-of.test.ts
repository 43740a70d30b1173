import { expect, it } from 'vitest';
import { jsonOf } from '../../src/commands/json-of.ts';
import { ProblemsError } from '../../src/model/problem.ts';
import { run } from '../support/run.ts';

it.each([
  ['rank', ['iiss-2021'], { top: '3' }, ['--top', '3']],
  ['rank', [], {}, []],
  ['compare', ['USA', 'CHN'], {}, []],
  ['tiers', ['iiss-2021'], { weights: 'equal' }, ['--weights', 'equal']],
  [
    'uncertainty',
    ['iiss-2021'],
    { vary: ['normalise=minmax/rank', 'weights=around:25%'], draws: '50' },
    ['--vary', 'normalise=minmax/rank', '--vary', 'weights=around:25%', '--draws', '50'],
  ],
  ['methods', ['geometric'], {}, []],
  ['editions', [], {}, []],
])('%s %j gives what the program prints', async (command, written, options, flags) => {
  const { stdout } = await run([command, ...written, ...flags, '--format', 'json']);
  expect(await jsonOf(command, { arguments: written, options })).toEqual(JSON.parse(stdout));
});

async function problemOf(call: Promise<unknown>) {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemsError)) throw error;
  const [{ code, what, fix } = {}] = error.problems;
  return { code, what, fix };
}

it('a command or an option that there is not is told, with what was perhaps meant', async () => {
  expect(await problemOf(jsonOf('rnak'))).toMatchObject({
    code: 'usage/unknown-command',
    what: 'there is no command "rnak"; did you mean "rank"?',
  });
  expect(await problemOf(jsonOf('rank', { options: { tops: '3' } }))).toMatchObject({
    code: 'usage/unknown-option',
    what: 'there is no option "tops"; did you mean "top"?',
  });
});

it('what is wrong with an option or a file is thrown', async () => {
  expect(await problemOf(jsonOf('rank', { options: { top: 'three' } }))).toMatchObject({
    code: 'usage/bad-value',
  });
  expect(await problemOf(jsonOf('rank', { arguments: ['nowhere.csv'] }))).toMatchObject({
    code: 'files/not-found',
  });
});
