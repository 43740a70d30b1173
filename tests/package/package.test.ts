// The package as users have it: packed, installed into an empty folder, run, and compiled against.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { compile, installed } from '../support/installed.mjs';
import { root, spawn } from '../support/spawn.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'cyberpower-'));
let there = '';
beforeAll(() => {
  there = installed(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All files of a folder, from there. */
const filesIn = (of: string) => readdirSync(of, { recursive: true, encoding: 'utf8' });

it('needs no other package', () => {
  expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'cyberpower',
  ]);
});

it('ranks as it does where it is built, in the first run as in the second', () => {
  const program = path.join(there, 'bin', 'cyberpower.cjs');
  const expected = spawn(['rank', 'iiss-2021']);
  expect(expected.code).toBe(0);
  for (const _ of [1, 2]) expect(spawn(['rank', 'iiss-2021'], { program, cwd: folder })).toEqual(expected);
});

it('has one file of declarations, which imports nothing', () => {
  expect(filesIn(there).filter((file) => file.endsWith('.d.ts'))).toEqual(['dist/library/index.d.ts']);
  const declarations = readFileSync(path.join(there, 'dist/library/index.d.ts'), 'utf8');
  expect(declarations).not.toMatch(/^\s*(?:import|export .* from)\b|\bimport\(/m);
});

it('a program against its library compiles with all declarations checked, and runs', () => {
  copyFileSync(path.join(root, 'tests/package/user.ts'), path.join(folder, 'user.ts'));
  expect(compile(folder, 'user.ts')).toBe('');
  const show = "import('./user.js').then(({ found }) => console.log(JSON.stringify(found)))";
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', show], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    first: ['United States'],
    title: 'Ours',
    ranks: [1, 2, 3],
    schema: 'cyberpower/rank@1',
    codes: ['scores/not-a-number'],
  });
});

it('tells which packages are in it, and nothing of the machine that built it', () => {
  const { components, metadata }: { components: { name: string }[]; metadata: object } = JSON.parse(
    readFileSync(path.join(there, 'dist/sbom.cdx.json'), 'utf8'),
  );
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['commander', 'csv-parse', 'valibot']),
  );
  expect(Object.keys(metadata)).toEqual(['component']);
  const built = filesIn(there).filter((file) => /\.(?:cjs|js|json|ts|txt)$/.test(file));
  expect(built.length).toBeGreaterThan(40);
  expect(built.filter((file) => readFileSync(path.join(there, file), 'utf8').includes(root))).toEqual([]);
});
