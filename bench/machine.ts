import { cpus, totalmem } from 'node:os';

/** What the figures are of. */
export const tellMachine = (postgresVersion: string): string =>
  `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL ${postgresVersion}`;
