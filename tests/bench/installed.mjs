// Installs the packed program into an empty folder, and tries it on every Node that is supported: it ranks, and a
// program against its library compiles and runs. With --speed it also measures how it starts.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile, installed } from '../support/installed.mjs';
import { nodes } from './nodes.mjs';
import { ratioOf } from './ratio.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cyberpower-installed-'));
const budgets = [
  { args: ['rank', 'iiss-2021'], budget: 2.2 },
  { args: ['--version'], budget: 1.3 },
  { args: ['explain', 'USA'], budget: 3 },
  { args: ['compare', 'USA', 'CHN'], budget: 3 },
];

try {
  const program = path.join(installed(folder), 'bin', 'cyberpower.cjs');
  copyFileSync(path.join(import.meta.dirname, '../package/user.ts'), path.join(folder, 'user.ts'));
  compile(folder, 'user.ts');
  const all = nodes();
  for (const { major, binary } of all) {
    for (const args of [[program, 'rank'], ['user.js']]) run(binary, args);
    console.log(`Node ${major}: ranks, and its library runs`);
  }
  if (process.argv.includes('--speed')) tell(program, all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(binary, args) {
  const { status, stderr } = spawnSync(binary, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** The start-up table: whole processes against `node -e 0`, each pair in turn, from the second run on. */
function tell(program, all) {
  console.log(`\n| installed program | ${all.map(({ major }) => `Node ${major}`).join(' | ')} | budget |`);
  console.log(`|---|${all.map(() => '---:|').join('')}---:|`);
  for (const { args, budget } of budgets) {
    const ratios = all.map(({ binary }) =>
      ratioOf([binary, program, ...args], [binary, '-e', '0'], { times: 41, cwd: folder }).toFixed(2),
    );
    console.log(`| \`cyberpower ${args.join(' ')}\` | ${ratios.join(' | ')} | ≤ ${budget} |`);
  }
}
