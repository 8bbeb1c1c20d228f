import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { use } from './jest-globals.mjs';
import { loadTypeScript } from './typescript.mjs';

const require = createRequire(import.meta.url);

/** Where Jest's circus keeps who listens to the events of a run, for all files of a process. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * @typedef {(path: string) => unknown} Load
 * @typedef {{ requireInternalModule: Load, unstable_importModule: Load, setGlobalsForRuntime: (globals: object) => void }} Runtime
 * @typedef {{ global: { console: Console }, moduleMocker: { restoreAllMocks: () => void } }} Environment
 * @typedef {{ watch: boolean, watchAll: boolean }} GlobalConfig
 */

/** @type {{ default: (...given: unknown[]) => Promise<unknown> }} */
const circus = require('jest-circus/runner');

/**
 * Runs a file of tests as Jest does, but with the modules of the process: Jest's own runner would load NestJS, TypeORM and all
 * of the product anew for each file, four seconds of a core, and compile it anew too. What a module keeps in itself is therefore
 * shared by the files that one worker runs; databases, servers and clocks are not. Coverage is not measured: the specs of the
 * rules, whose branches count, are run by Jest's own runner (jest.domain.config.mjs).
 * @param {GlobalConfig} globalConfig
 * @param {object} config
 * @param {Environment} environment
 * @param {Runtime} runtime
 * @param {string} testPath
 * @param {unknown} report takes what becomes of each test
 */
export default async (globalConfig, config, environment, runtime, testPath, report) => {
  if (globalConfig.watch || globalConfig.watchAll) {
    throw new Error('Modules are loaded once, so that a change would not be seen: run Jest again instead of watching.');
  }
  loadTypeScript();
  // Node's own way back to the lines of TypeScript; Jest's knows only what Jest has loaded.
  process.setSourceMapsEnabled(true);
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  const { console } = globalThis;
  globalThis.console = environment.global.console;
  Object.assign(
    runtime,
    /** @type {Runtime} */ ({
      requireInternalModule: (path) => {
        // The framework itself is loaded for each file: it holds the tests it was told of.
        Reflect.deleteProperty(globalThis, LISTENERS);
        delete require.cache[path];
        return require(path);
      },
      setGlobalsForRuntime: (globals) => use({ ...globals, jest: environment.moduleMocker }),
      unstable_importModule: (path) => import(pathToFileURL(path).href),
    }),
  );
  try {
    return await circus.default(globalConfig, config, environment, runtime, testPath, report);
  } finally {
    environment.moduleMocker.restoreAllMocks();
    globalThis.console = console;
  }
};
