#!/usr/bin/env node
// Starts the built program; `npm ci` builds it. What V8 compiles in the first run of a command is kept for
// the next, which saves a third of a short run. Without it everything is the same, only slower.
const {
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const built = path.join(__dirname, '..', 'dist', 'cli');

/**
 * Where the compiled code of a command is kept, for this build and this Node: beside the program, or in the
 * user's cache where the program is somebody else's. Null where others could write, as V8 trusts that code.
 */
function keptFolder(command = '') {
  const { HOME = '', XDG_CACHE_HOME = path.join(HOME, '.cache') } = process.env;
  const build = `${process.version}-${process.arch}-${statSync(path.join(built, 'cli.cjs')).ctimeMs}`;
  for (const parent of [path.join(built, 'kept'), path.join(XDG_CACHE_HOME, 'cyberpower')]) {
    if (!path.isAbsolute(parent)) continue;
    try {
      const folder = path.join(parent, build, /^[a-z]+$/.test(command) ? command : 'help');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { uid, mode } = lstatSync(parent);
      if (uid === process.getuid() && (mode & 0o077) === 0) return folder;
    } catch {
      // It cannot be written, or this system knows no owners.
    }
  }
  return null;
}

/** Loads the built files as `require` does, with what is kept of them. */
class Loader {
  #folder;
  #exports = new Map();
  #compiled = new Map();

  constructor(folder) {
    this.#folder = folder;
  }

  load(name) {
    if (!name.startsWith('./')) return require(name);
    if (this.#exports.has(name)) return this.#exports.get(name);
    const filename = path.join(built, name);
    const source = `(function (exports, require, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(source, { filename, cachedData: this.#kept(name) });
    if (script.cachedDataRejected !== false) this.#compiled.set(name, script);
    const exports = {};
    this.#exports.set(name, exports);
    script.runInThisContext()(exports, (other) => this.load(other), built);
    return exports;
  }

  #kept(name) {
    try {
      return readFileSync(path.join(this.#folder, `${name}.v8`));
    } catch {
      return undefined;
    }
  }

  /** Keeps what had to be compiled in this run. */
  keep() {
    try {
      for (const [name, script] of this.#compiled) {
        const file = path.join(this.#folder, `${name}.v8`);
        writeFileSync(`${file}.${process.pid}`, script.createCachedData());
        renameSync(`${file}.${process.pid}`, file);
      }
    } catch {
      // The next run compiles it again.
    }
  }
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

function start(args) {
  if (tellVersion(args)) return;
  const loader = new Loader(keptFolder(args[0]));
  const { main, processIo } = loader.load('./cli.cjs');
  void main(args, processIo(process)).then((code) => {
    // Unless something has come to light by now that cannot be written.
    process.exitCode ??= code;
    if (code === 0) loader.keep();
  });
}

start(process.argv.slice(2));
