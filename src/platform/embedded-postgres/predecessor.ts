import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { runAs } from './privileges.js';
import { birthOf, workingIn } from './processes.mjs';

const POLL_MS = 25;

/** Asks again and again until the answer is yes; false when that takes longer than allowed. */
export const until = async (isSo: () => boolean, milliseconds: number): Promise<boolean> => {
  const deadline = Date.now() + milliseconds;
  while (!isSo()) {
    if (Date.now() > deadline) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
};

const send = (pids: readonly number[], signal: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself meanwhile.
    }
  }
};

const commandOf = (pid: number): string => {
  try {
    return execFileSync('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

const postmasterIn = (data: string): number | null => {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
};

/** The processes of PostgreSQL that work on these files: told by the system, else by the command line of the one in postmaster.pid. */
const processesOn = (data: string, postmaster: number | null): readonly number[] => {
  const working = workingIn('postgres', realpathSync(data));
  if (working) {
    return working;
  }
  const isOurs = postmaster !== null && birthOf(postmaster) !== null && commandOf(postmaster).includes(data);
  return isOurs ? [postmaster] : [];
};

/** Whether a number in postmaster.pid would keep PostgreSQL from starting although no PostgreSQL has it. */
const isMisleading = (postmaster: number): boolean =>
  // Where the system lists the processes on the files there are none left; a dead number PostgreSQL sees through by itself.
  process.platform === 'linux' || birthOf(postmaster) !== null;

/**
 * Ends what an earlier Tollgate that was killed left running on these files, so that a new PostgreSQL can take them over. To be called
 * only by the holder of the lock: nobody else has a use for those processes then.
 */
export const clearPredecessor = async (data: string, { pgCtl }: Binaries): Promise<void> => {
  if (process.platform === 'win32') {
    await runAs(null, pgCtl, ['stop', '-D', data, '-m', 'fast', '-t', '60']);
    return;
  }
  const postmaster = postmasterIn(data);
  const left = (): readonly number[] => processesOn(data, postmaster);
  if (postmaster !== null && left().includes(postmaster)) {
    send([postmaster], 'SIGINT');
    await until(() => left().length === 0, 60_000);
  }
  // Without a postmaster nobody orders an orderly end: its children end hard, and the next start recovers.
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    send(left(), signal);
    await until(() => left().length === 0, 5_000);
  }
  if (left().length > 0) {
    throw new Error(
      `Processes of an earlier PostgreSQL still use ${data} and do not end: ${left().join(', ')}. End them, then start again.`,
    );
  }
  if (postmaster !== null && postmasterIn(data) === postmaster && isMisleading(postmaster)) {
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }
};
