// Lets plain Node load our TypeScript: for Jest's global setup, for tests that share a realm and for those that need a process of
// their own.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

/**
 * @param {string} specifier
 * @param {{ parentURL?: string }} context
 * @param {(specifier: string, context: object) => unknown} next
 */
export const resolve = (specifier, context, next) => {
  if (specifier === '@jest/globals') {
    return { url: new URL('./jest-globals.mjs', import.meta.url).href, format: 'module', shortCircuit: true };
  }
  // The modules of the board are named without an ending, as their bundler wants it.
  if (specifier.startsWith('.')) {
    const source = new URL(`${specifier.replace(/\.js$/, '')}.ts`, context.parentURL);
    if (source.protocol === 'file:' && existsSync(source)) {
      return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
};

const OPTIONS = /** @type {const} */ ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});
const MADE_BY = `${version} ${JSON.stringify(OPTIONS)}`;

/** Every worker and every program of the tests loads the same thousand files: the first one keeps them for the others. */
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/tollgate-typescript/', import.meta.url));

/** @param {string} filename */
const transformed = (filename) => {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256').update(`${MADE_BY}\n${filename}\n${source}`).digest('hex');
  const kept = join(KEPT, `${key}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = transformSync(source, { filename, ...OPTIONS });
    mkdirSync(KEPT, { recursive: true });
    // Whole or not at all, for others may read it meanwhile.
    writeFileSync(`${kept}.${process.pid}`, code);
    renameSync(`${kept}.${process.pid}`, kept);
    return code;
  }
};

/**
 * @param {string} url
 * @param {object} context
 * @param {(url: string, context: object) => unknown} next
 */
export const load = (url, context, next) => {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) {
    return next(url, context);
  }
  return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
};

const { registerHooks } = /** @type {{ registerHooks?: (hooks: object) => void }} */ (
  /** @type {unknown} */ (nodeModule)
);

let isLoading = false;

/** Switches the loading of TypeScript on in this process. */
export const loadTypeScript = () => {
  if (isLoading) {
    return;
  }
  isLoading = true;
  if (registerHooks) {
    registerHooks({ resolve, load });
  } else {
    // The older way runs this very file once more, in a thread for hooks.
    nodeModule.register(import.meta.url);
  }
};
