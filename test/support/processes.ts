import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SUPPORT = fileURLToPath(new URL('.', import.meta.url));

export interface Program {
  readonly child: ChildProcess;
  /** The first line it prints; fails when it ends without one. */
  readonly firstLine: Promise<string>;
  /** Resolves when it has ended, with its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
}

/** Runs one of the TypeScript programs beside this file in a process of its own. */
export const runProgram = (name: string, ...args: readonly string[]): Program => {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(SUPPORT, 'with-typescript.mjs'),
      join(SUPPORT, name),
      ...args,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const firstLine = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout })
      .once('line', resolve)
      .once('close', () => {
        reject(new Error(`${name} printed nothing`));
      });
  });
  // Whoever does not ask for the line is not to be told that it is missing.
  firstLine.catch(() => undefined);
  return { child, firstLine, ended };
};
