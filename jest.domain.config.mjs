import all from './jest.config.mjs';

const unit = all.projects?.find((project) => typeof project === 'object' && project.displayName === 'unit');

/**
 * The rules by their own specs alone: what these do not try counts as not tried, whoever else calls it.
 * @type {import('jest').Config}
 */
export default {
  .../** @type {import('jest').Config} */ (unit),
  // Jest's own, which measures what is covered.
  testRunner: 'jest-circus/runner',
  displayName: 'domain',
  testMatch: ['<rootDir>/src/domain/**/*.spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
  workerGracefulExitTimeout: all.workerGracefulExitTimeout,
  collectCoverageFrom: ['src/domain/**/*.ts', '!**/*.spec.ts'],
  // Of the two it is the one that also counts the way past an `if` without `else`.
  coverageProvider: 'babel',
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 100, functions: 100 } },
};
