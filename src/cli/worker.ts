// A thread that computes blocks: told once what the work is, then block after block which.
import { parentPort, workerData } from 'node:worker_threads';
import { preparations, type Task, type Work } from '../analysis/uncertainty/runner.ts';

/** What a thread is started with. */
export interface Assignment<Kind extends Work = Work> {
  readonly kind: Kind;
  readonly task: Task<Kind>;
}

async function serve<Kind extends Work>({ kind, task }: Assignment<Kind>): Promise<void> {
  const compute = await preparations[kind](task);
  parentPort?.on('message', (block: number) => parentPort?.postMessage({ block, result: compute(block) }));
}

// oxlint-disable-next-line no-unsafe-type-assertion -- whoever starts this file starts it with an assignment
void serve(workerData as Assignment);
