#!/usr/bin/env node
// Starts the built program; `npm ci` builds it.
const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  const { main, processIo } = require('./core.cjs').loadCore();
  void main(args, processIo(process)).then((code) => {
    process.exitCode = code;
  });
}
