import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** What the figures are of; the Node is the one that was measured. */
export const tellMachine = (postgresVersion: string, node = process.execPath): string =>
  `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()}, PostgreSQL ${postgresVersion}`;
