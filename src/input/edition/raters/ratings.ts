// Raters beside an edition's own scores.
import type { RaterScores } from '../../../model/edition.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Countries } from '../../cells/countries.ts';
import type { SourceFile } from '../../files/files.ts';
import { readTableOf } from '../attempt.ts';
import { fillFrom } from './fill.ts';
import { readRaters } from './raters.ts';
import type { Scored } from '../subject.ts';

/** What raters gave, and the scores with the gaps filled that they fill. */
export async function readRatings(
  file: SourceFile | null,
  scored: Scored,
  countryNames: Countries,
  problems: Problem[],
): Promise<{ raters: RaterScores | null; columns: Scored['columns'] }> {
  const raters = await readTableOf(file, problems, (table) =>
    readRaters(table, scored, countryNames, problems),
  );
  if (file === null || raters === null) return { raters, columns: scored.columns };
  return { raters, columns: fillFrom(raters, scored, file.path, problems) };
}
