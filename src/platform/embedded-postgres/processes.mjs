// Plain JavaScript, because scripts/ uses it too, before anything is installed or compiled.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const linux = process.platform === 'linux';
const UNKNOWN = 'unknown';

/** @param {string} path */
const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

const boot = linux ? (textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? '') : '';

/** @param {number} pid */
const answersSignals = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/**
 * What tells a process from a later one with the same number; null when there is none. A zombie counts as none: it holds nothing.
 * @param {number} pid
 * @returns {string | null}
 */
export const birthOf = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) {
    return null;
  }
  const stat = linux ? textOf(`/proc/${pid}/stat`) : null;
  if (stat === null) {
    return answersSignals(pid) ? UNKNOWN : null;
  }
  // The name of the program comes second, in brackets, and may hold brackets and spaces itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  return state === 'Z' || state === 'X' ? null : `${boot}:${fields[19]}`;
};

/**
 * Whether the process with this number still is the one that was born then.
 * @param {number} pid
 * @param {string} birth
 */
export const lives = (pid, birth) => {
  const now = birthOf(pid);
  return now !== null && (now === birth || now === UNKNOWN || birth === UNKNOWN);
};

/** @param {string} pid */
const folderOf = (pid) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
};

/**
 * The living processes of a program that work in a folder; null where the system does not tell.
 * @param {string} program
 * @param {string} folder
 * @returns {number[] | null}
 */
export const workingIn = (program, folder) =>
  linux
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name) && folderOf(name) === folder)
        .filter((pid) => textOf(`/proc/${pid}/comm`)?.trim() === program && birthOf(Number(pid)) !== null)
        .map(Number)
    : null;
