// Work that no signal may leave half done.

const signals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGALRM', 'SIGUSR2'] as const;

/** A file that grows beyond a limit of the system is an error then, and not the end. */
const LIMIT = 'SIGXFSZ';

/** Does some work at once; a signal that comes meanwhile has its effect right after it. */
export async function uninterrupted<Result>(work: () => Result): Promise<Result> {
  let received: NodeJS.Signals | null = null;
  const note = (signal: NodeJS.Signals) => {
    received ??= signal === LIMIT ? null : signal;
  };
  for (const signal of [...signals, LIMIT] as const) process.on(signal, note);
  try {
    return work();
  } finally {
    // Node tells of a signal when it next asks the system what has happened.
    await turn();
    await turn();
    for (const signal of [...signals, LIMIT] as const) process.off(signal, note);
    if (received !== null) process.kill(process.pid, received);
  }
}

async function turn(): Promise<void> {
  await new Promise((next) => setImmediate(next));
}
