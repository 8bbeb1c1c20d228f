import { createHash } from 'node:crypto';

/**
 * @typedef {{ version?: string, integrity?: string, license?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ name: string, version: string, packages: Record<string, Locked> }} Lock
 */

/**
 * What is installed where Tollgate is served as in the image: neither tools nor what is optional.
 * @param {Lock} lock
 */
export const servedIn = ({ packages }) =>
  Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path, locked]) => ({
      ...locked,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    }));

/**
 * @param {string} name
 * @param {string} version
 */
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string | undefined} license */
const licensesOf = (license) => {
  if (license === undefined) {
    return [];
  }
  if (license.startsWith('SEE LICENSE')) {
    return [{ license: { name: license } }];
  }
  const isExpression = / (OR|AND|WITH) /.test(license);
  return [isExpression ? { expression: license.replace(/^\((.*)\)$/, '$1') } : { license: { id: license } }];
};

/** @param {ReturnType<typeof servedIn>[number]} served */
const componentOf = ({ name, version = '', integrity = '', license }) => ({
  'bom-ref': `${name}@${version}`,
  type: 'library',
  name,
  version,
  scope: 'required',
  purl: purl(name, version),
  hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
  licenses: licensesOf(license),
});

/**
 * The list of what is served, as CycloneDX 1.5. Of the same lock file it is the same to the byte: it names no time. (The sbom of npm
 * leaves out what tools need too.)
 * @param {Lock} lock
 */
export const sbomOf = (lock) => {
  const components = [
    ...new Map(servedIn(lock).map((served) => [`${served.name}@${served.version}`, componentOf(served)])).values(),
  ];
  const print = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  // The form of a UUID of version 8: of our own making.
  const serial = [
    print.slice(0, 8),
    print.slice(8, 12),
    `8${print.slice(13, 16)}`,
    `8${print.slice(17, 20)}`,
    print.slice(20, 32),
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${serial.join('-')}`,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': `${lock.name}@${lock.version}`,
        type: 'application',
        name: lock.name,
        version: lock.version,
        purl: purl(lock.name, lock.version),
      },
    },
    components,
    dependencies: [
      { ref: `${lock.name}@${lock.version}`, dependsOn: components.map((component) => component['bom-ref']) },
    ],
  };
};
