import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { turnedOff } from '../../scripts/guards/guard.mjs';
import { GUARDS } from '../../scripts/guards/list.mjs';
import { ROOT } from '../support/shared.js';

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The specs that a promise is proved by, row by row of the first table. */
const promises = (textOf('docs/promises.md').split('\n## ', 1)[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, promise = '', proof = '']) => ({
    promise,
    specs: Array.from(proof.matchAll(/`([\w./-]+\.spec\.ts)`/g), ([, spec]) => spec),
  }));

describe('the guards that are turned off to see a test fail', () => {
  it.each(GUARDS.map((guard) => [guard.name, guard] as const))('stand where the list says: %s', (_, guard) => {
    const sources = new Map<string, string>();
    for (const change of guard.off) {
      const source = sources.get(change.file) ?? textOf(change.file);
      const changed = turnedOff(source, change);
      expect(changed).not.toBe(source);
      sources.set(change.file, changed);
    }
    expect(existsSync(join(ROOT, guard.spec))).toBe(true);
  });

  it('have a name each', () => {
    expect(new Set(GUARDS.map(({ name }) => name)).size).toBe(GUARDS.length);
  });

  it('are of every promise', () => {
    expect(promises.length).toBeGreaterThan(20);
    const tried: readonly string[] = GUARDS.map(({ spec }) => spec);
    expect(
      promises.filter(({ specs }) => !specs.some((spec) => tried.includes(spec ?? ''))).map(({ promise }) => promise),
    ).toEqual([]);
  });
});
