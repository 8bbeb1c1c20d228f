import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** An account of the system that PostgreSQL runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface Outcome {
  /** Null when the program could not be started at all: then `error` says why. */
  readonly code: number | null;
  readonly output: string;
  readonly error?: NodeJS.ErrnoException;
}

/** All that a program of PostgreSQL gets to see of the environment. */
export const PLAIN_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** What to do instead, said at the end of every message about a machine that cannot run the embedded PostgreSQL. */
export const USE_ANOTHER =
  'set DATABASE_URL to a PostgreSQL of your own, for instance DATABASE_URL=postgres://user:password@host:5432/tollgate';

/** Whether this program runs as root, which PostgreSQL refuses to do. */
export const isRoot = (): boolean => process.getuid?.() === 0;

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid >= 0);

/** The account that root hands PostgreSQL over to: `postgres` if the system has it, else `nobody`. */
export const unprivilegedAccount = (): Account => {
  const known = accounts();
  const account = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody');
  if (!account) {
    throw new Error(
      'Tollgate was started as root. PostgreSQL refuses to run as root, and this system has neither a user "postgres" nor a ' +
        `user "nobody" to run it as. Start Tollgate as an ordinary user, or ${USE_ANOTHER}.`,
    );
  }
  return account;
};

/** The account that a folder belongs to; null when there is no such folder. */
export const ownerOf = (folder: string): { readonly uid: number; readonly account: Account | null } | null => {
  const uid = statSync(folder, { throwIfNoEntry: false })?.uid;
  return uid === undefined ? null : { uid, account: accounts().find((account) => account.uid === uid) ?? null };
};

/** Runs a program to its end, as the given account (null: as ourselves), away from our environment and our folder. */
export const runAs = (account: Account | null, command: string, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    const child = spawn(command, args, {
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
      cwd: '/',
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      resolve({ code: null, output, error });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 125, output });
    });
  });

/** Whether an account can enter a folder, asked of the system itself rather than worked out from mode bits. */
export const canEnter = async (account: Account, folder: string): Promise<boolean> => {
  const { code, error } = await runAs(account, '/bin/sh', ['-c', 'test -x "$1"', 'sh', folder]);
  if (error) {
    throw new Error(
      `Tollgate was started as root but may not hand PostgreSQL over to the user "${account.name}" (${error.code ?? error.message}), ` +
        `and PostgreSQL refuses to run as root. Start Tollgate as an ordinary user, or ${USE_ANOTHER}.`,
      { cause: error },
    );
  }
  return code === 0;
};
