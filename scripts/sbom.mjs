import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ROOT, inRoot } from './lib/checkout.mjs';
import { npm } from './lib/npm.mjs';

const file = resolve(process.argv[2] ?? inRoot('reports', 'sbom.cdx.json'));
const [command, args] = npm();
// What is served with DATABASE_URL, as the image has it; of the lock file, so that it is the same on every machine.
const options = [
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
  '--package-lock-only',
  '--omit=dev',
  '--omit=optional',
];
const sbom = JSON.parse(
  execFileSync(command, [...args, 'sbom', ...options], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
);
// npm calls it after the folder it lies in.
sbom.metadata.component.name = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).name;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${file} names ${sbom.components.length} packages (CycloneDX ${sbom.specVersion}).`);
