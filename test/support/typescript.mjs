// Lets plain Node load our TypeScript: for Jest's global setup, for tests that share a realm and for those that need a process of
// their own.
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * @param {string} specifier
 * @param {{ parentURL?: string }} context
 * @param {(specifier: string, context: object) => unknown} next
 */
export const resolve = (specifier, context, next) => {
  if (specifier === '@jest/globals') {
    return { url: new URL('./jest-globals.mjs', import.meta.url).href, format: 'module', shortCircuit: true };
  }
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (source.protocol === 'file:' && existsSync(source)) {
      return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
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
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
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
  return { format: 'module', source: code, shortCircuit: true };
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
