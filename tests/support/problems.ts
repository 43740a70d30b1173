// What a piece of work complains about.
import { ProblemsError, type Problem } from '../../src/model/problem.ts';

/** The problems that it throws; none if it goes through. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}
