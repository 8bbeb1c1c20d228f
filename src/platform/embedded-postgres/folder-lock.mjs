// Plain JavaScript, because scripts/ uses it too, before anything is installed or compiled.
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, lives } from './processes.mjs';

const NAME = /^lock-(\d+)$/;

/** @param {string} folder */
const newestIn = (folder) => Math.max(0, ...readdirSync(folder).map((name) => Number(NAME.exec(name)?.[1] ?? 0)));

/**
 * @param {string} file
 * @returns {number | null} the process that holds the lock, if it lives
 */
const holderOf = (file) => {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    return lives(pid, birth) ? pid : null;
  } catch {
    return null;
  }
};

/**
 * Creates a file together with its content, or says that it was there before.
 * @param {string} file
 * @param {string} content
 */
const create = (file, content) => {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, content);
    try {
      linkSync(draft, file);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') {
        return false;
      }
      // Some file systems have no hard links; there the file is empty for an instant, which reads as released.
      writeFileSync(file, content, { flag: 'wx' });
    }
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Takes the lock of an existing folder for this process, or tells which living process holds it. A lock ends with its process.
 *
 * The lock is the file `lock-<n>` with the highest n. A dead holder is succeeded by n + 1 and never removed first: of two that find
 * the same dead holder only one can create its successor, and one that comes late finds a higher number and steps back.
 * @param {string} folder
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export const lockFolder = (folder) => {
  for (;;) {
    const newest = newestIn(folder);
    const heldBy = newest === 0 ? null : holderOf(join(folder, `lock-${newest}`));
    if (heldBy !== null) {
      return { heldBy };
    }
    const number = newest + 1;
    const mine = join(folder, `lock-${number}`);
    if (!create(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }))) {
      continue;
    }
    if (newestIn(folder) !== number) {
      rmSync(mine, { force: true });
      continue;
    }
    for (const name of readdirSync(folder)) {
      if (Number(NAME.exec(name)?.[1] ?? number) < number) {
        rmSync(join(folder, name), { force: true });
      }
    }
    // The file stays when it is released, so that numbers only ever grow.
    return { release: () => empty(mine) };
  }
};

/** @param {string} file */
const empty = (file) => {
  try {
    truncateSync(file);
  } catch {
    // The folder is gone, and the lock with it.
  }
};
