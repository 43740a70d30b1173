// Problems with what single commands ask: reach, whatif, fit and check, and what was published.
import type { ProblemTexts } from './text.ts';

export const questions = {
  'reach/not-told': {
    meaning: 'the program cannot compute what it takes to reach a rank or a tier',
    why: 'It can only where rises of scores add up, and where weights and cut-offs stay the same meanwhile.',
    fix:
      'Take the aggregation, normalisation, weights or tiers that the message names, or keep some ' +
      'scores fixed.',
  },
  'reach/no-index': {
    meaning: 'a country without an index cannot reach a rank or a tier',
    why: 'The recipe asks for a share of the scores, and this country has fewer.',
    fix: 'Fill in its missing scores, or ask for a smaller share, such as --missing skip:0.3.',
  },
  'whatif/bad-change': {
    meaning: 'a change cannot be read, or changes nothing',
    why: 'A change names a score or a weight, and says what it becomes.',
    fix: 'Write, for example, CHN.resilience=strength, CHN.laws+10% or weights.laws=2.',
  },
  'whatif/unknown': {
    meaning: 'a change names a country or an indicator that is not there',
    why: 'The name may be misspelt, or may be in another edition.',
    fix: 'Write a country and a code that the edition has. Name another edition with -e.',
  },
  'fit/nothing-published': {
    meaning: 'nothing was published that weights could reproduce',
    why: 'The command looks for weights that give the published ranks, tiers or scores.',
    fix:
      'Write what was printed into published.csv: a column "country", and any of "rank", "tier" and ' +
      '"score".',
  },
  'fit/not-linear': {
    meaning: 'the index is not a weighted sum, so no weights can be fitted',
    why:
      'The program finds such weights for weighted sums, and for means that logarithms or powers turn ' +
      'into sums.',
    fix:
      'Take another aggregation, such as --aggregate arithmetic. Or ask about the first level alone: ' +
      '--region any@top.',
  },
  'published/nothing': {
    meaning: 'published.csv has no column of scores, ranks or tiers',
    why: 'There is nothing to compare the index with.',
    fix: 'Add a column "score", "rank" or "tier" with what was published.',
  },
  'published/not-a-number': {
    meaning: 'a published score, rank or tolerance is not a number',
    why: 'The program compares published numbers with computed ones.',
    fix: 'Write the number as it was printed, or leave the cell empty.',
  },
  'published/unused-column': {
    meaning: 'the program does not compare a column of published.csv',
    why: 'The column has no effect, and its name may be misspelt.',
    fix: 'Correct its name, or delete it. The columns are score, rank, tier, tolerance and deviation.',
  },
  'check/differs': {
    meaning: 'a rank, score or tier is not what was published',
    why: 'The scores or the recipe are not those of the publisher, or the published number is wrong.',
    fix:
      'Look at the scores and the recipe. Where the published number is wrong, say why under ' +
      '"deviation" in published.csv.',
  },
  'check/moved': {
    meaning: 'a rank, score or tier is not what it was in the expected result',
    why: 'The scores, the weights or the recipe have changed since the result was saved.',
    fix:
      'If the change is meant, save the result again: cyberpower rank my-index --format json --output ' +
      'ranking.json.',
  },
  'check/no-result': {
    meaning: 'the expected file holds no ranking',
    why: 'The command compares with the JSON of an earlier ranking.',
    fix: 'Write one: cyberpower rank my-index --format json --output ranking.json.',
  },
} satisfies ProblemTexts<'reach' | 'whatif' | 'fit' | 'published' | 'check'>;
