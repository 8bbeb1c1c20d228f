import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { getDistDirectory } from 'altair-static';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface ExplorerFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The files of the explorer by their address below /explorer/. What is not in this table is not served, however an
 * address is spelled. Its pages are left out: the first one is made by us, the other would run scripts of the visitor.
 */
export const explorerFiles = (): ReadonlyMap<string, ExplorerFile> => {
  const root = getDistDirectory();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, ExplorerFile>();
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const address = relative(root, path).split(sep).join('/');
    const contentType = CONTENT_TYPES[extname(entry.name)];
    if (contentType !== undefined && !address.startsWith('iframe-sandbox/')) {
      files.set(address, { path, contentType });
    }
  }
  return files;
};
