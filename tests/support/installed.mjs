// The program as users have it: packed into a tarball, and installed from it into an empty folder.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });

/** Installs what is built into an empty folder; gives the folder of the package there. */
export function installed(folder) {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  npm(['install', `./${filename}`], folder);
  return path.join(folder, 'node_modules', 'cyberpower');
}

/** Checks a program in that folder against the declarations of the package, and compiles it beside itself. */
export function compile(folder, file) {
  const options = '--strict --skipLibCheck false --module nodenext --target es2022 --lib es2022 --types';
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  return execFileSync(process.execPath, [tsc, ...options.split(' '), '', file], {
    cwd: folder,
    encoding: 'utf8',
  });
}
