// All sets of weights that a recipe may take: of weights.csv, and of another file that it names.
import type { Framework } from '../../../model/framework.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Choice } from '../../../model/registry.ts';
import type { DecimalMark } from '../../files/decimal.ts';
import type { SourceFile } from '../../files/files.ts';
import { attempt, readTableOf } from '../attempt.ts';
import { readComparisonsFile, withoutComparisons } from './comparisons.ts';
import { readWeightFile, readWeights, weightFaults, type WeightSet } from './sets.ts';

/** The sets of weights.csv, and what the recipe takes from another file: a set, or comparisons in pairs. */
export async function readSets(
  file: SourceFile | null,
  choice: Choice,
  framework: Framework,
  problems: Problem[],
  decimal: DecimalMark | null = null,
): Promise<{ sets: ReadonlyMap<string, WeightSet>; extra: SourceFile | null }> {
  const named = await readTableOf(file, problems, (table) => readWeights(table, framework, problems));
  const other = await attempt(
    problems,
    () =>
      readWeightFile(choice, framework, problems, decimal) ??
      readComparisonsFile(choice, framework, problems, decimal),
  );
  const sets = new Map([...(named ?? []), ...(other?.sets ?? withoutComparisons(choice))]);
  for (const problem of weightFaults(choice, framework, sets)) problems.push(problem);
  return { sets, extra: other?.file ?? null };
}
