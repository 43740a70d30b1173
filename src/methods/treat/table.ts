// treat: are there outliers that would squeeze everybody else together, and what is done about them?
import { mapPresent, present, type Column } from '../../math/statistics/column.ts';
import { kurtosis, mean, range, skewness, sum } from '../../math/statistics/stats.ts';
import { entryOf, type Method, type Parameter, type MethodTable, type Values } from '../../model/registry.ts';
import { changesBetween, columnOf, eachIndicator, type ScoreState, type StepResult } from '../flow.ts';

/** A column after treatment, and what was done to all of it, if not to single scores. */
export interface Treated {
  readonly column: Column;
  /** What single scores were. */
  readonly how: string;
  /** What the whole column was; null if only single scores were changed. */
  readonly whole: string | null;
}

export interface Treatment extends Method {
  apply(column: Column, parameters: Values): Treated;
}

type Limits = { readonly skewness: number; readonly kurtosis: number };

/**
 * Whether a column needs treatment: both its skewness and its kurtosis are beyond their limits.
 *
 *     |skewness| > 2  and  kurtosis > 3.5
 *
 * @example isSkewed([1, 2, 3, 2, 1, 2, 3, 2, 100], { skewness: 2, kurtosis: 3.5 }) // → true
 * @example isSkewed([1, 2, 3, 4, 5], { skewness: 2, kurtosis: 3.5 }) // → false
 * @see Groeneveld & Meeden (1984); OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr
 */
export function isSkewed(column: Column, limits: Limits): boolean {
  const scores = present(column);
  return Math.abs(skewness(scores)) > limits.skewness && kurtosis(scores) > limits.kurtosis;
}

/**
 * Winsorises: as long as the column is skewed, its most extreme score is set to the next one, at most n
 * times.
 *
 *     the highest if skewness > 0, the lowest otherwise
 *
 * Countries that share the extreme score are set together. Everybody keeps their rank but for the ties that
 * arise.
 *
 * @example winsorise([1, 2, 3, 2, 1, 2, 3, 2, 100], { most: 5, skewness: 2, kurtosis: 3.5 }) // → [1, 2, 3,
 *   2, 1, 2, 3, 2, 3]
 * @see OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr
 */
export function winsorise(column: Column, { most, ...limits }: Limits & { readonly most: number }): Column {
  let treated = column;
  for (let times = 0; times < most && isSkewed(treated, limits); times += 1) {
    const scores = present(treated);
    const { low, high } = range(scores);
    const extreme = skewness(scores) > 0 ? high : low;
    const others = range(scores.filter((score) => score !== extreme));
    const next = extreme === high ? others.high : others.low;
    treated = treated.map((score) => (score === extreme ? next : score));
  }
  return treated;
}

/**
 * Logarithm that takes any scores: they are shifted so that the lowest is one hundredth of the range.
 *
 *     y = ln(x − min + (max − min) / 100)
 *
 * @example logShifted([0, 100]) // → [0, 4.61512051684126]
 * @see Becker et al. (2022), COINr: log_CT, after the COIN Tool
 */
export function logShifted(column: Column): Column {
  const { low, high } = range(present(column));
  return mapPresent(column, (x) => Math.log(x - low + (high - low) / 100));
}

/**
 * Box–Cox: the power transformation under which the scores are most like a normal distribution.
 *
 *     y = (x^λ − 1) / λ,  ln(x) for λ = 0,  of x − min + (max − min) / 100 where a score is not above 0
 *
 * λ between −5 and 5 maximises the likelihood −n/2 ln(variance of y) + (λ − 1) Σ ln x, by golden sections,
 * unless it is given.
 *
 * @example boxCox([1, 10, 100], { lambda: 0 }) // → [0, 2.302585092994046, 4.605170185988092]
 * @see Box & Cox (1964), An Analysis of Transformations, JRSS B 26
 */
