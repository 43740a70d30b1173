// select: which countries and indicators are left out before anything is computed?
import type { Method, MethodTable } from '../../model/registry.ts';
import { only, without } from './named.ts';

export interface Selection extends Method {
  /** Whether a country or an indicator is kept, given whether a term names it. */
  apply(isNamed: boolean): boolean;
}

const parameters = [
  {
    name: 'terms',
    kind: 'text-list',
    default: undefined,
    positional: true,
    meaning: 'countries, indicators, categories, group=value as in region=Europe, or year=2021',
  },
] as const;

export const selections = {
  only: {
    apply: only,
    file: 'select/named.ts',
    example: 'only:coast=yes',
    summary: 'keep these and leave out the others: only:region=Europe',
    formula: 'kept if named',
    use:
      'Terms that name countries choose among countries, terms that name indicators among indicators. ' +
      'Ranks and relative scores are computed among what is kept. Years of a panel that are left out are ' +
      'not ranked, and still belong to the scale of all years.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  without: {
    apply: without,
    file: 'select/named.ts',
    example: 'without:firms',
    summary: 'leave these out: without:PRK,offence',
    formula: 'kept unless named',
    use: 'To see an index without one of its indicators, or a field without one of its countries.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
} satisfies MethodTable<Selection>;
