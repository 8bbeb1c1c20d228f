import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { variables } from '../config/env.js';
import { packagedBinaries, thisMachine } from '../embedded-postgres/binaries.js';
import { runTool } from './run-tool.js';

/** The programs that write and read dumps, of one version. */
export interface Tools {
  readonly dump: string;
  readonly restore: string;
  /** For instance 18. */
  readonly major: number;
}

const SUFFIX = process.platform === 'win32' ? '.exe' : '';
const PROGRAMS = ['pg_dump', 'pg_restore'] as const;

const hasBoth = (folder: string): boolean => {
  try {
    for (const program of PROGRAMS) {
      accessSync(join(folder, `${program}${SUFFIX}`), constants.X_OK);
    }
    return true;
  } catch {
    return false;
  }
};

const embeddedFolder = (): string[] => {
  try {
    return [join(packagedBinaries(thisMachine()), 'bin')];
  } catch {
    // A machine without the embedded PostgreSQL has programs of another.
    return [];
  }
};

/** The folders that may have the programs: the stated one alone, else that of the embedded PostgreSQL, then those of PATH. */
const candidates = (stated: string | null): readonly string[] =>
  stated === null
    ? [...embeddedFolder(), ...(variables['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')]
    : [stated];

const INSTALL =
  'install the client programs of PostgreSQL (of Debian postgresql-client, of other versions from apt.postgresql.org), or name the folder that has them in TOLLGATE_PG_BIN';

/** pg_dump and pg_restore that understand a server of that version: they must not be older than it. */
export const toolsFor = async (serverMajor: number, stated: string | null): Promise<Tools> => {
  const folder = candidates(stated).find(hasBoth);
  const wanted = `pg_dump and pg_restore of PostgreSQL ${serverMajor} or newer`;
  if (folder === undefined) {
    throw new Error(
      `This takes ${wanted}, and there are none ${stated === null ? 'on this machine' : `in ${stated}`}: ${INSTALL}.`,
    );
  }
  const [dump, restore] = PROGRAMS.map((program) => join(folder, `${program}${SUFFIX}`)) as [string, string];
  const major = Number(/\(PostgreSQL\) (\d+)/.exec((await runTool(dump, ['--version'])).output)?.[1] ?? 0);
  if (major < serverMajor) {
    throw new Error(
      `This takes ${wanted}, for the server is of version ${serverMajor}; those in ${folder} are of version ${major}: ${INSTALL}.`,
    );
  }
  return { dump, restore, major };
};
