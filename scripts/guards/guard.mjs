/**
 * One place of a file: the text that stands there once, and what to put in its place so that the guard is off.
 * @typedef {{ file: string, text: string, put: string }} Change
 */

/**
 * A guard: what it is called, what it keeps from happening, how it is turned off, and the test that must fail then, named by words that
 * stand in its title. Of a guard with another one behind it both are turned off.
 * @typedef {{ name: string, against: string, off: readonly Change[], project: 'unit' | 'database' | 'api', spec: string, test: string }} Guard
 */

/**
 * A source with a guard turned off. Throws where the text does not stand there exactly once: then the list is not true any more.
 * @param {string} source
 * @param {Change} change
 */
export const turnedOff = (source, { file, text, put }) => {
  const parts = source.split(text);
  if (parts.length !== 2) {
    throw new Error(`${file} has ${parts.length - 1} times what should stand there once: ${text}`);
  }
  return parts.join(put);
};
