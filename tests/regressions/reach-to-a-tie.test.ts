// A tie is enough to reach a rank: scores that draw level do so when they are written and built again.
import { expect, it } from 'vitest';
import { folderOf } from '../support/files.ts';
import { named, told } from '../support/regressions.ts';

interface Reached {
  readonly changes: readonly { readonly code: string; readonly to: number }[];
  readonly after: { readonly rank: number };
}

it('a score that has to rise to the top of its range gets there', async () => {
  // In thirds of 100 Germany has 1/6 and Spain 5/6: all of i1, i3 and i4 has to rise, to what Spain has.
  const folder = folderOf({
    'indicators.csv': 'code,parent\nc1,\ni0,c1\nc2,c1\ni1,c2\nc3,\ni2,c3\nc4,c3\ni3,c4\nc5,\ni4,c5\n',
    'scores.csv': 'country,i0,i1,i2,i3,i4\nGermany,8.6,3.6,2.6,0.8,3.4\nSpain,4.6,8.2,3.2,1.9,6.3\n',
  });
  const { changes, after } = named(
    await told<Reached>('reach', 'Germany', '-e', folder, '--to-rank', '1'),
    'Germany',
  );
  expect(changes.map(({ code, to }) => [code, to])).toEqual([
    ['i1', 8.2],
    ['i3', 1.9],
    ['i4', 6.3],
  ]);
  expect(after.rank).toBe(1);
});

it('a tie in a tree of sums is reached, not missed by a hair', async () => {
  const folder = folderOf({
    'index.json': '{ "recipe": { "normalise": "goalposts", "aggregate": "sum" } }',
    'indicators.csv':
      'code,parent,weight,low,high\nc1,,0.25,,\ni0,c1,0.25,0,10\ni1,c1,0.7,0,10\nc2,,0.2,,\ni2,c2,0.1,-2,12\ni3,c2,0.25,-2,12\ni4,,0.3,0,10\n',
    'scores.csv':
      'country,i0,i1,i2,i3,i4\nGermany,9.1,4.4,3.9,6.7,8.7\nSpain,8.2,1.7,1.7,6.6,0.7\nSwitzerland,0.5,10,7.9,1.5,0.8\nLatvia,7.1,9.9,1.1,5.5,4.7\n',
  });
  const { after } = named(await told<Reached>('reach', 'Spain', '-e', folder, '--to-rank', '2'), 'Spain');
  expect(after.rank).toBe(2);
});
