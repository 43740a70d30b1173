// What can be wrong with the files or the command line, as data; report/problems.ts makes the text.
import type { StepName } from './step.ts';

/**
 * Every code a problem can bear, with what it means in general. Codes are stable: scripts may rely on them.
 */
export const problemCodes = {
  'files/not-found': 'there is no such file or folder',
  'files/unreadable': 'the file cannot be read',
  'files/binary': 'the file is not text',
  'files/encoding': 'the file is not UTF-8',
  'files/empty': 'the file has nothing in it',
  'files/too-large': 'the file is larger than what is read',
  'files/no-scores': 'the folder holds no scores.csv',
  'files/not-written': 'the output cannot be written',
  'files/overwrites-input': 'the output would replace one of the inputs',
  'io/not-written': 'the disk or the device does not take what is written',
  'csv/header-only': 'the file has a header and nothing under it',
  'csv/ragged-row': 'a row has more or fewer cells than the header',
  'csv/unterminated-quote': 'a quotation mark is opened and never closed',
  'csv/stray-quote': 'a quotation mark stands where none may',
  'csv/duplicate-column': 'two columns bear the same name',
  'csv/unnamed-column': 'a column with cells in it has no name',
  'csv/mixed-decimals': 'some numbers have a decimal comma, some a decimal point',
  'csv/ambiguous-number': 'the points of all numbers may stand before decimals or part thousands',
  'scores/assumed': 'what was assumed about scores that come without a framework',
  'scores/no-country-column': 'no column holds countries',
  'scores/no-country': 'a row has scores and no country',
  'scores/no-header': 'the first row holds scores and no names of columns',
  'scores/no-indicator': 'a row of a long file names no indicator',
  'scores/no-indicators': 'no column holds scores',
  'scores/unknown-country': 'a country is not recognised and keeps its own name',
  'scores/code-and-name-differ': 'the code and the name in a row belong to different countries',
  'scores/duplicate-country': 'a country stands in the file twice, perhaps in two spellings',
  'scores/duplicate-score': 'a country has two scores for one indicator',
  'scores/not-a-number': 'a score is not a number',
  'scores/not-finite': 'a score is infinite or not a number by name',
  'scores/out-of-range': 'a score lies outside its scale',
  'scores/unknown-rating': 'a word is no rating of its scale',
  'scores/missing': 'a score is missing and the recipe allows none to be',
  'scores/not-a-year': 'a year is not a whole number',
  'scores/no-column': 'an indicator of the framework has no column of scores',
  'scores/unused-column': 'a column of scores is not in the framework',
  'scores/all-equal': 'all countries have the same score, so it tells nobody apart',
  'scores/aggregates': 'rows of regions or other groups of countries are left out',
  'scores/sdmx': 'the columns of the file have the names of SDMX',
  'scores/years-in-headings': 'columns are named by years, each holding one year of an indicator',
  'scores/mixed-years': 'each country stands in one year, and not all in the same',
  'scores/dropped-column': 'a column is not used although it seems to hold scores',
  'scores/one-country': 'a method compares countries and there is only one',
  'scores/unranked': 'a country has too few scores to be ranked',
  'framework/no-code-column': 'indicators.csv has no column "code"',
  'framework/no-code': 'a row of the framework has no code',
  'framework/bad-code': 'a code cannot be written on a command line',
  'framework/duplicate-code': 'two rows of the framework bear the same code',
  'framework/unknown-parent': 'a row names a parent that is not in the framework',
  'framework/cycle': "rows of the framework are each other's parents",
  'framework/parent-is-indicator': 'a category has a column, a direction or goalposts of its own',
  'framework/not-a-number': 'a number of the framework is not one',
  'framework/bad-direction': 'a direction is neither 1 nor -1',
  'framework/low-not-below-high': "an indicator's low is not below its high",
  'framework/unknown-scale': 'an indicator names a scale of ratings that is not defined',
  'framework/too-deep': 'the levels of the framework are too many',
  'framework/unused-column': 'a column of indicators.csv is not one that is read',
  'weights/not-a-number': 'a weight is not a number',
  'weights/negative': 'a weight is negative',
  'vary/bad': 'what is said to vary cannot',
  'vary/nothing': 'nothing is said to vary, or what is has no effect',
  'region/unknown': 'the weight region names what is not there',
  'region/no-common-weights': 'every country has weights of its own, so that a weight region means nothing',
  'region/empty': 'no weights are in the weight region',
  'region/missing-score': 'named sets weigh an indicator of nominal weight 0, and scores of it are missing',
  'weights/all-zero': 'all weights under one parent are zero',
  'weights/unknown-code': 'a weight is given for something that is not in the framework',
  'weights/duplicate-code': 'a code has two weights in one file',
  'weights/unknown-set': 'there is no set of weights with this name',
  'weights/not-determined': 'the scores determine no weights',
  'weights/few-countries': 'weights are found from so few countries that they are mostly chance',
  'weights/opposed': 'an indicator goes against its siblings, so that its weight would be negative',
  'weights/unbalanced': 'no weights make the indicators as important as they should be',
  'weights/not-square': 'a matrix of comparisons has other codes down than across',
  'weights/not-a-comparison': 'a comparison is not a positive number',
  'weights/not-reciprocal': 'two comparisons of the same pair contradict each other',
  'weights/not-compared': 'something is not compared with all of its siblings',
  'weights/not-siblings': 'two are compared that are not siblings',
  'weights/inconsistent': 'the comparisons of a category contradict each other too much',
  'weights/no-code-column': 'a file of weights has no column "code"',
  'raters/no-column': 'raters.csv lacks a column that it needs',
  'raters/no-rater': 'a row of raters.csv names no rater',
  'raters/unknown-country': 'raters scored a country or a year that scores.csv does not have',
  'raters/unknown-indicator': 'raters scored an indicator that is not in the framework',
  'raters/duplicate-score': 'a rater gave two scores for one indicator of one country',
  'raters/bad-confidence': "a rater's confidence is not a number above 0",
  'raters/filled': 'scores that scores.csv lacks are those of the raters',
  'raters/outside': 'a score is higher or lower than any that its raters gave',
  'raters/unused-column': 'a column of raters.csv is not one that is read',
  'certain/no-column': 'certain.csv lacks a column that it needs',
  'certain/unknown-country': 'certain.csv names a country or a year that scores.csv does not have',
  'certain/unknown-indicator': 'certain.csv names an indicator that is not in the framework',
  'certain/not-yes-or-no': 'whether a score is certain is neither yes nor no',
  'certain/wide-scores': 'a column says that a country is certain, and not which of its scores',
  'certain/unused-column': 'a column of certain.csv is not one that is read',
  'recipe/syntax': 'a JSON or YAML file cannot be read as such',
  'recipe/schema': 'a JSON or YAML file holds something that does not belong there',
  'recipe/unknown-method': 'a step has no method with this name',
  'recipe/unknown-parameter': 'a method has no parameter with this name',
  'recipe/bad-parameter': 'a parameter has a value it cannot take',
  'recipe/unknown-selection': 'a selection names no country, indicator or group',
  'recipe/nothing-selected': 'a selection leaves nothing to rank',
  'recipe/unknown-year': 'a year is asked for that the scores do not have',
  'recipe/no-panel': 'a method asks for years, and the scores have none',
  'recipe/no-denominator': 'scores are to be divided by a column that is not there',
  'recipe/no-group': 'a method asks for a column of groups that is not there',
  'recipe/no-target': 'a target is asked for and an indicator has none',
  'recipe/no-reference': 'the country to measure against is not there, or has no score',
  'recipe/bad-steps': 'the order of the steps names something that is none',
  'recipe/no-goalposts': 'goalposts are asked for and an indicator has none',
  'recipe/out-of-domain': 'a method cannot take a score that it is given',
  'recipe/not-finite': 'a computed score is too large to be represented',
  'recipe/changed-input': 'a file is not what it was when a result was kept',
  'tiers/unknown-level': 'a tier asks for a level that its indicators do not have',
  'tiers/unknown-indicator': 'a tier asks for an indicator that is not in the framework',
  'tiers/bad-rule': 'the rule of the tiers is not one that can be applied',
  'tiers/level-outside-scale': 'a tier asks for a level that is outside the scale of its indicator',
  'tiers/never-met': 'a tier has a condition that no scores can meet',
  'usage/unknown-command': 'there is no such command',
  'usage/unknown-option': 'the command has no such option',
  'usage/bad-arguments': "an argument or an option's value is missing or one too many",
  'usage/bad-value': 'an option has a value it cannot take',
  'usage/unknown-field': 'the output has no such field',
  'usage/unknown-filter': 'a filter names no country or group that is there',
  'usage/not-comparable': 'a country cannot be compared with the others that are named',
  'usage/no-tiers': 'tiers are asked for and the recipe has none',
  'reach/not-told': 'what it takes to reach a rank or a tier cannot be told',
  'reach/no-index': 'a country without an index can reach nothing',
  'published/nothing': 'published.csv has no column of scores, ranks or tiers',
  'published/not-a-number': 'a published score, rank or tolerance is not a number',
  'published/unused-column': 'a column of published.csv is not one that is compared',
  'whatif/bad-change': 'a change cannot be read, or changes nothing',
  'whatif/unknown': 'a change names a country or an indicator that is not there',
  'fit/nothing-published': 'nothing was published that weights could be fitted to',
  'fit/not-linear': 'the index is no weighted sum, so that no weights can be fitted',
  'check/differs': 'a rank, score or tier is not what was published',
  'check/moved': 'a rank, score or tier is not what it was in the expected result',
  'check/no-result': 'the expected file holds no ranking',
  'files/exists': 'a file is there already and would be replaced',
  'usage/default-edition': 'no edition was named',
  'usage/bundled-name': 'a file or folder has the name of a bundled edition, which is taken',
  'usage/unknown-name': 'there is nothing with this name',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Errors stop the program; warnings say what it did that may not be meant; notes say what it assumed. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in a file: lines and columns count from 1, columns in characters; `text` is the whole line. */
export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  readonly text?: string;
}