export function boxCox(column: Column, { lambda }: { lambda: number | null }): Column {
  const { low, high } = range(present(column));
  const shift = low > 0 ? 0 : (high - low) / 100 - low;
  const shifted = mapPresent(column, (x) => x + shift);
  const order = lambda ?? likeliest(present(shifted));
  return mapPresent(shifted, (x) => power(x, order));
}

function power(x: number, lambda: number): number {
  return Math.abs(lambda) < 1e-9 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** The λ of greatest likelihood: the likelihood has one peak. */
function likeliest(scores: readonly number[]): number {
  const logs = sum(scores.map(Math.log));
  const likelihood = (lambda: number) => {
    const powered = scores.map((x) => power(x, lambda));
    const centre = mean(powered);
    const variance = mean(powered.map((y) => (y - centre) ** 2));
    return (-scores.length / 2) * Math.log(variance) + (lambda - 1) * logs;
  };
  let [low, high] = [-5, 5];
  while (high - low > 1e-10) {
    const [left, right] = [high - goldenRatio * (high - low), low + goldenRatio * (high - low)];
    if (likelihood(left) < likelihood(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
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
const logWords = 'logarithm, shifted by the lowest score and a hundredth of the range';

function untreated(column: Column): Treated {
  return { column, how: '', whole: null };
}

function limitsOf(parameters: Values): Limits & { most: number } {
  return {
    skewness: Number(parameters['skewness']),
    kurtosis: Number(parameters['kurtosis']),
    most: Number(parameters['most']),
  };
}

export const treatments = {
  none: {
    apply: untreated,
    summary: 'outliers are left as they are',
    formula: 'y = x',
    use: 'The default.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 4',
  },
  winsorise: {
    apply: (column, parameters) => ({
      column: winsorise(column, limitsOf(parameters)),
      how: 'winsorised',
      whole: null,
    }),
    summary: 'set the most extreme scores to the next ones, as long as the indicator is skewed',
    formula: 'while |skewness| > 2 and kurtosis > 3.5: the extreme score = the next one',
    use:
      'Before min–max, where single scores squeeze all others together. Who was winsorised, from what ' +
      'to what, is said by explain.',
    parameters: [most, ...limits],
    source: 'OECD/JRC Handbook (2008), step 4; Becker et al. (2022), COINr, JOSS 7',
  },
  log: {
    apply: (column, parameters) =>
      isSkewed(column, limitsOf(parameters))
        ? { column: logShifted(column), how: '', whole: logWords }
        : untreated(column),
    summary: 'the logarithm of skewed indicators',
    formula: 'y = ln(x − min + (max − min) / 100)',
    use: 'Where the whole indicator is skewed, not single scores. Others are left as they are.',
    parameters: limits,
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'box-cox': {
    apply: (column, parameters) =>
      isSkewed(column, limitsOf(parameters))
        ? {
            column: boxCox(column, {
              lambda: typeof parameters['lambda'] === 'number' ? parameters['lambda'] : null,
            }),
            how: '',
            whole: 'Box–Cox transformation',
          }
        : untreated(column),
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
    apply: (column, parameters) => {
      const winsorised = winsorise(column, limitsOf(parameters));
      if (!isSkewed(winsorised, limitsOf(parameters)))
        return { column: winsorised, how: 'winsorised', whole: null };
      return {
        column: logShifted(parameters['combine'] === true ? winsorised : column),
        how: '',
        whole: logWords,
      };
    },
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

/** Runs the step. */
export function treat(flow: ScoreState): StepResult {
  return eachIndicator(flow, 'treat', ({ code }, choice) => {
    const before = columnOf(flow, code);
    const { column, how, whole } = entryOf<Treatment>(treatments, choice).apply(before, choice);
    return {
      column,
      changes:
        whole === null
          ? changesBetween(code, before, column, how)
          : [{ code, row: null, from: null, to: null, how: whole }],
    };
  });
}
