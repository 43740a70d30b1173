// Problems with raters.csv, and with what certain.csv says of single scores.
import type { ProblemTexts } from './text.ts';

export const raters = {
  'raters/no-column': {
    meaning: 'raters.csv lacks a column that it needs',
    why: 'Each row of raters.csv says who gave which score to which country.',
    fix: 'Add the column. The file needs rater, country, indicator and value; a panel also needs year.',
  },
  'raters/no-rater': {
    meaning: 'a row of raters.csv names no rater',
    why: 'The program compares the scores of different raters, so it must know whose score this is.',
    fix: 'Name the rater, if only as A or B.',
  },
  'raters/unknown-country': {
    meaning: 'raters scored a country or a year that scores.csv does not have',
    why: 'The index ranks the rows of scores.csv only.',
    fix: 'Correct the name or the year. Or add a row for it to scores.csv; its cells may be empty.',
  },
  'raters/unknown-indicator': {
    meaning: 'raters scored an indicator that is not in the framework',
    why:
      'The index does not use such a score. The program computes categories, so they take no scores ' +
      'either.',
    fix: 'Name an indicator of the framework.',
  },
  'raters/duplicate-score': {
    meaning: 'a rater gave two scores for one indicator of one country',
    why: 'Nothing says which of the two scores counts.',
    fix: 'Delete one of them.',
  },
  'raters/bad-confidence': {
    meaning: "a rater's confidence is not a number above 0",
    why: 'Scores count in proportion to the confidence, so it must be a number above 0.',
    fix: 'Write a number above 0, or leave the column out.',
  },
  'raters/filled': {
    meaning: 'scores that scores.csv lacks come from the raters',
    why: 'The index uses scores here that nobody agreed on.',
    fix: 'Write the scores that were agreed on into scores.csv.',
  },
  'raters/outside': {
    meaning: 'a score is higher or lower than any that its raters gave',
    why: 'The index uses the score of scores.csv, although no rater gave one as high or as low.',
    fix: 'Correct the score, or the scores that the raters gave.',
  },
  'raters/unused-column': {
    meaning: 'the program does not read a column of raters.csv',
    why: 'The column has no effect, and its name may be misspelt.',
    fix: 'Correct its name, or delete it.',
  },
  'certain/no-column': {
    meaning: 'certain.csv lacks a column that it needs',
    why: 'Each row of certain.csv says which score of which country is certain.',
    fix: 'Add the column. The file needs country and indicator.',
  },
  'certain/unknown-country': {
    meaning: 'certain.csv names a country or a year that scores.csv does not have',
    why: 'A score that does not exist cannot be certain.',
    fix: 'Correct the name or the year. Or add a row for it to scores.csv; its cells may be empty.',
  },
  'certain/unknown-indicator': {
    meaning: 'certain.csv names an indicator that is not in the framework',
    why: 'A score that does not exist cannot be certain.',
    fix: 'Name an indicator, a category or "all".',
  },
  'certain/not-yes-or-no': {
    meaning: 'the column "certain" holds neither yes nor no',
    why: 'Scores that are certain do not vary, and all others may.',
    fix: 'Write yes or no.',
  },
  'certain/wide-scores': {
    meaning: 'the column "certain" does not say which scores of a row are certain',
    why: 'A row of scores.csv has several scores, and perhaps only some of them are certain.',
    fix: 'List the certain scores in certain.csv beside scores.csv, with the columns country and indicator.',
  },
  'certain/unused-column': {
    meaning: 'the program does not read a column of certain.csv',
    why: 'The column has no effect, and its name may be misspelt.',
    fix: 'Correct its name, or delete it.',
  },
} satisfies ProblemTexts<'raters' | 'certain'>;
