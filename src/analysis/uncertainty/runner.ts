// Work in blocks: what a block gives depends on its task and its number alone, so that any number of threads
// may share them.
import type { Tally } from '../../math/kernel/ranking.ts';
import { blockCounter, type AcceptabilityTask } from './acceptability-blocks.ts';
import { replicateBlocks, type FailedReplicate, type Replicate, type ReplicateTask } from './replicates.ts';

/** For each kind of work, what a task is made of and what one block of it gives, both plain data. */
interface WorkTypes {
  readonly acceptability: { readonly task: AcceptabilityTask; readonly block: Tally };
  readonly replicates: {
    readonly task: ReplicateTask;
    readonly block: readonly (Replicate | FailedReplicate)[];
  };
}

/** A kind of work. */
export type Work = keyof WorkTypes;
export type Task<Kind extends Work> = WorkTypes[Kind]['task'];
export type Block<Kind extends Work> = WorkTypes[Kind]['block'];
/** What computes a block, given its number. */
type ComputeBlock<Kind extends Work> = (block: number) => Block<Kind>;

/** How each kind of work is prepared, once on every thread. */
export const preparations: { readonly [Kind in Work]: (task: Task<Kind>) => Promise<ComputeBlock<Kind>> } = {
  acceptability: blockCounter,
  replicates: replicateBlocks,
};

/** How many blocks there are, and roughly how many elementary operations they take together. */
export interface Size {
  readonly blocks: number;
  readonly operations: number;
}

/** Runs all blocks of a task and hands on what they give in the order of their numbers. */
export type Runner = <Kind extends Work>(
  kind: Kind,
  task: Task<Kind>,
  size: Size,
  onBlock: (result: Block<Kind>) => void,
) => Promise<void>;

/** Told how many of all blocks are done. */
export type Progress = (done: number, total: number) => void;

/** Runs one block after the other, on the thread that asks. */
export function inTurn(onProgress?: Progress): Runner {
  return async (kind, task, { blocks }, onBlock) => {
    const compute = await preparations[kind](task);
    for (let block = 0; block < blocks; block += 1) {
      onBlock(compute(block));
      onProgress?.(block + 1, blocks);
    }
  };
}
