import type { Instant } from '../../src/domain/basics/instant.js';
import { loadSamplePortfolio } from '../../src/jobs/sample-portfolio/load-sample-portfolio.js';
import { startTestServer, type TestServer } from './server.js';

// A Wednesday, a little after noon in Berlin.
export const SAMPLE_NOW = '2026-03-11T11:20:30.000Z' as Instant;

/** A server with the sample portfolio DEMO, a moment after it was loaded. */
export const startSampleServer = async (): Promise<TestServer> => {
  const server = await startTestServer();
  server.at(SAMPLE_NOW);
  const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
  const admin = { userId: viewer.user.id as string, isInstanceAdmin: true, roles: new Map() };
  await loadSamplePortfolio({ source: server.source, today: SAMPLE_NOW, admin, log: () => undefined });
  return server;
};
