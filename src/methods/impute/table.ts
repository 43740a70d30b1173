// impute: what stands in for a score that is missing?
import { present, type Column } from '../../math/statistics/column.ts';
import { mean, median, range } from '../../math/statistics/stats.ts';
import type { Country } from '../../model/edition.ts';
import { indicators, nodes, type Category, type Indicator } from '../../model/framework.ts';
import { throwErrors, type Problem } from '../../model/problem.ts';
import { areAll, didYouMean } from '../../model/words.ts';
import { entryOf, type Method, type Parameter, type MethodTable, type Values } from '../../model/registry.ts';
import { changesBetween, columnOf, eachIndicator, type ScoreState, type StepResult } from '../flow.ts';
import { latest, linear } from './panel.ts';

/** Where a missing score stands, and what may stand in for it. */
export interface Gap {
  readonly column: Column;
  readonly row: number;
  readonly countries: readonly Country[];
  /** All indicators brought to 0 to 1, more being better; the one with the gap is the first. */
  readonly scaled: readonly Column[];
  /** How many of those, from the first on, are in the same category. */
  readonly siblings: number;
  /** A scaled score in the unit of the column. */
  unscale(share: number): number;
}

export interface Imputation extends Method {
  /** The score that stands in, or null if there is none to be had. */
  apply(gap: Gap, parameters: Values): number | null;
  /** What was done, for one score. */
  how(gap: Gap, parameters: Values): string;
}

/**
 * The mean of the other countries.
 *
 *     x = mean of the scores that are there
 *
 * It leaves the mean as it is and makes the spread smaller.
 *
 * @example columnMean({ column: [1, null, 3] }) // → 2
 * @see OECD/JRC Handbook (2008), step 3
 */
export function columnMean({ column }: Pick<Gap, 'column'>): number | null {
  return meanOf(present(column));
}

/**
 * The median of the other countries; outliers do not move it.
 *
 * @example columnMedian({ column: [1, null, 3, 100] }) // → 3
 * @see OECD/JRC Handbook (2008), step 3
 */
export function columnMedian({ column }: Pick<Gap, 'column'>): number | null {
  return medianOf(present(column));
}

/**
 * The mean of the countries in the same group, as of a region; none if nobody there has a score.
 *
 * @example groupMean({ column: [1, null, 3], row: 1, countries: [{ groups: { g: 'a' } }, { groups: { g: 'b' }
 *   }, { groups: { g: 'b' } }] }, { by: 'g' }) // → 3
 * @see OECD/JRC Handbook (2008), step 3; Becker et al. (2022), COINr
 */
export function groupMean(gap: Grouped, { by }: { by: string }): number | null {
  return meanOf(ofGroup(gap, by));
}

/**
 * @example groupMedian({ column: [1, null, 3], row: 1, countries: [{ groups: { g: 'b' } }, { groups: { g: 'b'
 *   } }, { groups: { g: 'b' } }] }, { by: 'g' }) // → 2
 */
export function groupMedian(gap: Grouped, { by }: { by: string }): number | null {
  return medianOf(ofGroup(gap, by));
}

/**
 * The mean of the country's own other scores in the category, all min–maxed and directed, put back into the
 * indicator's unit: a country is taken to be as good in it as in its siblings.
 *
 * @example categoryMean({ row: 0, scaled: [[null, 0, 1], [0.25, 0, 1], [0.75, 1, 0]], siblings: 3, unscale:
 *   (x) => 10 * x }) // → 5
 * @see Becker et al. (2022), COINr: imputation by row
 */
export function categoryMean(gap: Siblings): number | null {
  const share = meanOf(ofCategory(gap));
  return share === null ? null : gap.unscale(share);
}

/**
 * @example categoryMedian({ row: 0, scaled: [[null, 0, 1], [0.25, 0, 1], [0.75, 1, 0]], siblings: 3, unscale:
 *   (x) => 10 * x }) // → 5
 */
export function categoryMedian(gap: Siblings): number | null {
  const share = medianOf(ofCategory(gap));
  return share === null ? null : gap.unscale(share);
}

/**
 * The mean of the k countries that are most like it: k nearest neighbours.
 *
 *     distance² = mean over the indicators that both have of (x − x')², min–maxed
 *
 * Among countries that have the score and share at least one other with it; ties go to the one that stands
 * first.
 *
 * @example neighbours({ column: [null, 5, 9], row: 0, scaled: [[null, 0, 1], [0.2, 0.3, 0.9]] }, { k: 1 }) //
 *   → 5
 * @see Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays, Bioinformatics 17
 */
