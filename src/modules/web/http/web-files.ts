import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Encodings made ready by the build, best first: the ending of the file, and what it is called in HTTP. */
const ENCODINGS = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
] as const;

/** One file of the board, as it is and as the build compressed it. */
export interface WebFile {
  readonly path: string;
  readonly contentType: string;
  /** By the name of the encoding in HTTP. */
  readonly encoded: ReadonlyMap<string, string>;
  /** Whether its name changes with its content, so that a browser may keep it for good. */
  readonly isForGood: boolean;
}

export const WEB_FOLDER = 'web/dist';

/** The folder of the built board, seen from the sources and from what is built of them alike; null where nothing was built. */
export const webFolder = (): string | null =>
  ['../../../../', '../../../../../']
    .map((up) => fileURLToPath(new URL(`${up}${WEB_FOLDER}`, import.meta.url)))
    .find((folder) => existsSync(join(folder, 'index.html'))) ?? null;

/** The files of the board by their address. What is not in this table is not served, however an address is spelled. */
export const webFiles = (root: string): ReadonlyMap<string, WebFile> => {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const files = new Map<string, WebFile>();
  for (const path of paths) {
    const contentType = CONTENT_TYPES[extname(path)];
    if (contentType !== undefined) {
      const address = relative(root, path).split(sep).join('/');
      const encoded = ENCODINGS.filter(([ending]) => paths.has(path + ending));
      files.set(address, {
        path,
        contentType,
        encoded: new Map(encoded.map(([ending, name]) => [name, path + ending])),
        isForGood: address.startsWith('assets/'),
      });
    }
  }
  return files;
};
