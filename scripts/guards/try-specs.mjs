import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lib/children.mjs';
import { NODE_FLAGS } from '../lib/jest.mjs';

/** @param {string} text */
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * Runs in a copy the tests that some guards name, and gives what Jest told; null where it told nothing within its time.
 * @param {string} folder
 * @param {readonly import('./guard.mjs').Guard[]} guards
 * @param {{ withinMs: number }} patience
 * @returns {Promise<import('./outcome.mjs').Results | null>}
 */
export const trySpecs = async (folder, guards, { withinMs }) => {
  const told = mkdtempSync(join(folder, 'told-'));
  const [results, output] = [join(told, 'results.json'), openSync(join(told, 'output'), 'w')];
  const args = [
    ...NODE_FLAGS,
    join(folder, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--ci', '--json', `--outputFile=${results}`, '--maxWorkers=1', '--testTimeout=60000', '--forceExit'],
    ...['--selectProjects', ...new Set(guards.map(({ project }) => project))],
    ...['--testNamePattern', [...new Set(guards.map(({ test }) => literally(test)))].join('|')],
    ...['--runTestsByPath', ...new Set(guards.map(({ spec }) => spec))],
  ];
  try {
    await run(process.execPath, args, { cwd: folder, output, withinMs });
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  } finally {
    closeSync(output);
    rmSync(told, { recursive: true, force: true });
  }
};
