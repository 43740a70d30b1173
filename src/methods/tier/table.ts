// tier: which ordered class is a country in, and which condition put it there?
import * as v from 'valibot';
import type { Column } from '../../math/statistics/column.ts';
import { sum } from '../../math/statistics/stats.ts';
import type { Method, MethodTable, Parameter, Values } from '../../model/registry.ts';
import { faultsIn } from '../../model/fault.ts';
import type { Problem } from '../../model/problem.ts';
import type { Tiering } from '../../model/result.ts';
import {
  boundsByIndex,
  boundsByProfile,
  boundsByRank,
  whateverTheWeights,
  type TierBounds,
  type TierOverWeights,
} from './bounds.ts';
import { breaks, quantiles, thresholds } from './cut-offs.ts';
import { profileFaults, type Limited } from './faults.ts';
import { goalByProfile, goalByRank, goalByThreshold, type TierGoal } from './goals.ts';
import { layers } from './layers.ts';
import { profile, type ProfileField } from './profile.ts';
import { tierRules } from './rule.ts';

/** What tiers are made of: the index, its ranks, and for `profile` the indicators' raw scores. */
export interface TierField extends ProfileField {
  readonly index: Column;
  /** Competition ranks of the index. */
  readonly ranks: Column;
  readonly names: readonly string[];
}

