#!/usr/bin/env node
// Starts the built program; `npm ci` builds it. It is loaded with the code that V8 compiled of it when it was
// built, which saves a quarter of a short run. Without that code, or with another version of Node, it is
// compiled anew: slower, and otherwise the same.
const { existsSync, readFileSync, writeFileSync, writeSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const folder = path.join(__dirname, '..', 'dist', 'cli');
const file = path.join(folder, 'core.cjs');
const cache = path.join(folder, 'core.v8');

/** Compiles the core as `require` would, and puts it where the parts that are read later find it. */
function loadCore() {
  // The build leaves nothing but ASCII in it.
  const source = Module.wrap(readFileSync(file, 'latin1'));
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new vm.Script(source, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const core = new Module(file);
  core.filename = file;
  require.cache[file] = core;
  script.runInThisContext()(core.exports, Module.createRequire(file), core, file, folder);
  core.loaded = true;
  return { ...core.exports, script };
}

/** Keeps what was compiled up to now for the runs to come. */
function saveCache(script) {
  writeFileSync(cache, script.createCachedData());
}

/** Whether --version was answered, if that was asked; where it cannot be written, the program says why. */
function tellVersion(args) {
  if (args.length !== 1 || (args[0] !== '--version' && args[0] !== '-V')) return false;
  try {
    writeSync(1, `${require('../package.json').version}\n`);
    return true;
  } catch {
    return false;
  }
}

/** Answers the smallest question without loading anything, and hands every other one on. */
function start(args) {
  if (tellVersion(args)) return;
  const { main, processIo } = loadCore();
  void main(args, processIo(process)).then((code) => {
    // Unless something has come to light by now that cannot be written.
    process.exitCode ??= code;
  });
}

if (require.main === module) start(process.argv.slice(2));

module.exports = { loadCore, saveCache };
