import { createRequire, findSourceMap } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** @param {NodeJS.CallSite} frame */
const lineAsWritten = (frame) => {
  const text = String(frame);
  const file = frame.getFileName();
  if (!file?.startsWith('file:')) {
    return text;
  }
  const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
  const found = findSourceMap(file)?.findEntry(line - 1, column - 1);
  const [ownLine, ownColumn] =
    found && 'originalLine' in found ? [found.originalLine + 1, found.originalColumn + 1] : [line, column];
  return text.replace(`${file}:${line}:${column}`, `${fileURLToPath(file)}:${ownLine}:${ownColumn}`);
};

/**
 * A stack with the lines of TypeScript, by the maps that Node keeps of what it loaded, and without this file.
 * @param {Error} error
 * @param {readonly NodeJS.CallSite[]} frames
 */
const asWritten = (error, frames) =>
  [
    Error.prototype.toString.call(error),
    ...frames
      .filter((frame) => frame.getFileName() !== import.meta.url)
      .map((frame) => `    at ${lineAsWritten(frame)}`),
  ].join('\n');

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
  process.setSourceMapsEnabled(true);
  // Jest's own knows only the maps of what Jest has loaded.
  Error.prepareStackTrace = asWritten;
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
      setGlobalsForRuntime: (globals) => {
        const given = { ...globals, jest: environment.moduleMocker };
        use(given);
        Object.assign(globalThis, given);
      },
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
