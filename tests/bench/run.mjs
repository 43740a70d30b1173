// Measures whole processes side by side in one run and prints ratios; absolute times depend on the machine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundled } from '../support/bundled.mjs';
import { median, ratioOf } from './ratio.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'bin/cyberpower.cjs');
const folder = mkdtempSync(path.join(os.tmpdir(), 'cyberpower-bench-'));
// Extra certificates slow bare Node down and would flatter every ratio.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const acceptability = await bundled(path.join(root, 'tests/bench/acceptability.ts'));
/** Countries, indicators, draws and threads: how many times as fast as numpy, or as one thread. */
const drawing = [
  {
    size: [15, 7, 1_000_000, 1],
    budget: 2.5,
    against: ['python3', 'tests/bench/smaa.py', '15', '7', '1000000'],
    name: 'numpy on one core',
  },
  {
    size: [200, 50, 100_000, 1],
    budget: 1,
    against: ['python3', 'tests/bench/smaa.py', '200', '50', '100000'],
    name: 'numpy on one core',
  },
  {
    size: [15, 7, 10_000_000, 2],
    budget: 1.7,
    against: [acceptability, '15', '7', '10000000', '1', '1'],
    name: 'one thread',
  },
];

const bare = ['-e', '0'];
const rows = [
  ...['any', 'around:25%', 'ratio:3', 'mix:25%', 'order:strategy,security', 'sets', 'published:C14,C03'].map(
    (region) => ({
      work: `cyberpower bounds --region ${region} (15 × 7)`,
      budget: 10,
      times: 9,
      run: [program, 'bounds', writeMatrix(), '--region', region, '--quiet'],
      against: bare,
      name: 'node -e 0',
    }),
  ),
  {
    work: 'cyberpower bounds (GCI 2024: 194 × 5), around:25% and any',
    budget: 5,
    times: 1,
    run: [program, 'bounds', 'gci-2024', '--format', 'csv'],
    against: ['python3', 'tests/bench/milp.py', writeGci()],
    name: "scipy's milp, around:25% alone",
  },
  {
    work: 'cyberpower rank, CSV of 10⁶ rows',
    budget: 1.3,
    times: 1,
    run: [program, 'rank', writeLongScores(), '--format', 'csv', '--quiet'],
    against: [writeParser()],
    name: 'csv-parse alone',
  },
];

try {
  console.log(
    `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}; medians of ratios, run in turn\n`,
  );
  console.log('| work | against | ratio | budget |\n|---|---|---:|---:|');
  for (const { work, budget, times, run, against, name } of rows) {
    if (against[0] === 'python3' && spawnSync('python3', ['-c', 'import scipy']).status !== 0) {
      console.log(`| ${work} | \`${name}\` | no Python with it here | ≤ ${budget} |`);
      continue;
    }
    const [one, other] = [run, against].map((args) =>
      args[0] === 'python3' ? args : [process.execPath, ...args],
    );
    console.log(
      `| ${work} | \`${name}\` | ${ratioOf(one, other, { times, cwd: root }).toFixed(2)} | ≤ ${budget} |`,
    );
  }
  console.log('\n| rank acceptability | against | times as fast | budget |\n|---|---|---:|---:|');
  for (const { size, budget, against, name } of drawing) {
    const work = `${size[0]} × ${size[1]}, ${size[2].toLocaleString('en')} draws, ${size[3]} thread${size[3] === 1 ? '' : 's'}`;
    const hasNumpy = against[0] !== 'python3' || spawnSync('python3', ['-c', 'import numpy']).status === 0;
    const ratios = hasNumpy
      ? Array.from({ length: 5 }, () => told(against) / told([acceptability, ...size.map(String), '1']))
      : [];
    console.log(
      `| ${work} | ${name} | ${hasNumpy ? median(ratios).toFixed(2) : 'no numpy here'} | ≥ ${budget} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The seconds that a program says its work took, apart from its start. */
function told([file, ...rest]) {
  const isPython = file === 'python3';
  const { status, stdout, stderr } = spawnSync(
    isPython ? file : process.execPath,
    isPython ? rest : [file, ...rest],
    { env: { ...env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }, cwd: root },
  );
  if (status !== 0)
    throw new Error(
      `${path.basename(file)} ${rest.join(' ')} ended with ${status ?? 'a signal'}: ${stderr.toString()}`,
    );
  return Number(stdout.toString());
}

/** The matrix of the reference results on weight regions, with its weights and two sets of others. */
function writeMatrix() {
  const edition = path.join(folder, 'matrix');
  mkdirSync(edition, { recursive: true });
  const scores = readFileSync(path.join(root, 'tests/reference/robust/matrix.csv'), 'utf8')
    .replace('uCode', 'country')
    .replaceAll('"', '');
  const [, ...codes] = scores.split('\n', 1)[0].split(',');
  writeFileSync(path.join(edition, 'scores.csv'), scores);
  writeFileSync(
    path.join(edition, 'indicators.csv'),
    `code,weight\n${codes.map((code, i) => `${code},${[2, 1, 1.5, 1, 2, 1, 1.5][i]}`).join('\n')}\n`,
  );
  writeFileSync(
    path.join(edition, 'weights.csv'),
    `code,equal,first\n${codes.map((code, i) => `${code},1,${i === 0 ? 5 : 1}`).join('\n')}\n`,
  );
  writeFileSync(path.join(edition, 'index.json'), '{ "recipe": { "normalise": "none" } }');
  return edition;
}

/** The pillars of GCI 2024, a row a country. */
function writeGci() {
  const file = path.join(folder, 'gci.csv');
  const { status } = spawnSync(
    process.execPath,
    [
      program,
      'rank',
      'gci-2024',
      '--fields',
      'legal,technical,organizational,capacity_development,cooperative',
      '--no-header',
      '--output',
      file,
      '--quiet',
    ],
    { env, cwd: root },
  );
  if (status !== 0) throw new Error('the scores of GCI 2024 could not be written');
  return file;
}

/** 1000 places × 50 indicators × 20 years, a row a score. */
function writeLongScores() {
  const file = path.join(folder, 'long.csv');
  const lines = ['country,indicator,value,year'];
  let state = 1;
  for (let country = 0; country < 1000; country += 1) {
    for (let indicator = 0; indicator < 50; indicator += 1) {
      for (let year = 2001; year <= 2020; year += 1) {
        state = (state * 48271) % 2147483647;
        lines.push(`Place ${country},indicator_${indicator},${(state % 100000) / 1000},${year}`);
      }
    }
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** The same file through csv-parse and nothing else. */
function writeParser() {
  const file = path.join(folder, 'parse.mjs');
  const library = path.join(root, 'node_modules/csv-parse/lib/sync.js');
  writeFileSync(
    file,
    `import { readFileSync } from 'node:fs';\nimport { parse } from ${JSON.stringify(library)};\nparse(readFileSync(${JSON.stringify(path.join(folder, 'long.csv'))}, 'utf8'));\n`,
  );
  return file;
}
