// Scores that come without a framework: what is assumed about them, and the line that says so.
import { normalisations } from '../../../methods/normalise/table.ts';
import type { PartialRecipe } from '../../../methods/steps.ts';
import type { Scale } from '../../../model/edition.ts';
import {
  category,
  indicator,
  indicators,
  ROOT_CODE,
  type Framework,
  type Indicator,
} from '../../../model/framework.ts';
import { ProblemsError, type Problem } from '../../../model/problem.ts';
import { complete } from '../../../model/registry.ts';
import { count, fold, list } from '../../../model/words.ts';
import { readTable } from '../../files/csv.ts';
import { filesIn } from '../edition-files.ts';
import { bundledPath } from '../../files/files.ts';
import { isCode, readFramework } from '../framework/framework.ts';
import { findRating, isMissing, isNotFinite, numberMeant, scaleOfWords } from '../../cells/score.ts';
import { readSettings, type Settings } from '../../options/settings.ts';
import type { Cells, Sheet } from '../../shapes/sheet.ts';
import { decode } from '../../files/text.ts';

/** What an edition says about its indicators, or what was assumed about them. */
export interface Base {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  readonly recipe: PartialRecipe;
}

/** What a sheet is taken for. */
interface Assumed {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  /** Whether the columns are IISS's seven categories, rated in words: then its tier rule applies too. */
  readonly isIiss: boolean;
  readonly note: Problem;
}

/** Headers that never are indicators. */
const neverIndicators = new Set([
  'rank',
  'id',
  'year',
  'score',
  'total',
  'no',
  'nr',
  '#',
  'iso',
  'iso2',
  'iso3',
  'iso-2',
  'iso-3',
  'iso-code',
  'alpha-2',
  'alpha-3',
  'm49',
  'code',
]);

/**
 * Takes scores without a framework for what they look like; ratings are normalised over their scale unless
 * told otherwise.
 */
export async function readBare(
  sheet: Sheet,
  title: string,
  settings: Settings | null,
  overrides: PartialRecipe,
  problems: Problem[],
): Promise<Base> {
  const iiss = await readIiss();
  const assumed = assumeFramework(sheet, title, settings?.scales ?? [], iiss);
  problems.push(assumed.note);
  const recipe = { ...(assumed.isIiss ? iiss.recipe : {}), ...settings?.recipe };
  const isOpen = recipe.normalise === undefined && overrides.normalise === undefined;
  const overScale = complete(normalisations, { method: 'goalposts' });
  if (
    isOpen &&
    assumed.framework.children.every((node) => node.kind === 'indicator' && node.scale !== null)
  ) {
    return {
      framework: assumed.framework,
      scales: assumed.scales,
      recipe: { ...recipe, normalise: overScale },
    };
  }
  const children = assumed.framework.children.map((node) =>
    isOpen && node.kind === 'indicator' && node.scale !== null ? { ...node, normalise: overScale } : node,
  );
  return { framework: { ...assumed.framework, children }, scales: assumed.scales, recipe };
}

/** IISS's framework, scale and rule, for scores of somebody's own on its categories. */
async function readIiss(): Promise<Base> {
  const problems: Problem[] = [];
  const files = filesIn(bundledPath('iiss-2021'), 'iiss-2021', problems);
  const settings = files.settings === null ? null : await readSettings(files.settings, files.id, problems);
  const table = files.indicators === null ? null : readTable(files.indicators.path, decode(files.indicators));
  const framework = table === null ? null : readFramework(table, 'Index', settings?.scales ?? [], problems);
  if (settings === null || framework === null) throw new ProblemsError(problems);
  return { framework, scales: settings.scales, recipe: settings.recipe };
}

/**
 * Numeric columns and columns of ratings become indicators of direction 1 and equal weight; `iiss` is IISS's
 * framework.
 */
function assumeFramework(
  sheet: Sheet,
  title: string,
  ownScales: readonly Scale[],
  iiss: { framework: Framework; scales: readonly Scale[] },
): Assumed {
  const taken: { cells: Cells; scale: Scale | null }[] = [];
  const left: string[] = [];
  for (const cells of sheet.columns) {
    const kind = neverIndicators.has(fold(cells.name))
      ? 'other'
      : kindOf(cells, sheet.countries.length, ownScales);
    if (kind === 'other') left.push(cells.name);
    else taken.push({ cells, scale: kind });
  }
  if (taken.length === 0) throw new ProblemsError([noIndicators(sheet, left)]);
  const asIiss = matchIiss(
    taken.map(({ cells }) => cells.name),
    iiss.framework,
  );
  if (asIiss !== null) return assumeIiss(sheet, asIiss, taken, left, iiss);
  const scales = [
    ...new Map(taken.flatMap(({ scale }) => (scale === null ? [] : [[scale.name, scale] as const]))).values(),
  ];
  const framework = category(
    ROOT_CODE,
    uniqueCodes(
      taken.map(({ cells, scale }) =>
        indicator(codeOf(cells.name), {
          name: cells.name,
          column: cells.name,
          scale: scale?.name ?? null,
          normalise: null,
        }),
      ),
    ),
    { name: title },
  );
  return {
    framework,
    scales: [...ownScales, ...scales.filter(({ name }) => !ownScales.some((own) => own.name === name))],
    isIiss: false,
    note: note(
      sheet,
      taken,
      left,
      `direction 1, equal weights${
        scales.length === 0
          ? ''
          : ', ratings on ' +
            list(
              scales.map(
                ({ name, ratings }) =>
                  `the scale ${name} (${ratings.map(({ word, value }) => `${word} ${value}`).join(', ')})`,
              ),
            )
      }${almostIiss(
        taken.map(({ cells }) => cells.name),
        iiss.framework,
      )}`,
    ),
  };
}

