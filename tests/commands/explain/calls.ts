// How explain is called here, and what it is told of its JSON.
import { expect } from 'vitest';
import { folderOf } from '../../support/files.ts';
import { run } from '../../support/run.ts';

interface Part {
  readonly code: string;
  readonly parent: string;
  readonly depth: number;
  readonly weight: number | null;
  readonly adds: number | null;
}

export interface Explained {
  readonly country: {
    readonly rank: number | null;
    readonly name: string;
    readonly year?: number;
    readonly score: number;
    readonly tier: string | null;
  };
  readonly parts: readonly Part[];
  readonly neighbours: readonly {
    readonly side: string;
    readonly name: string;
    readonly gap: number;
    readonly parts: readonly { readonly adds: number }[];
  }[];
}

export const explain = async (...args: readonly string[]) => run(['explain', ...args, '--quiet']);

export async function explained(...args: readonly string[]): Promise<Explained> {
  const { code, stdout } = await explain(...args, '--format', 'json');
  expect(code).toBe(0);
  const document: Explained = JSON.parse(stdout);
  return document;
}

export const csvOf = (lines: readonly string[]) =>
  `${folderOf({ 'my.csv': `${lines.join('\n')}\n` })}/my.csv`;
export const total = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((sum, x) => sum + (x ?? 0), 0);
