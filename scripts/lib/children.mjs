import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './checkout.mjs';
import { whenOrphaned } from './orphaned.mjs';

const windows = process.platform === 'win32';
const PATIENCE_MS = 5_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let stopping = false;

/** A step that ended badly; what it had to say it has said itself. */
export class Failed extends Error {}

/**
 * The code a process ends with after a signal, as shells count.
 * @param {NodeJS.Signals} signal
 */
export const codeOf = (signal) => 128 + constants.signals[signal];

/**
 * Sends a signal to a child and to all that it started itself.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
const signalTree = (child, signal) => {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (windows) {
      spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // It ended by itself meanwhile.
  }
};

/**
 * Runs a program to its end, in this checkout and for all to read unless told otherwise; resolves with its exit code. Ctrl-C, SIGTERM and
 * the end of its time end it together with all it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, onStart?: (pid: number) => void, cwd?: string, output?: 'inherit' | number, withinMs?: number }} [options]
 * @returns {Promise<number>}
 */
export const run = (command, args, { env = {}, onStart, cwd = ROOT, output = 'inherit', withinMs } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      // A group of its own, so that one signal reaches the whole tree, and Ctrl-C reaches it once and from us.
      detached: !windows,
    });
    running.add(child);
    if (child.pid !== undefined) {
      onStart?.(child.pid);
    }
    const impatience =
      withinMs === undefined
        ? []
        : [
            setTimeout(() => signalTree(child, 'SIGTERM'), withinMs),
            setTimeout(() => signalTree(child, 'SIGKILL'), withinMs + PATIENCE_MS),
          ];
    child.on('error', (error) => {
      impatience.forEach(clearTimeout);
      running.delete(child);
      reject(error);
    });
    child.on('exit', (code, signal) => {
      impatience.forEach(clearTimeout);
      running.delete(child);
      if (!stopping) {
        resolve(signal ? codeOf(signal) : (code ?? 1));
      }
    });
  });

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
    }
    child.once('exit', () => resolve());
  });

/**
 * From now on Ctrl-C, SIGTERM and SIGHUP end the children first and this program after them.
 * @returns {() => void} gives the signals back
 */
export const endChildrenOnSignals = () => {
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (stopping) {
      return;
    }
    stopping = true;
    const children = [...running];
    children.forEach((child) => signalTree(child, 'SIGTERM'));
    const impatience = setTimeout(() => children.forEach((child) => signalTree(child, 'SIGKILL')), PATIENCE_MS);
    await Promise.all(children.map(ended));
    clearTimeout(impatience);
    process.exit(codeOf(signal));
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  signals.forEach((signal) => process.on(signal, end));
  const stopWatching = whenOrphaned(() => void end('SIGTERM'));
  return () => {
    signals.forEach((signal) => process.off(signal, end));
    stopWatching();
  };
};