/** What bounds, reach and the tables of tiers need to know of a rule, beside how it sorts. */
export interface TierMethod extends Method {
  apply(field: TierField, parameters: Values): Tiering | null;
  /** The best and the worst tier over a weight region; not there where they cannot be told exactly. */
  bounds?(over: TierOverWeights, parameters: Values): TierBounds | null;
  /** Why there are none, where `bounds` is not there. */
  readonly noBounds?: string;
  /** What a rule asks for in vain, or cannot ask of its indicators. */
  faults?(rated: readonly Limited[], parameters: Values): Problem[];
  /** What it takes to be in a tier, 0 the best, of so many countries. */
  goal?(tier: number, tiering: Tiering, countries: number, parameters: Values): TierGoal;
  /** Why that cannot be told, where it cannot. */
  readonly noGoal?: string;
  /** Where its cut-offs come from, if it cuts the index: from the recipe, or from the field itself. */
  readonly cutsAre?: 'given' | 'found';
  /** Its conditions speak of the scores of indicators, which no weights of the index change. */
  readonly isOfIndicators?: true;
  /** It looks at whatever indicators take part, so that weights which let in others make it another rule. */
  readonly isOfParticipants?: true;
  /** A country's tier depends on who is ahead of it, so that no score of its own keeps it there. */
  readonly isOfOthers?: true;
  /** The names of its tiers, where the rule is too long to be written in a line. */
  names?(parameters: Values): string[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function checkNames(names: unknown, tiers: number): string | null {
  if (names === null) return null;
  const called = listOf(names);
  if (called.length !== tiers) return `there are ${tiers} tiers and ${called.length} names`;
  return new Set(called).size < called.length ? 'two tiers have the same name' : null;
}

const shareList = v.pipe(
  v.array(v.number()),
  v.check(
    (shares) =>
      shares.length === 1
        ? isCount(shares[0] ?? 0)
        : shares.every((share) => share > 0) && Math.abs(sum(shares) - 1) < 1e-9,
    'write a whole number of tiers from 1 to 20, or shares above 0 that sum to 1',
  ),
);

function isCount(tiers: number): boolean {
  return Number.isInteger(tiers) && tiers >= 1 && tiers <= 20;
}

const names: Parameter = {
  name: 'names',
  example: '80,50,names=High/Middle/Low',
  kind: 'text-list',
  default: null,
  meaning: 'the names of the tiers, best first; on the command line: names=High/Middle/Low',
};

/** The names that a written rule gives its tiers. */
function namesOf(tiers: unknown): string[] {
  return listOf(tiers).flatMap((tier) =>
    typeof tier === 'object' && tier !== null && 'name' in tier ? [String(tier.name)] : [],
  );
}

export const tierMethods = {
  none: {
    apply: () => null,
    noGoal: 'there are no tiers',
    summary: 'no tiers',
    formula: '',
    use: 'The default if the edition defines no tiers.',
    parameters: [],
    source: '',
  },
  profile: {
    apply: profile,
    file: 'tier/profile.ts',
    bounds: boundsByProfile,
    goal: goalByProfile,
    faults: profileFaults,
    isOfIndicators: true,
    isOfParticipants: true,
    names: ({ tiers }) => namesOf(tiers),
    summary: 'conditions on indicators: a country gets the best tier whose conditions it meets',
    formula: 'tier t if Σ (wᵢ or 1 where xᵢ ≥ level) ≥ what t asks for, and no veto',
    use:
      'When tiers depend on single strengths, not on a total, as at IISS. Other good scores do not ' +
      'replace a required level. Write it in the recipe.',
    parameters: [
      {
        name: 'tiers',
        kind: 'structure',
        default: undefined,
        check: faultsIn(tierRules),
        meaning: 'the tiers, the best first: name, needs, vetoes',
      },
    ],
    source: 'IISS (2021); Bouyssou & Marchant (2007); Leroy, Mousseau & Pirlot (2011)',
  },
  thresholds: {
    apply: thresholds,
    file: 'tier/cut-offs.ts',
    bounds: boundsByIndex,
    goal: goalByThreshold,
    cutsAre: 'given',
    example: 'thresholds:100,50',
    summary: 'cut-offs on the index, for example thresholds:95,85,55,20',
    formula: 'tier t if cutₜ ≤ index < cutₜ₋₁',
    use: 'When the cut-offs have a meaning or are published.',
    parameters: [
      {
        name: 'cuts',
        kind: 'number-list',
        default: undefined,
        positional: true,
        meaning: 'the lowest index of each tier except the last',
      },
      names,
    ],
    check: ({ cuts, names: called }) =>
      new Set(listOf(cuts)).size < listOf(cuts).length
        ? 'a cut-off stands twice'
        : checkNames(called, listOf(cuts).length + 1),
    source: 'ITU (2024), Global Cybersecurity Index 2024',
  },
  quantiles: {
    apply: quantiles,
    file: 'tier/cut-offs.ts',
    bounds: boundsByRank,
    goal: goalByRank,
    cutsAre: 'found',
    example: 'quantiles:3',
    summary: 'shares of countries: quantiles:4 or quantiles:0.1,0.4,0.5',
    formula: 'tier t if (rank − 1) / n < s₁ + … + sₜ, and not sooner',
    use: "When tiers should have given sizes. A country's tier then depends on the other countries.",
    parameters: [
      {
        name: 'shares',
        kind: 'number-list',
        default: undefined,
        positional: true,
        example: '4',
        check: faultsIn(shareList),
        meaning: 'the number of tiers, or the share of each, best first',
      },
      names,
    ],
    check: ({ shares, names: called }) =>
      checkNames(called, listOf(shares).length === 1 ? Number(listOf(shares)[0]) : listOf(shares).length),
    source: 'OECD/JRC Handbook (2008), step 7',
  },
  breaks: {
    apply: breaks,
    file: 'tier/cut-offs.ts',
    noGoal: 'the cut-offs move with every score that changes',
    noBounds: 'its cut-offs move with the weights',
    cutsAre: 'found',
    example: 'breaks:2',
    summary: 'natural breaks in the index, for example breaks:4',
    formula: 'least Σ over tiers of Σ (index − tier mean)²',
    use:
      'To find groups in the index itself. The cut-offs change with every country. Among equally good ' +
      'divisions it prefers the smallest best tier, then the smallest next one.',
    parameters: [
      {
        name: 'classes',
        kind: 'integer',
        default: 3,
        least: 2,
        most: 20,
        positional: true,
        meaning: 'the number of tiers',
      },
      names,
    ],
    check: ({ classes, names: called }) => checkNames(called, Number(classes)),
    source: 'Fisher (1958), JASA 53; Jenks (1967)',
  },
  layers: {
    apply: layers,
    file: 'tier/layers.ts',
    bounds: whateverTheWeights,
    noGoal: 'who is in which layer depends on every score of every country',
    isOfOthers: true,
    isOfParticipants: true,
    summary: 'dominance layers: first the countries that no other dominates, then the same among the rest',
    formula: 'tier t if nobody outside better tiers is at least as good everywhere and better somewhere',
    use:
      'When there is no agreement on weights: layers need none. With many indicators almost all ' +
      'countries are in the first layer.',
    parameters: [],
    source: 'Goldberg (1989), on nondominated sorting',
  },
} satisfies MethodTable<TierMethod>;
