// What is said where an option is given a value that it does not take.
import { ProblemsError, type Problem } from '../../model/problem.ts';

export function badValue(option: string, value: string, what: string, fix: string): Problem {
  return { code: 'usage/bad-value', severity: 'error', place: { argument: option }, value, what, fix };
}

/** Numbers that fit into the memory together, where every replicate is kept. */
const MOST_KEPT = 1e8;
/** What a replicate takes besides the rank, the score and the tier of each country, in numbers. */
const PER_REPLICATE = 20;

/** Throws where a draw is kept, in so many replicates of so many countries, and there are too many. */
export function checkDraws(draws: number, replicates: number, countries: number): void {
  const most = Math.floor(MOST_KEPT / (replicates * (3 * countries + PER_REPLICATE)));
  if (draws <= most) return;
  const what = `the results of ${draws} draws do not fit into memory`;
  throw new ProblemsError([badValue('--draws', String(draws), what, `write at most --draws ${most}`)]);
}

/** The largest of the whole numbers that options take. */
const MOST = 999_999_999;

/** Of an option that takes whole numbers; null where it is not given. Throws if it is given anything else. */
export function readWhole(
  option: string,
  text: string | null,
  least: number,
  example: number,
): number | null {
  if (text === null) return null;
  const isTooLarge = /^\d+$/.test(text) && Number(text) > MOST;
  if (/^\d+$/.test(text) && Number(text) >= least && !isTooLarge) return Number(text);
  const limits = isTooLarge ? `from ${least} to ${MOST}` : `from ${least}`;
  const what = `it takes a whole number ${limits}, not "${text}"`;
  throw new ProblemsError([badValue(option, text, what, `write, for example, ${option} ${example}`)]);
}
