// Weights are drawn for codes: the order of rows and columns changes no number.
import { describe, expect, it, vi } from 'vitest';
import { folderOf } from '../support/files.ts';
import { byName, told } from '../support/regressions.ts';

vi.setConfig({ testTimeout: 60_000 }); // many draws each

type Turn = (items: readonly string[]) => readonly string[];
const same: Turn = (items) => items;
const turned: Turn = (items) => items.toReversed();

/** A tree of two categories, its lines and columns in some order; with a gap it is no weighted sum. */
function edition(turn: Turn, gap: string): string {
  const lines = (header: string, rest: readonly string[]) => [header, ...turn(rest)].join('\n');
  const across = (line: string) => turn(line.split(',')).join(',');
  return folderOf({
    'index.json': '{ "recipe": { "normalise": "none", "missing": "skip" } }',
    'indicators.csv': lines('code,parent,weight', [
      'p,,2',
      'q,,1',
      'x,p,3',
      'a,p,1',
      'm,q,2',
      'b,q,1',
      'k,q,1',
    ]),
    'weights.csv': lines(['code', ...turn(['s1', 's2', 's3'])].join(','), [
      ...['p,2,1,1', 'q,1,1,3', 'x,3,1,2', 'a,1,1,2', 'm,2,4,1', 'b,1,1,1', 'k,1,2,1'].map((line) => {
        const [code = '', ...weights] = line.split(',');
        return [code, ...turn(weights)].join(',');
      }),
    ]),
    'scores.csv': lines(across('country,x,a,m,b,k'), [
      ...['Estonia,9,1,5,2,7', 'Latvia,2,8,4,6,3', 'Poland,5,5,6,1,8'].map(across),
      across(`Finland,4,6,${gap},9,2`),
    ]),
  });
}

const regions = [
  'any',
  'around:50%',
  'around:50%@leaves',
  'any@top',
  'order:x,a',
  'order:q,p',
  'ratio:3',
  'ratio:2+around:40%',
  'order:x,m,k+mix:80%',
  'sets',
];

describe.each([
  ['of a weighted sum', '3'],
  ['of what is none', ''],
])('weightings %s', (_, gap) => {
  it.each(regions)('are drawn from %s for codes', async (region) => {
    const sharesOf = async (turn: Turn) => {
      const where = edition(turn, gap);
      const found = await told<{ acceptability: object; central?: object | null }>(
        'uncertainty',
        ...[where, '--region', region, '--draws', '64'],
      );
      return byName(found, ({ acceptability, central = null }) => ({ acceptability, central }));
    };
    expect(await sharesOf(turned)).toEqual(await sharesOf(same));
  });
});

it('bounds that are sampled see the same weightings', async () => {
  const boundsOf = async (turn: Turn) => {
    const found = await told<{ best: number; worst: number }>(
      'bounds',
      ...[edition(turn, ''), '--region', 'around:80%', '--draws', '9'],
    );
    return byName(found, ({ best, worst }) => [best, worst]);
  };
  expect(await boundsOf(turned)).toEqual(await boundsOf(same));
});
