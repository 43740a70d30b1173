// The last step of the build: runs the main command once, unseen, and keeps what V8 compiled for it.
const { loadCore, saveCache } = require('./cyberpower.cjs');

const { main, script } = loadCore();
const unseen = { write() {}, isTerminal: false, width: null };

async function warm() {
  const io = { stdout: unseen, stderr: unseen, stdin: async () => new Uint8Array(), env: {} };
  for (const args of [
    ['rank', 'iiss-2021'],
    ['tiers', 'iiss-2021', '--format', 'json'],
    ['rank', 'iiss-2021', '--format', 'csv'],
  ]) {
    const code = await main(args, io);
    if (code !== 0) throw new Error(`cyberpower ${args.join(' ')} ended with ${code}`);
  }
  saveCache(script);
}

void warm();
