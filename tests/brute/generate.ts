// Small editions out of a seed: any tree, any recipe that the check can compute exactly, many exact ties.
import { exactIndex } from './exact-index.ts';
import { at } from './fraction.ts';
import { randomPublished } from './generate-published.ts';
import { randomTiers } from './generate-tiers.ts';
import { randomSet, randomTree } from './generate-tree.ts';
import { Random } from '../support/random.ts';
import { leavesOf, type Branch, type NamedSet, type Rating, type Row, type Sample } from './sample.ts';

const countries = [
  ['Estonia', 'EST'],
  ['Latvia', 'LVA'],
  ['Lithuania', 'LTU'],
  ['Germany', 'DEU'],
  ['Spain', 'ESP'],
  ['Switzerland', 'CHE'],
  ['Japan', 'JPN'],
  ['Croatia', 'HRV'],
  ['Brazil', 'BRA'],
] as const;

const scales: readonly (readonly Rating[])[] = [
  rated(['poor', 'weak', 'fair', 'strong'], ['0', '1', '2', '3']),
  rated(['poor', 'fair', 'strong'], ['0', '3', '4']),
];

function rated(words: readonly string[], values: readonly string[]): Rating[] {
  return words.map((word, i) => ({ word, value: at(values, i) }));
}

export function randomSample(seed: number): Sample {
  const random = new Random(seed);
  const style = random.pick(['grid', 'grid', 'grid', 'decimals', 'decimals', 'ratings', 'ratings', 'wide']);
  const scale = style === 'ratings' ? random.pick(scales) : null;
  const normalise =
    style === 'wide'
      ? random.pick(['none', 'minmax'] as const)
      : random.pick(
          scale === null ? (['none', 'goalposts', 'minmax'] as const) : (['goalposts', 'minmax'] as const),
        );
  const goalposts =
    style === 'grid'
      ? ([
          ['0', '3'],
          ['0', '4'],
          ['-1', '6'],
        ] as const)
      : ([
          ['0', '10'],
          ['-2', '12'],
        ] as const);
  const root = randomTree(random, normalise === 'goalposts' && scale === null ? goalposts : null);
  const hasGaps = random.chance(0.25);
  const isPanel = random.chance(0.15);
  const draw = (): string => {
    if (scale !== null) return random.pick(scale).value;
    if (style === 'grid') return String(random.whole(0, 3));
    if (style === 'wide') return random.pick(['1000000', '1000000.5', '1000001', '3', '0.5', '250000']);
    return String(random.whole(0, 100) / 10);
  };
  const rows = randomRows(random, leavesOf(root).length, draw, { hasGaps, isPanel });
  const handling = random.pick(isPanel ? (['skip'] as const) : (['skip', 'mean'] as const));
  const bare: Sample = {
    seed,
    root,
    rows,
    scale,
    normalise,
    missing: hasGaps && handling === 'skip' ? 'skip' : 'error',
    impute: hasGaps && handling === 'mean' ? 'mean' : 'none',
    aggregate: !hasGaps && random.chance(0.15) ? 'sum' : 'arithmetic',
    rank: {
      method: random.pick(['competition', 'competition', 'dense', 'fractional', 'ordinal']),
      decimals: random.chance(0.25) ? random.whole(0, 2) : null,
    },
    tiers: { method: 'none' },
    sets: randomSets(random, root),
    published: null,
  };
  const equal = style !== 'decimals' && random.chance(0.6) ? withTies(random, bare, draw) : bare;
  const tiered = { ...equal, tiers: randomTiers(random, equal) };
  return isPanel || hasGaps ? tiered : { ...tiered, published: randomPublished(random, tiered) };
}

function randomSets(random: Random, root: Branch): Map<string, NamedSet> {
  if (random.chance(0.4)) return new Map();
  return new Map(
    Array.from({ length: random.whole(2, 3) }, (_, i) => [`set${i + 1}`, randomSet(random, root)]),
  );
}

interface Shape {
  readonly hasGaps: boolean;
  readonly isPanel: boolean;
}

function randomRows(random: Random, width: number, draw: () => string, { hasGaps, isPanel }: Shape): Row[] {
  const chosen = random.shuffled(countries).slice(0, random.whole(2, random.chance(0.3) ? 7 : 5));
  const years = isPanel ? [2019, 2021, 2022].slice(random.whole(0, 1)) : [null];
  const rows = chosen.flatMap(([name, code], place) =>
    years
      // Two countries are there every year; the others may be late or early.
      .filter(() => place < 2 || !isPanel || random.chance(0.8))
      .map((year) => ({ name, code, year, scores: Array.from({ length: width }, draw) })),
  );
  if (!hasGaps) return rows;
  return rows.map((row, i) => ({
    ...row,
    scores: row.scores.map((score, column) =>
      i !== column % rows.length && random.chance(0.15) ? null : score,
    ),
  }));
}

/** Other scores for one country, under which its index is that of another: ties that are no copies. */
function withTies(random: Random, sample: Sample, draw: () => string): Sample {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const changed = random.whole(0, sample.rows.length - 1);
    const rows = sample.rows.map((row, i) =>
      i === changed ? { ...row, scores: row.scores.map((score) => (score === null ? null : draw())) } : row,
    );
    const { index } = exactIndex({ ...sample, rows });
    const own = index[changed] ?? null;
    const isNew = index.every((score, i) => {
      const isCopy = at(rows, i).scores.join() === at(rows, changed).scores.join();
      return i === changed || score === null || own === null || score.compare(own) !== 0 || !isCopy;
    });
    const isTied = index.some(
      (score, i) => i !== changed && score !== null && own !== null && score.compare(own) === 0,
    );
    if (isTied && isNew) return { ...sample, rows };
  }
  return sample;
}
