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
    meaning: 'the largest absolute skewness that is let be',
  },
  { name: 'kurtosis', kind: 'number', default: 3.5, meaning: 'the largest kurtosis that is let be' },
];
const most: Parameter = {
  name: 'most',
  kind: 'integer',
  default: 5,
  least: 1,
  positional: true,
  meaning: 'how many times at most',
};

export const treatments = {
  none: {
    apply: untreated,
    isIdentity: true,
    summary: 'outliers are left as they are',
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
    summary: 'set the most extreme scores to the next ones, as long as the indicator is skewed',
    formula: 'while |skewness| > 2 and kurtosis > 3.5: the extreme score = the next one',
    use:
      'Before min–max, where single scores squeeze all others together. Who was winsorised, from what ' +
      'to what, is said by explain.',
    parameters: [most, ...limits],
    source: 'OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr, JOSS 7',
  },
  log: {
    apply: (column, parameters: SkewnessLimits) =>
      isSkewed(column, parameters) ? logged(log(column)) : untreated(column),
    file: 'treat/transformations.ts',
    example: 'log:skewness=1,kurtosis=-1',
    summary: 'the logarithm of skewed indicators',
    formula: 'y = ln(x − min + (max − min) / 100)',
    use: 'Where the whole indicator is skewed, not single scores. Others are left as they are.',
    parameters: limits,
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'box-cox': {
    apply: (column, parameters: SkewnessLimits & { lambda: number | null }) =>
      isSkewed(column, parameters) ? boxCoxed(boxCox(column, parameters)) : untreated(column),
    file: 'treat/transformations.ts',
    example: 'box-cox:skewness=1,kurtosis=-1',
    summary: 'the power transformation that makes skewed indicators most normal',
    formula: 'y = (x^λ − 1) / λ',
    use: 'As log, where the data are to say how strong the transformation is.',
    parameters: [
      ...limits,
      { name: 'lambda', kind: 'number', default: null, meaning: 'the order, if it is not to be found' },
    ],
    source: 'Box & Cox (1964), JRSS B 26',
  },
  'winsorise-log': {
    apply: winsoriseLog,
    file: 'treat/winsorise.ts',
    example: 'winsorise-log:1,skewness=1,kurtosis=-1',
    summary: 'winsorise; what is still skewed then takes the logarithm instead',
    formula: 'winsorise; if |skewness| > 2 and kurtosis > 3.5 still, y = ln(x − min + (max − min) / 100)',
    use: 'The usual treatment of the JRC: few outliers are winsorised, many call for a logarithm.',
    parameters: [
      most,
      ...limits,
      {
        name: 'combine',
        kind: 'flag',
        default: false,
        meaning: 'whether the logarithm is taken of the winsorised scores rather than of the original ones',
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr, JOSS 7',
  },
} satisfies MethodTable<Treatment>;
