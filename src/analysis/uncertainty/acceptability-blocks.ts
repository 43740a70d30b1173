// Rank acceptability in blocks of draws: how many there are, and what one of them gives.
import { loadKernel } from '../../math/kernel/load.ts';
import { ranking, type Source, type Tally } from '../../math/kernel/ranking.ts';
import { randomOf } from '../../math/random/random.ts';
import { isIndependent, samplerOf, type Sampling } from '../region/weight-sampler.ts';

/** Plain data: all that another thread needs. */
export interface AcceptabilityTask {
  readonly points: readonly (readonly number[])[];
  readonly tolerance: number;
  readonly pairs: readonly (readonly [number, number])[];
  readonly sampling: Sampling;
  readonly seed: number;
  readonly draws: number;
  readonly drawsPerBlock: number;
}

const DRAWS_PER_BLOCK = 32_768;
/** Walks need blocks enough to tell from them how far off a share is. */
const BLOCKS_OF_WALK = 32;

/** Draws that depend on each other are made in blocks that do not. */
export function drawsPerBlock(sampling: Sampling, draws: number): number {
  return isIndependent(sampling)
    ? DRAWS_PER_BLOCK
    : Math.min(4096, Math.max(1, Math.ceil(draws / BLOCKS_OF_WALK)));
}

/** What counts a block of a task, given its number. */
export async function blockCounter({
  points,
  tolerance,
  pairs,
  sampling,
  seed,
  draws,
  drawsPerBlock: size,
}: AcceptabilityTask): Promise<(block: number) => Tally> {
  const source = sourceOf(sampling);
  const count = ranking(await loadKernel(), { points, tolerance, pairs, source });
  return (block) => {
    const drawsOfBlock = Math.min(size, draws - block * size);
    return source.kind === 'given'
      ? count(seed, block, drawsOfBlock, drawing(sampling, seed, block))
      : count(seed, block, drawsOfBlock);
  };
}

/** What the kernel draws by itself; all else is given to it weighting by weighting. */
function sourceOf(sampling: Sampling): Source {
  return sampling.kind === 'simplex' || sampling.kind === 'box' || sampling.kind === 'order'
    ? sampling
    : { kind: 'given' };
}

/** What draws the weightings of a block, one at each call. */
function drawing(sampling: Sampling, seed: number, block: number): () => readonly number[] {
  const random = randomOf(seed, block);
  const sampler = samplerOf(sampling);
  return () => sampler.draw(random);
}
