// Writes dist/sbom.cdx.json: which packages are in the bundles, as npm knows them, without the date and the
// serial number that would make each build different.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** The packages in the bundles, `name@version`: the headings of the licences that lie beside them. */
const bundled = new Set(
  ['cli', 'library'].flatMap((folder) =>
    [
      ...readFileSync(path.join(root, 'dist', folder, 'THIRD-PARTY.txt'), 'utf8').matchAll(
        /^(\S+) (\d\S*), /gm,
      ),
    ].map(([, one, its]) => `${one}@${its}`),
  ),
);

const printed = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { serialNumber: _, metadata, components, dependencies, ...rest } = JSON.parse(printed);
const own = `${name}@${version}`;
const inside = (ref) => bundled.has(ref);
const found = components.filter((component) => inside(component['bom-ref']));
if (found.length !== bundled.size)
  throw new Error(`of ${bundled.size} bundled packages, npm knows ${found.length}`);

const bill = {
  ...rest,
  metadata: { component: { ...metadata.component, name } },
  components: found.map(({ scope: __, properties: ___, ...component }) => ({
    ...component,
    scope: 'required',
  })),
  dependencies: dependencies
    .filter(({ ref }) => ref === own || inside(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(inside) })),
};
writeFileSync(path.join(root, 'dist', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
