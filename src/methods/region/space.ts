// The weights that vary, and what of the framework each of them belongs to.

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

/** The variables of a node: its own, or those below it; null if the space has none. */
export function membersOf({ codes, groups }: WeightSpace, code: string): readonly number[] | null {
  const variable = codes.indexOf(code);
  if (variable !== -1) return [variable];
  return groups.flatMap(({ children }) => children).find((child) => child.code === code)?.members ?? null;
}

/** Whether each weight is one among the siblings of a single category. */
export function isFlat({ groups, codes }: WeightSpace): boolean {
  return groups.length === 1 && groups[0]?.children.length === codes.length;
}

/**
 * How the weight of a node is shared out among the variables below it by the nominal weights, even where it
 * has none itself: for each variable that it has, its share.
 *
 * @example nominalShares([], [2]) // → new Map([[2, 1]])
 */
export function nominalShares(
  groups: readonly WeightGroup[],
  members: readonly number[],
): Map<number, number> {
  const own = groups.find((group) => group.members.join() === members.join());
  if (own === undefined) return new Map(members.map((i) => [i, 1]));
  return new Map(
    own.children.flatMap((child) =>
      [...nominalShares(groups, child.members)].map(([i, share]) => [i, child.local * share] as const),
    ),
  );
}

/** The weights among the siblings of one category, as a space of their own. */
export function spaceOfSiblings({ code, children }: WeightGroup): WeightSpace {
  const members = children.map((_, i) => i);
  return {
    codes: children.map((child) => child.code),
    nominal: children.map(({ local }) => local),
    groups: [
      {
        code,
        members,
        children: children.map((child, i) => ({ code: child.code, members: [i], local: child.local })),
      },
    ],
  };
}

/** Σ factor × (sum of the members), as coefficients of the variables. */
export function combine(
  { codes }: WeightSpace,
  terms: readonly (readonly [members: readonly number[], factor: number])[],
): number[] {
  const coefficients = codes.map(() => 0);
  for (const [members, factor] of terms)
    for (const i of members) coefficients[i] = (coefficients[i] ?? 0) + factor;
  return coefficients;
}
