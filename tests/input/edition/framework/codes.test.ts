import { expect, it } from 'vitest';
import { isCode } from '../../../../src/input/edition/framework/codes.ts';

it.each(['offence', 'cyber_2', 'a.b', '7', 'Größe', 'サイバー', '_x', 'a-b'])('"%s" is a code', (code) => {
  expect(isCode(code)).toBe(true);
});

it.each(['', 'a b', '-a', '.a', 'a,b', 'a=b', 'a:b', 'a/b', '"a"', 'a\tb', 'a@b'])(
  '"%s" is no code',
  (code) => {
    expect(isCode(code)).toBe(false);
  },
);
