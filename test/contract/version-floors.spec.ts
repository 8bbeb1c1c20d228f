import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../support/shared.js';

/** From which version on a package may be served, below which not, and what it would bring back. */
interface Floor {
  readonly from: string;
  readonly below?: string;
  readonly closes: string;
}

const FLOORS: Readonly<Record<string, Floor>> = {
  '@apollo/server': { from: '5.5.0', closes: 'GHSA-9q82-xgwf-vj6h, CVE-2026-23897' },
  graphql: { from: '16.15.0', below: '17.0.0', closes: 'documents that take a second to validate, CVE-2023-26144' },
  typeorm: { from: '1.1.0', closes: 'empty criteria on writes, CVE-2025-60542, injection by order and limit' },
  '@nestjs/common': { from: '12.0.0', closes: 'CVE-2024-29409' },
  '@nestjs/core': { from: '12.0.0', closes: 'CVE-2026-35515, GHSA-hpwf-8g29-85qm' },
  '@nestjs/platform-fastify': { from: '12.0.0', closes: 'GHSA-8wpr-639p-ccrj, CVE-2026-2293' },
  fastify: { from: '5.12.2', closes: 'CVE-2026-25223, CVE-2026-33806, CVE-2026-3635, CVE-2026-16732' },
  '@fastify/middie': { from: '9.1.0', closes: 'CVE-2026-22031' },
  '@fastify/static': { from: '10.1.2', closes: 'a range of peers that could not reach the fixes of fastify' },
  'body-parser': { from: '2.3.0', closes: 'CVE-2026-12590' },
  qs: { from: '6.14.2', closes: 'CVE-2025-15284, CVE-2026-2391' },
  'path-to-regexp': { from: '8.4.0', closes: 'CVE-2026-4923, CVE-2026-4926' },
  multer: { from: '2.2.0', closes: 'CVE-2025-7338, CVE-2026-2359, CVE-2026-3304, CVE-2026-3520, CVE-2026-5079' },
  ws: { from: '8.21.0', closes: 'CVE-2026-45736, CVE-2026-48779' },
  undici: { from: '7.24.0', closes: 'CVE-2026-1526, CVE-2026-22036' },
  'class-validator': { from: '0.14.0', closes: 'CVE-2019-18413' },
  'class-transformer': { from: '0.3.1', closes: 'CVE-2020-7637' },
};

const NEVER: Readonly<Record<string, string>> = {
  '@nestjs/devtools-integration': 'runs what a page sends it (CVE-2025-54782)',
  casl: 'is not CASL, which is @casl/ability',
};

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Every package that is served, as often as it is there; what is used to build and test alone is not reached by anybody. */
const SERVED = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version = '' }]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), version }));

const numbersOf = (version: string): number[] => (version.split('-')[0] ?? '').split('.').map(Number);

const isBelow = (version: string, floor: string): boolean => {
  const [a, b] = [numbersOf(version), numbersOf(floor)];
  const at = b.findIndex((number, index) => number !== a[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

const isTooOld = (name: string, version: string): boolean => {
  const floor = FLOORS[name];
  return (
    floor !== undefined &&
    (isBelow(version, floor.from) || (floor.below !== undefined && !isBelow(version, floor.below)))
  );
};

describe('the packages that are served', () => {
  it('are none of those with a known weakness', () => {
    expect(SERVED.filter(({ name, version }) => isTooOld(name, version))).toEqual([]);
  });

  it('are none of those that must never be', () => {
    expect(SERVED.filter(({ name }) => name in NEVER)).toEqual([]);
  });

  it.each([
    ['graphql', '16.14.2'],
    ['graphql', '17.0.0'],
    ['graphql', '17.1.0'],
    ['fastify', '5.12.1'],
    ['fastify', '4.99.99'],
    ['ws', '8.20.9'],
  ])('may not be %s %s', (name, version) => {
    expect(isTooOld(name, version)).toBe(true);
  });

  it.each([
    ['graphql', '16.15.0'],
    ['graphql', '16.16.1'],
    ['fastify', '5.13.0'],
    ['fastify', '6.0.0'],
  ])('may be %s %s', (name, version) => {
    expect(isTooOld(name, version)).toBe(false);
  });
});

describe('the lock file', () => {
  it('names the content of every package, and no host that it comes from', () => {
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('what is asked for', () => {
  it('is of one exact version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
