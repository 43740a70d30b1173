// A ranking that was kept as JSON, to hold a new one against.
import { ProblemsError } from '../../model/problem.ts';
import type { KeptCountry } from '../../model/published.ts';
import { isRecord } from './choice.ts';
import { readSource } from '../files/files.ts';
import { readStructured } from '../files/structured.ts';

export interface KeptRanking {
  readonly countries: readonly KeptCountry[];
  /** Whether no row was hidden when it was written. */
  readonly isWhole: boolean;
}

/** Reads what `rank --format json` wrote; throws where it is something else. */
export async function readKept(file: string): Promise<KeptRanking> {
  const { value } = await readStructured(readSource(file));
  if (
    !isRecord(value) ||
    value['schema'] !== 'cyberpower/rank@1' ||
    !Array.isArray(value['countries']) ||
    value['countries'].length === 0
  ) {
    throw new ProblemsError([
      {
        code: 'check/no-result',
        severity: 'error',
        place: { file },
        what: 'the file holds no ranking',
        fix: 'write one to a file of its own: cyberpower rank my-index --format json --output ranking.json',
      },
    ]);
  }
  return {
    countries: value['countries'].flatMap((one: unknown) => (isRecord(one) ? [countryOf(one)] : [])),
    isWhole: value['hidden'] === 0,
  };
}

function countryOf(written: Readonly<Record<string, unknown>>): KeptCountry {
  const text = (key: string) => (typeof written[key] === 'string' ? written[key] : null);
  const number = (key: string) => (typeof written[key] === 'number' ? written[key] : null);
  return {
    code: text('code'),
    name: text('name') ?? '',
    year: number('year'),
    rank: number('rank'),
    score: number('score'),
    tier: text('tier'),
  };
}
