// What a change does to a number, as it is written: =3, +10%, -0.5.
import { splitOnce } from '../split.ts';

/** What is done to a number: set, raised by an amount, or by a share of itself. */
export interface Operation {
  readonly kind: 'set' | 'add' | 'share';
  /** As it was written, without its sign and percent. */
  readonly text: string;
  readonly sign: 1 | -1;
}

/**
 * What stands before and after the sign. An equals sign goes before all others, as ratings and codes have
 * hyphens.
 */
export function readOperation(text: string): { target: string; operation: Operation | null } {
  const [target, set] = splitOnce(text, '=');
  if (set !== null) {
    const value = set.trim();
    return { target: target.trim(), operation: value === '' ? null : { kind: 'set', text: value, sign: 1 } };
  }
  const [, before, sign, amount, percent] = /^(.+?)([+−-])(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim()) ?? [];
  if (before === undefined || amount === undefined) return { target: text, operation: null };
  const kind = percent === '%' ? 'share' : 'add';
  return { target: before.trim(), operation: { kind, text: amount, sign: sign === '+' ? 1 : -1 } };
}

/**
 * `laws+10%` for `laws=+10%`, which would set what was to be raised. A minus alone may be that of a negative
 * score.
 */
export function relativeMeant(text: string): string | null {
  const [, target, amount] = /^([^=]+?)\s*=\s*(\+[\d.]+%?|[−-][\d.]+%)\s*$/.exec(text) ?? [];
  return target === undefined || amount === undefined ? null : `${target.trim()}${amount}`;
}

/** The number that is there after an operation. */
export function numberAfter({ kind, text, sign }: Operation, now: number): number {
  const amount = sign * Number(text);
  const numbers = { set: amount, add: now + amount, share: now * (1 + amount / 100) };
  // As people reckon: 3.3 less a tenth is 2.97 and not 2.9699999999999998.
  return Number(numbers[kind].toPrecision(12));
}

/** A number as a message has it. */
export function short(x: number): string {
  return String(Number(x.toPrecision(6)));
}
