// The changes that were written, and the index computed anew with them.
import { movesBetween, whatif } from '../../analysis/whatif/whatif.ts';
import { loadCountries } from '../../input/cells/countries.ts';
import { readChanges } from '../../input/options/changes/changes.ts';
import { build } from '../../methods/build.ts';
import { ProblemsError, throwErrors, type Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Changes } from '../../model/whatif.ts';
import type { Call } from '../command.ts';
import { inRankOrder } from '../shared/rows.ts';
import type { Session } from '../shared/session.ts';
import type { Comparison } from './moves.ts';

export interface Rebuilt {
  readonly changes: Changes;
  readonly comparison: Comparison;
  /** The session with the later result, and all that is said of it. */
  readonly session: Session;
}

/** Applies the changes to what was opened; says warnings and notes, throws all errors. */
export async function rebuild(
  opened: Session,
  written: readonly [string, ...string[]],
  { say }: Call,
): Promise<Rebuilt> {
  const { result: before } = opened;
  const problems: Problem[] = [];
  const changes = readChanges(written, before, await loadCountries(), problems);
  say(throwErrors(problems));
  const place = { argument: written.at(-1) ?? written[0] };
  const after = await opened.withPlaces(() => changedResult(before, changes, place));
  const warnings = newWarnings(before, after).map((warning) => ({ ...warning, place }));
  say(warnings);
  const rows = inRankOrder(after.ranks, after.countries, after.shown.rows);
  return {
    changes,
    comparison: { before, after, moves: movesBetween(before, after, rows) },
    session: {
      ...opened,
      edition: after.edition,
      result: after,
      problems: [...opened.problems, ...problems, ...warnings],
    },
  };
}

/** Builds the changed edition; what cannot be built is due to the change. */
function changedResult(before: Result, changes: Changes, place: { readonly argument: string }): Result {
  try {
    return build(whatif(before, changes));
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    throw new ProblemsError(error.problems.map((problem) => ({ ...problem, place })));
  }
}

/** Those that were not there before. */
function newWarnings(before: Result, after: Result): Problem[] {
  const old = new Set(before.warnings.map(({ what }) => what));
  return after.warnings.filter(({ what }) => !old.has(what));
}
