// Problems with weights, wherever they are written, and with comparisons that give weights.
import type { ProblemTexts } from './text.ts';

export const weights = {
  'weights/not-a-number': {
    meaning: 'a weight is not a number',
    why: 'A weight says how much an indicator counts among its siblings, so it must be a number.',
    fix: 'Write a number such as 1 or 0.25.',
  },
  'weights/negative': {
    meaning: 'a weight is negative',
    why: 'With a negative weight a better score would lower the index.',
    fix: 'Write 0 to leave the indicator out. Where less is better, set its direction to -1.',
  },
  'weights/all-zero': {
    meaning: 'all weights under one parent are zero',
    why: 'Nothing under the parent counts then, so the parent has no score.',
    fix: 'Give at least one of them a weight above 0.',
  },
  'weights/unknown-code': {
    meaning: 'a weight is for a code that is not in the framework',
    why: 'The weight would have no effect, and the code may be misspelt.',
    fix: 'Correct the code, or add a row for it to indicators.csv.',
  },
  'weights/duplicate-code': {
    meaning: 'a code has two weights in one file',
    why: 'Nothing says which of the two weights counts.',
    fix: 'Delete one of the rows.',
  },
  'weights/unknown-set': {
    meaning: 'there is no set of weights with this name',
    why: 'Each column of weights.csv but "code" is a set of weights, and none has this name.',
    fix: 'Correct the name, or add the set as a column to weights.csv.',
  },
  'weights/not-determined': {
    meaning: 'the scores do not determine the weights',
    why: 'The weighting finds weights from the scores, and from these scores it finds none, or too many.',
    fix: 'Fill in missing scores, leave some indicators out, or take another weighting.',
  },
  'weights/few-countries': {
    meaning: 'weights come from so few countries that they are mostly chance',
    why:
      'The weighting finds weights from the scores. With few countries, one more country could change ' +
      'them greatly.',
    fix: 'Pass --weights equal, or use fewer indicators.',
  },
  'weights/opposed': {
    meaning: 'an indicator goes against its siblings, so its weight would be negative',
    why: 'The indicator falls where its siblings rise, and no weight may be negative.',
    fix: 'Set its direction to -1 if less is better, leave it out, or take another weighting.',
  },
  'weights/unbalanced': {
    meaning: 'no weights make the indicators as important as they should be',
    why:
      'The weighting "balanced" gives each indicator its share of importance. Here one weight would ' +
      'have to be negative.',
    fix: 'Raise the weight of that indicator in indicators.csv, leave it out, or take another weighting.',
  },
  'weights/not-square': {
    meaning: 'a matrix of comparisons has other codes down than across',
    why: 'The matrix compares each code with every other, so rows and columns need the same codes.',
    fix: 'Add the row or column that is missing, or delete the other.',
  },
  'weights/not-a-comparison': {
    meaning: 'a comparison is not a positive number',
    why: 'A comparison says how many times as important the row is as the column.',
    fix: 'Write a number such as 3, 1/3 or 0.333.',
  },
  'weights/not-reciprocal': {
    meaning: 'two comparisons of the same pair contradict each other',
    why: 'If one is 3 times as important as the other, the other is 1/3 as important as the one.',
    fix: 'Write 1 divided by the other number, or leave one of the two cells empty.',
  },
  'weights/not-compared': {
    meaning: 'something is not compared with all of its siblings',
    why:
      'The weights of a category come from comparisons of all its parts, and some comparisons are ' +
      'missing.',
    fix: 'Fill them in, or leave the whole category out of the file.',
  },
  'weights/not-siblings': {
    meaning: 'the file compares two that are not siblings',
    why: 'Weights are relative to siblings, so the program does not use this comparison.',
    fix: 'Leave the cell empty.',
  },
  'weights/inconsistent': {
    meaning: 'the comparisons of a category contradict each other too much',
    why:
      'Three comparisons contradict each other if A beats B, B beats C and C beats A. Weights from them ' +
      'mean little.',
    fix: 'Think the comparisons over, beginning with the one that the message names.',
  },
  'weights/no-code-column': {
    meaning: 'a file of weights has no column "code"',
    why: 'The column "code" says which indicator or category each weight is for.',
    fix: 'Call the first column "code". Every other column is a set of weights.',
  },
} satisfies ProblemTexts<'weights'>;
