// Every code that a problem can have, with what it means, why it matters and how to mend it. Codes are
// stable: scripts may rely on them. A run that finds problems knows the codes by type alone; only the command
// problems loads the texts.
import { files } from './files.ts';
import { framework } from './framework.ts';
import { questions } from './questions.ts';
import { raters } from './raters.ts';
import { recipe } from './recipe.ts';
import { region } from './region.ts';
import { scores } from './scores.ts';
import { tiers } from './tiers.ts';
import { usage } from './usage.ts';
import { weights } from './weights.ts';

export const problemTexts = {
  ...files,
  ...scores,
  ...framework,
  ...weights,
  ...raters,
  ...recipe,
  ...tiers,
  ...region,
  ...usage,
  ...questions,
};

export type ProblemCode = keyof typeof problemTexts;

type GroupOf<Code> = Code extends `${infer Group}/${string}` ? Group : never;

/** What stands before the slash of a code. */
export type ProblemGroup = GroupOf<ProblemCode>;

/** What the codes of each group are about. */
export const problemGroups: Readonly<Record<ProblemGroup, string>> = {
  files: 'Files that are read or written',
  csv: 'The form of CSV files',
  io: 'Devices and streams that are written to',
  scores: 'Scores and countries',
  framework: 'Indicators and categories in indicators.csv',
  weights: 'Weights, and comparisons that give weights',
  raters: 'Scores of raters in raters.csv',
  certain: 'Scores that are certain, in certain.csv',
  recipe: 'The recipe and its methods',
  tiers: 'The rule for tiers',
  region: 'The weight region',
  vary: 'What varies from draw to draw',
  usage: 'The command line',
  reach: 'What reach asks for',
  whatif: 'Changes after whatif',
  fit: 'What fit can reproduce',
  published: 'What published.csv says',
  check: 'What check compares',
};

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemTexts, code);
}

/** The codes in their order. */
export const codesOfProblems: readonly ProblemCode[] = Object.keys(problemTexts).filter(isProblemCode);

/** What each code means. */
export const problemCodes: Readonly<Record<string, string>> = Object.fromEntries(
  codesOfProblems.map((code) => [code, problemTexts[code].meaning]),
);
