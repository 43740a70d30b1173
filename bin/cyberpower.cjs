#!/usr/bin/env node
// Starts the built program; `npm ci` builds it.
const args = process.argv.slice(2);
if (!(args.length === 1 && args[0] === '--version')) require('./core.cjs').loadCore();
const { main, processIo } = require('../dist/cli/main.cjs');

void main(args, processIo(process)).then((code) => {
  process.exitCode = code;
});
