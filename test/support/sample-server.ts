import type { Instant } from '../../src/domain/basics/instant.js';
import { loadSamplePortfolio } from '../../src/jobs/sample-portfolio/load-sample-portfolio.js';
import type { SamplePart } from '../../src/modules/sessions/sign-in-settings.js';
import { startTestServer, type TestServer } from './server.js';

// A Wednesday, a little after noon in Berlin.
export const SAMPLE_NOW = '2026-03-11T11:20:30.000Z' as Instant;

/** A server with the sample portfolio DEMO, a moment after it was loaded; people of it can be played where parts are given. */
export const startSampleServer = async (sampleParts: readonly SamplePart[] = []): Promise<TestServer> => {
  const server = await startTestServer(undefined, sampleParts.length === 0 ? {} : { signIn: { sampleParts } });
  server.at(SAMPLE_NOW);
  const { viewer } = await server.admin.ask('{ viewer { user { id } } }');
  const admin = { userId: viewer.user.id as string, isInstanceAdmin: true, roles: new Map() };
  await loadSamplePortfolio({ source: server.source, today: SAMPLE_NOW, admin, log: () => undefined });
  return server;
};
