// Node in the versions that are supported, from npm's packages of Node's own binaries.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/nodes');
const versions = [20, 22, 24];

/** The versions that are here or can be had, each with its binary. */
export function nodes() {
  return versions.flatMap((major) => {
    const binary = binaryOf(major);
    if (binary !== null) return [{ major, binary }];
    console.error(`Node ${major} is not here, and npm does not give it`);
    return [];
  });
}

function binaryOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = path.join(cache, String(major));
  const binary = path.join(folder, 'node_modules', name, 'bin', 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{}\n');
  try {
    execFileSync('npm', ['install', `${name}@${major}`, '--ignore-scripts', '--no-save'], {
      cwd: folder,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  } catch {
    return null;
  }
  return existsSync(binary) ? binary : null;
}
