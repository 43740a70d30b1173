// region: which weights count as defensible? Each entry turns its words into linear limits on effective
// weights.
import type { Constraint } from '../../math/linear/linear-program.ts';
import type { Fault } from '../../model/fault.ts';
import {
  describeChoice,
  type Choice,
  type Method,
  type Parameter,
  type MethodTable,
  type Values,
} from '../../model/registry.ts';

/**
 * A category, with the variables below it and below each child that takes part, and what each child weighs
 * among its siblings.
 */
export interface WeightGroup {
  readonly code: string;
  readonly members: readonly number[];
  readonly children: readonly {
    readonly code: string;
    readonly members: readonly number[];
    readonly local: number;
  }[];
}

/**
 * The weights that vary: effective ones, which sum to 1, of the indicators or of the first level. The
 * effective weight of a node is the sum over its variables, its weight among siblings that sum over the sum
 * of its parent.
 */
export interface WeightSpace {
  readonly codes: readonly string[];
  readonly nominal: readonly number[];
  readonly groups: readonly WeightGroup[];
}

/**
 * Whether all weights vary, those of the first level, or effective weights of indicators whatever the levels
 * say.
 */
export type WeightLevel = 'levels' | 'top' | 'leaves';

/** What limits may refer to besides the nominal weights, worked out where they do. */
export interface RegionContext {
  readonly space: WeightSpace;
  /** The weights of each named set. */
  readonly sets: () => readonly (readonly number[])[];
  /** For each statement that one country is at least level with another, its advantage by variable. */
  readonly advantages: (names: readonly string[] | null) => readonly (readonly number[])[];
}

/** Limits on the weights, and on variables of their own that follow them. */
export interface Limits {
  readonly constraints: readonly Constraint[];
  readonly helpers?: number;
}

export interface WeightRegion extends Method {
  limits(context: RegionContext, parameters: Values): Limits;
}

type At = { at: WeightLevel };

/** Every weighting: weights from 0 that sum to 1. */
function any(): Limits {
  return { constraints: [] };
}

/** Each weight within a share of its nominal one. */
function around({ space }: RegionContext, { share, at }: At & { share: number }): Limits {
  return each(space, at, (local) => limitsOf({ method: 'around', share }, local));
}

/** A mixture: the nominal weights for the most part, anything for the rest. */
function mix({ space }: RegionContext, { share, at }: At & { share: number }): Limits {
  return each(space, at, (local) => limitsOf({ method: 'mix', share }, local));
}

/** No weight more than so many times one of its siblings. */
function ratio({ space }: RegionContext, { times, at }: At & { times: number }): Limits {
  const siblings =
    at === 'leaves'
      ? [space.codes.map((_, i) => [i])]
      : space.groups.map(({ children }) => children.map(({ members }) => members));
  return {
    constraints: siblings.flatMap((group) =>
      group.flatMap((one, i) =>
        group.flatMap((other, j) =>
          i === j
            ? []
            : [
                {
                  coefficients: combine(space, [
                    [one, 1],
                    [other, -times],
                  ]),
                  relation: '≤' as const,
                  bound: 0,
                },
              ],
        ),
      ),
    ),
  };
}

/** Ranked importance: each weight at least that of the next. */
function order({ space }: RegionContext, { codes }: { codes: readonly string[] }): Limits {
  const members = codes.map((code) => membersOf(space, code) ?? []);
  return {
    constraints: members.slice(1).map((next, i) => ({
      coefficients: combine(space, [
        [members[i] ?? [], 1],
        [next, -1],
      ]),
      relation: '≥' as const,
      bound: 0,
    })),
  };
}

/** Every mixture of the named sets: w = Σ λₛ wₛ with λ ≥ 0 and Σ λₛ = 1. */
function sets({ space, sets: vectors }: RegionContext): Limits {
  const mixed = vectors();
  return {
    helpers: mixed.length,
    constraints: [
      { coefficients: [...space.codes.map(() => 0), ...mixed.map(() => 1)], relation: '=', bound: 1 },
      ...space.codes.map((_, i): Constraint => ({
        coefficients: [
          ...space.codes.map((_code, j) => (i === j ? 1 : 0)),
          ...mixed.map((vector) => -(vector[i] ?? 0)),
        ],
        relation: '=',
        bound: 0,
      })),
    ],
  };
}

/** The weights under which countries stand as was published, or as is said. */
function published(
  { advantages }: RegionContext,
  { countries }: { countries: readonly string[] | null },
): Limits {
  return {
    constraints: advantages(countries).map((coefficients) => ({
      coefficients,
      relation: '≥' as const,
      bound: 0,
    })),
  };
}

/** What a weight may be that nominally is `local`, where a region limits each weight by itself. */
export function limitsOf(
  { method, share }: Choice,
  local: number,
): { readonly least: number; readonly most: number } {
  if (typeof share !== 'number') return { least: 0, most: 1 };
  return { least: (1 - share) * local, most: method === 'around' ? Math.min(1, (1 + share) * local) : 1 };
}

/** Limits on each weight: among its siblings, or on the effective weights of the variables themselves. */
function each(
  space: WeightSpace,
  at: WeightLevel,
  limit: (weight: number) => { least: number; most: number },
): Limits {
  const all = space.codes.map((_, i) => i);
  const shared =
    at === 'leaves'
      ? space.nominal.map((local, i) => ({ members: [i], local, whole: all }))
      : space.groups.flatMap(({ members, children }) =>
          children.map((child) => ({ ...child, whole: members })),
        );
  return {
    constraints: shared.flatMap(({ members, local, whole }): Constraint[] => {
      const { least, most } = limit(local);
      return [
        ...(least > 0
          ? [
              {
                coefficients: combine(space, [
                  [members, 1],
                  [whole, -least],
                ]),
                relation: '≥' as const,
                bound: 0,
              },
            ]
          : []),
        ...(most < 1
          ? [
              {
                coefficients: combine(space, [
                  [members, 1],
                  [whole, -most],
                ]),
                relation: '≤' as const,
                bound: 0,
              },
            ]
          : []),
      ];
    }),
  };
}

