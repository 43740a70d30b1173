// treat: are there outliers that would squeeze everybody else together, and what is done about them?
import type { Column } from '../../math/statistics/column.ts';
import type { Method, MethodTable, Parameter, Values } from '../../model/registry.ts';
import { isSkewed, type SkewnessLimits } from './skewness.ts';
import { boxCox, log } from './transformations.ts';
import { boxCoxed, logged, untreated, winsorised, type Treated } from './treated.ts';
import { winsorise, winsoriseLog } from './winsorise.ts';

export interface Treatment extends Method {
  apply(column: Column, parameters: Values): Treated;
}

const limits: readonly Parameter[] = [
  {
    name: 'skewness',
    kind: 'number',
    default: 2,
    least: 0,
    meaning: 'the largest absolute skewness that is accepted',
  },
  { name: 'kurtosis', kind: 'number', default: 3.5, meaning: 'the largest kurtosis that is accepted' },
];
const most: Parameter = {
  name: 'most',
  kind: 'integer',
  default: 5,
  least: 1,
  positional: true,
  meaning: 'the largest number of scores to change',
};

export const treatments = {
  none: {
    apply: untreated,
    isIdentity: true,
    summary: 'keep outliers as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4',
  },
  winsorise: {
    apply: (column, parameters: SkewnessLimits & { most: number }) =>
      winsorised(winsorise(column, parameters)),
    file: 'treat/winsorise.ts',
    example: 'winsorise:1,skewness=1,kurtosis=-1',
    summary: 'winsorise: replace the most extreme score by the next one while the indicator is skewed',
    formula: 'while |skewness| > 2 and kurtosis > 3.5: the extreme score = the next one',
    use:
      'Before min–max, where single scores squeeze all others together. explain shows each changed ' +
      'score.',
    parameters: [most, ...limits],
    source: 'OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr, JOSS 7',
  },
  log: {
    apply: (column, parameters: SkewnessLimits) =>
      isSkewed(column, parameters) ? logged(log(column)) : untreated(column),
    file: 'treat/transformations.ts',
    example: 'log:skewness=1,kurtosis=-1',
    summary: 'take the logarithm of skewed indicators',
    formula: 'y = ln(x − min + (max − min) / 100)',
    use:
      'When a whole indicator is skewed, not single scores. Indicators that are not skewed stay as ' +
      'they are.',
    parameters: limits,
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'box-cox': {
    apply: (column, parameters: SkewnessLimits & { lambda: number | null }) =>
      isSkewed(column, parameters) ? boxCoxed(boxCox(column, parameters)) : untreated(column),
    file: 'treat/transformations.ts',
    example: 'box-cox:skewness=1,kurtosis=-1',
    summary: 'Box–Cox: the power that makes a skewed indicator most normal',
    formula: 'y = (x^λ − 1) / λ',
    use: 'Like log, if the data should decide how strong the transformation is.',
    parameters: [
      ...limits,
      { name: 'lambda', kind: 'number', default: null, meaning: 'the power; estimated unless given' },
    ],
    source: 'Box & Cox (1964), JRSS B 26',
  },
  'winsorise-log': {
    apply: winsoriseLog,
    file: 'treat/winsorise.ts',
    example: 'winsorise-log:1,skewness=1,kurtosis=-1',
    summary: 'winsorise; if an indicator is still skewed, take its logarithm instead',
    formula: 'winsorise; if |skewness| > 2 and kurtosis > 3.5 still, y = ln(x − min + (max − min) / 100)',
    use: 'The usual method of the JRC: winsorise a few outliers, take the logarithm if there are many.',
    parameters: [
      most,
      ...limits,
      {
        name: 'combine',
        kind: 'flag',
        default: false,
        meaning: 'whether to take the logarithm of the winsorised scores, not of the original ones',
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr, JOSS 7',
  },
} satisfies MethodTable<Treatment>;
