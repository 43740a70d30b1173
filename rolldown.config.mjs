// The program as CommonJS, which starts fastest on Node 20; the library as one ES module; and the licences of
// what is in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'rolldown';
import { foldedNames } from './src/input/cells/known-names.mjs';
import { assembly } from './src/math/kernel/compile.mjs';

/** Writes the licence of every package that went into the bundle, or that lies beside it, to one file. */
const licences = (beside = []) => ({
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
    const folders = new Set(
      modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
    );
    for (const name of beside) folders.add(path.resolve('node_modules', name));
    const texts = [...folders].toSorted().map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text =
        file !== undefined && existsSync(path.join(folder, file))
          ? readFileSync(path.join(folder, file), 'utf8').trim()
          : '';
      return `${name} ${version}, ${license}\n\n${text}\n`;
    });
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY.txt',
      source: texts.join(`\n${'-'.repeat(72)}\n\n`),
    });
  },
});

/**
 * Left out, as nothing here calls for them: what commander runs subcommands with, and what cli-table3 colours
 * its boxes with.
 */
const leftOut = {
  name: 'left-out',
  resolveId: (id) => (/^(?:node:)?child_process$|^@colors\/colors/.test(id) ? '\0left-out' : null),
  load: (id) => (id === '\0left-out' ? 'export const spawn = undefined;' : null),
};

/** Escapes all but ASCII, so that V8 reads the file byte by byte: half the memory, and faster. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = chunk.code.replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/**
 * Tables measure each cell many times over: they get the measure of ours, which knows plain text at a glance
 * and asks the same library for the rest.
 */
const quickWidths = {
  name: 'quick-widths',
  resolveId: (id, importer) =>
    id === 'string-width' && importer?.includes('/cli-table3/') ? '\0quick-widths.cjs' : null,
  load: (id) =>
    id === '\0quick-widths.cjs'
      ? `module.exports = require(${JSON.stringify(path.resolve('src/report/width.ts'))}).widthOf;`
      : null,
};

const shared = { platform: 'node', logLevel: 'warn', plugins: [leftOut, quickWidths, assembly, foldedNames] };

const program = {
  dir: 'dist/cli',
  format: 'cjs',
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  minify: true,
};
/** What few runs need lies beside the core, by the name of its file. */
const readWhenNeeded = { yaml: 'yaml', chalk: 'chalk', 'json-schema': '@valibot/to-json-schema' };
const besides = Object.values(readWhenNeeded);
const kernel = path.resolve('src/math/kernel/kernel.as');
const fileOf = (id) =>
  id === kernel ? 'kernel' : Object.keys(readWhenNeeded).find((file) => readWhenNeeded[file] === id);
/** One file that finds the others beside it. */
const whole = {
  external: [...besides, kernel],
  output: {
    ...program,
    codeSplitting: false,
    paths: (id) => (fileOf(id) === undefined ? id : `./${fileOf(id)}.cjs`),
  },
};

/**
 * Where the usual runs begin: what these import is one file, compiled ahead; what other commands alone need
 * lies beside it.
 */
const beginnings = [
  'cli/main',
  'cli/program',
  'report/grid',
  'report/formats/text',
  'report/formats/json',
  'report/formats/delimited',
  'report/formats/markdown',
]
  .concat(['rank', 'tiers', 'explain', 'check', 'editions'].map((name) => `commands/${name}/command`))
  .map((file) => path.resolve(`src/${file}.ts`));
const usual = new Set();
function isUsual(id, infoOf) {
  if (usual.size === 0) {
    for (const file of beginnings) usual.add(file);
    for (const one of usual) for (const next of infoOf(one)?.importedIds ?? []) usual.add(next);
    usual.add(path.resolve('node_modules/cli-table3/index.js'));
  }
  return usual.has(id) || /\/node_modules\/(?:cli-table3|string-width)\//.test(id);
}

export default defineConfig([
  {
    ...shared,
    plugins: [...shared.plugins, licences(besides), asciiOnly],
    input: { core: 'src/cli/main.ts' },
    preserveEntrySignatures: 'allow-extension',
    checks: { ineffectiveDynamicImport: false },
    ...whole,
    output: {
      ...whole.output,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: (id, context) => (isUsual(id, (one) => context.getModuleInfo(one)) ? 'core' : null) },
        ],
      },
    },
  },
  // What other threads run, whichever work they are given.
  { ...shared, plugins: [...shared.plugins, asciiOnly], input: { worker: 'src/cli/worker.ts' }, ...whole },
  { ...shared, input: { kernel }, output: { ...program, exports: 'named' } },
  ...Object.entries(readWhenNeeded).map(([file, name]) => ({
    ...shared,
    plugins: [asciiOnly],
    input: { [file]: name },
    output: { ...program, exports: 'named' },
  })),
  {
    ...shared,
    plugins: [...shared.plugins, licences()],
    input: { index: 'src/index.ts' },
    output: { dir: 'dist/library', format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
  },
]);
