// What is wrong with a written value, before it is known in which file or after which option it stands.
import type { Path } from '../../model/fault.ts';
import type { Problem } from '../../model/problem.ts';

/** A problem without its place, and where inside the written value it is. */
export type Complaint = Omit<Problem, 'severity' | 'place'>;
export type Complain = (complaint: Complaint, path: Path) => void;
/** Reports what is wrong with the whole of a value, or worth a warning. */
export type Report = (complaint: Complaint, severity?: 'error' | 'warning') => void;

/** Complains of what stands under a path inside the value. */
export function under(complain: Complain, ...base: Path): Complain {
  return (complaint, path) => complain(complaint, [...base, ...path]);
}

/** The form is wrong: of a file, or of a value in it. */
export function badForm(what: string, fix: string, value?: string): Complaint {
  return { code: 'recipe/schema', ...(value === undefined ? {} : { value }), what, fix };
}

export function badParameter(what: string, fix: string): Complaint {
  return { code: 'recipe/bad-parameter', what, fix };
}

/** A value as it stands in a message. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
