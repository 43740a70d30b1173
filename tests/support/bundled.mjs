// TypeScript as a file that Node runs, for what has to run in a process of its own.
import path from 'node:path';
import { rolldown } from 'rolldown';
import { assembly } from '../../src/math/kernel/compile.mjs';

/** Where threads find what is built just as the sources do: two folders below the root. */
const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache');

/** Bundles a file and what it imports, and says where. */
export async function bundled(input) {
  const bundle = await rolldown({ input, plugins: [assembly], platform: 'node', logLevel: 'warn' });
  const file = path.join(folder, `${path.basename(input, '.ts')}.mjs`);
  await bundle.write({ file, format: 'es', codeSplitting: false });
  return file;
}
