// What the steps did to single scores and indicators, in words and as data.
import { nameOf } from '../../model/edition.ts';
import type { Change, Result, Stage } from '../../model/result.ts';
import { list } from '../../model/words.ts';
import { dataSteps } from '../../model/recipe.ts';
import type { Head } from './json.ts';

const MOST_NAMED = 3;

/** A line a step that changed something: `impute: Kenya's laws 2.6 (mean of region Africa) and 3 more`. */
export function changeLines(result: Result): string[] {
  return result.stages.flatMap(({ step, changes }) =>
    changes.length === 0
      ? []
      : [
          `${step}: ${list(
            changes.map((change) => changeText(result, change)),
            MOST_NAMED,
          )}`,
        ],
  );
}

/** What was done to one country's scores, and to the indicators as a whole. */
export function changesOf({ stages }: Result, row: number): { step: Stage['step']; change: Change }[] {
  return stages.flatMap(({ step, changes }) =>
    changes
      .filter((change) => change.row === row || (change.row === null && change.code !== ''))
      .map((change) => ({ step, change })),
  );
}

/** `Kenya's laws 2.6 (mean of region Africa)`, `exports (logarithm)`, `Brunei left out`. */
export function changeText({ countries }: Result, { code, row, from, to, how }: Change): string {
  const country = row === null ? undefined : countries[row];
  if (code === '') return how;
  if (country === undefined) return `${code} (${how})`;
  return (
    `${nameOf(country)}'s ${code} ` +
    `${from === null ? '' : `${short(from)} → `}${to === null ? 'none' : short(to)} (${how})`
  );
}

export function changesJson({ stages, countries }: Result): Head['changes'] {
  return stages.flatMap(({ step: name, changes }) =>
    changes.flatMap(({ code, row, from, to, how }) => {
      const step = dataSteps.find((one) => one === name);
      if (step === undefined) return [];
      const country = row === null ? undefined : countries[row];
      return {
        step,
        indicator: code === '' ? null : code,
        country: country === undefined ? null : (country.code ?? country.name),
        ...(country?.year === null || country?.year === undefined ? {} : { year: country.year }),
        from,
        to,
        how,
      };
    }),
  );
}

function short(x: number): string {
  return String(Number(x.toPrecision(5)));
}