/** The scale of a column of ratings, null for numbers, 'other' for text and for nothing. */
function kindOf(cells: Cells, rows: number, ownScales: readonly Scale[]): Scale | null | 'other' {
  const words: string[] = [];
  let numbers = 0;
  for (let row = 0; row < rows; row += 1) {
    const text = cells.text(row);
    // 40% and inf are mistaken numbers rather than words: they are reported, not passed over.
    if (cells.number(row) !== null || (!isMissing(text) && (numberMeant(text) !== null || isNotFinite(text))))
      numbers += 1;
    else if (!isMissing(text)) words.push(text);
  }
  const own = ownScales.find(
    (scale) => words.filter((word) => findRating(scale, word) !== null).length * 2 > words.length,
  );
  const rated =
    own === undefined
      ? scaleOfWords(words)
      : { scale: own, known: words.filter((word) => findRating(own, word) !== null).length };
  if (rated !== null && rated.known >= numbers && (rated.known + numbers) * 2 > words.length + numbers)
    return rated.scale;
  return numbers > words.length || (numbers > 0 && numbers === words.length) ? null : 'other';
}

/** A header as a code: as it is, or with what a command line cannot take made hyphens. */
function codeOf(name: string): string {
  if (isCode(name)) return name;
  return (
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_.]+/gu, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '') || 'indicator'
  );
}

function uniqueCodes(leaves: readonly Indicator[]): Indicator[] {
  const seen = new Set<string>([ROOT_CODE]);
  return leaves.map((leaf) => {
    let code = leaf.code;
    for (let again = 2; seen.has(code); again += 1) code = `${leaf.code}-${again}`;
    seen.add(code);
    return { ...leaf, code };
  });
}

/**
 * IISS's framework reading these columns, if they are its seven categories by code or by name, and nothing
 * else.
 */
function matchIiss(names: readonly string[], framework: Framework): Framework | null {
  const leaves = indicators(framework);
  const matched = leaves.map((leaf) => ({ leaf, column: names.find((name) => isCategory(name, leaf)) }));
  if (names.length !== leaves.length || matched.some(({ column }) => column === undefined)) return null;
  return {
    ...framework,
    children: matched.map(({ leaf, column }) => ({ ...leaf, column: column ?? leaf.column })),
  };
}

function isCategory(name: string, { code, name: title }: Indicator): boolean {
  const written = fold(name).replace('offense', 'offence');
  return written === fold(code) || written === fold(title);
}

/** Says so if the columns are nearly the categories of IISS, as one may be missing or misspelt. */
function almostIiss(names: readonly string[], framework: Framework): string {
  const leaves = indicators(framework);
  const lacking = leaves.filter((leaf) => !names.some((name) => isCategory(name, leaf)));
  return leaves.length - lacking.length < 5
    ? ''
    : '; not the framework of IISS, as ' +
        (lacking.length === 0
          ? 'there are other columns too'
          : `it has no ${list(lacking.map(({ code }) => code))}`);
}

function assumeIiss(
  sheet: Sheet,
  framework: Framework,
  taken: readonly { cells: Cells; scale: Scale | null }[],
  left: readonly string[],
  iiss: { scales: readonly Scale[] },
): Assumed {
  const isRated = taken.filter(({ scale }) => scale?.name === 'iiss').length * 2 > taken.length;
  const says = isRated
    ? 'the seven IISS categories, its rating scale and its tier rule'
    : 'the seven IISS categories as numbers, so without its tier rule';
  const children = isRated
    ? framework.children
    : indicators(framework).map((leaf) => ({ ...leaf, scale: null }));
  return {
    framework: { ...framework, children },
    scales: iiss.scales,
    isIiss: isRated,
    note: note(sheet, taken, left, says),
  };
}

function note(
  sheet: Sheet,
  taken: readonly { cells: Cells }[],
  left: readonly string[],
  assumed: string,
): Problem {
  const names = list(
    taken.map(({ cells: { name } }) => (codeOf(name) === name ? name : `"${name}" as ${codeOf(name)}`)),
    8,
  );
  return {
    code: 'scores/assumed',
    severity: 'note',
    place: { file: sheet.file },
    what:
      `assumed ${count(taken.length, 'indicator')} (${names}), ` +
      `${assumed}${left.length === 0 ? '' : `; not scores: ${list(left, 8)}`}`,
    fix: 'to say otherwise, put it into a folder as scores.csv with an indicators.csv beside it',
  };
}

function noIndicators(sheet: Sheet, left: readonly string[]): Problem {
  return {
    code: 'scores/no-indicators',
    severity: 'error',
    place: sheet.header,
    what: 'no column holds scores',
    why:
      left.length === 0
        ? 'there is no column but that of the countries'
        : `of the others, none is mostly numbers or ratings: ${list(left, 8)}`,
    fix: 'add a column of numbers or ratings for each indicator',
  };
}
