// A ranking that was saved as JSON, to hold a new one against.
import { ProblemsError } from '../../model/problem.ts';
import type { KeptCountry } from '../../model/published.ts';
import { readSource } from '../files/files.ts';
import { readStructured } from '../files/structured.ts';
import { isRecord } from './complaint.ts';

export interface SavedRanking {
  readonly countries: readonly KeptCountry[];
  /** Whether no row was hidden when it was written. */
  readonly isWhole: boolean;
}

/** Reads what `rank --format json` wrote; throws where it is something else. */
export async function readSavedRanking(file: string): Promise<SavedRanking> {
  const { value } = await readStructured(readSource(file));
  const isRanking = isRecord(value) && value['schema'] === 'cyberpower/rank@1';
  const countries: unknown[] = isRanking && Array.isArray(value['countries']) ? value['countries'] : [];
  if (!isRanking || countries.length === 0) throw noRanking(file);
  return { countries: countries.filter(isRecord).map(countryOf), isWhole: value['hidden'] === 0 };
}

function noRanking(file: string): ProblemsError {
  return new ProblemsError([
    {
      code: 'check/no-result',
      severity: 'error',
      place: { file },
      what: 'the file has no ranking',
      fix: 'save one: cyberpower rank my-index --format json --output ranking.json',
    },
  ]);
}

/** What is not there, or is not of its type, is not known of the country. */
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
