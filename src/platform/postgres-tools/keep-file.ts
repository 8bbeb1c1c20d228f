import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until the content of a file, or what a folder lists, is on the disk. */
export const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** The same for the folder a file is in; Windows has no such wait. */
export const syncFolderOf = async (file: string): Promise<void> => {
  if (process.platform !== 'win32') {
    await sync(dirname(file));
  }
};

/** The SHA-256 of a file, in hexadecimal, and its size. */
export const printOf = async (file: string): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
};