export function neighbours(
  { column, row, scaled }: Pick<Gap, 'column' | 'row' | 'scaled'>,
  { k }: { k: number },
): number | null {
  const others = column.flatMap((score, other) => {
    const apart = scaled.slice(1).flatMap((one) => {
      const [own, theirs] = [one[row] ?? null, one[other] ?? null];
      return own === null || theirs === null ? [] : [(own - theirs) ** 2];
    });
    return score === null || apart.length === 0 ? [] : [{ score, distance: mean(apart) }];
  });
  return meanOf(
    others
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, k)
      .map(({ score }) => score),
  );
}

/** @example constant({}, { value: 0 }) // → 0 */
export function constant(_gap: object, { value }: { value: number }): number | null {
  return value;
}

type Grouped = Pick<Gap, 'column' | 'row'> & { readonly countries: readonly Pick<Country, 'groups'>[] };
type Siblings = Pick<Gap, 'row' | 'scaled' | 'siblings' | 'unscale'>;

function ofGroup({ column, row, countries }: Grouped, by: string): number[] {
  const group = countries[row]?.groups[by];
  return present(column.filter((_, other) => group !== undefined && countries[other]?.groups[by] === group));
}

function ofCategory({ row, scaled, siblings }: Siblings): number[] {
  return present(scaled.slice(1, siblings).map((column) => column[row] ?? null));
}

function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : mean(scores);
}

function medianOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : median(scores);
}

/** `region Asia`: the group that a country is in. */
function groupText({ countries, row }: Gap, by: unknown): string {
  const name = typeof by === 'string' ? by : '';
  return `${name} ${countries[row]?.groups[name] ?? ''}`;
}

const group: readonly Parameter[] = [
  {
    name: 'by',
    kind: 'text',
    default: undefined,
    positional: true,
    meaning: 'the column of groups, as region',
  },
];
const handbook = 'OECD/JRC Handbook (2008), step 3';

