import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tool } from './checkout.mjs';
import { run } from './children.mjs';
import { step } from './progress.mjs';

// NestJS is ESM-only, and Jest loads ESM only under this flag.
export const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/**
 * @param {string} file
 * @returns {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number } | null}
 */
const resultsIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Runs Jest; a file of tests that could not run counts as one failure, and so does a run without any test, or one that covers less than
 * it must.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} folder
 */
export const runJest = async (name, args, folder) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`);
  const jest = [...NODE_FLAGS, tool('jest/bin/jest.js'), '--ci', '--json', `--outputFile=${file}`, ...args];
  const code = await step(name, () => run(process.execPath, jest));
  const results = resultsIn(file);
  if (!results) {
    return { name, passed: 0, failed: 1, note: 'Jest ended without results' };
  }
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  const note = skipped > 0 ? { note: `${skipped} skipped` } : {};
  if (failed === 0 && (code !== 0 || passed === 0)) {
    return { name, passed, failed: 1, note: passed === 0 ? 'no test ran' : `Jest ended with code ${code}` };
  }
  return { name, passed, failed, ...note };
};
