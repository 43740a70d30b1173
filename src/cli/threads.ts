// Blocks of work on all processors at once. The same bytes as on one: blocks are handed on in the order of
// their numbers.
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
  /** As --threads says; null for as many as are of use. */
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
    const count = Math.min(threads ?? (await usefulThreads(size)), size.blocks);
    await (count <= 1
      ? inTurn(onProgress)(kind, task, size, take)
      : onThreads(count, kind, task, size.blocks, take, onProgress));
  };
}

async function usefulThreads({ operations }: Size): Promise<number> {
  const { availableParallelism } = await import('node:os');
  return Math.min(availableParallelism(), Math.max(1, Math.floor(operations / OPERATIONS_PER_THREAD)));
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
  const workers = Array.from(
    { length: count },
    () => new Worker(`${import.meta.dirname}/${WORKER}`, { workerData: { kind, task } }),
  );
  const hand = inOrder<Block<Kind>>(take);
  let [asked, received] = [0, 0];
  const ask = (worker: (typeof workers)[number]): void => {
    if (asked < blocks) worker.postMessage(asked);
    asked += 1;
  };
  try {
    await new Promise<void>((resolve, reject) => {
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on(
          'message',
          ({ block, result }: { readonly block: number; readonly result: Block<Kind> }) => {
            ask(worker);
            received += 1;
            try {
              hand(block, result);
              onProgress?.(received, blocks);
            } catch (error) {
              // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- passed on as it is
              reject(error);
            }
            if (received === blocks) resolve();
          },
        );
      }
      for (let times = 0; times < IN_HAND; times += 1) for (const worker of workers) ask(worker);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Hands on what comes in any order in the order of its numbers, from 0 on. */
function inOrder<Item>(take: (item: Item) => void): (place: number, item: Item) => void {
  const early = new Map<number, Item>();
  let taken = 0;
  return (place, item) => {
    early.set(place, item);
    for (let next = early.get(taken); next !== undefined; next = early.get(taken)) {
      early.delete(taken);
      taken += 1;
      take(next);
    }
  };
}
