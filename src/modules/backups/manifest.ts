import { readFile } from 'node:fs/promises';
import type { Contents } from './queries/database-contents.js';

/** What is written down beside a dump, so that what comes out of it can be compared with what went in. */
export interface Manifest {
  readonly format: 1;
  /** When the dump's one state of the database was. */
  readonly takenAt: string;
  /** The major version of PostgreSQL it was taken from. */
  readonly postgres: number;
  /** Of the file of the dump. */
  readonly bytes: number;
  readonly sha256: string;
  readonly contents: Contents;
}

/** Where the manifest of a dump lies. */
export const manifestOf = (dump: string): string => `${dump}.json`;

/** Reads what lies beside a dump. */
export const readManifest = async (dump: string): Promise<Manifest> => {
  const file = manifestOf(dump);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${file} cannot be read (${(error as Error).message}): without what was written down beside the dump nobody could tell whether all of it came back.`,
      { cause: error },
    );
  }
  const manifest = parsed(text);
  if (manifest?.format !== 1) {
    throw new Error(`${file} is not what a backup of this Tollgate writes beside a dump.`);
  }
  return manifest as Manifest;
};

const parsed = (text: string): Partial<Manifest> | null => {
  try {
    return JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    return null;
  }
};