/** Σ factor × (sum of the members), as coefficients of the variables. */
function combine({ codes }: WeightSpace, terms: readonly (readonly [readonly number[], number])[]): number[] {
  const coefficients = codes.map(() => 0);
  for (const [members, factor] of terms)
    for (const i of members) coefficients[i] = (coefficients[i] ?? 0) + factor;
  return coefficients;
}

/** The variables of a node: its own, or those below it; null if the space has none. */
export function membersOf({ codes, groups }: WeightSpace, code: string): readonly number[] | null {
  const own = codes.indexOf(code);
  if (own !== -1) return [own];
  return groups.flatMap(({ children }) => children).find((child) => child.code === code)?.members ?? null;
}

/**
 * A region as it is written after --region.
 *
 * @example describeRegion([{ method: 'around', share: 0.25, at: 'top' }, { method: 'order', codes: ['a',
 *   'b'], at: 'levels' }]) // → 'around:25%@top+order:a,b'
 */
export function describeRegion(region: readonly Choice[]): string {
  return region
    .map(({ at, share, ...choice }) => {
      const written =
        typeof share === 'number'
          ? `${choice.method}:${Number((share * 100).toPrecision(12))}%`
          : describeChoice(regions, choice);
      return typeof at !== 'string' || at === 'levels' ? written : `${written}@${at}`;
    })
    .join('+');
}

const levels = ['levels', 'top', 'leaves'];
const at: Parameter = {
  name: 'at',
  kind: 'text',
  default: 'levels',
  example: 'at=top',
  meaning:
    'levels: the weights among siblings, at every level; top: those of the first level, the others as ' +
    'they are; leaves: the effective weights of indicators',
  check: (value): Fault[] =>
    levels.some((level) => level === value) ? [] : [{ message: `it must be ${levels.join(', ')}`, path: [] }],
};
const share = (meaning: string): Parameter => ({
  name: 'share',
  kind: 'number',
  default: 0.25,
  least: 0,
  most: 1,
  positional: true,
  example: '25%',
  meaning,
});

export const regions = {
  any: {
    limits: any,
    summary: 'all weights from 0 that sum to 1',
    formula: 'wᵢ ≥ 0, Σ wᵢ = 1',
    use:
      'What holds here needs no agreement on weights at all. Few statements do: an indicator may count ' +
      'for everything.',
    parameters: [at],
    source: 'Lahdelma & Salminen (2001), Operations Research 49',
  },
  around: {
    limits: around,
    summary: 'each weight within a share of its nominal one: around:25%',
    formula: '(1 − s) gᵢ ≤ wᵢ ≤ (1 + s) gᵢ',
    use: 'When the nominal weights are roughly right. The default, with 25%.',
    parameters: [share('how far from the nominal weight, as a share of it'), at],
    source: 'Saisana, Saltelli & Tarantola (2005), JRSS A 168',
  },
  ratio: {
    limits: ratio,
    summary: "no weight more than so many times a sibling's: ratio:3",
    formula: 'wᵢ ≤ r wⱼ',
    use:
      'When nobody would say that one thing matters more than r times another, and no weights are agreed ' +
      'on.',
    parameters: [
      {
        name: 'times',
        kind: 'number',
        default: undefined,
        least: 1,
        positional: true,
        example: '3',
        meaning: 'the greatest ratio',
      },
      at,
    ],
    source: 'Podinovski (2002), European Journal of Operational Research 137',
  },
  order: {
    limits: order,
    summary: 'ranked importance: order:offence,resilience',
    formula: 'w₁ ≥ w₂ ≥ …',
    use: 'When people agree on what matters more. What is not named may weigh anything.',
    parameters: [
      {
        name: 'codes',
        kind: 'text-list',
        default: undefined,
        positional: true,
        example: 'offence,resilience',
        meaning: 'indicators or categories, the most important first',
      },
      at,
    ],
    source: 'Kirkwood & Sarin (1985), Operations Research 33',
  },
  sets: {
    limits: sets,
    summary: 'every mixture of the named sets in weights.csv',
    formula: 'w = Σ λₛ wₛ, λₛ ≥ 0, Σ λₛ = 1',
    use: 'When several people or bodies wrote their weights down, and a compromise lies between them.',
    parameters: [at],
    source: 'Hazen (1986), Operations Research 34',
  },
  mix: {
    limits: mix,
    summary: 'the nominal weights for the most part, any for the rest: mix:25%',
    formula: 'w = (1 − ε) g + ε v, v any weighting',
    use: 'When the nominal weights are doubted as a whole: a share ε of the total may go anywhere.',
    parameters: [share('the share that may go anywhere'), at],
    source: 'Foster, McGillivray & Seth (2013), Econometric Reviews 32',
  },
  published: {
    limits: published,
    summary: 'the weights under which countries stand as published, or as said: published:USA,CHN',
    formula: 'y(a) ≥ y(b) for each a said to be ahead of b',
    use:
      'To see what else follows from a ranking that is taken for true. Without countries it is that of ' +
      'published.csv.',
    parameters: [
      {
        name: 'countries',
        kind: 'text-list',
        default: null,
        positional: true,
        example: 'USA,CHN',
        meaning: 'countries, each at least level with the next',
      },
      at,
    ],
    source: 'Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191',
  },
} satisfies MethodTable<WeightRegion>;
