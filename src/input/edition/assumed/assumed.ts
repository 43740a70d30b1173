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
  type FrameworkNode,
  type Indicator,
} from '../../../model/framework.ts';
import { ProblemsError, throwErrors, type Problem } from '../../../model/problem.ts';
import { complete } from '../../../model/registry.ts';
import { count, list } from '../../../model/words.ts';
import type { Settings } from '../../options/settings/settings.ts';
import type { Sheet } from '../../shapes/sheet.ts';
import type { Base } from '../base.ts';
import { isCode } from '../framework/codes.ts';
import { findScoreColumns, type ScoreColumn, type ScoreColumns } from './columns.ts';
import { droppedColumns, noIndicators, yearsInHeadings } from './dropped.ts';
import { almostIiss, matchIiss, readIiss } from './iiss.ts';

/** What a sheet is taken for. */
interface Assumed {
  readonly framework: Framework;
  readonly scales: readonly Scale[];
  /** Whether the columns are IISS's seven categories, rated in words: then its tier rule applies too. */
  readonly isIiss: boolean;
  readonly note: Problem;
}

/**
 * Takes scores without a framework for what they look like; ratings are normalised over their scale unless
 * told otherwise.
 */
export async function assumeBase(
  sheet: Sheet,
  title: string,
  settings: Settings | null,
  overrides: PartialRecipe,
  problems: Problem[],
): Promise<Base> {
  const iiss = await readIiss();
  const ownScales = settings?.scales ?? [];
  const columns = findScoreColumns(sheet, ownScales);
  throwErrors(yearsInHeadings(sheet, columns));
  const dropped = droppedColumns(sheet, columns.others);
  if (columns.scores.length === 0) throw new ProblemsError([noIndicators(sheet, columns.others), ...dropped]);
  for (const problem of dropped) problems.push(problem);
  const asIiss = matchIiss(namesOf(columns), iiss.framework);
  const { framework, scales, isIiss, note } =
    asIiss === null
      ? assumeIndicators(sheet, columns, title, ownScales, iiss)
      : assumeIiss(sheet, columns, asIiss, iiss);
  problems.push(note);
  const recipe = { ...(isIiss ? iiss.recipe : {}), ...settings?.recipe };
  const isTold = recipe.normalise !== undefined || overrides.normalise !== undefined;
  return isTold ? { framework, scales, recipe } : overScales({ framework, scales, recipe });
}

/** Ratings are normalised over their scale: by the recipe if all indicators are rated, or each by its own. */
function overScales({ framework, scales, recipe }: Base): Base {
  const normalise = complete(normalisations, { method: 'goalposts' });
  const isRated = (node: FrameworkNode) => node.kind === 'indicator' && node.scale !== null;
  if (framework.children.every(isRated)) return { framework, scales, recipe: { ...recipe, normalise } };
  const children = framework.children.map((node) =>
    node.kind === 'indicator' && isRated(node) ? { ...node, normalise } : node,
  );
  return { framework: { ...framework, children }, scales, recipe };
}

/** Numeric columns and columns of ratings become indicators of direction 1 and equal weight. */
function assumeIndicators(
  sheet: Sheet,
  columns: ScoreColumns,
  title: string,
  ownScales: readonly Scale[],
  iiss: Base,
): Assumed {
  const leaves = columns.scores.map(({ cells: { name }, scale }) =>
    indicator(codeOf(name), { name, column: name, scale: scale?.name ?? null }),
  );
  const scales = scalesOf(columns.scores);
  const ratings = scales.length === 0 ? '' : `, ratings on ${list(scales.map(scaleText))}`;
  const assumed = `direction 1, equal weights${ratings}${almostIiss(namesOf(columns), iiss.framework)}`;
  return {
    framework: category(ROOT_CODE, withUniqueCodes(leaves), { name: title }),
    scales: [...ownScales, ...scales.filter(({ name }) => !ownScales.some((scale) => scale.name === name))],
    isIiss: false,
    note: assumedNote(sheet, columns, assumed),
  };
}

function assumeIiss(sheet: Sheet, columns: ScoreColumns, framework: Framework, iiss: Base): Assumed {
  const rated = columns.scores.filter(({ scale }) => scale?.name === 'iiss');
  const isIiss = rated.length * 2 > columns.scores.length;
  const { scales } = iiss;
  if (isIiss) {
    const assumed = 'the seven categories, rating scale and tier rule of IISS';
    return { framework, scales, isIiss, note: assumedNote(sheet, columns, assumed) };
  }
  const children = indicators(framework).map((leaf) => ({ ...leaf, scale: null }));
  const assumed = 'the seven categories of IISS as numbers, so without its tier rule';
  return {
    framework: { ...framework, children },
    scales,
    isIiss,
    note: assumedNote(sheet, columns, assumed),
  };
}

function namesOf({ scores }: ScoreColumns): string[] {
  return scores.map(({ cells }) => cells.name);
}

/** The scales on which columns are rated, each once. */
function scalesOf(columns: readonly ScoreColumn[]): Scale[] {
  const byName = new Map<string, Scale>();
  for (const { scale } of columns) if (scale !== null) byName.set(scale.name, scale);
  return [...byName.values()];
}

function scaleText({ name, ratings }: Scale): string {
  return `the scale ${name} (${ratings.map(({ word, value }) => `${word} ${value}`).join(', ')})`;
}

/** A header as a code: as it is, or with what a command line cannot take made hyphens. */
function codeOf(name: string): string {
  if (isCode(name)) return name;
  const code = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_.]+/gu, '-')
    .replaceAll(/^[-._]+|[-._]+$/g, '');
  return code === '' ? 'indicator' : code;
}

function withUniqueCodes(leaves: readonly Indicator[]): Indicator[] {
  const seen = new Set<string>([ROOT_CODE]);
  return leaves.map((leaf) => {
    let code = leaf.code;
    for (let again = 2; seen.has(code); again += 1) code = `${leaf.code}-${again}`;
    seen.add(code);
    return { ...leaf, code };
  });
}

function assumedNote({ file }: Sheet, columns: ScoreColumns, assumed: string): Problem {
  const { scores, others } = columns;
  const names = namesOf(columns).map((name) => {
    const code = codeOf(name);
    return code === name ? name : `"${name}" as ${code}`;
  });
  const otherNames = others.map(({ cells }) => cells.name);
  const notScores = others.length === 0 ? '' : `; not scores: ${list(otherNames, 8)}`;
  return {
    code: 'scores/assumed',
    severity: 'note',
    place: { file },
    what: `assumed ${count(scores.length, 'indicator')} (${list(names, 8)}), ${assumed}${notScores}`,
    fix: 'to change this, save it as scores.csv in a folder and add an indicators.csv',
  };
}
