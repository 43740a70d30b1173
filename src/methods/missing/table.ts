// missing: what happens to a country of which a score is not known?
import type { Method, MethodTable, Values } from '../../model/registry.ts';
import { error, skip } from './enough.ts';

/** Whether a country with this many of a category's scores gets a value there. */
export interface MissingRule extends Method {
  /** Whether a missing score is a problem rather than something to work around. */
  readonly refuses: boolean;
  apply(present: number, all: number, parameters: Values): boolean;
}

export const missingRules = {
  error: {
    apply: error,
    file: 'missing/enough.ts',
    refuses: true,
    summary: 'a missing score is a problem that is reported',
    formula: 'computed if present = all',
    use: 'The default: no index is built from a missing score in silence.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 3',
  },
  skip: {
    apply: skip,
    file: 'missing/enough.ts',
    refuses: false,
    example: 'skip:0.6',
    summary: 'aggregate the scores that are there, weights rescaled',
    formula: 'computed if present > 0 and present / all ≥ least',
    use:
      "When few scores are missing. It treats a missing score as the country's own average, which is kind " +
      'to countries that hide what they are bad at.',
    parameters: [
      {
        name: 'least',
        kind: 'number',
        default: 0.5,
        least: 0,
        most: 1,
        positional: true,
        meaning: "the least share of a category's children that must be there",
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 3',
  },
} satisfies MethodTable<MissingRule>;
