// The complaints about one file, which get their places when all of them are there.
import type { Path } from '../../model/fault.ts';
import type { Problem } from '../../model/problem.ts';
import type { Structured } from '../files/structured.ts';
import type { Complain, Complaint } from './complaint.ts';

export class FileComplaints {
  private readonly all: { readonly complaint: Complaint; readonly path: Path }[] = [];

  /** Complains of what stands under a path in the file. */
  under(...base: Path): Complain {
    return (complaint, path) => this.all.push({ complaint, path: [...base, ...path] });
  }

  async problems(file: Structured): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (const { complaint, path } of this.all)
      problems.push({ ...complaint, severity: 'error', place: await file.place(path) });
    return problems;
  }
}
