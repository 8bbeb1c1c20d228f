import { spawnSync } from 'node:child_process';

// NestJS 12 is ESM-only, and Jest loads ESM only under this flag: a bare `npx jest` starts itself again with it.
if (!process.execArgv.includes('--experimental-vm-modules') && !process.env.JEST_WORKER_ID) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const run = spawnSync(process.execPath, [...flags, ...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  process.exit(run.status ?? 1);
}

/** @type {import('jest').Config} */
const base = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

const inOneRealm = { ...base, testRunner: '<rootDir>/test/support/one-realm.mjs' };

const onPostgres = {
  ...inOneRealm,
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
};

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...inOneRealm,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.spec.ts',
        '<rootDir>/scripts/**/*.spec.ts',
        '<rootDir>/test/contract/**/*.spec.ts',
      ],
    },
    { ...onPostgres, displayName: 'database', testMatch: ['<rootDir>/test/database/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'browser', testMatch: ['<rootDir>/web/test/**/*.spec.ts'] },
    { ...onPostgres, displayName: 'api', testMatch: ['<rootDir>/test/api/**/*.spec.ts'] },
  ],
  testTimeout: 120_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '900MB',
  // A worker frees its memory as it ends, which takes a busy machine longer than the half second Jest gives it: whatever is still
  // there after this time holds something open.
  workerGracefulExitTimeout: 20_000,
};
