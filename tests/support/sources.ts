// The program's own source files, as text.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/', import.meta.url);

export interface SourceText {
  /** Its path under src/. */
  readonly file: string;
  readonly text: string;
}

export function sourceTexts(): SourceText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.toSorted().map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

/** What a source file exports. */
export async function importSource(file: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ new URL(file, folder).pathname);
}
