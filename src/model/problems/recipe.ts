// Problems with recipes: files of settings, methods and their parameters, and what cannot be computed.
import type { ProblemTexts } from './text.ts';

export const recipe = {
  'recipe/syntax': {
    meaning: 'a JSON or YAML file cannot be read',
    why: 'A comma, a bracket, a quotation mark or the indentation is wrong.',
    fix: 'Look at the commas, brackets, quotation marks and indentation around the place.',
  },
  'recipe/schema': {
    meaning: 'a JSON or YAML file holds something that does not belong there',
    why: 'The program does not know the key, or the key cannot have this value.',
    fix: 'Correct it. "cyberpower schema index" prints all keys and what they take.',
  },
  'recipe/unknown-method': {
    meaning: 'a step has no method with this name',
    why: 'The name may be misspelt, or may be that of a method of another step.',
    fix: 'Choose one of the methods in the message. "cyberpower methods" says what they do.',
  },
  'recipe/unknown-parameter': {
    meaning: 'a method has no parameter with this name',
    why: 'The name may be misspelt, or the method may take no parameters.',
    fix: 'Choose one of the parameters in the message. "cyberpower methods NAME" says what they are for.',
  },
  'recipe/bad-parameter': {
    meaning: 'a parameter has a value it cannot take',
    why: 'The value is missing, has the wrong form, or lies outside its limits.',
    fix: 'Write a value as in the message. "cyberpower methods NAME" says what the parameters take.',
  },
  'recipe/unknown-selection': {
    meaning: 'a selection names no country, indicator or group',
    why: 'The selection would have no effect, and the name may be misspelt.',
    fix: 'Write the name or code of a country, the code of an indicator, or group=value.',
  },
  'recipe/nothing-selected': {
    meaning: 'a selection or a screening leaves nothing to rank',
    why: 'An index needs at least one country and one indicator.',
    fix: 'Leave out fewer countries and indicators, or ask for a smaller share of scores.',
  },
  'recipe/unknown-year': {
    meaning: 'the scores have no such year',
    why: 'You asked for a year, and scores.csv has no rows for it.',
    fix: 'Ask for a year that the scores have.',
  },
  'recipe/no-panel': {
    meaning: 'a method asks for years, and the scores have none',
    why: 'The method treats each year by itself, so it needs a column of years.',
    fix: 'Add a column "year" to the scores, or leave by=year out.',
  },
  'recipe/no-denominator': {
    meaning: 'scores should be divided by a column that is not there',
    why: 'A score per person needs a column of persons, for example.',
    fix: 'Add the column to scores.csv, or correct its name.',
  },
  'recipe/no-group': {
    meaning: 'a method asks for a column of groups that is not there',
    why: 'The method looks at countries of the same group, and no column says which group they are in.',
    fix: 'Correct the name, or add the column to scores.csv.',
  },
  'recipe/no-target': {
    meaning: 'an indicator has no target, or none above the lowest country',
    why: 'The method measures how near each country is to the target, starting at the lowest country.',
    fix: 'Fill in or correct the column "target" of indicators.csv.',
  },
  'recipe/no-reference': {
    meaning: 'the reference country is not ranked, has no score, or is the lowest',
    why: 'The method measures every country by the distance of this country from the lowest.',
    fix: 'Name a country that is ranked and that is not the lowest.',
  },
  'recipe/bad-steps': {
    meaning: 'the order of the steps names something that is not a step',
    why: 'Only the steps that prepare scores can change their order, and each can stand there once.',
    fix: 'Name some of denominate, transform, screen, impute and treat, as in impute,screen.',
  },
  'recipe/no-goalposts': {
    meaning: 'an indicator has no goalposts',
    why: 'Goalposts say which score counts as 0 and which as 100.',
    fix:
      'Fill in the columns "low" and "high" of indicators.csv. Or pass them for all: --normalise ' +
      'goalposts:low=0,high=10.',
  },
  'recipe/out-of-domain': {
    meaning: 'a method cannot take a score',
    why: 'Some methods are not defined for some numbers: zero has no logarithm, for example.',
    fix: 'Normalise to a range above 0, correct the score, or take another method.',
  },
  'recipe/not-finite': {
    meaning: 'a computed score is larger than any number the computer can hold',
    why: 'The program cannot rank countries by a number that it cannot hold.',
    fix: 'Normalise the scores to a smaller range, or take another aggregation.',
  },
  'recipe/changed-input': {
    meaning: 'a file has changed since a result was saved',
    why: 'The saved recipe may give another result with the changed file.',
    fix: 'Restore the file to get the same result, or keep the new result.',
  },
} satisfies ProblemTexts<'recipe'>;
