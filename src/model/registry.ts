// The shape of a table of methods: what every entry must tell, so that help, checks and tests derive from it.
import type { Fault } from './fault.ts';

/** What a parameter can be, in a recipe or after a method's name. */
export type ParameterValue =
  number | boolean | string | null | readonly ParameterValue[] | { readonly [key: string]: ParameterValue };

/**
 * One parameter of a method. `default: undefined` means that it must be given; null that it may be left out.
 */
export interface Parameter {
  readonly name: string;
  readonly kind:
    'number' | 'integer' | 'flag' | 'number-list' | 'text-list' | 'number-by-code' | 'text' | 'structure';
  readonly meaning: string;
  readonly default: ParameterValue | undefined;
  readonly least?: number;
  readonly most?: number;
  /** What may be written after the method's name, where its kind does not tell. */
  readonly example?: string;
  /** Takes what is written without a name: `power:-2`, `thresholds:95,85`. */
  readonly positional?: true;
  /** What else is wrong with a value of its kind; the messages stand in the problem. */
  readonly check?: (value: unknown) => readonly Fault[];
}

/** What every method tells about itself. */
export interface Method {
  /** One line: what it does. */
  readonly summary: string;
  readonly formula: string;
  /** When to use it, and what goes wrong. */
  readonly use: string;
  readonly parameters: readonly Parameter[];
  readonly source: string;
  /** The file of its formula, from src/methods/, if it is not that of its step. */
  readonly file?: string;
  /**
   * How it is written for the worked example on the countries Arcadia, Borduria and Syldavia, where its name
   * alone will not do or shows little.
   */
  readonly example?: string;
  /** Whether it is meant by a text that names no method: `offence=2` are weights written down on the spot. */
  isMeantBy?(text: string): boolean;
  /** Whether it leaves all scores and countries as they are. */
  readonly isIdentity?: true;
  /** What is wrong with the parameters together, all of them given, or null. */
  check?(parameters: Values): string | null;
}

export type MethodTable<Entry extends Method = Method> = Readonly<Record<string, Entry>>;

/**
 * Parameters by name. A table's `apply` takes these; its formulas declare the ones they need, as type
 * aliases, which a method's bivariance lets through: a choice is checked against its entry when it is read.
 */
export type Values = Readonly<Record<string, ParameterValue>>;

/** A method with its parameters, all of them after `complete`: `{ method: 'power', p: -2 }`. */
export interface Choice {
  readonly method: string;
  readonly [parameter: string]: ParameterValue;
}

/** What a method cannot take, and how to avoid it. */
export interface Domain {
  accepts(score: number, parameters: Values): boolean;
  readonly needs: string;
  readonly remedy: string;
}

/** The entry of a choice that was checked against its table when it was read. */
export function entryOf<Entry extends Method>(table: MethodTable<Entry>, { method }: Choice): Entry {
  const entry = Object.hasOwn(table, method) ? table[method] : undefined;
  if (entry === undefined) throw new Error(`the table of methods has no "${method}"`);
  return entry;
}

/** Whether a choice leaves the scores as they are. */
export function isIdentity(table: MethodTable, choice: Choice): boolean {
  return entryOf(table, choice).isIdentity === true;
}

/** The choice with the default of every parameter that was not given. */
export function complete(table: MethodTable, choice: Choice): Choice {
  const { parameters } = entryOf(table, choice);
  const values = parameters.map(({ name, default: fallback }) => [name, choice[name] ?? fallback ?? null]);
  return { method: choice.method, ...Object.fromEntries(values) };
}

/**
 * A choice as it is written after an option: the name, then the parameters that differ from their defaults.
 *
 * @example describeChoice(aggregations, { method: 'power', p: -2 }) // → 'power:-2'
 */
export function describeChoice(table: MethodTable, choice: Choice): string {
  const { parameters } = entryOf(table, choice);
  const written = parameters.flatMap((parameter) => {
    const value = choice[parameter.name];
    if (value === undefined || value === null || value === parameter.default) return [];
    if (parameter.kind === 'structure') return [];
    if (parameter.kind === 'number-by-code')
      return Object.entries(value).map(([code, weight]) => `${code}=${String(weight)}`);
    const items = Array.isArray(value)
      ? value.map(String)
      : [typeof value === 'object' ? JSON.stringify(value) : String(value)];
    return [parameter.positional === undefined ? `${parameter.name}=${items.join('/')}` : items.join(',')];
  });
  return written.length === 0 ? choice.method : `${choice.method}:${written.join(',')}`;
}
