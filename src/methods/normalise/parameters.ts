// Parameters of normalisations that several share, or that more than a kind and two limits describe.
import type { Fault } from '../../model/fault.ts';
import type { Parameter, Values } from '../../model/registry.ts';

/** The ends of the common range. */
export const span: readonly Parameter[] = [
  { name: 'floor', kind: 'number', default: 0, meaning: 'the lowest normalised score' },
  { name: 'ceiling', kind: 'number', default: 100, meaning: 'the highest normalised score' },
];

export const ceiling: Parameter = {
  name: 'ceiling',
  kind: 'number',
  default: 100,
  meaning: 'the normalised score of the best country, the reference or the target',
};

export const clip: Parameter = {
  name: 'clip',
  kind: 'flag',
  default: false,
  meaning: 'whether to cut scores off at the ceiling',
};

export const low: Parameter = {
  name: 'low',
  kind: 'number',
  default: null,
  meaning: 'the low goalpost of indicators without their own',
};

export const high: Parameter = {
  name: 'high',
  kind: 'number',
  default: null,
  meaning: 'the high goalpost of indicators without their own',
};

/** Of what compares countries: with those of all years of a panel, or with those of the same year. */
export const by: Parameter = {
  name: 'by',
  kind: 'text',
  default: null,
  example: 'by=year',
  meaning: 'year: normalise each year of a panel by itself, not all years together',
  check: (value) => (value === 'year' ? [] : [{ message: 'write year, or leave it out', path: [] }]),
};

/** Whether each year of a panel is normalised by itself. */
export function isByYear(choice: Values): boolean {
  return choice['by'] === 'year';
}

export const ties: Parameter = {
  name: 'ties',
  kind: 'text',
  default: 'lowest',
  positional: true,
  meaning: 'the rank of equal scores: lowest or mean',
  check: oneOf('lowest', 'mean'),
};

export function checkSpan({ floor, ceiling: top }: Values): string | null {
  return isBelow(floor, top) ? null : 'floor must be below ceiling';
}

export function checkLowHigh({ low: bottom, high: top }: Values): string | null {
  return isBelow(bottom, top) ? null : 'low must be below high';
}

/** Whether one is below the other, as far as both are given. */
function isBelow(lower: unknown, higher: unknown): boolean {
  return typeof lower !== 'number' || typeof higher !== 'number' || lower < higher;
}

function oneOf(...words: string[]) {
  return (value: unknown): Fault[] =>
    words.some((word) => word === value) ? [] : [{ message: `it is one of ${words.join(', ')}`, path: [] }];
}
