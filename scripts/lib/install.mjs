import { lstatSync, readFileSync } from 'node:fs';
import { inRoot } from './checkout.mjs';
import { Failed, run } from './children.mjs';
import { npm } from './npm.mjs';
import { say, step } from './progress.mjs';
import { alone, noteWorker, userOfInstalled } from './setup-lock.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }} Package */

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;

/**
 * @param {string[] | undefined} allowed
 * @param {string} own
 */
const fits = (allowed, own) =>
  !allowed ||
  (!allowed.includes(`!${own}`) && (allowed.includes(own) || allowed.every((name) => name.startsWith('!'))));

/**
 * Whether what npm notes after an installation is what the lock file asks for, on a system like this one. npm writes its note last, so
 * an installation that was broken off does not count. Optional packages may be missing: not every system has all of them.
 */
const isInstalled = () => {
  try {
    const wanted = packagesIn('package-lock.json');
    const present = packagesIn('node_modules/.package-lock.json');
    const isWanted = Object.entries(present).every(([path, { version, integrity, os, cpu }]) => {
      const same = wanted[path]?.version === version && wanted[path]?.integrity === integrity;
      return same && fits(os, process.platform) && fits(cpu, process.arch);
    });
    return (
      isWanted && Object.entries(wanted).every(([path, { optional }]) => path === '' || optional || path in present)
    );
  } catch {
    return false;
  }
};

const ARGUMENTS = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];

const install = async () => {
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    say('node_modules is a link, and npm ci would empty the folder it leads to: remove the link, then try again');
    throw new Failed();
  }
  const user = userOfInstalled();
  if (user !== null) {
    say(
      `the packages in package-lock.json changed, and a Tollgate (pid ${user}) still runs on the old ones: stop it, then try again`,
    );
    throw new Failed();
  }
  await step('installing packages (npm ci)', async () => {
    const [command, args] = npm();
    const code = await run(command, [...args, ...ARGUMENTS], { onStart: noteWorker });
    if (code !== 0) {
      throw new Failed();
    }
  });
};

/** Installs what package-lock.json asks for, unless it is there. */
export const ensureInstalled = async () => {
  if (!isInstalled()) {
    // Another start may have done it while we waited.
    await alone(async () => (isInstalled() ? undefined : install()));
  }
};
