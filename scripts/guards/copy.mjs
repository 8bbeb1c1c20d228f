import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { birthOf } from '../../src/platform/embedded-postgres/processes.mjs';
import { inRoot, ROOT } from '../lib/checkout.mjs';
import { turnedOff } from './guard.mjs';

const FOLDER = /^tollgate-guards-(\d+)-/;
/** What is made of the sources, and what is nobody's business. */
const LEFT_OUT = ['.git', '.stryker-tmp', '.tollgate', 'backups', 'coverage', 'dist', 'node_modules', 'reports'];

/** Removes the copies of runs that were killed. */
const removeLeftovers = () => {
  for (const name of readdirSync(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid !== undefined && birthOf(Number(pid)) === null) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
};

/** A copy of the sources of this checkout, with its packages, that is gone with this process: faults are planted there and never here. */
export const copyOfCheckout = () => {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `tollgate-guards-${process.pid}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(ROOT, path)) });
  // Link by link, for what the tests compile is kept in this folder, and is to go with the copy.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(inRoot('node_modules')).filter((each) => each !== '.cache')) {
    symlinkSync(inRoot('node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  return folder;
};

/**
 * Turns a guard off in a copy; gives what turns it on again.
 * @param {string} folder
 * @param {readonly import('./guard.mjs').Change[]} changes
 */
export const turnOff = (folder, changes) => {
  const before = new Map(changes.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
  for (const change of changes) {
    const path = join(folder, change.file);
    writeFileSync(path, turnedOff(readFileSync(path, 'utf8'), change));
  }
  return () => before.forEach((source, file) => writeFileSync(join(folder, file), source));
};
