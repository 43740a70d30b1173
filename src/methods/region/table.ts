// region: which weights count as defensible? Each entry has its limits on weights, how it is drawn from, and
// what can be wrong with it.
import type { Dictionary } from '../../math/linear/linear-program.ts';
import type { Limit } from '../../math/random/sampling.ts';
import type { Fault } from '../../model/fault.ts';
import {
  describeChoice,
  entryOf,
  type Choice,
  type Method,
  type MethodTable,
  type Parameter,
  type Values,
} from '../../model/registry.ts';
import {
  orderAgainst,
  orderFaults,
  publishedFaults,
  setFaults,
  type RegionFault,
  type RegionField,
} from './faults.ts';
import {
  any,
  anyWeight,
  around,
  aroundWeight,
  mix,
  mixWeight,
  order,
  published,
  ratio,
  sets,
  type Limits,
  type RegionContext,
} from './limits.ts';
import { isOrderOfSiblings, orderSampling, type Sampling } from './sampling.ts';
import {
  anyLabel,
  aroundInWords,
  aroundLabel,
  mixInWords,
  orderInWords,
  publishedInWords,
  ratioInWords,
  setsInWords,
  type Names,
} from './in-words.ts';
import type { WeightSpace } from './space.ts';

export type { WeightGroup, WeightLevel, WeightSpace } from './space.ts';
export type { Limits, RegionContext } from './limits.ts';
export type { Names } from './in-words.ts';

export interface WeightRegion extends Method {
  limits(context: RegionContext, parameters: Values): Limits;
  /** What it asks of the weights, as it stands after "while"; null where it asks nothing. */
  inWords(parameters: Values, names: Names): string | null;
  /** The heading of a column of what holds there, where there is a shorter one than how it is written. */
  label?(parameters: Values): string;
  /** What a weight may be that nominally is `local`, where the region limits each weight by itself. */
  each?(local: number, parameters: Values): Limit;
  /**
   * How the weights of a space are drawn where nothing else limits them, if it has a sampler of its own; null
   * where that will not do.
   */
  sampling?(context: RegionContext, parameters: Values): Sampling | null;
  /** What it names that is not there. */
  faults?(field: RegionField, parameters: Values): readonly RegionFault[];
  /** Why it leaves nothing together with what the others leave, or null. */
  against?(others: Dictionary, limits: Limits, parameters: Values): string | null;
  /** Whether it limits weights among the siblings of one category at a time, where it speaks of siblings. */
  isOfSiblings?(space: WeightSpace, parameters: Values): boolean;
  /** Mixes the named sets, so that what any of them weighs takes part, whatever its nominal weight. */
  readonly mixesSets?: true;
  /** Holds every weighting there is. */
  readonly isEverything?: true;
  /** Speaks of who is ahead of whom, so that it needs an index that is a weighted sum. */
  readonly isOfRanking?: true;
}

/** What a weight may be that nominally is `local`; null where the region does not limit each by itself. */
export function limitOf(choice: Choice, local: number): Limit | null {
  return entryOf<WeightRegion>(regions, choice).each?.(local, choice) ?? null;
}

/** Whether a region mixes the named sets of weights. */
export function mixesSets(choice: Choice): boolean {
  return entryOf<WeightRegion>(regions, choice).mixesSets === true;
}

/** Whether a region holds every weighting there is. */
export function isEverything(region: readonly Choice[]): boolean {
  return region.every((choice) => entryOf<WeightRegion>(regions, choice).isEverything === true);
}

/** What a region asks of the weights, a clause each, as they stand after "while"; none of all weights. */
export function clausesOf(region: readonly Choice[], names: Names): string[] {
  return region.flatMap((choice) => entryOf<WeightRegion>(regions, choice).inWords(choice, names) ?? []);
}

/** The heading of a column of what holds in a region: `±25 %`, or as it is written after --region. */
export function labelOf(region: readonly Choice[]): string {
  const [only, ...others] = region;
  const label =
    only === undefined || others.length > 0 ? undefined : entryOf<WeightRegion>(regions, only).label;
  return label === undefined || only === undefined ? describeRegion(region) : label(only);
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
    'which weights vary: levels (those among siblings, at every level), top (only those of the first ' +
    'level) or leaves (effective weights of indicators)',
  check: (value): Fault[] =>
    levels.some((level) => level === value) ? [] : [{ message: `it must be ${levels.join(', ')}`, path: [] }],
};
const share = (meaning: string): Parameter => ({
  name: 'share',
  kind: 'number',
  default: 0.25,
  least: 0,
  positional: true,
  example: '25%',
  meaning,
});