export const imputations = {
  none: {
    apply: () => null,
    how: () => '',
    summary: 'missing scores stay missing',
    formula: '–',
    use: 'The default. What then happens to a missing score is said by --missing.',
    parameters: [],
    source: handbook,
  },
  mean: {
    apply: columnMean,
    how: () => 'mean of all',
    summary: 'the mean of the other countries',
    formula: 'x = mean of those there',
    use: 'When few scores are missing and at random. It makes the spread smaller than it is.',
    parameters: [],
    source: handbook,
  },
  median: {
    apply: columnMedian,
    how: () => 'median of all',
    summary: 'the median of the other countries',
    formula: 'x = median of those there',
    use: 'As the mean, where there are outliers.',
    parameters: [],
    source: handbook,
  },
  'group-mean': {
    apply: groupMean,
    how: (gap, { by }) => `mean of ${groupText(gap, by)}`,
    summary: 'the mean of the same group: group-mean:region',
    formula: 'x = mean of those there in the group',
    use: 'When countries of a group are alike. The group is a text column of scores.csv.',
    parameters: group,
    source: handbook,
  },
  'group-median': {
    apply: groupMedian,
    how: (gap, { by }) => `median of ${groupText(gap, by)}`,
    summary: 'the median of the same group: group-median:region',
    formula: 'x = median of those there in the group',
    use: 'As the mean of the group, where there are outliers.',
    parameters: group,
    source: handbook,
  },
  'category-mean': {
    apply: categoryMean,
    how: () => 'mean of its own category',
    summary: "the mean of the country's own scores in the category, normalised for it",
    formula: 'x = x_min + (x_max − x_min) mean of the siblings, min–maxed',
    use: 'When indicators of a category go together. It is what --missing skip assumes, made visible.',
    parameters: [],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'category-median': {
    apply: categoryMedian,
    how: () => 'median of its own category',
    summary: "the median of the country's own scores in the category, normalised for it",
    formula: 'x = x_min + (x_max − x_min) median of the siblings, min–maxed',
    use: 'As the mean of the category, where one of its indicators is out of line.',
    parameters: [],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  neighbours: {
    apply: neighbours,
    how: (_, { k }) => `mean of its ${Number(k)} nearest neighbours`,
    summary: 'the mean of the k countries most like it',
    formula: 'x = mean of the k with the least Σ (x − x′)², min–maxed',
    use: 'When many indicators say which countries are alike.',
    parameters: [
      { name: 'k', kind: 'integer', default: 5, least: 1, positional: true, meaning: 'how many neighbours' },
    ],
    source: 'Troyanskaya et al. (2001), Bioinformatics 17',
  },
  constant: {
    apply: constant,
    how: (_, { value }) => `taken to be ${Number(value)}`,
    summary: 'one number for all: constant:0',
    formula: 'x = c',
    use: 'When a missing score means something, as none.',
    parameters: [
      {
        name: 'value',
        kind: 'number',
        default: undefined,
        positional: true,
        meaning: 'the number, in the unit of the scores',
      },
    ],
    source: handbook,
  },
  latest: {
    apply: latest,
    file: 'impute/panel.ts',
    how: () => 'its latest earlier score',
    summary: "in a panel, the country's latest earlier score",
    formula: 'x = x of the latest year before',
    use: 'For slow quantities. Earlier years must be in the file.',
    parameters: [],
    source: handbook,
  },
  linear: {
    apply: linear,
    file: 'impute/panel.ts',
    how: () => 'between its own years',
    summary: 'in a panel, on the line between the years around it',
    formula: 'x = x₀ + (x₁ − x₀) (t − t₀) / (t₁ − t₀)',
    use: 'For quantities that move steadily. Beyond the first and the last year the nearest one is taken.',
    parameters: [],
    source: handbook,
  },
} satisfies MethodTable<Imputation>;

/** Runs the step; it looks at the scores as they came in, so that no imputed score feeds another. */
export function impute(flow: ScoreState): StepResult {
  throwErrors(unknownGroups(flow));
  let whole: ReadonlyMap<string, Column> | null = null;
  // Only where something is imputed.
  const scaled = () =>
    (whole ??= new Map(
      indicators(flow.framework).map((leaf) => [leaf.code, scale(leaf, columnOf(flow, leaf.code))]),
    ));
  return eachIndicator(flow, 'impute', (leaf, choice) => {
    const column = columnOf(flow, leaf.code);
    const { apply, how } = entryOf<Imputation>(imputations, choice);
    const siblings = siblingsOf(flow.framework, leaf);
    const others = indicators(flow.framework).filter((other) => other !== leaf && !siblings.includes(other));
    const { low, high } = range(present(column));
    const beside = [leaf, ...siblings, ...others].map(({ code }) => scaled().get(code) ?? []);
    const gapAt = (row: number): Gap => ({
      column,
      row,
      countries: flow.countries,
      siblings: siblings.length + 1,
      scaled: beside,
      unscale: (share) => (leaf.direction === 1 ? low + share * (high - low) : high - share * (high - low)),
    });
    const filled = column.map((score, row) => score ?? apply(gapAt(row), choice));
    return {
      column: filled,
      changes: changesBetween(leaf.code, column, filled, '').map((change) => ({
        ...change,
        how: change.row === null ? '' : how(gapAt(change.row), choice),
      })),
    };
  });
}

/** The other indicators directly in the same category. */
function siblingsOf(framework: Category, leaf: Indicator): Indicator[] {
  const parent = nodes(framework).find((node) => node.kind === 'category' && node.children.includes(leaf));
  return parent?.kind === 'category'
    ? parent.children.flatMap((node) => (node.kind === 'indicator' && node !== leaf ? [node] : []))
    : [];
}

/** Min–maxed to 0 to 1, more being better. */
function scale({ direction }: Indicator, column: Column): Column {
  const { low, high } = range(present(column));
  return column.map((x) =>
    x === null || low === high
      ? null
      : direction === 1
        ? (x - low) / (high - low)
        : (high - x) / (high - low),
  );
}

/** Groups that are asked for and not there, each said once. */
function unknownGroups({ countries, recipe, framework }: ScoreState): Problem[] {
  const known = [...new Set(countries.flatMap(({ groups }) => Object.keys(groups)))];
  const fix = known.length === 0 ? 'add a text column to scores.csv' : areAll('the group', known);
  const problems = indicators(framework).flatMap((leaf): [string, Problem][] => {
    const { by } = leaf.impute ?? recipe.impute;
    if (typeof by !== 'string' || known.includes(by)) return [];
    return [
      [
        by,
        {
          code: 'recipe/no-group',
          severity: 'error',
          ...(leaf.impute === null ? { step: 'impute' as const } : { indicator: leaf.code }),
          value: by,
          what: `there is no column of groups "${by}"${didYouMean(by, known)}`,
          fix,
        },
      ],
    ];
  });
  return [...new Map(problems).values()];
}
