import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { strykerPlugins as jestPlugins, strykerValidationSchema } from '@stryker-mutator/jest-runner';

/** @typedef {import('@stryker-mutator/api/test-runner').TestRunner} TestRunner */
/** @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions */
/** @typedef {import('@stryker-mutator/api/plugin').Injector<import('@stryker-mutator/api/plugin').PluginContext>} Injector */

/**
 * Where the first run leaves which spec each test stands in: every worker is a process of its own, in one sandbox with the others.
 */
const noteOfSpecs = () => join(process.cwd(), 'specs-of-tests.json');

/** @param {string} file */
const specBeside = (file) => file.replace(/\.ts$/, '.spec.ts');

/**
 * The specs whose tests reach a mutant: the one beside its file first, then those of its folder.
 * @param {MutantRunOptions} options
 */
const specsFor = ({ sandboxFileName, testFilter }) => {
  /** @type {Record<string, string[]>} */
  const specsOf = JSON.parse(readFileSync(noteOfSpecs(), 'utf8'));
  const specs = new Set((testFilter ?? Object.keys(specsOf)).flatMap((test) => specsOf[test] ?? []));
  /** @param {string} spec */
  const distance = (spec) =>
    spec === specBeside(sandboxFileName) ? 0 : dirname(spec) === dirname(sandboxFileName) ? 1 : 2;
  return [...specs].sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
};

/**
 * Stryker's runner for Jest, but one spec after the other, until one does not let the mutant live. By itself it runs every spec that
 * depends on the mutated file, which for `basics` is nearly all of them, and does not stop at the first that fails: ten times as long.
 * @param {TestRunner} jest
 * @returns {TestRunner}
 */
const nearestFirst = (jest) => ({
  init: async () => jest.init?.(),
  dispose: async () => jest.dispose?.(),
  capabilities: () => jest.capabilities(),
  async dryRun(options) {
    const result = await jest.dryRun(options);
    /** @type {Record<string, string[]>} */
    const specsOf = {};
    for (const { id, fileName } of result.status === 'complete' ? result.tests : []) {
      specsOf[id] = [...(specsOf[id] ?? []), String(fileName)];
    }
    writeFileSync(noteOfSpecs(), JSON.stringify(specsOf));
    return result;
  },
  async mutantRun(options) {
    let nrOfTests = 0;
    for (const spec of specsFor(options)) {
      // Of all specs only this one depends on it.
      const result = await jest.mutantRun({ ...options, sandboxFileName: spec });
      if (result.status !== 'survived' && result.status !== 'killed') {
        return result;
      }
      nrOfTests += result.nrOfTests;
      if (result.status === 'killed') {
        return { ...result, nrOfTests };
      }
    }
    return /** @type {import('@stryker-mutator/api/test-runner').SurvivedMutantRunResult} */ ({
      status: 'survived',
      nrOfTests,
    });
  },
});

/** @param {Injector} injector */
const nearestFirstRunner = (injector) => {
  const [jest] = jestPlugins;
  if (!jest) {
    throw new Error('The runner for Jest is not what it was: @stryker-mutator/jest-runner declares no plugin.');
  }
  return nearestFirst(jest.factory(injector));
};
nearestFirstRunner.inject = tokens(commonTokens.injector);

export { strykerValidationSchema };
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'nearest-first', nearestFirstRunner)];
