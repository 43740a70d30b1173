// A thread that computes blocks: told once what the work is, then block after block which.
import { parentPort, workerData } from 'node:worker_threads';
import { works, type Task, type Work } from '../analysis/runner.ts';

/** What a thread is started with. */
type Assignment = { readonly [Kind in Work]: { readonly kind: Kind; readonly task: Task<Kind> } }[Work];

async function serve({ kind, task }: Assignment): Promise<void> {
  const compute = await works[kind](task);
  parentPort?.on('message', (block: number) => parentPort?.postMessage({ block, result: compute(block) }));
}

// Only threads.ts starts this file.
const assignment: Assignment = workerData;
void serve(assignment);
