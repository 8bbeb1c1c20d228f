// What `@jest/globals` is to files that one-realm.mjs runs: what Jest gives to the file that runs now, also for modules that were
// loaded with an earlier one.

/** @typedef {typeof import('@jest/globals')} Globals */

/** @type {Globals['afterAll']} */
export let afterAll;
/** @type {Globals['afterEach']} */
export let afterEach;
/** @type {Globals['beforeAll']} */
export let beforeAll;
/** @type {Globals['beforeEach']} */
export let beforeEach;
/** @type {Globals['describe']} */
export let describe;
/** @type {Globals['expect']} */
export let expect;
/** @type {Globals['it']} */
export let it;
/** @type {Globals['test']} */
export let test;
/**
 * Only what mocks functions; modules are not mocked.
 * @type {object}
 */
export let jest;

/** @param {any} globals */
export const use = (globals) => {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, jest } = globals);
};
