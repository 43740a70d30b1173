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
    meaning: 'the column of groups, as region',
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
    use: 'The default. What then happens to a missing score is said by --missing.',
    parameters: [],
    source: handbook,
  },
  mean: {
    apply: mean,
    file: 'impute/averages.ts',
    how: () => 'mean of all',
    summary: 'the mean of the other countries',
    formula: 'x = mean of those there',
    use: 'When few scores are missing and at random. It makes the spread smaller than it is.',
    parameters: [],
    source: handbook,
  },
  median: {
    apply: median,
    file: 'impute/averages.ts',
    how: () => 'median of all',
    summary: 'the median of the other countries',
    formula: 'x = median of those there',
    use: 'As the mean, where there are outliers.',
    parameters: [],
    source: handbook,
  },
  'group-mean': {
    apply: groupMean,
    file: 'impute/averages.ts',
    how: (gap, { by }: { by: string }) => `mean of ${by} ${groupOf(gap, by)}`,
    example: 'group-mean:coast',
    summary: 'the mean of the same group: group-mean:region',
    formula: 'x = mean of those there in the group',
    use: 'When countries of a group are alike. The group is a text column of scores.csv.',
    parameters: group,
    source: handbook,
  },
  'group-median': {
    apply: groupMedian,
    file: 'impute/averages.ts',
    how: (gap, { by }: { by: string }) => `median of ${by} ${groupOf(gap, by)}`,
    example: 'group-median:coast',
    summary: 'the median of the same group: group-median:region',
    formula: 'x = median of those there in the group',
    use: 'As the mean of the group, where there are outliers.',
    parameters: group,
    source: handbook,
  },
  'category-mean': {
    apply: categoryMean,
    file: 'impute/averages.ts',
    how: () => 'mean of its own category',
    summary: "the mean of the country's own scores in the category, normalised for it",
    formula: 'x = x_min + (x_max − x_min) mean of the siblings, min–maxed',
    use: 'When indicators of a category go together. It is what --missing skip assumes, made visible.',
    parameters: [],
    source: 'Becker et al. (2022), COINr, JOSS 7',
  },
  'category-median': {
    apply: categoryMedian,
    file: 'impute/averages.ts',
    how: () => 'median of its own category',
    summary: "the median of the country's own scores in the category, normalised for it",
    formula: 'x = x_min + (x_max − x_min) median of the siblings, min–maxed',
    use: 'As the mean of the category, where one of its indicators is out of line.',
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
    file: 'impute/constant.ts',
    how: (_, { value }: { value: number }) => `taken to be ${value}`,
    example: 'constant:0',
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
