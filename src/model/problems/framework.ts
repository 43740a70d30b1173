// Problems with indicators.csv: codes, parents, and what each row says of an indicator.
import type { ProblemTexts } from './text.ts';

export const framework = {
  'framework/no-code-column': {
    meaning: 'indicators.csv has no column "code"',
    why: 'Scores, weights and options refer to indicators by their codes.',
    fix: 'Give each indicator and category a code, in a column called "code".',
  },
  'framework/no-code': {
    meaning: 'a row of the framework has no code',
    why: 'Scores, weights and options cannot refer to an indicator without a code.',
    fix: 'Give it a short code, such as "offence".',
  },
  'framework/bad-code': {
    meaning: 'a code cannot be written on a command line',
    why:
      'The command line would read spaces and signs such as = as something else. The code "index" is ' +
      'that of the whole index.',
    fix: 'Use letters, digits, "_", "-" and ".". The column "name" takes any text.',
  },
  'framework/duplicate-code': {
    meaning: 'two rows of the framework have the same code',
    why: 'Scores and weights of this code could belong to either row.',
    fix: 'Give one of them another code. The column "column" lets two indicators read the same scores.',
  },
  'framework/unknown-parent': {
    meaning: 'a row names a parent that is not in the framework',
    why: 'The program cannot tell which category the row belongs to.',
    fix: 'Correct the spelling, add a row for the parent, or leave the parent empty for the top level.',
  },
  'framework/cycle': {
    meaning: "rows of the framework are each other's parents",
    why: 'A category cannot be part of itself.',
    fix: 'Leave the parent of one of them empty.',
  },
  'framework/parent-is-indicator': {
    meaning: 'a row has a setting that its kind of row cannot have',
    why:
      'A category takes its score from what is under it, so it has no goalposts. An indicator has ' +
      'nothing under it to aggregate.',
    fix: 'Empty the cell. Or give the scores a row of their own under the category.',
  },
  'framework/not-a-number': {
    meaning: 'a goalpost or a target is not a number',
    why: 'The columns "low", "high" and "target" hold scores, in the unit of the indicator.',
    fix: 'Write a number, or leave the cell empty.',
  },
  'framework/bad-direction': {
    meaning: 'a direction is neither 1 nor -1',
    why: 'The direction says whether more is better or less is better.',
    fix: 'Write 1 if more is better, -1 if less is better.',
  },
  'framework/low-not-below-high': {
    meaning: 'the low of an indicator is not below its high',
    why: 'The program places scores between low and high, and no score lies between these two.',
    fix: 'Write a low below the high. Where less is better, set "direction" to -1.',
  },
  'framework/unknown-scale': {
    meaning: 'an indicator names a scale of ratings that is not defined',
    why: 'Without the scale the program cannot tell how much a rating is worth.',
    fix: 'Correct the spelling, or define the scale under "scales" in index.json or index.yaml.',
  },
  'framework/unused-column': {
    meaning: 'the program does not read a column of indicators.csv',
    why: 'The column has no effect, and its name may be misspelt.',
    fix: 'Correct its name, or delete it.',
  },
  'framework/too-deep': {
    meaning: 'the framework has too many levels',
    why: 'The program computes an index level by level, and only so many levels fit into its memory.',
    fix: 'Leave out categories that hold nothing but one other category.',
  },
} satisfies ProblemTexts<'framework'>;
