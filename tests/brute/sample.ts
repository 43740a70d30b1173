// A small edition as the check has it in mind, and as the files that the program reads.

export interface Leaf {
  readonly kind: 'leaf';
  readonly code: string;
  /** Relative to the siblings, as a decimal figure. */
  readonly weight: string;
  readonly direction: 1 | -1;
  readonly low: string | null;
  readonly high: string | null;
}

export interface Branch {
  readonly kind: 'branch';
  readonly code: string;
  readonly weight: string;
  readonly children: readonly Node[];
}

export type Node = Leaf | Branch;

/** One country in one year, with its scores in the order of the leaves; null where there is none. */
export interface Row {
  readonly name: string;
  readonly code: string;
  readonly year: number | null;
  readonly scores: readonly (string | null)[];
}

export interface Rating {
  readonly word: string;
  readonly value: string;
}

export type Levels = Readonly<Record<string, string>>;

/** A need counts who is at a level, a veto who is below it. */
export interface Condition {
  readonly isVeto: boolean;
  /** By the code of the leaf. */
  readonly levels: Levels;
  /** Whether the levels are all the same, and may be written as one. */
  readonly isCommon: boolean;
  readonly count: number | null;
  readonly share: string | null;
  readonly of: readonly string[] | null;
}

export type Tiers =
  | { readonly method: 'none' | 'layers' }
  | { readonly method: 'thresholds'; readonly cuts: readonly string[] }
  | { readonly method: 'quantiles'; readonly shares: readonly string[] }
  | { readonly method: 'breaks'; readonly classes: number }
  | {
      readonly method: 'profile';
      /** The conditions of each tier but the last. */
      readonly rules: readonly (readonly Condition[])[];
      /** Whether who meets a tier meets all that are worse. */
      readonly isNested: boolean;
    };

export interface Ranking {
  readonly method: 'competition' | 'dense' | 'fractional' | 'ordinal';
  readonly decimals: number | null;
}

export type NamedSet = ReadonlyMap<string, string>;

export interface Published {
  readonly quantity: 'rank' | 'tier' | 'score';
  /** By the name of the country, the best tier first. */
  readonly values: ReadonlyMap<string, string>;
  readonly tolerance: string | null;
  /** Whether it was made by weights that are there, so that a fit must find some. */
  readonly isReproducible: boolean;
}

export interface Sample {
  readonly seed: number;
  readonly root: Branch;
  readonly rows: readonly Row[];
  readonly scale: readonly Rating[] | null;
  readonly normalise: 'none' | 'goalposts' | 'minmax';
  readonly missing: 'error' | 'skip';
  readonly impute: 'none' | 'mean';
  readonly aggregate: 'arithmetic' | 'sum';
  readonly rank: Ranking;
  readonly tiers: Tiers;
  readonly sets: ReadonlyMap<string, NamedSet>;
  readonly published: Published | null;
}

export function leavesOf(node: Node): Leaf[] {
  return node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf);
}

export function branchesOf(node: Node): Branch[] {
  return node.kind === 'leaf' ? [] : [node, ...node.children.flatMap(branchesOf)];
}

/** The files of its folder, by name. */
export function filesOf(sample: Sample): Record<string, string> {
  const { sets, published } = sample;
  return {
    'scores.csv': scoresCsv(sample),
    'indicators.csv': indicatorsCsv(sample),
    'index.json': JSON.stringify(indexOf(sample)),
    ...(sets.size === 0 ? {} : { 'weights.csv': weightsCsv(sample) }),
    ...(published === null ? {} : { 'published.csv': publishedCsv(published) }),
  };
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

function scoresCsv({ root, rows, scale }: Sample): string {
  const isPanel = rows.some(({ year }) => year !== null);
  const cell = (score: string | null) =>
    score === null ? '' : (scale?.find(({ value }) => value === score)?.word ?? score);
  return csv([
    ['country', ...(isPanel ? ['year'] : []), ...leavesOf(root).map(({ code }) => code)],
    ...rows.map(({ name, year, scores }) => [name, ...(year === null ? [] : [year]), ...scores.map(cell)]),
  ]);
}

function indicatorsCsv({ root, scale }: Sample): string {
  const line = (node: Node, parent: string): string[][] => {
    const own =
      node.kind === 'branch'
        ? ['', '', '', '']
        : [String(node.direction), node.low ?? '', node.high ?? '', scale === null ? '' : 'grades'];
    const below = node.kind === 'branch' ? node.children.flatMap((child) => line(child, node.code)) : [];
    return [[node.code, parent, node.weight, ...own], ...below];
  };
  return csv([
    ['code', 'parent', 'weight', 'direction', 'low', 'high', 'ratings'],
    ...root.children.flatMap((child) => line(child, '')),
  ]);
}

function indexOf({
  seed,
  scale,
  normalise,
  missing,
  impute,
  aggregate,
  rank,
  tiers,
}: Sample): Record<string, unknown> {
  return {
    name: `Sample ${seed}`,
    ...(scale === null
      ? {}
      : { scales: { grades: Object.fromEntries(scale.map(({ word, value }) => [word, Number(value)])) } }),
    recipe: {
      normalise,
      missing,
      impute,
      aggregate,
      rank: rank.decimals === null ? rank.method : `${rank.method}:decimals=${rank.decimals}`,
      tiers: tiersJson(tiers, scale),
    },
  };
}

function tiersJson(tiers: Tiers, scale: Sample['scale']): unknown {
  switch (tiers.method) {
    case 'thresholds':
      return { method: 'thresholds', cuts: tiers.cuts.map(Number) };
    case 'quantiles':
      return { method: 'quantiles', shares: tiers.shares.map(Number) };
    case 'breaks':
      return { method: 'breaks', classes: tiers.classes };
    case 'profile':
      return {
        method: 'profile',
        tiers: [
          ...tiers.rules.map((conditions, i) => ({
            name: `Class ${i + 1}`,
            needs: conditions.filter(({ isVeto }) => !isVeto).map((one) => conditionJson(one, scale)),
            vetoes: conditions.filter(({ isVeto }) => isVeto).map((one) => conditionJson(one, scale)),
          })),
          { name: `Class ${tiers.rules.length + 1}` },
        ],
      };
    case 'none':
    case 'layers':
      return { method: tiers.method };
  }
}

function conditionJson({ isVeto, levels, isCommon, count, share, of }: Condition, scale: Sample['scale']) {
  const written = (value: string) => scale?.find((rating) => rating.value === value)?.word ?? Number(value);
  const each = Object.entries(levels).map(([code, value]) => [code, written(value)] as const);
  const level = isCommon ? each[0]?.[1] : Object.fromEntries(each);
  return {
    [isVeto ? 'below' : 'atLeast']: level,
    ...(count === null ? {} : { count }),
    ...(share === null ? {} : { share: Number(share) }),
    ...(of === null ? {} : { of }),
  };
}

function weightsCsv({ root, sets }: Sample): string {
  const codes = [...branchesOf(root), ...leavesOf(root)]
    .map(({ code }) => code)
    .filter((code) => code !== root.code);
  return csv([
    ['code', ...sets.keys()],
    ...codes.map((code) => [code, ...[...sets.values()].map((set) => set.get(code) ?? '')]),
  ]);
}

function publishedCsv({ quantity, values, tolerance }: Published): string {
  return csv([
    ['country', quantity, ...(tolerance === null ? [] : ['tolerance'])],
    ...[...values].map(([name, value]) => [name, value, ...(tolerance === null ? [] : [tolerance])]),
  ]);
}
