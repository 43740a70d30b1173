#!/usr/bin/env node
// Starts the built program; `npm ci` or `npm run build` builds it.
const { main, processIo } = require('../dist/cli/main.cjs');

main(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});
