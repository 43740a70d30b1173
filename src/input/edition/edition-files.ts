// Which files an edition consists of, whether it is bundled, a folder, one CSV file or standard input.
import { ProblemsError, type Problem } from '../../model/problem.ts';
import { didYouMean, list } from '../../model/words.ts';
import {
  bundledNames,
  bundledPath,
  exists,
  fileNames,
  isFolder,
  isSameFile,
  joinPath,
  readSource,
  splitPath,
  type SourceFile,
} from '../files/files.ts';
import type { DecimalMark } from '../files/decimal.ts';
import { noteRead } from '../files/reading.ts';

export interface EditionFiles {
  /** The bundled name, or what was given. */
  readonly id: string;
  readonly scores: SourceFile;
  readonly indicators: SourceFile | null;
  readonly settings: SourceFile | null;
  readonly weights: SourceFile | null;
  readonly raters: SourceFile | null;
  readonly certain: SourceFile | null;
  /** Reads what was published, which most commands have no use for. */
  published(): SourceFile | null;
}

/** The names that files of an edition have. */
const fileNamesOfEditions: ReadonlySet<string> = new Set([
  'scores.csv',
  'indicators.csv',
  'index.json',
  'index.yaml',
  'index.yml',
  'weights.csv',
  'raters.csv',
  'certain.csv',
  'published.csv',
  'claims.csv',
]);

/**
 * Reads the files of an edition; a bundled name wins over a folder, `./name` is the folder, and a file of an
 * edition's folder is that edition.
 */
export async function findFiles(
  name: string,
  stdin: () => Promise<Uint8Array>,
  problems: Problem[],
  decimal: DecimalMark | null = null,
): Promise<EditionFiles> {
  const alone = (scores: SourceFile): EditionFiles => ({
    id: name,
    scores,
    indicators: null,
    settings: null,
    weights: null,
    raters: null,
    certain: null,
    published: () => null,
  });
  if (name === '-') return alone({ path: '-', bytes: await stdin(), decimal });
  if (bundledNames().includes(name)) {
    if (exists(name) && !isSameFile(name, bundledPath(name))) problems.push(shadowed(name));
    return filesIn(bundledPath(name), name, problems, decimal);
  }
  const folder = isFolder(name) ? name : editionAround(name);
  if (folder !== null) return filesIn(folder, folder, problems, decimal);
  if (exists(name) || /[./\\]/.test(name)) return alone(readSource(name, name, decimal));
  throw new ProblemsError([noEdition(name)]);
}

/** The folder of a file that is one of several of an edition; null of a file that stands for itself. */
function editionAround(file: string): string | null {
  const { folder, name } = splitPath(file);
  if (!fileNamesOfEditions.has(name) || !exists(file)) return null;
  const there = fileNames(folder).filter((other) => fileNamesOfEditions.has(other));
  return there.includes('scores.csv') && there.length > 1 ? folder : null;
}

/** Reads the files of an edition folder, called by the name that it is known by. */
export function filesIn(
  folder: string,
  shownAs: string,
  problems: Problem[],
  decimal: DecimalMark | null = null,
): EditionFiles {
  const there = fileNames(folder);
  for (const file of there) if (fileNamesOfEditions.has(file)) noteRead(joinPath(folder, file));
  const read = (file: string): SourceFile =>
    readSource(joinPath(folder, file), joinPath(shownAs, file), decimal);
  const optional = (file: string): SourceFile | null => (there.includes(file) ? read(file) : null);
  if (!there.includes('scores.csv')) {
    throw new ProblemsError([
      {
        code: 'files/no-scores',
        severity: 'error',
        place: { file: shownAs },
        what: `the folder has no scores.csv${didYouMean('scores.csv', there)}`,
        fix: 'rename the file with the scores to "scores.csv", or pass a CSV file instead of the folder',
      },
    ]);
  }
  const settings = ['index.json', 'index.yaml', 'index.yml'].filter((file) => there.includes(file));
  if (settings[1] !== undefined) {
    problems.push({
      code: 'recipe/schema',
      severity: 'error',
      place: { file: joinPath(shownAs, settings[1]) },
      what: `the folder has several settings files: ${list(settings)}`,
      fix: 'keep one of them',
    });
  }
  return {
    id: shownAs,
    scores: read('scores.csv'),
    indicators: optional('indicators.csv'),
    settings: settings[0] === undefined ? null : read(settings[0]),
    weights: optional('weights.csv'),
    raters: optional('raters.csv'),
    certain: optional('certain.csv'),
    published: () => optional('published.csv'),
  };
}

/** What an edition is called that does not say so itself: its folder's or file's own name. */
export function titleOf({ id, scores }: EditionFiles): string {
  if (scores.path === '-') return 'Standard input';
  const name =
    id === '.'
      ? 'This folder'
      : (id
          .replace(/[/\\]+$/, '')
          .split(/[/\\]/)
          .at(-1) ?? id);
  return name === '' ? id : name;
}

/** What is here under the name of a bundled edition. */
function shadowed(name: string): Problem {
  const kind = isFolder(name) ? 'folder' : 'file';
  return {
    code: 'usage/bundled-name',
    severity: 'note',
    value: name,
    what: `"${name}" means the bundled edition, not the ${kind} of that name`,
    fix: `for the ${kind}, write ./${name}`,
  };
}

function noEdition(name: string): Problem {
  const bundled = bundledNames();
  return {
    code: 'files/not-found',
    severity: 'error',
    place: { file: name },
    value: name,
    what: `there is no edition "${name}"${didYouMean(name, [...bundled, ...fileNames('.')])}`,
    fix:
      'name a CSV file, a folder with a scores.csv, "-" for standard input, or a bundled edition: ' +
      list(bundled),
  };
}
