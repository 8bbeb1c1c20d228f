import type { Instant } from '../../src/domain/basics/instant.js';
import { loadSamplePortfolio } from '../../src/jobs/sample-portfolio/load-sample-portfolio.js';
import { PARTS_TO_PLAY } from '../../src/jobs/sample-portfolio/parts-to-play.js';
import type { TestDatabase } from './database.js';
import { startTestServer, type TestServer } from './server.js';

// A Wednesday, a little after noon in Berlin.
export const SAMPLE_NOW = '2026-03-11T11:20:30.000Z' as Instant;

/** A server with the sample portfolio DEMO, a moment after it was loaded; its people may be played. */
export const startSampleServer = async (database?: TestDatabase): Promise<TestServer> => {
  const server = await startTestServer(undefined, {
    signIn: { sampleParts: PARTS_TO_PLAY },
    ...(database ? { database } : {}),
  });
  server.at(SAMPLE_NOW);
  const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
  const admin = { userId: viewer.user.id as string, isInstanceAdmin: true, roles: new Map() };
  await loadSamplePortfolio({ source: server.source, today: SAMPLE_NOW, admin, log: () => undefined });
  return server;
};
