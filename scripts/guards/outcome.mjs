/**
 * What Jest tells of a run, as far as it is read here.
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Told
 * @typedef {{ numRuntimeErrorTestSuites: number, testResults: { name: string, assertionResults: Told[] }[] }} Results
 */

/** @typedef {{ verdict: 'found', by: string, why: string } | { verdict: 'SURVIVED' | 'did not start' | 'ran no test' }} Outcome */

/** A failure on the way to a server or a database is none that a test has found. */
const ON_THE_WAY = /\bat (async )?(startTestServer|createTestDatabase) /;
// Jest colours what it says.
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[\d+m/g;

/** @param {string} message */
const firstLine = (message) => message.replace(COLOURS, '').trim().split('\n', 1)[0] ?? '';

/**
 * What became of a guard that was turned off: found, where a test failed that had got as far as its server; null stands for a run that
 * ended without results.
 * @param {Results | null} results
 * @returns {Outcome}
 */
export const outcomeOf = (results) => {
  if (results === null || results.numRuntimeErrorTestSuites > 0) {
    return { verdict: 'did not start' };
  }
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed');
  const [first] = failed.filter(({ failureMessages }) => !failureMessages.some((each) => ON_THE_WAY.test(each)));
  if (first) {
    return { verdict: 'found', by: first.fullName, why: firstLine(first.failureMessages[0] ?? '') };
  }
  if (failed.length > 0) {
    return { verdict: 'did not start' };
  }
  return { verdict: tests.some(({ status }) => status === 'passed') ? 'SURVIVED' : 'ran no test' };
};

/**
 * The guards whose test does not pass while all guards are on: of those nothing can be said.
 * @param {readonly import('./guard.mjs').Guard[]} guards
 * @param {Results | null} results
 */
export const unprovable = (guards, results) =>
  guards.filter(({ spec, test }) => {
    const file = results?.testResults.find(({ name }) => name.replaceAll('\\', '/').endsWith(spec));
    const named = (file?.assertionResults ?? []).filter(({ fullName }) => fullName.includes(test));
    return !named.some(({ status }) => status === 'passed') || named.some(({ status }) => status === 'failed');
  });
