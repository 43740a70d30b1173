// Whether somebody's own scores are on the seven categories of IISS.
import { indicators, type Framework, type Indicator } from '../../../model/framework.ts';
import { ProblemsError, type Problem } from '../../../model/problem.ts';
import { fold, list } from '../../../model/words.ts';
import { readTable } from '../../files/csv.ts';
import { bundledPath } from '../../files/files.ts';
import { decode } from '../../files/text.ts';
import { readSettings } from '../../options/settings/settings.ts';
import type { Base } from '../base.ts';
import { filesIn } from '../edition-files.ts';
import { readFramework } from '../framework/framework.ts';

/** How many categories of IISS there are at least in columns that are nearly its framework. */
const NEARLY_ALL = 5;

/** IISS's framework, scale and rule, for scores of somebody's own on its categories. */
export async function readIiss(): Promise<Base> {
  const problems: Problem[] = [];
  const files = filesIn(bundledPath('iiss-2021'), 'iiss-2021', problems);
  const settings = files.settings === null ? null : await readSettings(files.settings, files.id, problems);
  const table = files.indicators === null ? null : readTable(files.indicators.path, decode(files.indicators));
  const framework = table === null ? null : readFramework(table, 'Index', settings?.scales ?? [], problems);
  if (settings === null || framework === null) throw new ProblemsError(problems);
  return { framework, scales: settings.scales, recipe: settings.recipe };
}

/**
 * IISS's framework reading these columns, if they are its seven categories by code or by name, and nothing
 * else.
 */
export function matchIiss(names: readonly string[], framework: Framework): Framework | null {
  const leaves = indicators(framework);
  const children: Indicator[] = [];
  for (const leaf of leaves) {
    const column = names.find((name) => isCategory(name, leaf));
    if (column !== undefined) children.push({ ...leaf, column });
  }
  const isWhole = children.length === leaves.length && names.length === leaves.length;
  return isWhole ? { ...framework, children } : null;
}

/** Says so if the columns are nearly the categories of IISS, as one may be missing or misspelt. */
export function almostIiss(names: readonly string[], framework: Framework): string {
  const leaves = indicators(framework);
  const lacking = leaves.filter((leaf) => !names.some((name) => isCategory(name, leaf)));
  if (leaves.length - lacking.length < NEARLY_ALL) return '';
  const because =
    lacking.length === 0
      ? 'there are other columns too'
      : `it has no ${list(lacking.map(({ code }) => code))}`;
  return `; not the framework of IISS, because ${because}`;
}

function isCategory(name: string, { code, name: title }: Indicator): boolean {
  const written = fold(name).replace('offense', 'offence');
  return written === fold(code) || written === fold(title);
}
