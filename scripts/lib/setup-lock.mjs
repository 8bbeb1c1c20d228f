import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockFolder } from '../../src/platform/embedded-postgres/folder-lock.mjs';
import { birthOf, lives } from '../../src/platform/embedded-postgres/processes.mjs';
import { inRoot } from './checkout.mjs';
import { say } from './progress.mjs';

const FOLDER = inRoot('.tollgate', 'setup');
const WORKER = join(FOLDER, 'worker.json');
const POLL_MS = 200;
const HEARTBEAT_MS = 10_000;

/**
 * @param {string} file
 * @returns {number | null} the process the file was written for, if it still lives
 */
const livingIn = (file) => {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8'));
    return lives(pid, birth) ? pid : null;
  } catch {
    return null;
  }
};

/**
 * @param {string} file
 * @param {number} pid
 */
const note = (file, pid) => writeFileSync(file, JSON.stringify({ pid, birth: birthOf(pid) }));

/** Notes which process installs or builds, so that the next start can end it when it outlived its own. */
export const noteWorker = (/** @type {number} */ pid) => note(WORKER, pid);

/** Ends an installation or a build whose start was killed: nobody waits for it, and it writes where the next one will. */
const endOrphan = async () => {
  const pid = livingIn(WORKER);
  if (pid !== null) {
    say(`ending what a start that was killed left running (pid ${pid})`);
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
    while (livingIn(WORKER) !== null) {
      await pause(POLL_MS);
    }
  }
  rmSync(WORKER, { force: true });
};

/**
 * Waits until nobody else installs or builds in this checkout, then does the work.
 * @param {() => Promise<void>} work
 */
export const alone = async (work) => {
  mkdirSync(FOLDER, { recursive: true });
  let lock = lockFolder(FOLDER);
  let spokeAt = 0;
  while ('heldBy' in lock) {
    if (Date.now() - spokeAt > HEARTBEAT_MS) {
      spokeAt = Date.now();
      say(`waiting: another Tollgate (pid ${lock.heldBy}) installs or builds in this folder`);
    }
    await pause(POLL_MS);
    lock = lockFolder(FOLDER);
  }
  try {
    await endOrphan();
    await work();
    rmSync(WORKER, { force: true });
  } finally {
    lock.release();
  }
};

const USER = /^user-(\d+)\.json$/;

/** Notes that this process runs on the installed packages, so that nobody takes them away underneath it. */
export const useInstalled = () => {
  try {
    mkdirSync(FOLDER, { recursive: true });
    note(join(FOLDER, `user-${process.pid}.json`), process.pid);
  } catch {
    // A folder nobody can write to is one nobody can install into either.
  }
};

/**
 * Another process that runs on the installed packages; null when there is none.
 * @returns {number | null}
 */
export const userOfInstalled = () => {
  for (const name of readdirSync(FOLDER).filter((entry) => USER.test(entry))) {
    const pid = livingIn(join(FOLDER, name));
    if (pid === null) {
      rmSync(join(FOLDER, name), { force: true });
    } else if (pid !== process.pid) {
      return pid;
    }
  }
  return null;
};
