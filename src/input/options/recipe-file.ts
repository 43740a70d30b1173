// --recipe FILE: the recipe of a saved result, of an edition's settings, or on its own.
import type { PartialRecipe } from '../../methods/steps.ts';
import { ProblemsError, throwErrors, type FilePlace } from '../../model/problem.ts';
import type { StepName } from '../../model/recipe.ts';
import { decimalMarks, type DecimalMark } from '../files/decimal.ts';
import { readSource } from '../files/files.ts';
import { readStructured } from '../files/structured.ts';
import { isRecord } from './complaint.ts';
import { FileComplaints } from './file-complaints.ts';
import { readRecipe } from './recipe.ts';

export interface RecipeFile {
  readonly recipe: PartialRecipe;
  /** For a saved result: which edition it is of, and the files that it was computed from. */
  readonly edition: string | null;
  readonly inputs: readonly FileInput[];
  /** What stood before decimals in those files, where it was said. */
  readonly decimal: DecimalMark | null;
  /** The methods that rows of its framework had of their own, by code; null for a recipe on its own. */
  readonly overrides: ReadonlyMap<string, PartialRecipe> | null;
  readonly placeOfStep: (step: StepName) => Promise<FilePlace>;
}

interface FileInput {
  readonly path: string;
  readonly sha256: string;
}

/** Reads a recipe; throws with all that is wrong with it. */
export async function readRecipeFile(file: string): Promise<RecipeFile> {
  const structured = await readStructured(readSource(file));
  const { value } = structured;
  const isWrapped = isRecord(value) && isRecord(value['recipe']);
  const written = isWrapped ? value['recipe'] : value;
  if (!isRecord(written)) throw noRecipe(file);
  const base = isWrapped ? ['recipe'] : [];
  const complaints = new FileComplaints();
  const recipe = readRecipe(written, complaints.under(...base));
  const overrides = readOverrides(value, complaints);
  throwErrors(await complaints.problems(structured));
  return {
    recipe,
    overrides,
    ...originOf(value),
    placeOfStep: async (step) => structured.place([...base, step]),
  };
}

function noRecipe(file: string): ProblemsError {
  return new ProblemsError([
    {
      code: 'recipe/schema',
      severity: 'error',
      place: { file },
      what: 'the file has no recipe',
      fix: 'add a key for each step, or use the JSON of a result',
    },
  ]);
}

function readOverrides(value: unknown, complaints: FileComplaints): RecipeFile['overrides'] {
  if (!isRecord(value) || !isRecord(value['overrides'])) return null;
  const overrides = new Map<string, PartialRecipe>();
  for (const [code, written] of Object.entries(value['overrides'])) {
    const recipe = isRecord(written) ? written : {};
    overrides.set(code, readRecipe(recipe, complaints.under('overrides', code)));
  }
  return overrides;
}

/** The edition and the inputs that a result names. */
function originOf(value: unknown): Pick<RecipeFile, 'edition' | 'inputs' | 'decimal'> {
  if (!isRecord(value) || typeof value['schema'] !== 'string' || !value['schema'].startsWith('cyberpower/'))
    return { edition: null, inputs: [], decimal: null };
  const inputs: unknown[] = Array.isArray(value['inputs']) ? value['inputs'] : [];
  return {
    edition: typeof value['edition'] === 'string' ? value['edition'] : null,
    decimal: decimalMarks.find((mark) => mark === value['decimal']) ?? null,
    inputs: inputs.filter(isFileInput).map(({ path, sha256 }) => ({ path, sha256 })),
  };
}

function isFileInput(input: unknown): input is FileInput {
  return isRecord(input) && typeof input['path'] === 'string' && typeof input['sha256'] === 'string';
}
