// How one file of an edition is read so that the problems of all the others are still found.
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { readTable, type CsvTable } from '../files/csv.ts';
import type { SourceFile } from '../files/files.ts';
import { decode } from '../files/text.ts';

/** Runs one part of the loading; what it throws joins the other problems, and nothing comes of it. */
export async function attempt<Part>(
  problems: Problem[],
  part: () => Part | Promise<Part>,
): Promise<Part | null> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    for (const problem of error.problems) problems.push(problem);
    return null;
  }
}

export function tableOf(file: SourceFile): CsvTable {
  return readTable(file.path, decode(file), { decimal: file.decimal ?? null });
}

/** What a file that may be there says; null where it is not, or cannot be read. */
export async function readTableOf<Part>(
  file: SourceFile | null,
  problems: Problem[],
  read: (table: CsvTable) => Part,
): Promise<Part | null> {
  return file === null ? null : attempt(problems, () => read(tableOf(file)));
}
