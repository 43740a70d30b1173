// Parameters of aggregations that more than a kind and two limits describe.
import type { Fault } from '../../model/fault.ts';
import type { Parameter } from '../../model/registry.ts';

export const penalty: Parameter = {
  name: 'penalty',
  kind: 'integer',
  default: -1,
  least: -1,
  most: 1,
  example: 'penalty=1',
  meaning: '-1 subtracts the penalty; 1 adds it, for an index of something bad',
  check: oneOf(-1, 1),
};

export const divisor: Parameter = {
  name: 'divisor',
  kind: 'text',
  default: 'population',
  example: 'divisor=sample',
  meaning: 'the divisor of S²: population (n) or sample (n − 1, as in the R package Compind)',
  check: oneOf('population', 'sample'),
};

export const exponent: Parameter = {
  name: 'exponent',
  kind: 'number',
  default: 1,
  positional: true,
  meaning: 'the exponent, above 0',
  check: fault('it must be above 0', (value) => Number(value) > 0),
};

export const order: Parameter = {
  name: 'order',
  kind: 'number-list',
  default: null,
  example: 'order=0.5/0.3/0.2',
  meaning: 'one weight for each child of the category, for its best score first',
  check: fault('none may be below 0, and at least one must be above', isOrder),
};

function oneOf(...values: (number | string)[]) {
  return fault(`it must be ${values.join(' or ')}`, (value) => values.some((one) => one === value));
}

function fault(message: string, isSound: (value: unknown) => boolean) {
  return (value: unknown): Fault[] => (isSound(value) ? [] : [{ message, path: [] }]);
}

/** Weights by place can be 0, but not all of them. */
function isOrder(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => one >= 0) && value.some((one) => one > 0);
}
