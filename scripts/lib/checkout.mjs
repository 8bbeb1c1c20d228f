import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {...string} path */
export const inRoot = (...path) => join(ROOT, ...path);

/**
 * The path of a program that npm installed, to be run by Node itself: that works on every system, and passes signals on.
 * @param {string} path
 */
export const tool = (path) => inRoot('node_modules', path);
