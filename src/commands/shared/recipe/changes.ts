// What the steps did to single scores and indicators, in words and as data.
import { at } from '../../../math/at.ts';
import { nameOf } from '../../../model/edition.ts';
import type { Change, Result, Stage } from '../../../model/result.ts';
import { list, possessive } from '../../../model/words.ts';
import { dataSteps } from '../../../model/recipe.ts';
import type { ResultRow } from '../../../model/rows.ts';
import { significant } from '../../../report/numbers.ts';
import type { Head } from '../json.ts';

const MOST_NAMED = 3;
const DIGITS = 5;

/** A line a step that changed something: `impute: Kenya's laws 2.6 (mean of region Africa) and 3 more`. */
export function changeLines(result: Result): string[] {
  return result.stages
    .filter(({ changes }) => changes.length > 0)
    .map(({ step, changes }) => {
      const texts = changes.map((change) => changeText(result, change));
      return `${step}: ${list(texts, MOST_NAMED)}`;
    });
}

/** What was done to one country's scores, and to the indicators as a whole. */
export function changesOf({ stages }: Result, row: ResultRow): { step: Stage['step']; change: Change }[] {
  return stages.flatMap(({ step, changes }) =>
    changes
      .filter((change) => change.row === row || (change.row === null && change.code !== ''))
      .map((change) => ({ step, change })),
  );
}

/** `Kenya's laws 2.6 (mean of region Africa)`, `exports (logarithm)`, `Brunei left out`. */
export function changeText({ countries }: Result, { code, row, from, to, how }: Change): string {
  if (code === '') return how;
  if (row === null) return `${code} (${how})`;
  const before = from === null ? '' : `${significant(from, DIGITS)} → `;
  const after = to === null ? 'none' : significant(to, DIGITS);
  return `${possessive(nameOf(at(countries, row)))} ${code} ${before}${after} (${how})`;
}

export function changesJson(result: Result): Head['changes'] {
  return result.stages.flatMap(({ step: name, changes }) => {
    const step = dataSteps.find((one) => one === name);
    return step === undefined ? [] : changes.map((change) => ({ step, ...changeJson(result, change) }));
  });
}

function changeJson(
  { countries }: Result,
  { code, row, from, to, how }: Change,
): Omit<Head['changes'][number], 'step'> {
  const country = row === null ? null : at(countries, row);
  return {
    indicator: code === '' ? null : code,
    country: country === null ? null : (country.code ?? country.name),
    ...(country === null || country.year === null ? {} : { year: country.year }),
    from,
    to,
    how,
  };
}
