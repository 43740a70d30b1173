// impute: what stands in for a score that is missing?
import type { Method, MethodTable, Parameter, Values } from '../../model/registry.ts';
import { categoryMean, categoryMedian, groupMean, groupMedian, mean, median } from './averages.ts';
import { constant } from './constant.ts';
import { groupOf, type Gap } from './gap.ts';
import { countNeighbours, neighbours } from './neighbours.ts';
import { latest, linear } from './panel.ts';

export interface Imputation extends Method {
  /** The score that stands in, or null if there is none to be had. */
  apply(gap: Gap, parameters: Values): number | null;
  /** What was done, for one score. */
  how(gap: Gap, parameters: Values): string;
}

const group: readonly Parameter[] = [
  {
    name: 'by',
    kind: 'text',
    default: undefined,
    positional: true,
    meaning: 'the column with the groups, such as region',
  },
];
const handbook = 'OECD/JRC Handbook (2008), step 3';

export const imputations = {
  none: {
    apply: () => null,
    how: () => '',
    isIdentity: true,
    summary: 'missing scores stay missing',
    formula: '–',
    use: 'The default. --missing then decides how to treat them.',
    parameters: [],
    source: handbook,
  },
  mean: {
    apply: mean,
    file: 'impute/averages.ts',
    how: () => 'mean of all',
    summary: 'the mean of the other countries',
    formula: 'x = mean of those there',
    use: 'When few scores are missing, and at random. It understates the spread.',
    parameters: [],
    source: handbook,
  },
  median: {
    apply: median,
    file: 'impute/averages.ts',
    how: () => 'median of all',
    summary: 'the median of the other countries',
    formula: 'x = median of those there',
    use: 'Like the mean, if there are outliers.',
    parameters: [],
    source: handbook,
  },
  'group-mean': {
    apply: groupMean,
    file: 'impute/averages.ts',
    how: (gap, { by }: { by: string }) => `mean of ${by} ${groupOf(gap, by)}`,
    example: 'group-mean:coast',
    summary: 'the mean of the same group, for example group-mean:region',
    formula: 'x = mean of those there in the group',
    use: 'When countries in a group are alike. The group is a text column of scores.csv.',
    parameters: group,
    source: handbook,
  },
  'group-median': {
    apply: groupMedian,
    file: 'impute/averages.ts',
    how: (gap, { by }: { by: string }) => `median of ${by} ${groupOf(gap, by)}`,
    example: 'group-median:coast',
    summary: 'the median of the same group, for example group-median:region',
    formula: 'x = median of those there in the group',
    use: 'Like the mean of the group, if there are outliers.',
    parameters: group,
    source: handbook,
  },
  'category-mean': {
    apply: categoryMean,
    file: 'impute/averages.ts',
    how: () => 'mean of its own category',
    summary: "the mean of the country's other scores in the category, min–max scaled",
    formula: 'x = x_min + (x_max − x_min) mean of the siblings, min–maxed',
    use: 'When indicators of a category move together. This is what --missing skip assumes.',
    parameters: [],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'category-median': {
    apply: categoryMedian,
    file: 'impute/averages.ts',
    how: () => 'median of its own category',
    summary: "the median of the country's other scores in the category, min–max scaled",
    formula: 'x = x_min + (x_max − x_min) median of the siblings, min–maxed',
    use: 'Like the mean of the category, if one of its indicators is unusual.',
    parameters: [],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  neighbours: {
    apply: neighbours,
    file: 'impute/neighbours.ts',
    how: (gap, parameters: { k: number }) => {
      const used = countNeighbours(gap, parameters);
      return used === 1 ? 'the score of its nearest neighbour' : `mean of its ${used} nearest neighbours`;
    },
    example: 'neighbours:1',
    summary: 'the mean of the k most similar countries',
    formula: 'x = mean of the k with the least Σ (x − x′)², min–maxed',
    use: 'When many indicators show which countries are similar.',
    parameters: [
      { name: 'k', kind: 'integer', default: 5, least: 1, positional: true, meaning: 'how many countries' },
    ],
    source: 'Troyanskaya et al. (2001), Bioinformatics 17',
  },
  constant: {
    apply: constant,
    file: 'impute/constant.ts',
    how: (_, { value }: { value: number }) => `taken to be ${value}`,
    example: 'constant:0',
    summary: 'one number for all, for example constant:0',
    formula: 'x = c',
    use: 'When a missing score has a meaning, such as "none".',
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
    use: 'For quantities that change slowly. The file must have earlier years.',
    parameters: [],
    source: handbook,
  },
  linear: {
    apply: linear,
    file: 'impute/panel.ts',
    how: () => 'between its own years',
    summary: 'in a panel, interpolated between the years before and after',
    formula: 'x = x₀ + (x₁ − x₀) (t − t₀) / (t₁ − t₀)',
    use:
      'For quantities that change steadily. Before the first and after the last known year it takes ' +
      'the nearest score.',
    parameters: [],
    source: handbook,
  },
} satisfies MethodTable<Imputation>;
