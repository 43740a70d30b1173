// Problems with weight regions, and with what varies from draw to draw.
import type { ProblemTexts } from './text.ts';

export const region = {
  'region/unknown': {
    meaning: 'the weight region names something that is not there',
    why: 'The region needs indicators, countries, sets of weights or ranks that this edition has.',
    fix: 'Correct the name, or take another region such as --region around:25%.',
  },
  'region/no-common-weights': {
    meaning: 'each country has weights of its own, so a weight region means nothing',
    why: 'A weight region says how far the weights of all countries may move together.',
    fix: 'Take weights that are the same for all, such as --weights equal.',
  },
  'region/empty': {
    meaning: 'no weights are in the weight region',
    why: 'The parts of the region contradict each other, or no weights give what it asks for.',
    fix: 'Widen one of the parts, or leave one out.',
  },
  'region/missing-score': {
    meaning: 'a set of weights counts an indicator whose scores are missing',
    why: 'The index gives this indicator weight 0 and needs no score. A named set of weights gives it more.',
    fix: 'Fill in the score, or leave the indicator out with --select without:CODE.',
  },
  'vary/bad': {
    meaning: 'what should vary cannot vary',
    why: 'Methods of a step, weights, scores and parts of the index can vary, each in its own form.',
    fix: 'Write, for example, normalise=minmax/zscore, weights=around:25% or noise=5%.',
  },
  'vary/nothing': {
    meaning: 'nothing varies, or what varies has no effect',
    why: 'All draws would give the same ranking, so they would show nothing.',
    fix: 'Let something else vary, such as --vary noise=5%, or several choices at once.',
  },
} satisfies ProblemTexts<'region' | 'vary'>;
