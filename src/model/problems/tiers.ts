// Problems with the rule that sorts countries into tiers.
import type { ProblemTexts } from './text.ts';

export const tiers = {
  'tiers/unknown-level': {
    meaning: 'a tier asks for a level that its indicators do not have',
    why: 'The program cannot tell which countries reach this level.',
    fix: 'Write a rating of the scale or a number, and a level for each indicator.',
  },
  'tiers/unknown-indicator': {
    meaning: 'a tier asks for an indicator that is not in the framework',
    why: 'No country has a score for it, so the program cannot apply the rule.',
    fix: 'Correct the code. Codes after "of" are those of indicators.csv.',
  },
  'tiers/bad-rule': {
    meaning: 'the rule of the tiers cannot be applied',
    why: 'The rule asks for something impossible, such as more indicators than there are.',
    fix: 'Correct the part of the rule that the message names.',
  },
  'tiers/level-outside-scale': {
    meaning: 'a tier asks for a level outside the scale of its indicator',
    why: 'Either no score reaches this level, or every score does.',
    fix: 'Correct the level, or the goalposts in indicators.csv.',
  },
  'tiers/never-met': {
    meaning: 'a tier has a condition that no scores can meet',
    why: 'The tier stays empty whatever the scores are.',
    fix: 'Lower the level, or ask for it on fewer indicators.',
  },
} satisfies ProblemTexts<'tiers'>;
