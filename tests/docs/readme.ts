// Regenerates the README from itself: runs its console blocks, refills its generated tables, and leaves every
// other word.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf, stepNames, steps } from '../../src/methods/steps.ts';
import { folderOf } from '../support/files.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The README as it would be if every block in it were written by a run of today. */
export function regenerate(readme: string): string {
  const folder = folderOf({});
  const withBlocks = readme.replaceAll(
    /^```(\w+)(?: (\S+))?\n(.*?)^```$/gms,
    (block, language: string, after: string | undefined, body: string) => {
      if (language === 'console') return consoleBlock(after, body, folder);
      if (after !== undefined) {
        mkdirSync(path.dirname(path.join(folder, after)), { recursive: true });
        writeFileSync(path.join(folder, after), body);
      }
      return block;
    },
  );
  return fill(withBlocks, 'methods', methodsTable());
}

/**
 * Commands after `$ ` are run in a shell, 80 columns wide; what they print stands under them. All must end
 * with 0, or with what the block says: `console exit=1`.
 */
function consoleBlock(after: string | undefined, body: string, folder: string): string {
  const exit = Number(/^exit=(\d+)$/.exec(after ?? 'exit=0')?.[1]);
  const commands = body.split('\n').filter((line) => line.startsWith('$ '));
  const printed = commands.map((line) => `${line}\n${runCommand(line.slice(2), folder, exit)}`);
  return `\`\`\`console${after === undefined ? '' : ` ${after}`}\n${printed.join('\n')}\`\`\``;
}

function runCommand(command: string, folder: string, exit: number): string {
  const shell = `cyberpower() { node '${path.join(root, 'bin/cyberpower.cjs')}' "$@"; }; npx() { "$@"; }; ${command}`;
  const { stdout, status } = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', `{ ${shell}\n} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', NO_COLOR: '1' },
  });
  if (status !== exit) throw new Error(`${command}\nended with ${status}, not ${exit}:\n${stdout}`);
  return stdout;
}

function fill(readme: string, name: string, content: string): string {
  return readme.replace(
    new RegExp(`(<!-- ${name} -->\n).*?(<!-- /${name} -->)`, 's'),
    (_, start: string, end: string) => `${start}${content}\n${end}`,
  );
}

function methodsTable(): string {
  const rows = stepNames.flatMap((step) =>
    Object.entries(steps[step].table).map(
      ([name, method]) =>
        `| \`--${step}\` | \`${name}\` | ${method.summary} | \`${fileOf(step, method)}\` | ` +
        `${method.source} |`,
    ),
  );
  return [
    '| step and option | method | what it does | file in `src/methods/` | source |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
