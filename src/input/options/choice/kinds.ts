// The kinds of parameters that methods have: how each is read, what is asked of it, and how it is written.
import * as v from 'valibot';
import type { Parameter } from '../../../model/registry.ts';
import { isRecord } from '../complaint.ts';
import { splitOnce } from '../split.ts';

type KindName = Parameter['kind'];
type Limits = Pick<Parameter, 'least' | 'most'>;

export interface ParameterKind {
  /** Reads what stands after `name=`; lists have slashes there. What cannot be read stays text. */
  readonly read: (text: string) => unknown;
  /** Reads what stands without a name, between commas. */
  readonly readUnnamed: (items: readonly string[]) => unknown;
  /** Whether what stands without a name may have equals signs in it, so that `a=1` is no parameter `a`. */
  readonly hasEqualsSigns: boolean;
  /** What is asked of a value; its messages say what the parameter takes. */
  readonly schema: (limits: Limits) => v.GenericSchema;
  /** A value as it could be written after `name=`, and without a name. */
  readonly samples: { readonly named: string; readonly unnamed: string };
}

export const parameterKinds: Readonly<Record<KindName, ParameterKind>> = {
  number: {
    ...single(readNumber),
    schema: (limits) => {
      const says = `it takes a number ${limitsText(limits)}`.trimEnd();
      return v.pipe(v.number(says), v.finite(says), ...within(limits, says));
    },
    samples: alike('0.5'),
  },
  integer: {
    ...single(readNumber),
    schema: (limits) => {
      const says = `it takes a whole number ${limitsText(limits)}`.trimEnd();
      return v.pipe(v.number(says), v.integer(says), ...within(limits, says));
    },
    samples: alike('3'),
  },
  flag: {
    ...single(readFlag),
    schema: () => v.boolean('it takes true or false'),
    samples: alike('true'),
  },
  'number-list': {
    ...listOf(readNumber),
    hasEqualsSigns: false,
    schema: () =>
      v.pipe(
        v.array(
          v.pipe(v.number('it takes numbers'), v.finite('it takes numbers')),
          'it takes a list of numbers',
        ),
        v.minLength(1, 'it takes at least one number'),
      ),
    samples: alike('80,50'),
  },
  'text-list': {
    ...listOf((item) => item),
    hasEqualsSigns: true,
    schema: () =>
      v.pipe(
        v.array(v.string('it takes words'), 'it takes a list of words'),
        v.minLength(1, 'it takes at least one word'),
      ),
    samples: { named: 'High/Low', unnamed: 'offence,USA' },
  },
  'number-by-code': {
    read: (text) => text,
    readUnnamed: (items) => Object.fromEntries(items.map(readCodeAndNumber)),
    hasEqualsSigns: true,
    schema: () => v.custom<object>(isRecord, 'it takes a number for each code'),
    samples: alike('offence=2'),
  },
  text: {
    read: (text) => text,
    // A name may have commas and spaces in it.
    readUnnamed: (items) => items.join(','),
    hasEqualsSigns: true,
    schema: () => v.pipe(v.string('it takes a word'), v.nonEmpty('it takes a word')),
    samples: alike('my-set'),
  },
  structure: {
    ...single((text) => text),
    schema: () => v.unknown(),
    samples: alike('[ … ]'),
  },
};

/** How a method is written with one of its parameters. */
export function sampleOf(method: string, { name, kind, positional, example }: Parameter): string {
  if (kind === 'structure') return `{ "method": "${method}", "${name}": [ … ] }`;
  if (example !== undefined) return `${method}:${example}`;
  const { named, unnamed } = parameterKinds[kind].samples;
  return positional === undefined ? `${method}:${name}=${named}` : `${method}:${unnamed}`;
}

function single(
  read: (text: string) => unknown,
): Pick<ParameterKind, 'read' | 'readUnnamed' | 'hasEqualsSigns'> {
  return {
    read,
    readUnnamed: (items) => read(items.map((item) => item.trim()).join(',')),
    hasEqualsSigns: false,
  };
}

function listOf(readItem: (text: string) => unknown): Pick<ParameterKind, 'read' | 'readUnnamed'> {
  return {
    read: (text) => text.split('/').map(readItem),
    readUnnamed: (items) => items.map((item) => readItem(item.trim())),
  };
}

function alike(sample: string): ParameterKind['samples'] {
  return { named: sample, unnamed: sample };
}

/** `offence=2`; without a number it stays text, which no weight is. */
function readCodeAndNumber(item: string): [string, unknown] {
  const [code, number] = splitOnce(item.trim(), '=');
  return [code, readNumber(number ?? '')];
}

/** A number, or a percentage as a share; anything else stays text. */
function readNumber(text: string): unknown {
  const percent = /^\s*([\d.]+)\s*%\s*$/.exec(text)?.[1];
  const x = percent === undefined ? Number(text) : Number(percent) / 100;
  return text.trim() === '' || Number.isNaN(x) ? text : x;
}

function readFlag(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}

function within({ least = -Infinity, most = Infinity }: Limits, says: string) {
  return [
    v.minValue<number, number, string>(least, says),
    v.maxValue<number, number, string>(most, says),
  ] as const;
}

function limitsText({ least = -Infinity, most = Infinity }: Limits): string {
  const from = least === -Infinity ? '' : `from ${least}`;
  const to = most === Infinity ? '' : `to ${most}`;
  return `${from} ${to}`.trim();
}
