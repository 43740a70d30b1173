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
    summary: 'report each missing score as an error',
    formula: 'computed if present = all',
    use: 'The default: no missing score goes unnoticed.',
    parameters: [],
    source: 'OECD/JRC Handbook (2008), step 3',
  },
  skip: {
    apply: skip,
    file: 'missing/enough.ts',
    refuses: false,
    example: 'skip:0.6',
    summary: 'combine the known scores and rescale their weights',
    formula: 'computed if present > 0 and present / all ≥ least',
    use:
      "When few scores are missing. It assumes the country's own average, which favours countries that " +
      'hide weak results.',
    parameters: [
      {
        name: 'least',
        kind: 'number',
        default: 0.5,
        least: 0,
        most: 1,
        positional: true,
        meaning: "the smallest share of a category's children that must have a score",
      },
    ],
    source: 'OECD/JRC Handbook (2008), step 3',
  },
} satisfies MethodTable<MissingRule>;
