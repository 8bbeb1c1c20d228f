import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inRoot } from './lib/checkout.mjs';
import { sbomOf } from './lib/sbom.mjs';

const file = resolve(process.argv[2] ?? inRoot('reports', 'sbom.cdx.json'));
const sbom = sbomOf(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`${file} names ${sbom.components.length} packages (CycloneDX ${sbom.specVersion}).`);
