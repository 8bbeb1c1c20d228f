import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter, isRoot, ownerOf, unprivilegedAccount } from './privileges.js';

/** Where the database lies, and the account PostgreSQL runs as there (null: ourselves). */
export interface Place {
  readonly home: string;
  readonly account: Account | null;
}

const MOVED_DATA = '/var/lib/tollgate';

/** The files of the database itself, under the home of a place. */
export const dataIn = (home: string): string => join(home, 'cluster', 'data');

const nameOf = (uid: number, account: Account | null): string =>
  account ? `the user "${account.name}"` : `user number ${uid}`;

/** The account that existing data belongs to; null when there is no data yet. */
const accountOfData = (home: string): Account | null => {
  const owner = ownerOf(dataIn(home));
  if (!owner) {
    return null;
  }
  if (owner.uid === 0) {
    throw new Error(
      `The database in ${dataIn(home)} belongs to root, and PostgreSQL refuses to run as root. ` +
        `Give it back: chown -R ${unprivilegedAccount().name} '${dataIn(home)}'`,
    );
  }
  if (!owner.account) {
    throw new Error(
      `The database in ${dataIn(home)} belongs to user number ${owner.uid}, whom this system does not know. ` +
        `Give it to a user: chown -R ${unprivilegedAccount().name} '${dataIn(home)}'`,
    );
  }
  return owner.account;
};

const make = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const owner = ownerOf(folder);
    throw new Error(
      `Tollgate cannot keep its data in ${folder}${owner ? `, which belongs to ${nameOf(owner.uid, owner.account)}` : ''}: ` +
        `${(error as Error).message}. Start Tollgate as the same user as before, or set TOLLGATE_DATA_DIR to a folder you may write to.`,
      { cause: error },
    );
  }
};

/** Lets the account pass through a folder of ours; what is in it keeps its own, closed modes. */
const letThrough = (folder: string): void => {
  const { mode } = statSync(folder);
  if ((mode & 0o011) !== 0o011) {
    chmodSync(folder, (mode & 0o7777) | 0o011);
  }
};

const asOurselves = (dataDirectory: string): Place => {
  make(dataDirectory);
  const owner = ownerOf(dataIn(dataDirectory));
  if (owner && process.getuid && owner.uid !== process.getuid()) {
    throw new Error(
      `The database in ${dataIn(dataDirectory)} belongs to ${nameOf(owner.uid, owner.account)}, because Tollgate was started as root ` +
        `or as somebody else before. Start it that way again, or take the folder over: sudo chown -R "$(id -un)" '${dataDirectory}'`,
    );
  }
  return { home: dataDirectory, account: null };
};

/** Decides where the data lies and who runs PostgreSQL: as root both may have to be others than asked for, and the log then says so. */
export const choosePlace = async (dataDirectory: string, log: (line: string) => void): Promise<Place> => {
  if (!isRoot()) {
    return asOurselves(dataDirectory);
  }
  make(dataDirectory);
  letThrough(dataDirectory);
  const real = realpathSync(dataDirectory);
  const print = createHash('sha256').update(real).digest('hex').slice(0, 12);
  const moved = join(MOVED_DATA, `${basename(dirname(real)) || 'root'}-${print}`);
  const account = accountOfData(dataDirectory) ?? accountOfData(moved) ?? unprivilegedAccount();
  const isMoved = !existsSync(dataIn(dataDirectory)) && existsSync(dataIn(moved));
  if (!isMoved && (await canEnter(account, dataDirectory))) {
    return { home: dataDirectory, account };
  }
  if (existsSync(dataIn(dataDirectory))) {
    throw new Error(
      `The database in ${dataDirectory} belongs to the user "${account.name}", who can no longer enter that folder: ` +
        'one of the folders above it is closed to others. Open it with chmod o+x, or move the data and set TOLLGATE_DATA_DIR.',
    );
  }
  make(moved);
  chmodSync(MOVED_DATA, 0o755);
  letThrough(moved);
  log(
    `The database is kept in ${moved}: PostgreSQL does not run as root, and the user "${account.name}" cannot enter ${dataDirectory}. ` +
      'Set TOLLGATE_DATA_DIR to choose another folder.',
  );
  return { home: moved, account };
};
