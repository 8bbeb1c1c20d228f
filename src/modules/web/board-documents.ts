import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webFolder } from './http/web-files.js';

/** Written by the build beside the files of the board, and served to nobody. */
const MANIFEST = 'documents.json';

/** What the built board asks, by `sha256:` and its hash; empty where nothing was built. */
export const boardDocuments = (folder = webFolder()): ReadonlyMap<string, string> => {
  const path = folder === null ? null : join(folder, MANIFEST);
  return path !== null && existsSync(path)
    ? new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>))
    : new Map();
};
