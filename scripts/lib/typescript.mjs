import { inRoot } from './checkout.mjs';
import { endChildrenOnSignals, run } from './children.mjs';
import { ensureInstalled } from './install.mjs';

/**
 * Runs a program of the checkout that is TypeScript and not built, with the arguments this one was given, and ends as it does.
 * @param {readonly string[]} path
 */
export const runTypeScript = async (...path) => {
  endChildrenOnSignals();
  await ensureInstalled();
  process.exitCode = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--import',
    inRoot('test', 'support', 'with-typescript.mjs'),
    inRoot(...path),
    ...process.argv.slice(2),
  ]);
};
