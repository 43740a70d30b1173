import { expect, it } from 'vitest';
import { weightProblem } from '../../../src/input/cells/weight.ts';

it.each(['1', '0', '0.25', '1e2', ' 3 ', '-0'])('"%s" is a weight', (text) => {
  expect(weightProblem('navy', text)).toBeNull();
});

it.each(['x', '', ' ', '1/6', '50%', '0x10', 'Infinity', 'NaN'])('"%s" is no number', (text) => {
  expect(weightProblem('navy', text)).toMatchObject({
    code: 'weights/not-a-number',
    indicator: 'navy',
    value: text,
  });
});

it.each(['-1', '-0.001', '-1e-3'])('"%s" is negative', (text) => {
  expect(weightProblem('navy', text)).toMatchObject({
    code: 'weights/negative',
    indicator: 'navy',
    value: text,
  });
});
