// Every Markdown document of the project, and what it would be if all blocks in it were written by a run of
// today: the output under commands, and what an example in TypeScript prints.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from '../support/files.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The paths of all documents, from the root; golden files are no documents. */
export const documents: readonly string[] = [
  'README.md',
  ...['.github', 'data', 'src', 'tests'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.startsWith('golden'))
      .map((file) => `${folder}/${file}`)
      .toSorted(),
  ),
];

export function textOf(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

/** A document's words alone. */
export function withoutBlocks(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, '');
}

/**
 * A document with its blocks written anew; every other word stays. A block that names a file after its
 * language is that file, in a folder of the document's own in which its commands run.
 */
export function regenerate(document: string): string {
  const folder = folderOf({});
  return document.replaceAll(
    /^```(\w+)(?: (\S+))?\n(.*?)^```$/gms,
    (block, language: string, after: string | undefined, body: string) => {
      if (language === 'console') return consoleBlock(after, body, folder);
      if (language === 'ts') return exampleBlock(body, folder);
      if (after !== undefined) {
        mkdirSync(path.dirname(path.join(folder, after)), { recursive: true });
        writeFileSync(path.join(folder, after), body);
      }
      return block;
    },
  );
}

/**
 * Commands after `$ ` are run in a shell, 80 columns wide; what they print stands under them. All must end
 * with 0, or with what the block says: `console exit=1`. After `console passages=2` the first two passages
 * are shown, and … for the rest.
 */
function consoleBlock(after: string | undefined, body: string, folder: string): string {
  const [, what, number] = /^(exit|passages)=(\d+)$/.exec(after ?? 'exit=0') ?? [];
  if (number === undefined) throw new Error(`a console block says "${after}"`);
  const exit = what === 'exit' ? Number(number) : 0;
  const most = what === 'passages' ? Number(number) : Infinity;
  const commands = body.split('\n').filter((line) => line.startsWith('$ '));
  const printed = commands.map(
    (line) => `${line}\n${firstPassages(runCommand(line.slice(2), folder, exit), most)}`,
  );
  return `\`\`\`console${after === undefined ? '' : ` ${after}`}\n${printed.join('\n')}\`\`\``;
}

function firstPassages(printed: string, most: number): string {
  const passages = printed.split('\n\n');
  return passages.length > most ? `${passages.slice(0, most).join('\n\n')}\n…\n` : printed;
}

function runCommand(command: string, folder: string, exit: number): string {
  const shell = `cyberpower() { node '${path.join(root, 'bin/cyberpower.cjs')}' "$@"; }; npx() { "$@"; }; ${command}`;
  const { status, printed } = finish(
    'bash',
    ['--norc', '-o', 'pipefail', '-c', `{ ${shell}\n} 2>&1`],
    folder,
  );
  if (status !== exit) throw new Error(`${command}\nended with ${status}, not ${exit}:\n${printed}`);
  return printed;
}

const compiler = {
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2023',
  types: ['node'],
  typeRoots: [path.join(root, 'node_modules/@types')],
};

/** An example of the library, compiled against its declarations and run; what it prints ends it as comments. */
function exampleBlock(body: string, folder: string): string {
  const code = body.replace(/\n(?:\/\/ .*\n)+$/, '\n');
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, path.join(folder, 'node_modules/cyberpower'));
  writeFileSync(path.join(folder, 'example.mts'), code);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: compiler, files: ['example.mts'] }),
  );
  const compiled = finish(path.join(root, 'node_modules/.bin/tsc'), ['-p', '.'], folder);
  if (compiled.status !== 0) throw new Error(`an example does not compile:\n${code}\n${compiled.printed}`);
  const { status, printed } = finish(process.execPath, ['example.mjs'], folder);
  if (status !== 0) throw new Error(`an example ended with ${status}:\n${code}\n${printed}`);
  return `\`\`\`ts\n${code}${printed.replaceAll(/^(?=.)/gm, '// ')}\`\`\``;
}

function finish(file: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(file, args, { cwd, encoding: 'utf8', env });
  return { status, printed: stdout + stderr };
}
