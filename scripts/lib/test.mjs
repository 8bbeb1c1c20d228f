import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChildrenOnSignals, Failed } from './children.mjs';
import { ensureBoardBuilt } from './build.mjs';
import { CHECKS, runCheck } from './checks.mjs';
import { chromiumPath, NO_CHROMIUM } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { runJest } from './jest.mjs';
import { say } from './progress.mjs';
import { useInstalled } from './setup-lock.mjs';

/** @typedef {{ name: string, passed: number, failed: number, note?: string }} Outcome */

/** @param {Outcome} outcome */
const report = ({ name, passed, failed, note }) => {
  say(`${failed === 0 ? 'ok' : 'FAILED'}: ${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`);
};

/**
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @param {string} folder
 */
const inTurn = async (checks, folder) => {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const check of checks) {
    outcomes.push(await runCheck(check, folder));
  }
  return outcomes;
};

const ELSE = ['--selectProjects', 'unit', 'database', 'api'];

/**
 * Where there is no Chromium only the tests that need none run.
 * @param {string} folder
 * @returns {Promise<Outcome>}
 */
const inBrowser = async (folder) => {
  if (chromiumPath === undefined) {
    say(`the tests in the browser are skipped: ${NO_CHROMIUM}`);
  }
  const outcome = await runJest('tests of the board', ['--selectProjects', 'browser'], folder);
  return chromiumPath === undefined ? { ...outcome, note: `${outcome.note ?? 'skipped'}: ${NO_CHROMIUM}` } : outcome;
};

/**
 * @param {string} folder
 * @returns {Promise<Outcome[]>}
 */
const runAll = async (folder) => {
  // Everything runs even after a failure: one run tells all that is wrong. Each check keeps one core busy, and the longest takes
  // as long as the others together.
  const [longest, ...others] = CHECKS;
  const outcomes = (await Promise.all([inTurn([longest], folder), inTurn(others, folder)])).flat();
  // The domain by itself, for only its own specs count for the branches they cover.
  outcomes.push(
    await runJest('tests of the domain', ['--config', 'jest.domain.config.mjs', '--coverage'], folder),
    await runJest('tests of all else', [...ELSE, '--testPathIgnorePatterns', '<rootDir>/src/domain/'], folder),
    await inBrowser(folder),
  );
  return outcomes;
};

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Installs where needed, runs every check and every test, and ends with the line `N passed, N failed`: one for each check, one for each
 * test. With arguments it runs Jest alone, and passes them on.
 * @param {readonly string[]} jestArguments
 */
export const test = async (jestArguments) => {
  endChildrenOnSignals();
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-results-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  /** @type {Outcome[]} */
  let outcomes;
  try {
    await ensureInstalled();
    useInstalled();
    await ensureBoardBuilt();
    outcomes = jestArguments.length === 0 ? await runAll(folder) : [await runJest('tests', jestArguments, folder)];
  } catch (error) {
    if (!(error instanceof Failed)) {
      console.error(error);
    }
    outcomes = [{ name: 'preparation', passed: 0, failed: 1 }];
  }
  console.log();
  outcomes.forEach(report);
  const failed = sum(outcomes.map((outcome) => outcome.failed));
  console.log(`${sum(outcomes.map((outcome) => outcome.passed))} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};
