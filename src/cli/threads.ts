// Blocks of work on all processors at once. The same bytes as on one: blocks are handed on in the order of
// their numbers.
import type { Worker } from 'node:worker_threads';
import {
  inTurn,
  type Block,
  type Progress,
  type Runner,
  type Size,
  type Task,
  type Work,
} from '../analysis/uncertainty/runner.ts';

export interface ThreadOptions {
  /** As --threads says, but no more than processors; null for as many as are of use. */
  readonly threads: number | null;
  readonly onProgress?: Progress;
}

/** The threads are this file, built; it lies beside the core, and is as far from here as from there. */
const WORKER = '../../dist/cli/worker.cjs';
/** Work for a thread that outweighs starting it. */
const OPERATIONS_PER_THREAD = 1e8;
/** Blocks that a thread has in hand, so that it need not wait for the next. */
const IN_HAND = 2;

/**
 * A runner on worker threads; small work stays on the thread that asks.
 *
 * While it waits, the main thread is idle and has no handler for signals, so that Ctrl-C ends everything at
 * once.
 */
export function threaded({ threads, onProgress }: ThreadOptions): Runner {
  return async (kind, task, size, take) => {
    const { availableParallelism } = await import('node:os');
    const most = Math.min(availableParallelism(), size.blocks);
    const count = Math.min(threads ?? usefulThreads(size), most);
    await (count <= 1
      ? inTurn(onProgress)(kind, task, size, take)
      : onThreads(count, kind, task, size.blocks, take, onProgress));
  };
}

function usefulThreads({ operations }: Size): number {
  return Math.max(1, Math.floor(operations / OPERATIONS_PER_THREAD));
}

async function onThreads<Kind extends Work>(
  count: number,
  kind: Kind,
  task: Task<Kind>,
  blocks: number,
  take: (result: Block<Kind>) => void,
  onProgress?: Progress,
): Promise<void> {
  const { Worker } = await import('node:worker_threads');
  const file = `${import.meta.dirname}/${WORKER}`;
  const workers = Array.from({ length: count }, () => new Worker(file, { workerData: { kind, task } }));
  const inOrder = new InOrder<Block<Kind>>(take);
  try {
    await new Distribution<Kind>(workers, blocks).run(({ block, result }, received) => {
      inOrder.receive(block, result);
      onProgress?.(received, blocks);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What a thread answers. */
interface Answer<Kind extends Work> {
  readonly block: number;
  readonly result: Block<Kind>;
}

/** Gives each thread the next block that nobody has, until all are done. */
class Distribution<Kind extends Work> {
  readonly #workers: readonly Worker[];
  readonly #blocks: number;
  #asked = 0;
  #received = 0;

  constructor(workers: readonly Worker[], blocks: number) {
    this.#workers = workers;
    this.#blocks = blocks;
  }

  /** Hands on what comes, as it comes, with how many have come; fails if a thread does, or `onAnswer`. */
  async run(onAnswer: (answer: Answer<Kind>, received: number) => void): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      for (const worker of this.#workers) {
        worker.on('error', reject);
        worker.on('message', (answer: Answer<Kind>) => {
          this.#askNext(worker);
          this.#received += 1;
          try {
            onAnswer(answer, this.#received);
          } catch (error) {
            // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- passed on as it is
            reject(error);
          }
          if (this.#received === this.#blocks) resolve();
        });
      }
      for (let times = 0; times < IN_HAND; times += 1)
        for (const worker of this.#workers) this.#askNext(worker);
    });
  }

  #askNext(worker: Worker): void {
    if (this.#asked < this.#blocks) worker.postMessage(this.#asked);
    this.#asked += 1;
  }
}

/** Hands on what comes in any order in the order of its numbers, from 0 on. */
class InOrder<Item> {
  readonly #take: (item: Item) => void;
  readonly #early = new Map<number, Item>();
  #next = 0;

  constructor(take: (item: Item) => void) {
    this.#take = take;
  }

  receive(place: number, item: Item): void {
    this.#early.set(place, item);
    for (let next = this.#pop(); next !== undefined; next = this.#pop()) this.#take(next);
  }

  /** The item whose turn it is, if it has come. */
  #pop(): Item | undefined {
    const item = this.#early.get(this.#next);
    if (item === undefined) return undefined;
    this.#early.delete(this.#next);
    this.#next += 1;
    return item;
  }
}