/** Where on the command line: an option, an argument or a command as it was written. */
export interface ArgumentPlace {
  readonly argument: string;
}

export type Place = FilePlace | ArgumentPlace;

/** One thing that is wrong or was assumed: what, where, why it is so, and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Names the country, the indicator and the offending value; lower case, no full stop. */
  readonly what: string;
  readonly place?: Place;
  readonly country?: string;
  readonly year?: number;
  readonly indicator?: string;
  readonly value?: string;
  /** The step of the recipe that it is about, until it has a place. */
  readonly step?: StepName;
  readonly why?: string;
  readonly fix?: string;
}

/** Thrown once all the problems that can be found have been found. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ what }) => what).join('\n'));
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Whether it is the command line that has to be mended, rather than a file. */
export function isOnCommandLine({ place }: Problem): boolean {
  return place !== undefined && 'argument' in place;
}

/** Whether it is about writing what was computed: neither a file nor the command line is wrong. */
export function isOfWriting({ code }: Problem): boolean {
  return code.startsWith('io/');
}

/** As --strict takes it: a warning is an error. */
export function strictly(problem: Problem): Problem {
  return problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem;
}

/** Throws all the problems if one of them is an error; hands them back otherwise. */
export function throwErrors(problems: readonly Problem[]): readonly Problem[] {
  if (problems.some(isError)) throw new ProblemsError(problems);
  return problems;
}
