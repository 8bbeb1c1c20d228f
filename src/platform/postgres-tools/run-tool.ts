import { spawn } from 'node:child_process';
import { variables } from '../config/env.js';

/** A program of PostgreSQL ended badly; what it said is the message. */
export class ToolFailed extends Error {}

const LAST_WORDS = 2_000;

/** How a program of PostgreSQL is told of a database, so that no list of processes shows the password. */
const connection = (url: string): { readonly argument: string; readonly env: Record<string, string> } => {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { argument: `--dbname=${address.href}`, env: password === '' ? {} : { PGPASSWORD: password } };
};

/** What a program is told beside its arguments, and what becomes of what it prints. */
interface Manner {
  /** The database it works on. */
  readonly url?: string;
  /** True: what it prints is read and thrown away. */
  readonly discard?: boolean;
}

/** Runs a program of PostgreSQL to its end, and gives what it printed; throws what it complained of. */
export const runTool = (
  program: string,
  args: readonly string[],
  { url, discard = false }: Manner = {},
): Promise<{ readonly output: string }> =>
  new Promise((resolve, reject) => {
    const at = url === undefined ? null : connection(url);
    let output = '';
    let complaint = '';
    const child = spawn(program, at ? [...args, at.argument] : args, {
      env: { ...variables, LC_ALL: 'C', ...at?.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += discard ? '' : chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-LAST_WORDS);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve({ output });
      } else {
        reject(new ToolFailed(complaint.trim() || `${program} ended with ${signal ?? `code ${code ?? ''}`}`));
      }
    });
  });