export const regions = {
  any: {
    limits: any,
    inWords: () => null,
    label: anyLabel,
    isOfSiblings: () => true,
    each: anyWeight,
    isEverything: true,
    file: 'region/limits.ts',
    summary: 'all weights from 0 that sum to 1',
    formula: 'wᵢ ≥ 0, Σ wᵢ = 1',
    use:
      'For results that need no agreement on weights. Few results hold here, as one indicator may get ' +
      'all the weight.',
    parameters: [at],
    source: 'Lahdelma & Salminen (2001), Operations Research 49',
  },
  around: {
    limits: around,
    inWords: aroundInWords,
    label: aroundLabel,
    isOfSiblings: () => true,
    each: aroundWeight,
    file: 'region/limits.ts',
    summary: 'each weight within ±25 % of its nominal value: around:25%',
    formula: '(1 − s) gᵢ ≤ wᵢ ≤ (1 + s) gᵢ, and from 0 to 1',
    use: 'When the nominal weights are roughly right. The default, with 25%. More than 100% is allowed.',
    parameters: [share('the largest change, as a share of the nominal weight'), at],
    source: 'Saisana, Saltelli & Tarantola (2005), JRSS A 168',
  },
  ratio: {
    limits: ratio,
    inWords: ratioInWords,
    isOfSiblings: () => true,
    file: 'region/limits.ts',
    example: 'ratio:3',
    summary: "no weight exceeds 3 times a sibling's: ratio:3",
    formula: 'wᵢ ≤ r wⱼ',
    use: 'When no weights are agreed on, but no indicator matters more than r times another.',
    parameters: [
      {
        name: 'times',
        kind: 'number',
        default: undefined,
        least: 1,
        positional: true,
        example: '3',
        meaning: 'the largest ratio',
      },
      at,
    ],
    source: 'Podinovski (2002), European Journal of Operational Research 137',
  },
  order: {
    limits: order,
    inWords: orderInWords,
    sampling: orderSampling,
    isOfSiblings: isOrderOfSiblings,
    faults: orderFaults,
    against: orderAgainst,
    file: 'region/limits.ts',
    example: 'order:skills,laws',
    summary: 'an order of importance: order:offence,resilience',
    formula: 'w₁ ≥ w₂ ≥ …',
    use: 'When people agree on what matters more. Indicators that are not named may have any weight.',
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
    inWords: setsInWords,
    mixesSets: true,
    faults: setFaults,
    file: 'region/limits.ts',
    summary: 'every mixture of the named sets in weights.csv',
    formula: 'w = Σ λₛ wₛ, λₛ ≥ 0, Σ λₛ = 1',
    use: 'When several experts gave weights, and a compromise lies between them.',
    parameters: [at],
    source: 'Hazen (1986), Operations Research 34',
  },
  mix: {
    limits: mix,
    inWords: mixInWords,
    isOfSiblings: () => true,
    each: mixWeight,
    file: 'region/limits.ts',
    summary: 'each weight keeps at least 75 % of its nominal value, and the rest is free: mix:25%',
    formula: 'w = (1 − ε) g + ε v, v any weighting',
    use: 'When all nominal weights are in doubt: a share ε of the total may go anywhere.',
    parameters: [{ ...share('the share of the total weight that is free'), most: 1 }, at],
    source: 'Foster, McGillivray & Seth (2013), Econometric Reviews 32',
  },
  published: {
    limits: published,
    inWords: publishedInWords,
    faults: publishedFaults,
    isOfRanking: true,
    file: 'region/limits.ts',
    example: 'published:Borduria,Arcadia',
    summary: 'the weights that keep the published order, or the one you name: published:USA,CHN',
    formula: 'y(a) ≥ y(b) for each a said to be ahead of b',
    use:
      'To see what else follows from a ranking you take as true. Without countries it uses ' +
      'published.csv.',
    parameters: [
      {
        name: 'countries',
        kind: 'text-list',
        default: null,
        positional: true,
        example: 'USA,CHN',
        meaning: 'countries, each ahead of the next or level with it',
      },
      at,
    ],
    source: 'Greco, Mousseau & Słowiński (2008), European Journal of Operational Research 191',
  },
} satisfies MethodTable<WeightRegion>;
