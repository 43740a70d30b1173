// --recipe FILE: the recipe of a result that was kept, of an edition's settings, or on its own.
import type { PartialRecipe } from '../../methods/steps.ts';
import type { Path } from '../../model/fault.ts';
import { throwErrors, type FilePlace, type Problem } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import { isRecord, type Complaint } from './choice.ts';
import { readSource } from '../files/files.ts';
import { readRecipe } from './settings.ts';
import { readStructured } from '../files/structured.ts';

export interface RecipeFile {
  readonly recipe: PartialRecipe;
  /** For a result that was kept: which edition it is of, and the files that it was computed from. */
  readonly edition: string | null;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** The methods that rows of its framework had of their own, by code; null for a recipe on its own. */
  readonly overrides: ReadonlyMap<string, PartialRecipe> | null;
  readonly placeOfStep: (step: StepName) => Promise<FilePlace>;
}

/** Reads a recipe; throws with all that is wrong with it. */
export async function readRecipeFile(file: string): Promise<RecipeFile> {
  const structured = await readStructured(readSource(file));
  const { value } = structured;
  const isWrapped = isRecord(value) && isRecord(value['recipe']);
  const written = isWrapped ? value['recipe'] : value;
  const problems: Problem[] = [];
  if (!isRecord(written)) {
    throwErrors([
      {
        code: 'recipe/schema',
        severity: 'error',
        place: { file },
        what: 'the file holds no recipe',
        fix: 'give it a key for each step, or take the JSON of a result',
      },
    ]);
  }
  const base = isWrapped ? ['recipe'] : [];
  const complaints: { complaint: Complaint; path: Path }[] = [];
  const recipe = readRecipe(isRecord(written) ? written : {}, (complaint, path) =>
    complaints.push({ complaint, path: [...base, ...path] }),
  );
  const overrides = readOverrides(value, (complaint, path) => complaints.push({ complaint, path }));
  for (const { complaint, path } of complaints)
    problems.push({ ...complaint, severity: 'error', place: await structured.place(path) });
  throwErrors(problems);
  return {
    recipe,
    overrides,
    ...originOf(value),
    placeOfStep: async (step) => structured.place([...base, step]),
  };
}

function readOverrides(value: unknown, complain: Parameters<typeof readRecipe>[1]): RecipeFile['overrides'] {
  if (!isRecord(value) || !isRecord(value['overrides'])) return null;
  return new Map(
    Object.entries(value['overrides']).map(([code, own]) => [
      code,
      readRecipe(isRecord(own) ? own : {}, (complaint, path) =>
        complain(complaint, ['overrides', code, ...path]),
      ),
    ]),
  );
}

/** The edition and the inputs that a result names. */
function originOf(value: unknown): Pick<RecipeFile, 'edition' | 'inputs'> {
  if (!isRecord(value) || typeof value['schema'] !== 'string' || !value['schema'].startsWith('cyberpower/'))
    return { edition: null, inputs: [] };
  const inputs = Array.isArray(value['inputs'])
    ? value['inputs'].flatMap((one: unknown) =>
        isRecord(one) && typeof one['path'] === 'string' && typeof one['sha256'] === 'string'
          ? [{ path: one['path'], sha256: one['sha256'] }]
          : [],
      )
    : [];
  return { edition: typeof value['edition'] === 'string' ? value['edition'] : null, inputs };
}
