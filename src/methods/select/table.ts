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
    meaning: 'countries, indicators, categories, group=value such as region=Europe, or year=2021',
  },
] as const;

export const selections = {
  only: {
    apply: only,
    file: 'select/named.ts',
    example: 'only:coast=yes',
    summary: 'keep only these, for example only:region=Europe',
    formula: 'kept if named',
    use:
      'Names of countries choose countries, names of indicators choose indicators. Ranks and relative ' +
      'scores then refer to what is kept. Years left out of a panel are not ranked, but still count ' +
      'for a scale over all years.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
  without: {
    apply: without,
    file: 'select/named.ts',
    example: 'without:firms',
    summary: 'leave these out, for example without:PRK,offence',
    formula: 'kept unless named',
    use: 'To see the index without some indicators or countries.',
    parameters,
    source: 'OECD/JRC Handbook (2008), step 2',
  },
} satisfies MethodTable<Selection>;
